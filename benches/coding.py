#!/usr/bin/env python3
"""100,000 passages coded by 300 rules, beside one regular expression a rule in Python.

    cargo build --release && python3 benches/coding.py --passages 100000 --rules 300 --runs 3

Needs nothing but Python. Passages: lines of the Russian and Kazakh documents of `../shared` (or of
`DARYN_SHARED`), shuffled, 500 to a file. Half of the rules are Russian, half Kazakh. Each has three
words that are found by stem, two with `*`, two phrases, one pair of words near each other through a
clue, and one word that must not be there; all are taken from the text, so that they match, but stand in few passages.

Timed are wall clock and CPU time, user and system, of whole processes, for daryn on one thread and on
all: reading the files as Markdown with their structure, finding lead-ins, coding, writing a line of JSON
for each coding with its passage. The peer reads the same files, splits them into lines, and searches
each line with one compiled alternation a rule for what must be there and one for what must not be: the
usual way of an analyst. It has no stems (words are given to it by their first five letters), no lead-ins
and no pairs, so its codings are other ones; both numbers of codings are printed, as lines. It looks at a twentieth
of the passages, and its time is multiplied.

daryn keeps what became of each document, so every run but one has an empty cache; "unchanged rerun" takes
everything from the cache of a run before it, which is not timed.

The last two lines are the built-in codebook with its rules on the same passages, and reading alone on
one thread: what is more than that is coding and writing.
"""

import argparse
import json
import os
import random
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parent.parent
DARYN = Path(os.environ.get("DARYN", ROOT / "target" / "release" / "daryn"))
SHARED = Path(os.environ.get("DARYN_SHARED", ROOT.parent / "shared")) / "data" / "documents"
PEER_SHARE = 20
RERUN = "daryn, unchanged rerun"


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--passages", type=int, default=100_000)
    arguments.add_argument("--rules", type=int, default=300)
    arguments.add_argument("--runs", type=int, default=3)
    arguments.add_argument("--peer", nargs=2, help=argparse.SUPPRESS)
    given = arguments.parse_args()
    if given.peer:
        return peer(*given.peer)
    random.seed(8)
    lines = {"ru": texts("rus"), "kk": texts("kaz")}
    if not all(lines.values()):
        return print("the documents of ../shared are not there: nothing is measured")
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        few, size = write(folder / "all", folder / "few", lines, given.passages)
        write_rules(folder, lines, given.rules)
        print(f"{given.passages} passages, {size / 1e6:.1f} MB, {given.rules} rules")
        own = ["--codebook", folder / "codebook.toml", "--rules", folder / "rules.toml"]
        daryn = [DARYN, "code", folder / "all", "--format", "json"]
        tasks = {
            "daryn, 1 thread": [*daryn, *own, "--threads", "1"],
            "daryn, all threads": [*daryn, *own],
            RERUN: [*daryn, *own, "--threads", "1"],
            f"python re, 1/{PEER_SHARE} of it": [sys.executable, __file__, "--peer", few, folder / "rules.json"],
            "daryn, built-in rules": daryn,
            "daryn read, no coding": [DARYN, "read", *sorted((folder / "all").iterdir())],
        }
        times = {name: [] for name in tasks}
        found = {}
        for _ in range(given.runs):
            for name, task in tasks.items():
                cache = folder / "cache"
                shutil.rmtree(cache, ignore_errors=True)
                if name == RERUN:
                    run(task, folder / "out", cache)
                wall, cpu, found[name] = run(task, folder / "out", cache)
                times[name].append((cpu, wall))
        for name, runs in times.items():
            cpu, wall = (median(values) for values in zip(*runs))
            print(f"{name:24} CPU {cpu:7.2f} s   wall {wall:7.2f} s   lines {found[name]:8}")
        ours = median(cpu for cpu, _ in times["daryn, 1 thread"])
        theirs = median(cpu for cpu, _ in times[f"python re, 1/{PEER_SHARE} of it"]) * PEER_SHARE
        print(f"ratio of CPU seconds, python re / daryn: {theirs / ours:.1f}")
        again = median(cpu for cpu, _ in times[RERUN])
        print(f"ratio of CPU seconds, first run / unchanged rerun: {ours / again:.1f}")


def texts(language):
    """Lines of the documents in a language that are long enough to be passages."""
    files = sorted(SHARED.glob(f"*/{language}*.md"))
    lines = [line.strip() for file in files for line in file.read_text(encoding="utf-8").splitlines()]
    return [line for line in lines if len(line) > 40 and not line.startswith((">", "|", "#", "<"))]


def write(everything, few, lines, passages):
    """Files of 500 passages, of one language each; a twentieth of them once more."""
    everything.mkdir(), few.mkdir()
    size = 0
    for number in range(-(-passages // 500)):
        chosen = random.choices(lines["ru" if number % 2 else "kk"], k=min(500, passages - 500 * number))
        # No line of the texts is a title, so each is one passage.
        text = "\n\n".join(chosen) + "\n"
        (everything / f"{number:04}.md").write_text(text, encoding="utf-8")
        if number % PEER_SHARE == 0:
            (few / f"{number:04}.md").write_text(text, encoding="utf-8")
        size += len(text.encode())
    return few, size


def write_rules(folder, lines, many):
    """A codebook of 100 codes, rules for it, and the regular expressions of the peer."""
    quoted = lambda items: json.dumps(items, ensure_ascii=False)
    codes = "".join(f'[[code]]\nid = "c{n}"\nname_en = "c{n}"\n' for n in range(100))
    (folder / "codebook.toml").write_text(f'[codebook]\nid = "c"\nversion = "1"\n{codes}', encoding="utf-8")
    rules, peers = ['[rules]\ncodebook = "c"\ncodebook_version = "1"\nversion = "1"\n'], []
    rare = {language: rare_words(of) for language, of in lines.items()}
    for number in range(many):
        language = "ru" if number % 2 else "kk"
        words = random.choices(rare[language], k=3)
        stars = [word[:6] + "*" for word in random.choices(rare[language], k=2)]
        phrases = [phrase(random.choice(rare[language]), lines[language]) for _ in range(2)]
        pair, absent = [random.choice(rare[language]) for _ in range(2)], random.choice(rare[language])
        clue = f'[[clue]]\nid = "n{number}"\nlanguage = "{language}"\nnear = [{{ a = {quoted(pair[0])}, b = {quoted(pair[1])}, within = 6 }}]\n'
        rules.append(
            f'{clue}[[rule]]\nid = "r{number}"\ncode = "c{number % 100}"\nlanguage = "{language}"\n'
            f'any = {quoted([*words, *stars, *phrases, f"@n{number}"])}\nnone = [{quoted(absent)}]\n'
        )
        wanted = [rf"\b{w[:5]}\w*" for w in words] + [rf"\b{s[:-1]}\w*" for s in stars]
        wanted += [r"\b" + r"\W+".join(map(re.escape, phrase.split())) + r"\b" for phrase in phrases]
        peers.append([f"c{number % 100}", "|".join(wanted), rf"\b{absent[:5]}\w*"])
    (folder / "rules.toml").write_text("".join(rules), encoding="utf-8")
    (folder / "rules.json").write_text(json.dumps(peers), encoding="utf-8")


def rare_words(lines):
    """Words whose first six letters stand in one line of 200 at most: rules are not for every passage."""
    found = {}
    for number, line in enumerate(lines):
        for word in re.findall(r"\w+", line.lower()):
            if len(word) > 5 and word.isalpha():
                found.setdefault(word[:6], (word, set()))[1].add(number)
    return sorted(word for word, places in found.values() if len(places) <= max(1, len(lines) / 200))


def phrase(word, lines):
    """The word with the one behind it, where it stands first."""
    for line in lines:
        words = re.findall(r"\w+", line.lower())
        if word in words[:-1]:
            return " ".join(words[words.index(word) :][:2])
    return word


def peer(folder, rules):
    """One search a rule and line."""
    rules = [(code, re.compile(yes), re.compile(no)) for code, yes, no in json.loads(Path(rules).read_text())]
    for file in sorted(Path(folder).iterdir()):
        for number, line in enumerate(file.read_text(encoding="utf-8").split("\n\n")):
            lower = line.lower()
            codes = {code for code, yes, no in rules if yes.search(lower) and not no.search(lower)}
            for code in sorted(codes):
                print(json.dumps({"document": file.name, "passage": number, "code": code, "quote": line}))


def run(task, out, cache):
    """Wall clock, CPU seconds and lines of the output of a process."""
    environment = {**os.environ, "DARYN_CACHE": str(cache)}
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    with open(out, "wb") as file:
        done = subprocess.run([str(part) for part in task], stdout=file, stderr=subprocess.PIPE, env=environment)
    wall = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode:
        sys.exit(done.stderr.decode())
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    with open(out, "rb") as file:
        return wall, cpu, sum(1 for _ in file)


if __name__ == "__main__":
    main()
