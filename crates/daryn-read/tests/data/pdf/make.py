#!/usr/bin/env python3
"""Makes the PDFs of this folder and what must be read of them: see README.md."""

import json
import pathlib
import subprocess
import sys
import tempfile
import unicodedata

import typst

from words import COLUMNS, KK, LINED, PAGED, RU, STREETS, soft

HERE = pathlib.Path(__file__).parent
FONT = "DejaVu Serif"


def truth(doc, name):
    text = [doc["title"]]
    for heading, paragraphs in doc["sections"]:
        text += [heading] + [paragraph.replace("@", "") for paragraph in paragraphs]
    text += [doc["ruled_title"], doc["plain_title"], doc["end"]]
    ruled = []
    down = {}
    for row in doc["ruled"]:
        line, cells = [], list(row)
        while cells or len(line) in down:
            if down.get(len(line), 0) > 0:
                down[len(line)] -= 1
                line.append("")
                continue
            if not cells:
                break
            words, columns, rows = cells.pop(0)
            for place in range(columns):
                if rows > 1:
                    down[len(line)] = rows - 1
                line.append(words if place == 0 else "")
        ruled.append(line)
    found = {"text": text, "notes": [doc["note"]], "absent": doc["head"],
             "tables": [ruled, doc["plain"]]}
    (HERE / f"{name}.json").write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n")


def by_typst(doc, name):
    def esc(words):
        return soft(words).replace("#", "\\#").replace("*", "\\*").replace("-", "\\-")
    src = [f'#set document(date: none)\n#set page(width: 420pt, height: 560pt, margin: 50pt, numbering: "1", header: align(center)[#text(8pt)[{doc["head"]}]])',
           f'#set text(font: "{FONT}", size: 9pt, lang: "{doc["lang"]}")\n#set par(justify: true, first-line-indent: 1em)\n#show heading: set text(size: 11pt)',
           f'#align(center)[#text(15pt, weight: "bold")[{esc(doc["title"])}]]\n#v(6pt)',
           '#columns(2, gutter: 16pt)[']
    for heading, paragraphs in doc["sections"]:
        number, rest = heading.split(" ", 1)
        src.append(f'#heading[{number[:-1]}\\. {esc(rest)}]\n')
        for paragraph in paragraphs:
            src.append(esc(paragraph).replace("@", f'#footnote[{esc(doc["note"])}]') + "\n")
    src.append("]\n#pagebreak()")
    src.append(f'#align(center)[*{doc["ruled_title"]}*]\n#set par(justify: false, first-line-indent: 0pt)\n#table(columns: (1.6fr, 1fr, 1fr, 1fr), stroke: 0.5pt,')
    for row in doc["ruled"]:
        src.append("  " + ", ".join(f"table.cell(colspan: {c}, rowspan: {r})[{esc(w)}]" for w, c, r in row) + ",")
    src.append(f')\n#align(center)[*{doc["plain_title"]}*]\n#table(columns: (1fr, 1fr, 1fr, 1fr), stroke: none,')
    for row in doc["plain"]:
        src.append("  " + ", ".join(f"[{w}]" for w in row) + ",")
    src.append(f')\n{esc(doc["end"])}')
    path = HERE / f"{name}.typ"
    path.write_text("\n".join(src) + "\n")
    typst.compile(str(path), output=str(HERE / f"{name}.pdf"))


def html_of(doc, extra=""):
    def esc(words):
        return soft(words).replace("&", "&amp;").replace("<", "&lt;").replace("\u00ad", "&shy;")
    out = [f'<!doctype html>\n<html lang="{doc["lang"]}"><meta charset="utf-8"><title>{doc["title"]}</title>',
           f'<style>\n@page {{ size: 420pt 560pt; margin: 50pt; {extra} }}\nbody {{ font: 9pt "{FONT}"; margin: 0 }}\nh1 {{ font-size: 15pt; text-align: center }}\nh2 {{ font-size: 11pt; text-align: left }}\n'
           '.two { columns: 2; column-gap: 16pt; text-align: justify; hyphens: manual; column-fill: auto }\n.two p { margin: 0; text-indent: 1em }\n'
           'sup { font-size: 6pt; line-height: 0 }\n.note { font-size: 7pt; border-top: 1px solid; margin-top: 6pt; break-inside: avoid }\n'
           'table { border-collapse: collapse; width: 100%; margin: 8pt 0 }\n.ruled td { border: 1px solid; padding: 2pt 4pt }\n.plain td { padding: 2pt 4pt }\n.c { text-align: center; font-weight: bold }\n.next { break-before: page }\n</style>',
           f'<h1>{esc(doc["title"])}</h1>\n<div class="two">']
    for heading, paragraphs in doc["sections"]:
        out.append(f'<h2>{esc(heading)}</h2>')
        for paragraph in paragraphs:
            out.append("<p>" + esc(paragraph).replace("@", "<sup>1</sup>") + "</p>")
    out.append(f'</div>\n<p class="note"><sup>1</sup> {esc(doc["note"])}</p>')
    out.append(f'<p class="c next">{doc["ruled_title"]}</p>\n<table class="ruled">')
    for row in doc["ruled"]:
        out.append("<tr>" + "".join(f'<td colspan="{c}" rowspan="{r}">{esc(w)}</td>' for w, c, r in row) + "</tr>")
    out.append(f'</table>\n<p class="c">{doc["plain_title"]}</p>\n<table class="plain">')
    for row in doc["plain"]:
        out.append("<tr>" + "".join(f"<td>{w}</td>" for w in row) + "</tr>")
    out.append(f'</table>\n<p>{esc(doc["end"])}</p></html>')
    return "\n".join(out) + "\n"


def by_chromium(doc, name):
    path = HERE / f"{name}.html"
    box = ('@top-center { content: "%s"; font: 8pt "%s" } @bottom-center { content: counter(page); font: 8pt "%s" }'
           % (doc["head"], FONT, FONT))
    path.write_text(html_of(doc, box))
    with tempfile.TemporaryDirectory() as profile:
        subprocess.run(["chromium", "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={profile}",
                        "--no-pdf-header-footer", f"--print-to-pdf={HERE / (name + '.pdf')}", path.as_uri()],
                       check=True, stderr=subprocess.DEVNULL)


def by_libreoffice(doc, name):
    def esc(words):
        return soft(words).replace("&", "&amp;").replace("<", "&lt;")
    note = (f'<text:note text:id="n1" text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body>'
            f'<text:p text:style-name="Footnote">{esc(doc["note"])}</text:p></text:note-body></text:note>')
    country = {"ru": "RU", "kk": "KZ"}[doc["lang"]]
    props = f'style:font-name="F" fo:font-size="%s" fo:language="{doc["lang"]}" fo:country="{country}"'
    out = [f'''<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:font-face-decls><style:font-face style:name="F" svg:font-family="'{FONT}'"/></office:font-face-decls>
<office:styles>
<style:style style:name="Standard" style:family="paragraph"><style:text-properties {props % "9pt"}/></style:style>
<style:style style:name="Body" style:family="paragraph" style:parent-style-name="Standard"><style:paragraph-properties fo:text-align="justify" fo:text-indent="9pt"/></style:style>
<style:style style:name="Title" style:family="paragraph" style:parent-style-name="Standard"><style:paragraph-properties fo:text-align="center" fo:margin-bottom="8pt"/><style:text-properties fo:font-size="15pt" fo:font-weight="bold"/></style:style>
<style:style style:name="H" style:family="paragraph" style:parent-style-name="Standard"><style:paragraph-properties fo:margin-top="8pt" fo:margin-bottom="4pt" fo:keep-with-next="always"/><style:text-properties fo:font-size="11pt" fo:font-weight="bold"/></style:style>
<style:style style:name="C" style:family="paragraph" style:parent-style-name="Standard"><style:paragraph-properties fo:text-align="center" fo:margin-top="8pt" fo:margin-bottom="4pt"/><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="P" style:family="paragraph" style:parent-style-name="C"><style:paragraph-properties fo:break-before="page"/></style:style>
<style:style style:name="Footnote" style:family="paragraph" style:parent-style-name="Standard"><style:text-properties fo:font-size="7pt"/></style:style>
<style:style style:name="Head" style:family="paragraph" style:parent-style-name="Standard"><style:paragraph-properties fo:text-align="center"/><style:text-properties fo:font-size="8pt"/></style:style>
</office:styles>
<office:automatic-styles>
<style:page-layout style:name="L"><style:page-layout-properties fo:page-width="420pt" fo:page-height="560pt" fo:margin="30pt"/><style:header-style><style:header-footer-properties fo:min-height="20pt" fo:margin-bottom="8pt"/></style:header-style><style:footer-style><style:header-footer-properties fo:min-height="20pt" fo:margin-top="8pt"/></style:footer-style></style:page-layout>
<style:style style:name="S" style:family="section"><style:section-properties><style:columns fo:column-count="2" fo:column-gap="16pt"/></style:section-properties></style:style>
<style:style style:name="T" style:family="table"><style:table-properties style:width="340pt" table:align="left"/></style:style>
<style:style style:name="T.A" style:family="table-column"><style:table-column-properties style:column-width="115pt"/></style:style>
<style:style style:name="T.B" style:family="table-column"><style:table-column-properties style:column-width="75pt"/></style:style>
<style:style style:name="Ruled" style:family="table-cell"><style:table-cell-properties fo:border="0.5pt solid #000000" fo:padding="2pt"/></style:style>
<style:style style:name="Plain" style:family="table-cell"><style:table-cell-properties fo:border="none" fo:padding="2pt"/></style:style>
</office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="L"><style:header><text:p text:style-name="Head">{doc["head"]}</text:p></style:header><style:footer><text:p text:style-name="Head"><text:page-number text:select-page="current"/></text:p></style:footer></style:master-page></office:master-styles>
<office:body><office:text>
<text:p text:style-name="Title">{esc(doc["title"])}</text:p>
<text:section text:style-name="S" text:name="S">''']
    for heading, paragraphs in doc["sections"]:
        out.append(f'<text:p text:style-name="H">{esc(heading)}</text:p>')
        for paragraph in paragraphs:
            out.append(f'<text:p text:style-name="Body">{esc(paragraph).replace("@", note)}</text:p>')
    out.append(f'</text:section>\n<text:p text:style-name="P">{doc["ruled_title"]}</text:p>')

    def table(rows, style):
        out.append(f'<table:table table:name="{style}" table:style-name="T"><table:table-column table:style-name="T.A"/><table:table-column table:style-name="T.B" table:number-columns-repeated="3"/>')
        down = {}
        for row in rows:
            out.append("<table:table-row>")
            at, cells = 0, list(row)
            while cells or down.get(at, 0):
                if down.get(at, 0):
                    down[at] -= 1
                    out.append("<table:covered-table-cell/>")
                    at += 1
                    continue
                words, columns, lines = cells.pop(0)
                out.append(f'<table:table-cell table:style-name="{style}" table:number-columns-spanned="{columns}" table:number-rows-spanned="{lines}"><text:p text:style-name="Standard">{esc(words)}</text:p></table:table-cell>')
                out.extend(["<table:covered-table-cell/>"] * (columns - 1))
                for place in range(columns):
                    if lines > 1:
                        down[at + place] = lines - 1
                at += columns
            out.append("</table:table-row>")
        out.append("</table:table>")

    table(doc["ruled"], "Ruled")
    out.append(f'<text:p text:style-name="C">{doc["plain_title"]}</text:p>')
    table([[(words, 1, 1) for words in row] for row in doc["plain"]], "Plain")
    out.append(f'<text:p text:style-name="Standard">{esc(doc["end"])}</text:p></office:text></office:body></office:document>')
    path = HERE / f"{name}.fodt"
    path.write_text("\n".join(out) + "\n")
    with tempfile.TemporaryDirectory() as profile:
        subprocess.run(["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", "pdf",
                        "--outdir", str(HERE), str(path)], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def columns():
    """Two narrow ragged columns of long words with points that hang, in a font without Kazakh letters."""
    out = ["""<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:font-face-decls><style:font-face style:name="F" svg:font-family="'Liberation Serif'"/></office:font-face-decls>
<office:styles>
<style:style style:name="Standard" style:family="paragraph"><style:paragraph-properties fo:margin-bottom="6pt"/><style:text-properties style:font-name="F" fo:font-size="12pt" fo:language="kk" fo:country="KZ"/></style:style>
<style:style style:name="Point" style:family="paragraph" style:parent-style-name="Standard"><style:paragraph-properties fo:margin-left="24pt" fo:text-indent="-18pt"><style:tab-stops><style:tab-stop style:position="0pt"/></style:tab-stops></style:paragraph-properties></style:style>
</office:styles>
<office:automatic-styles>
<style:page-layout style:name="L"><style:page-layout-properties fo:page-width="420pt" fo:page-height="560pt" fo:margin="40pt"/></style:page-layout>
<style:style style:name="S" style:family="section"><style:section-properties><style:columns fo:column-count="2" fo:column-gap="24pt"/></style:section-properties></style:style>
</office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="L"/></office:master-styles>
<office:body><office:text><text:section text:style-name="S" text:name="S">"""]
    for article, (heading, points) in enumerate(COLUMNS, 1):
        out.append(f'<text:p text:style-name="Standard">{article}-бап. {heading}</text:p>')
        for place, point in enumerate(points, 1):
            out.append(f'<text:p text:style-name="Point">{place})<text:tab/>{point}</text:p>')
    out.append("</text:section></office:text></office:body></office:document>")
    found = []
    for article, (heading, points) in enumerate(COLUMNS, 1):
        found.append(f"{article}-бап. {heading}")
        found += [f"{place}) {point}" for place, point in enumerate(points, 1)]
    found = [unicodedata.normalize("NFKC", text) for text in found]
    (HERE / "columns.json").write_text(json.dumps({"text": found}, ensure_ascii=False, indent=1) + "\n")
    printed(HERE / "columns.fodt", "\n".join(out) + "\n")


def paged():
    """A list before a table without lines, a paragraph behind it, a table over pages, a large footnote, a page with a line only."""
    def cells(words, style):
        inside = "".join(f'<table:table-cell table:style-name="{style}"><text:p text:style-name="Cell">{word}</text:p></table:table-cell>' for word in words)
        return f"<table:table-row>{inside}</table:table-row>"

    def table(name, head, rows, style):
        start = f'<table:table table:name="{name}" table:style-name="T"><table:table-column table:style-name="T.A" table:number-columns-repeated="3"/>'
        head = f"<table:table-header-rows>{cells(head, style)}</table:table-header-rows>" if head else ""
        return start + head + "".join(cells(row, style) for row in rows) + "</table:table>"

    note = ('<text:note text:id="n1" text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body>'
            '<text:p text:style-name="Cell">Сведения предварительные и будут уточнены весной.</text:p></text:note-body></text:note>')
    bullets = "".join(f'<text:list-item><text:p text:style-name="Cell">{words}</text:p></text:list-item>' for words in ("школы", "больницы и аптеки", "мосты"))
    out = f"""<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:font-face-decls><style:font-face style:name="F" svg:font-family="'{FONT}'"/></office:font-face-decls>
<office:styles>
<style:style style:name="Standard" style:family="paragraph"><style:paragraph-properties fo:margin-bottom="9pt" fo:margin-top="9pt"/><style:text-properties style:font-name="F" fo:font-size="10pt" fo:language="ru" fo:country="RU"/></style:style>
<style:style style:name="Cell" style:family="paragraph"><style:text-properties style:font-name="F" fo:font-size="10pt" fo:language="ru" fo:country="RU"/></style:style>
<style:style style:name="Next" style:family="paragraph" style:parent-style-name="Standard"><style:paragraph-properties fo:break-before="page"/></style:style>
<style:style style:name="Line" style:family="paragraph" style:parent-style-name="Next"><style:paragraph-properties fo:border-bottom="1pt solid #000000"/></style:style>
<text:list-style style:name="B"><text:list-level-style-bullet text:level="1" text:bullet-char="•"><style:list-level-properties text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment text:label-followed-by="listtab" text:list-tab-stop-position="36pt" fo:text-indent="-18pt" fo:margin-left="36pt"/></style:list-level-properties></text:list-level-style-bullet></text:list-style>
</office:styles>
<office:automatic-styles>
<style:page-layout style:name="L"><style:page-layout-properties fo:page-width="420pt" fo:page-height="400pt" fo:margin="40pt"/></style:page-layout>
<style:style style:name="T" style:family="table"><style:table-properties style:width="330pt" table:align="left"/></style:style>
<style:style style:name="T.A" style:family="table-column"><style:table-column-properties style:column-width="110pt"/></style:style>
<style:style style:name="Ruled" style:family="table-cell"><style:table-cell-properties fo:border="0.5pt solid #000000" fo:padding="2pt"/></style:style>
<style:style style:name="Plain" style:family="table-cell"><style:table-cell-properties fo:border="none" fo:padding="2pt"/></style:style>
</office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="L"/></office:master-styles>
<office:body><office:text>
<text:p text:style-name="Standard">Ниже показано, что построили{note} жители нашего вымышленного района за три последних года.</text:p>
<text:list text:style-name="B">{bullets}</text:list>
{table("Plain", None, PAGED, "Plain")}
<text:p text:style-name="Standard">Итог подведен.</text:p>
<text:p text:style-name="Line"/>
<text:p text:style-name="Next">Подробности по улицам.</text:p>
{table("Ruled", ["Улица", "Дома", "Жители"], STREETS, "Ruled")}
<text:p text:style-name="Standard">Конец.</text:p>
</office:text></office:body></office:document>
"""
    printed(HERE / "paged.fodt", out)


def lined():
    """A table of prose with lines between its rows only."""
    rows = "".join(f"  [{one}], [{other}],\n" for one, other in LINED)
    (HERE / "lined.typ").write_text(f"""#set document(date: none)
#set page(width: 420pt, height: 400pt, margin: 40pt)
#set text(font: "{FONT}", size: 9pt, lang: "ru", hyphenate: false)
Ниже названы обязанности работников вымышленной библиотеки.

#table(columns: (1fr, 2fr), stroke: (x: none, y: 0.5pt),
{rows})
Список утвержден советом.
""")
    typst.compile(str(HERE / "lined.typ"), output=str(HERE / "lined.pdf"))


def printed(path, source):
    path.write_text(source)
    with tempfile.TemporaryDirectory() as profile:
        subprocess.run(["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", "pdf",
                        "--outdir", str(HERE), str(path)], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def tables():
    with tempfile.TemporaryDirectory() as profile:
        subprocess.run(["chromium", "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={profile}",
                        "--no-pdf-header-footer", f"--print-to-pdf={HERE / 'tables.pdf'}",
                        (HERE / "tables.html").as_uri()], check=True, stderr=subprocess.DEVNULL)


def main():
    only = sys.argv[1:]
    for doc in (RU, KK):
        for producer, make in (("typst", by_typst), ("chromium", by_chromium), ("libreoffice", by_libreoffice)):
            name = f"{producer}-{doc['lang']}"
            if not only or name in only or producer in only:
                truth(doc, name)
                make(doc, name)
    if not only or "columns" in only:
        columns()
    if not only or "lined" in only:
        lined()
    if not only or "paged" in only:
        paged()
    if not only or "tables" in only:
        tables()


if __name__ == "__main__":
    main()
