#!/usr/bin/env python3
"""The Kazakh stemmer beside hunspell and beside first letters, on the labelled forms of the tests.

    cargo build --release && python3 benches/stems.py

Needs Debian's `hunspell` and `hunspell-kk`. Joined: share of pairs of forms of one word that get
one key. Wrong: share of joined pairs that are of different words. Hunspell leaves a word that it does
not know as it is, and may give several stems: the shortest is taken.
"""

import subprocess
import sys
from itertools import combinations
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DARYN = ROOT / "target" / "release" / "daryn"
FORMS = ROOT / "crates" / "daryn-text" / "tests" / "data" / "kazakh-forms.tsv"


def ours(words):
    out = subprocess.run(
        [DARYN, "stem", "--lang", "kk", "--lines", "-"],
        input="\n".join(words) + "\n",
        text=True,
        capture_output=True,
        check=True,
    ).stdout.splitlines()
    return dict(zip(words, out, strict=True))


def hunspell(words):
    out = subprocess.run(
        ["hunspell", "-d", "kk_KZ", "-i", "utf-8", "-s"],
        input="\n".join(words) + "\n",
        text=True,
        capture_output=True,
        check=True,
    ).stdout
    stems = {word: word for word in words}
    for line in out.splitlines():
        parts = line.split()
        if len(parts) == 2 and len(parts[1]) < len(stems.get(parts[0], "")):
            stems[parts[0]] = parts[1]
    return stems


def measure(rows, key):
    same = joined = right = 0
    labelled = [(key[form], word) for word, forms in rows for form in forms]
    for (key_a, word_a), (key_b, word_b) in combinations(labelled, 2):
        same += word_a == word_b
        joined += key_a == key_b
        right += key_a == key_b and word_a == word_b
    return right / same, (joined - right) / max(joined, 1)


def main():
    rows = {"seen": [], "unseen": []}
    for line in FORMS.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            word, part, forms = line.split("\t")
            rows[part].append((word, forms.split(" ")))
    words = sorted({form for part in rows.values() for _, forms in part for form in forms})
    keys = {"daryn": ours(words)}
    try:
        keys["hunspell kk_KZ"] = hunspell(words)
    except (OSError, subprocess.CalledProcessError):
        print("hunspell with kk_KZ is not installed: it is not in this table", file=sys.stderr)
    for length in (4, 5):
        keys[f"first {length} letters"] = {word: word[:length] for word in words}
    print(f"{'':20}{'part':>8}{'joined':>10}{'wrong':>10}")
    for part, of in rows.items():
        for name, key in keys.items():
            joined, wrong = measure(of, key)
            print(f"{name:20}{part:>8}{joined:10.1%}{wrong:10.1%}")


if __name__ == "__main__":
    main()
