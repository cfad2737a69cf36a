// Writes every figure of a report as a picture of its own, with the words that stand below it.
// Usage: node gallery.mjs REPORT LANGUAGE FOLDER
// A picture holds its own style: the light one of the page, which a reader of the docs sees.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const [report, language, folder] = process.argv.slice(2);
const page = readFileSync(join(report, language, "index.html"), "utf8");
const rules = page
  .match(/<style>(.*?)<\/style>/s)[1]
  .replace(/\/\*.*?\*\//gs, "")
  .replace(/@(media|page)[^{]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/gs, "");
const style = [...rules.matchAll(/([^{}]+)\{([^{}]*)\}/g)]
  .filter(([, selector]) => /^\s*(:root|svg)/.test(selector) && !/:hover|:focus/.test(selector))
  .map(([, selector, body]) => `${selector.trim()}{${body.trim()}}`)
  .join("")
  .concat("svg{font-family:var(--sans)}");
const hatch = page.match(/<pattern id="hatch".*?<\/pattern>/s)[0];
const plain = (text) => text.replace(/<[^>]+>/g, "").trim();

mkdirSync(folder, { recursive: true });
for (const old of readdirSync(folder)) if (old.endsWith(".svg")) rmSync(join(folder, old));
const words = {};
for (const [, id, figure] of page.matchAll(/<figure class="plate" id="f-([^"]+)">(.*?)<\/figure>/gs)) {
  const caption = plain(figure.match(/<figcaption[^>]*>(.*?)<\/figcaption>/s)[1]);
  const drawings = [...figure.matchAll(/<svg viewBox="0 0 (\S+) (\S+)"[^>]*>(.*?)<\/svg>/gs)];
  const files = drawings.map(([, width, height, body], number) => {
    // Links lead to evidence that stands in the report, not here.
    const marks = body.replace(/<a class="mark"[^>]*>/g, '<g class="mark">').replace(/<\/a>/g, "</g>");
    const file = drawings.length === 1 ? `${id}.svg` : `${id}-${number + 1}.svg`;
    writeFileSync(
      join(folder, file),
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-12 -12 ${+width + 24} ${+height + 24}" role="img">` +
        `<title>${caption}</title><style>${style}</style><defs>${hatch}</defs>` +
        `<rect x="-12" y="-12" width="100%" height="100%" fill="#fff"/>${marks}</svg>\n`,
    );
    return file;
  });
  words[id] = { caption, files, note: plain(figure.match(/<p class="note"[^>]*>(.*?)<\/p>/s)[1]) };
}
const head = readFileSync(join(folder, "head.md"), "utf8");
const entries = Object.values(words).map(
  ({ caption, files, note }) =>
    `## ${caption}\n\n${files.map((file) => `![${caption}](${file})`).join("\n")}\n\n${note}\n`,
);
writeFileSync(join(folder, "README.md"), `${head}\n${entries.join("\n")}`);
console.log(`${entries.length} figures`);
