#!/usr/bin/env python3
"""Makes crates/daryn-text/src/language/trigrams.txt, and measures languages on what was kept apart.

    python3 benches/trigrams.py [SHARED]             writes the table
    python3 benches/trigrams.py --measure [DARYN]    prints shares called right

Learns from messages of programs (gettext catalogues in /usr/share/locale, as Debian has them) in
eleven languages in Cyrillic and from acts in Russian and Kazakh: groups of three letters,
multinomial logistic regression without intercept. Catalogues and lines with a third of the checksums are kept apart.
Needs numpy, scipy, scikit-learn for the first. What is installed differs between machines, and with
it the table: it is kept in the repository, and made anew only on purpose.
"""

import collections
import gettext
import glob
import random
import re
import subprocess
import sys
import zlib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TABLE = ROOT / "crates" / "daryn-text" / "src" / "language" / "trigrams.txt"
LETTERS = "_абвгдеёжзийклмнопрстуфхцчшщъыьэюяәғқңөұүһіїєґўҳҗ"
GROUPS = {
    "ru": 0,
    "kk": 1,
    "uk": 2,
    "be": 3,
    "ky": 4,
    "tt": 4,
    "uz@cyrillic": 4,
    "bg": 5,
    "mk": 5,
    "sr": 5,
    "mn": 5,
    "tg": 5,
}
ACTS = [
    ("law-2011-0722-migration/kaz.2023.md", "kk"),
    ("gov-2022-1005-research-internships/kaz.md", "kk"),
    ("law-2011-0722-migration/rus.2023-04-19.md", "ru"),
    ("gov-2022-1005-research-internships/rus.md", "ru"),
    ("gov-2022-0715-investment-policy-concept/rus.md", "ru"),
]
KEPT = 2500


def bare(text):
    marks = r"<[^>]+>|&\w+;|%[-\d$.]*[a-zA-Z]+|\{[^}]*\}|[_\\]n?"
    return re.sub(r"\s+", " ", re.sub(marks, "", text)).strip()


def is_apart(name):
    return zlib.crc32(name.encode()) % 3 == 0


def messages(language):
    """Messages, each with whether it is kept apart."""
    found = {}
    for path in sorted(glob.glob(f"/usr/share/locale/{language}/LC_MESSAGES/*.mo")):
        try:
            with open(path, "rb") as file:
                catalogue = gettext.GNUTranslations(file)._catalog
        except (OSError, ValueError, IndexError):
            continue
        for original, text in catalogue.items():
            if not isinstance(text, str) or text == original or not original:
                continue
            text = bare(text)
            cyrillic = len(re.findall("[\u0400-\u04ff]", text))
            if cyrillic >= 6 and cyrillic >= 4 * len(re.findall("[A-Za-z]", text)):
                found.setdefault(text, is_apart(path.rsplit("/", 1)[1]))
    return sorted(found.items())


def learning(shared):
    """Language, text, whether it is kept apart."""
    rows = []
    for language in GROUPS:
        own = messages(language)
        random.Random(1).shuffle(own)
        rows += [(language, text, apart) for text, apart in own[:9000]]
    for path, language in ACTS:
        for line in sorted(set((shared / "data" / "documents" / path).open(encoding="utf-8"))):
            text = bare(line).replace("i", "і") if language == "kk" else bare(line)
            if len(re.findall("[\u0400-\u04ff]", text)) > 8:
                words, apart = text.split(), is_apart(text)
                rows.append((language, text, apart))
                # Short lines are as frequent as long ones where it matters.
                for at in range(0, len(words) - 3, 9):
                    rows.append((language, " ".join(words[at : at + 3]), apart))
    return rows


def groups(text):
    found = collections.Counter()
    for word in re.findall("[\u0400-\u04ff]+", text.lower()):
        word = "_" + "".join(letter if letter in LETTERS else "?" for letter in word) + "_"
        found.update(word[at : at + 3] for at in range(len(word) - 2))
    return found


def make(shared):
    import numpy
    from scipy import sparse
    from sklearn.linear_model import LogisticRegression

    rows = [row for row in learning(shared) if not row[2]]
    counted = [groups(text) for _, text, _ in rows]
    frequent = collections.Counter(group for found in counted for group in found)
    # Few messages are in some languages; short texts tell less.
    rare = {"kk": 2, "ky": 5, "tt": 5, "uz@cyrillic": 5, "ru": 1, "uk": 1, "be": 1}
    weights = [rare.get(row[0], 0.7) * min(len(row[1]), 60) / 40 for row in rows]
    wanted = [GROUPS[row[0]] for row in rows]

    def fitted(names):
        places = {name: place for place, name in enumerate(names)}
        data, across, down = [], [], []
        for row, found in enumerate(counted):
            for name, count in found.items():
                if name in places:
                    data.append(count / sum(found.values()))
                    across.append(places[name])
                    down.append(row)
        matrix = sparse.csr_matrix((data, (down, across)), shape=(len(rows), len(names)))
        model = LogisticRegression(C=30, fit_intercept=False, max_iter=200)
        model.fit(matrix, wanted, sample_weight=weights)
        return model.coef_ - model.coef_.mean(0)

    names = [name for name, count in frequent.items() if count >= 4]
    tells = numpy.abs(fitted(names)).max(0) * numpy.sqrt([frequent[name] for name in names])
    names = sorted(names[place] for place in numpy.argsort(-tells)[:KEPT])
    table = fitted(names)
    scale = 100 / numpy.percentile(numpy.abs(table), 99.7)
    table = numpy.clip(numpy.round(table * scale), -127, 127).astype(int)
    head = [line for line in TABLE.read_text(encoding="utf-8").splitlines() if line[0] == "#"]
    lines = [f"{name} {' '.join(map(str, table[:, place]))}" for place, name in enumerate(names)]
    TABLE.write_text("\n".join([*head, *lines]) + "\n", encoding="utf-8")


def measure(daryn):
    print(f"{'':14}{'over 40 characters':>24}{'9 to 40':>18}")
    for language in GROUPS:
        row = f"{language:14}"
        for lengths, width in ((range(41, 10_000), 24), (range(9, 41), 18)):
            own = [text for text, apart in messages(language) if apart and len(text) in lengths]
            if not own:
                continue
            text = "\n".join(own) + "\n"
            out = subprocess.run(
                [daryn, "language", "--lines", "-"], input=text, text=True, capture_output=True
            ).stdout.splitlines()
            wanted = language if language in ("ru", "kk") else "other"
            row += f"{f'{out.count(wanted) / len(own):.1%} of {len(own):,}':>{width}}"
        print(row)


if __name__ == "__main__":
    if "--measure" in sys.argv:
        rest = sys.argv[sys.argv.index("--measure") + 1 :]
        measure(rest[0] if rest else ROOT / "target" / "release" / "daryn")
    else:
        make(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT.parent / "shared")
