#!/usr/bin/env python3
"""Makes PDFs that are locked, scanned, broken or set in unusual ways: see README.md."""

import pathlib
import subprocess
import tempfile

import img2pdf
import pikepdf
import typst

HERE = pathlib.Path(__file__).parent
FONT = "DejaVu Serif"


def small():
    """One page in two languages."""
    (HERE / "small.typ").write_text(f"""#set document(date: none)
#set page(width: 300pt, height: 200pt, margin: 30pt)
#set text(font: "{FONT}", size: 10pt)
Совет рассмотрел отчет о работе библиотек и решил открыть читальный зал в выходные дни.

Кеңес кітапханалардың жұмысы туралы есепті қарап, оқу залын демалыс күндері ашуға шешім қабылдады.
""")
    typst.compile(str(HERE / "small.typ"), output=str(HERE / "small.pdf"))


def locked():
    def qpdf(name, *options):
        subprocess.run(["qpdf", "--allow-weak-crypto", "--static-id",
                        *options, "--", str(HERE / "small.pdf"), str(HERE / name)], check=True)
    qpdf("rc4.pdf", "--encrypt", "", "owner", "128", "--use-aes=n")
    qpdf("rc4-40.pdf", "--encrypt", "", "owner", "40")
    qpdf("aes128.pdf", "--encrypt", "", "owner", "128", "--use-aes=y")
    qpdf("aes256.pdf", "--encrypt", "", "owner", "256")
    qpdf("password.pdf", "--encrypt", "secret", "owner", "256")


def scanned():
    """A page of words, and two that are pictures of it."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["pdftoppm", "-r", "50", "-gray", "-png", str(HERE / "small.pdf"), f"{folder}/page"], check=True)
        picture = next(pathlib.Path(folder).glob("page*.png"))
        size = img2pdf.get_layout_fun((300, 200))
        (pathlib.Path(folder) / "scan.pdf").write_bytes(img2pdf.convert([str(picture)] * 2, layout_fun=size, nodate=True))
        with pikepdf.open(HERE / "small.pdf") as words, pikepdf.open(f"{folder}/scan.pdf") as scan:
            words.pages.extend(scan.pages)
            words.save(HERE / "scan.pdf", static_id=True)
            scan.save(HERE / "scan-only.pdf", static_id=True)
    (HERE / "scan.pdf.txt").write_text("Первая страница не нужна.\n\fВторая страница: читальный зал открыт.\n\fҮшінші бет: оқу залы ашық.\n")


def broken():
    data = (HERE / "small.pdf").read_bytes()
    (HERE / "truncated.pdf").write_bytes(data[:len(data) * 6 // 10])
    at = data.rindex(b"startxref")
    (HERE / "broken-xref.pdf").write_bytes(data[:at] + b"startxref\n123456789\n%%EOF\n")
    with pikepdf.open(HERE / "small.pdf") as pdf:
        for thing in pdf.objects:
            if isinstance(thing, pikepdf.Dictionary) and "/ToUnicode" in thing:
                del thing["/ToUnicode"]
        pdf.save(HERE / "no-unicode.pdf", static_id=True)


def layouts():
    """A page in three columns, a page that is turned, an approval at the right edge, contents."""
    (HERE / "layouts.typ").write_text(f"""#set document(date: none)
#set page(width: 500pt, height: 300pt, margin: 36pt)
#set text(font: "{FONT}", size: 8pt)
#set par(justify: true)
#columns(3, gutter: 14pt)[
Первая колонка рассказывает о том, как совет выбирал место для новой школы и почему отказался от участка у реки, где весной поднимается вода.

Жители предложили три других участка, и каждый из них осмотрела комиссия вместе с инженерами и врачами, которые проверяли почву и воздух.
#colbreak()
Вторая колонка посвящена расходам: стены и крыша обошлись дешевле, чем ожидалось, зато дорога потребовала вдвое больше щебня и песка.

Совет решил покрыть разницу из запаса и просил подрядчика закончить работу до начала учебного года, чтобы занятия не пришлось переносить.
#colbreak()
Үшінші бағанда мектептің ашылуы туралы айтылады: алғашқы қоңырауға ауылдың барлық тұрғыны жиналды, ал мұғалімдер балаларға кітап сыйлады.

Келесі жылы мектеп жанынан шеберхана ашылмақ, оған қажет құралдар тізімі дайын, тек жылу жүйесін тексеру қалды.
]
#pagebreak()
#set par(justify: false)
#align(right)[#box(width: 150pt)[#align(left)[УТВЕРЖДЕНЫ\\
постановлением совета\\
от 3 мая 2020 года № 15]]]

#align(center)[*ПРАВИЛА*\\
*пользования читальным залом*]

#box(width: 100%)[Глава 1. Общие положения #box(width: 1fr, repeat[.]) 3]\\
#box(width: 100%)[Глава 2. Запись читателей #box(width: 1fr, repeat[.]) 5]

1. Зал открыт каждый день, кроме понедельника.

2. Читатель записывается один раз:

1) предъявляет удостоверение личности и называет адрес, по которому живет в этом году вместе с семьей;

2) получает билет.
""")
    typst.compile(str(HERE / "layouts.typ"), output=str(HERE / "layouts.pdf"))
    with pikepdf.open(HERE / "small.pdf") as pdf:
        # The words stand across the page, and the page is turned so that they stand upright.
        page = pdf.pages[0]
        page.MediaBox = [0, 0, 200, 300]
        page.contents_add(b"q 0 1 -1 0 200 0 cm\n", prepend=True)
        page.contents_add(b"\nQ")
        page.Rotate = 90
        pdf.save(HERE / "turned.pdf", static_id=True)
        page.Rotate = 0
        pdf.save(HERE / "across.pdf", static_id=True)


def not_embedded():
    """Letters of a font that every program is expected to have, in the order of windows-1251."""
    names = [f"/afii{10017 + place + (1 if place >= 6 else 0)}" for place in range(32)]
    names += [f"/afii{10065 + place + (1 if place >= 6 else 0)}" for place in range(32)]
    with pikepdf.new() as pdf:
        pdf.add_blank_page(page_size=(300, 200))
        name = pikepdf.Name("/TimesNewRomanPSMT")
        encoding = pikepdf.Dictionary(
            Type=pikepdf.Name.Encoding, BaseEncoding=pikepdf.Name.WinAnsiEncoding,
            Differences=pikepdf.Array([192] + [pikepdf.Name(letter) for letter in names]))
        about = pikepdf.Dictionary(
            Type=pikepdf.Name.FontDescriptor, FontName=name, Flags=32, ItalicAngle=0, Ascent=800, Descent=-200,
            CapHeight=700, StemV=80, FontBBox=pikepdf.Array([0, -200, 1000, 800]))
        font = pikepdf.Dictionary(
            Type=pikepdf.Name.Font, Subtype=pikepdf.Name.TrueType, BaseFont=name, Encoding=encoding, FirstChar=32,
            LastChar=255, Widths=pikepdf.Array([500] * 224), FontDescriptor=pdf.make_indirect(about))
        page = pdf.pages[0]
        page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F=pdf.make_indirect(font)))
        words = "Совет рассмотрел отчет".encode("cp1251")
        page.Contents = pdf.make_stream(b"BT /F 10 Tf 30 100 Td (" + words + b") Tj ET")
        pdf.save(HERE / "not-embedded.pdf", static_id=True)


if __name__ == "__main__":
    small()
    locked()
    scanned()
    broken()
    layouts()
    not_embedded()
