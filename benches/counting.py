#!/usr/bin/env python3
"""Categories of a dictionary counted in a large text, beside scikit-learn; tokens beside spaCy.

    cargo build --release && python3 benches/counting.py --megabytes 60 --runs 3

Needs `scikit-learn`, and `spacy` for the second table, in the Python that runs it; what is missing
is said and left out. Texts: lines of Russian and Kazakh documents of `../shared` (or of
`DARYN_SHARED`) and English paragraphs out of documentation that lies on this machine, shuffled again
and again until the size is reached. So vocabularies are small, for both sides alike.

The dictionary has 30 categories of 10 patterns, of which 30 patterns are of two or three words; of
the others one in three ends with `*`. All are taken from the text, so that they match.

Timed is the CPU time, user and system, of a whole process on one thread: reading the file, counting
each category in each line, and adding up. The peer makes counts the way its users do: one pass of
`CountVectorizer` with the token rule given below over words, the columns that match the patterns of
a category added up; a second vectorizer with `vocabulary` and `ngram_range` for patterns of several
words. Its lines are given to it as a stream; with one `ngram_range=(1, 3)` for all it would need
much more memory and time. The sums per category of both are compared: they differ where patterns of
one category overlap, since daryn counts each word once in a category; with `--every-match` only by
the token rules.
"""

import argparse
import json
import os
import random
import re
import subprocess
import sys
import tempfile
import time
from collections import Counter
from fnmatch import fnmatchcase
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parent.parent
DARYN = Path(os.environ.get("DARYN", ROOT / "target" / "release" / "daryn"))
SHARED = Path(os.environ.get("DARYN_SHARED", ROOT.parent / "shared")) / "data" / "documents"
TOKEN = r"(?u)\b\w+\b"


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--megabytes", type=float, default=60)
    arguments.add_argument("--runs", type=int, default=3)
    arguments.add_argument("--peer", nargs=2, help=argparse.SUPPRESS)
    given = arguments.parse_args()
    if given.peer:
        return peer(*given.peer)
    random.seed(7)
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        for language, lines in (("en", english()), ("ru", law("rus")), ("kk", law("kaz"))):
            if not lines:
                print(f"{language}: no text on this machine, left out")
                continue
            text = folder / f"{language}.txt"
            size = write(text, lines, given.megabytes * 1e6)
            words = Counter(word for line in lines for word in re.findall(TOKEN, line.lower()))
            print(f"\n{language}: {size / 1e6:.1f} MB, {len(words)} different words")
            dictionary = folder / f"{language}.toml"
            patterns = make_dictionary(lines)
            dictionary.write_text(
                "".join(f"{name} = {json.dumps(of, ensure_ascii=False)}\n" for name, of in patterns.items()),
                encoding="utf-8",
            )
            speed(text, dictionary, size, given.runs)
            tokens(text, folder)
            text.unlink()


def english():
    """Paragraphs of prose out of documentation."""
    places = [
        (Path("/usr/share/perl"), "**/*.pod"),
        (Path(os.__file__).parent, "**/*.py"),
        (Path("/usr/share/common-licenses"), "*"),
        (Path("/usr/share/doc"), "**/*.txt"),
        (Path.home() / ".cargo/registry/src", "*/*/*.md"),
    ]
    paragraphs = {}
    for place, pattern in places:
        for path in sorted(place.glob(pattern)) if place.is_dir() else []:
            try:
                text = path.read_text(encoding="utf-8")
            except (OSError, UnicodeError):
                continue
            for paragraph in re.split(r"\n\s*\n", text):
                words = paragraph.split()
                plain = sum(word.strip(".,;:()").isalpha() for word in words)
                if len(words) > 12 and plain > 0.8 * len(words):
                    paragraphs[" ".join(words)] = None
    return list(paragraphs)


def law(name):
    lines = []
    for path in sorted(SHARED.glob(f"*/{name}*.md")):
        lines += [line.strip() for line in path.read_text(encoding="utf-8").splitlines()]
    return [line for line in lines if len(line) > 40]


def write(path, lines, size):
    done = 0
    with open(path, "w", encoding="utf-8") as out:
        while done < size:
            random.shuffle(lines)
            for line in lines:
                done += out.write(line + "\n") and len(line.encode()) + 1
                if done >= size:
                    break
    return done


def make_dictionary(lines):
    """30 categories of 9 single words and one of several words each."""
    tokens = [re.findall(TOKEN, line.lower()) for line in lines]
    words = Counter(word for line in tokens for word in line if len(word) > 3 and word.isalpha())
    singles = [word for word, _ in words.most_common(600)]
    random.shuffle(singles)
    phrases = Counter()
    for line in tokens:
        for n in (2, 3):
            for run in zip(*(line[k:] for k in range(n))):
                if all(len(word) > 2 and word.isalpha() for word in run):
                    phrases[run] += 1
    phrases = [" ".join(run) for run, _ in phrases.most_common(400)]
    random.shuffle(phrases)
    patterns = {}
    for category in range(30):
        of = singles[category * 9 : category * 9 + 9]
        of = [word[:-1] + "*" if place % 3 == 0 else word for place, word in enumerate(of)]
        patterns[f"c{category:02}"] = of + [phrases[category]]
    return patterns


# Measures from a small process: a child begins with the peak memory of its parent.
MEASURE = """
import json, os, sys, time
started = time.monotonic()
pid = os.posix_spawn(sys.argv[1], sys.argv[1:], os.environ)
_, status, usage = os.wait4(pid, 0)
told = [os.waitstatus_to_exitcode(status), usage.ru_utime + usage.ru_stime, usage.ru_maxrss,
        time.monotonic() - started]
print(json.dumps(told), file=sys.stderr)
"""


def run(command):
    """Seconds of CPU, peak memory in MB, seconds on the clock, output."""
    ran = subprocess.run(
        [sys.executable, "-S", "-c", MEASURE, *map(str, command)], capture_output=True, text=True
    )
    code, cpu, peak, clock = json.loads(ran.stderr.splitlines()[-1])
    if code:
        sys.exit(f"{command} ended with {code}: {ran.stderr}")
    return cpu, peak / (1 << 20 if sys.platform == "darwin" else 1 << 10), clock, ran.stdout


def speed(text, dictionary, size, runs):
    mine = [DARYN, "count", "--lines", text, "--dictionary", dictionary]
    commands = {
        "daryn, each line": [*mine, "--threads", "1"],
        "daryn, total": [*mine, "--total", "--threads", "1"],
        "daryn, total, 2 threads": [*mine, "--total", "--threads", "2"],
        "scikit-learn": [sys.executable, __file__, "--peer", text, dictionary],
    }
    try:
        import sklearn

        print(f"scikit-learn {sklearn.__version__}, Python {sys.version.split()[0]}")
    except ImportError:
        print("scikit-learn is not installed: it is not in this table")
        del commands["scikit-learn"]
    measured = {name: [] for name in commands}
    for _ in range(runs):
        for name, command in commands.items():
            measured[name].append(run(command))
    middle = {name: median(one[0] for one in all) for name, all in measured.items()}
    print(f"{'':26}{'CPU s':>8}{'clock s':>9}{'MB per CPU s':>14}{'peak MB':>9}")
    for name, all in measured.items():
        clock, peak = median(one[2] for one in all), max(one[1] for one in all)
        print(f"{name:26}{middle[name]:8.2f}{clock:9.2f}{size / 1e6 / middle[name]:14.1f}{peak:9.0f}")
    if "scikit-learn" in middle:
        told = [json.loads(one[3]) for one in measured["scikit-learn"]]
        imports, words = (median(one[name] for one in told) for name in ("imports", "words"))
        print(f"scikit-learn: imports {imports:.2f} CPU s, single words {words - imports:.2f}")
        for name in ("daryn, each line", "daryn, total"):
            own = middle[name]
            print(
                f"{name}: {middle['scikit-learn'] / own:.1f} times scikit-learn per CPU second,"
                f" {(middle['scikit-learn'] - imports) / own:.1f} without its imports,"
                f" {(words - imports) / own:.1f} if it counts single words only"
            )
        every = run([*mine, "--total", "--every-match"])[3].splitlines()[1:]
        ours = dict(line.rsplit(",", 1) for line in every)
        theirs = told[0]["sums"]
        worst = max(abs(int(ours.get(name, 0)) - n) / max(n, 1) for name, n in theirs.items())
        print(
            f"categories: {sum(map(int, ours.values()))} and {sum(theirs.values())} matches,"
            f" the most different category by {worst:.2%}"
        )


def peer(text, dictionary):
    """The same counts by scikit-learn."""
    import tomllib

    import numpy
    from sklearn.feature_extraction.text import CountVectorizer

    imports = time.process_time()
    patterns = tomllib.loads(Path(dictionary).read_text(encoding="utf-8"))
    several = sorted({p for of in patterns.values() for p in of if " " in p})
    sums = dict.fromkeys(patterns, 0)
    with open(text, encoding="utf-8") as lines:
        vectorizer = CountVectorizer(token_pattern=TOKEN)
        counts = vectorizer.fit_transform(lines)
    names = vectorizer.get_feature_names_out()
    for category, of in patterns.items():
        single = [p for p in of if " " not in p]
        columns = [i for i, n in enumerate(names) if any(fnmatchcase(n, p) for p in single)]
        sums[category] += int(numpy.asarray(counts[:, columns].sum(axis=1)).sum())
    words = time.process_time()
    with open(text, encoding="utf-8") as lines:
        longest = max(len(p.split()) for p in several)
        vectorizer = CountVectorizer(
            token_pattern=TOKEN, ngram_range=(2, longest), vocabulary=several
        )
        counts = vectorizer.transform(lines)
    for category, of in patterns.items():
        columns = [several.index(p) for p in of if " " in p]
        sums[category] += int(numpy.asarray(counts[:, columns].sum(axis=1)).sum())
    print(json.dumps({"sums": sums, "imports": imports, "words": words}))


def tokens(text, folder):
    """How many tokens each finds in the first megabyte, and what makes the difference."""
    part = folder / "part.txt"
    with open(text, encoding="utf-8") as lines:
        part.write_text("".join(lines.readlines(1_000_000)), encoding="utf-8")
    content = part.read_text(encoding="utf-8")
    out = run([DARYN, "count", "--lines", part, "--features", "--format", "json"])[3]
    ours = Counter({row["feature"]: row["count"] for row in json.loads(out)})
    print(f"tokens of the first {len(content.encode()) / 1e6:.1f} MB: daryn {ours.total()}")
    theirs = Counter(re.findall(TOKEN, content.lower()))
    explain("scikit-learn with " + TOKEN, ours, theirs)
    default = Counter(re.findall(r"(?u)\b\w\w+\b", content.lower()))
    single = sum(n for word, n in theirs.items() if len(word) == 1)
    print(f"  scikit-learn by default: {default.total()}, words of one letter left out: {single}")
    try:
        import spacy
    except ImportError:
        print("  spaCy is not installed: it is not in this table")
        return
    code = text.stem
    try:
        nlp = spacy.blank(code)
    except ImportError:
        print(f"  spaCy has no class for {code}: its rules for any language are taken")
        nlp = spacy.blank("xx")
    nlp.max_length = 10_000_000
    found = Counter()
    for line in content.splitlines():
        found.update(token.lower_ for token in nlp.make_doc(line) if not token.is_space)
    marks = sum(n for word, n in found.items() if not any(map(str.isalnum, word)))
    held = Counter({word: n for word, n in found.items() if any(map(str.isalnum, word))})
    print(f"  spaCy {spacy.__version__}: {found.total()}, of which {marks} are marks alone")
    explain("spaCy without marks", ours, held)


KINDS = (
    ("with a hyphen, dash or slash", re.compile(r"\w[-‐-―/]+\w")),
    ("with an apostrophe", re.compile(r"['’]")),
    ("numbers with marks", re.compile(r"\d[.,:;]\d")),
    ("with a point, colon or other mark", re.compile(r"[^\w\s]")),
    ("with an underscore", re.compile(r"_")),
    ("digits with letters", re.compile(r"\d[^\W\d_]|[^\W\d_]\d")),
)


def kind(word):
    return next((name for name, rule in KINDS if rule.search(word)), "plain words")


def pieces(tokens):
    """Tokens divided at every mark."""
    divided = Counter()
    for word, n in tokens.items():
        for piece in re.findall(r"[^\W_]+", word):
            divided[piece] += n
    return divided


def explain(name, ours, theirs):
    """Tokens that one side has more often, by kind; and what is left if both sides are divided at
    every mark, so that they differ only where a letter or digit is taken for something else."""
    difference = theirs.total() / ours.total() - 1
    print(f"  {name}: {theirs.total()} ({difference:+.2%})")
    kinds = {}
    for sign, more in ((0, ours - theirs), (1, theirs - ours)):
        for word, n in more.items():
            kinds.setdefault(kind(word), [0, 0])[sign] += n
    for of, (a, b) in sorted(kinds.items()):
        print(f"    {of:36} only ours {a:7}, only theirs {b:7}")
    ours, theirs = pieces(ours), pieces(theirs)
    left = ((ours - theirs).total() + (theirs - ours).total()) / 2 / ours.total()
    difference = theirs.total() / ours.total() - 1
    print(f"    both divided at every mark: {difference:+.3%}, other pieces {left:.3%}")


if __name__ == "__main__":
    main()
