// Opens every page of a report as a reader would: with eyes, keyboard, screen reader, printer.
// Usage: node pages.mjs REPORT
import { readFileSync, readdirSync, existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const report = resolve(process.argv[2] ?? "report");
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"],
});
let passed = 0;
let failed = 0;
const check = (what, good, detail = "") => {
  if (good) passed += 1;
  else {
    failed += 1;
    console.error(`FAILED ${what} ${detail}`);
  }
};

const languages = readdirSync(report).filter((name) => existsSync(join(report, name, "index.html")));
check("the report has pages", languages.length > 0);
for (const language of languages) {
  for (const scheme of ["light", "dark"]) {
    const name = `${language} ${scheme}:`;
    const page = await browser.newPage({ colorScheme: scheme, viewport: { width: 1280, height: 900 } });
    const address = pathToFileURL(join(report, language, "index.html")).href;
    const problems = [];
    const requests = [];
    page.on("pageerror", (error) => problems.push(String(error)));
    page.on("console", (message) => message.type() === "error" && problems.push(message.text()));
    page.on("request", (request) => requests.push(request.url()));
    await page.goto(address);
    check(`${name} nothing is loaded from outside`, requests.every((url) => url === address), requests.join(" "));
    check(`${name} the page says its language`, (await page.getAttribute("html", "lang")) === language);

    // Every word is an assertion with a claim, or prose.
    const bare = await page.evaluate(() => {
      const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const found = [];
      while (words.nextNode()) {
        const node = words.currentNode;
        const owner = node.parentElement;
        if (!node.data.trim() || owner.closest("script, style, #panel-body")) continue;
        if (!owner.closest("[data-claim], [data-text]")) found.push(node.data.trim());
      }
      return found;
    });
    check(`${name} every text is a claim or prose`, bare.length === 0, bare.slice(0, 5).join(" | "));
    const lost = await page.evaluate(() =>
      [...document.querySelectorAll("main [data-claim]")]
        .map((element) => element.dataset.claim)
        .filter((claim) => !document.querySelector(`#evidence .entry[data-claim="${CSS.escape(claim)}"]`)));
    check(`${name} every claim has evidence`, lost.length === 0, lost.slice(0, 3).join(" "));
    const links = await page.evaluate(() =>
      [...document.querySelectorAll('a[href^="#"]')]
        .map((link) => link.getAttribute("href").slice(1))
        .filter((id) => !document.getElementById(id)));
    check(`${name} every link inside the page has its goal`, links.length === 0, links.slice(0, 3).join(" "));
    const files = await page.evaluate(() =>
      [...document.querySelectorAll('a[href^="../"]')].map((link) => link.getAttribute("href")));
    for (const file of new Set(files)) {
      check(`${name} ${file} exists`, existsSync(join(report, language, file)));
    }

    await page.evaluate(axe);
    const violations = await page.evaluate(async () => (await axe.run(document)).violations
      .map((found) => `${found.id} (${found.impact}) ${found.nodes[0].html.slice(0, 120)}`));
    check(`${name} axe finds nothing`, violations.length === 0, violations.join("; "));

    // A click on a sentence, a mark and a row opens the evidence of that very claim.
    const open = () => page.evaluate(() => document.getElementById("panel").open);
    const shown = () => page.evaluate(() => document.querySelector("#panel-body > .entry")?.dataset.claim);
    for (const selector of ["main .claim", "svg a.mark"]) {
      const element = page.locator(selector).first();
      const claim = await element.getAttribute("data-claim");
      await element.click({ position: { x: 4, y: 6 } });
      check(`${name} a click on ${selector} opens its evidence`, (await open()) && (await shown()) === claim);
      await page.keyboard.press("Escape");
      check(`${name} Escape closes it`, !(await open()));
    }
    await page.locator("figure details summary").first().click();
    const row = page.locator("figure details[open] tr[data-claim]").first();
    await row.locator("td").nth(1).click();
    check(`${name} a click on a row opens its evidence`, (await shown()) === (await row.getAttribute("data-claim")));
    await page.keyboard.press("Escape");

    // The same with the keyboard alone.
    await page.locator("main .claim .number").first().focus();
    await page.keyboard.press("Enter");
    check(`${name} Enter on a number opens its evidence`, await open());
    const inside = await page.locator("#panel-body .support a").count();
    check(`${name} evidence names what it rests on`, inside > 0);
    await page.locator("#panel-close").press("Enter");
    check(`${name} the button closes it`, !(await open()));

    await page.emulateMedia({ media: "print" });
    check(`${name} navigation is not printed`, !(await page.locator("nav.chapters").isVisible()));
    // Head and summary fit on one sheet of A4 within margins of 12 and 14 mm, as the style sheet sets them.
    await page.setViewportSize({ width: Math.floor(((210 - 28) * 96) / 25.4), height: 1000 });
    const bottom = await page.locator("#summary").evaluate((part) => part.getBoundingClientRect().bottom + scrollY);
    const sheet = ((297 - 24) * 96) / 25.4;
    check(`${name} the summary is one printed page`, bottom <= sheet, `${bottom} of ${sheet}`);
    check(`${name} nothing went wrong`, problems.length === 0, problems.join(" | "));
    await page.close();
  }

  // Without its script the page still leads to the evidence.
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(pathToFileURL(join(report, language, "index.html")).href);
  await page.locator("main .claim .number").first().click();
  check(`${language}: a number leads to the evidence without a script`, /#e-\d+$/.test(page.url()));
  await context.close();
}
await browser.close();
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
