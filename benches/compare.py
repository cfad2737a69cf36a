#!/usr/bin/env python3
"""Two editions of a law compared: what is found beside difflib, and the time beside peers, in one run.

    cargo build --release -p daryn && python3 benches/compare.py [--runs 7]

Needs the migration law in the shared data (DARYN_SHARED, or `../shared`) and git; nothing else.

Values: articles are cut out of the Markdown by regular expressions, and the share of the words of
the shorter text is counted with `collections.Counter`: the peer's sets of kept, edited, rewritten and
new articles are printed beside ours.

Time: CPU seconds and seconds by the clock (whole process with its start) of `daryn compare --format
json`, beside
- difflib: the same articles, pairs by number, else by best ratio of words, SequenceMatcher over the
  words of each pair (autojunk off);
- `git diff --no-index --word-diff=porcelain`: differences of words only; it aligns no articles.
Runs are interleaved; medians are printed with their ratio.
"""

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DARYN = Path(os.environ.get("DARYN", ROOT / "target" / "release" / "daryn"))
SHARED = Path(os.environ.get("DARYN_SHARED", ROOT.parent / "shared"))
LAW = SHARED / "data" / "documents" / "law-2011-0722-migration"

PEER = r"""
import difflib, json, re, sys
from collections import Counter

def articles(path):
    text, found = open(path, encoding="utf-8").read(), {}
    for piece in re.split(r"(?m)^(?:<a id=.*>\s*)?### (?=[СC]татья)", text)[1:]:
        piece = re.split(r"(?m)^## ", piece)[0]
        label = re.match(r"[СC]татья (\d+(?:-\d+)?)", piece)[1]
        lines = [l.strip() for l in piece.splitlines()]
        lines = [l for l in lines if l and not l.startswith((">", "<"))]
        found[label] = re.findall(r"\w+", "\n".join(lines).lower())
    return found

old, new = articles(sys.argv[1]), articles(sys.argv[2])
letters = lambda words: Counter(w for w in words if not w.isdigit())
share = lambda a, b: (letters(a) & letters(b)).total() / max(1, min(letters(a).total(), letters(b).total()))
result = {"kept": [], "edited": [], "rewritten": [], "new": [], "dropped": []}
free = {label for label in new if label not in old}
for label, words in old.items():
    if label in new:
        other = new[label]
    else:
        best = max(free, key=lambda l: difflib.SequenceMatcher(None, words, new[l], False).ratio(), default=None)
        if best is None or share(words, new[best]) < 0.5:
            result["dropped"].append(label)
            continue
        other = new[best]
        free.discard(best)
    if words == other:
        result["kept"].append(label)
    elif share(words, other) >= 0.5:
        result["edited"].append(label)
        difflib.SequenceMatcher(None, words, other, False).get_opcodes()
    else:
        result["rewritten"].append(label)
result["new"] = sorted(free)
print(json.dumps(result))
"""


def run(command, **how):
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    ran = subprocess.run(command, capture_output=True, text=True, **how)
    clock = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return ran.stdout, cpu, clock


def ours(text):
    result = {"kept": [], "edited": [], "rewritten": [], "new": [], "dropped": []}
    for pair in json.loads(text)["pairs"]:
        label = (pair["new"] or pair["old"])["label"]
        status = pair["status"]
        if pair["note"] == "rewritten-under-the-same-number":
            status = "rewritten"
        if label not in result.setdefault(status, []):
            result[status].append(label)
    return result


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--runs", type=int, default=7)
    runs = parser.parse_args().runs
    if not LAW.is_dir():
        sys.exit(f"no {LAW}")
    files = [LAW / "rus.2014.md", LAW / "rus.2023-04-19.md"]
    commands = {
        "daryn compare": [DARYN, "compare", *files, "--format", "json"],
        "difflib": [sys.executable, "-c", PEER, *files],
        "git diff --word-diff": ["git", "diff", "--no-index", "--word-diff=porcelain", *files],
    }
    outputs, cpu, clock = {}, {name: [] for name in commands}, {name: [] for name in commands}
    for _ in range(runs):
        for name, command in commands.items():
            outputs[name], used, took = run(command)
            cpu[name].append(used)
            clock[name].append(took)
    own, peer = ours(outputs["daryn compare"]), json.loads(outputs["difflib"])
    for status in ["kept", "edited", "rewritten", "new", "dropped"]:
        left, right = set(own[status]), set(peer[status])
        only = [f"only ours {sorted(left - right)}", f"only difflib's {sorted(right - left)}"]
        print(f"{status:10} {len(left):3} {len(right):3}", "same" if left == right else "; ".join(only))
    base = statistics.median(cpu["daryn compare"])
    for name in commands:
        used, took = statistics.median(cpu[name]), statistics.median(clock[name])
        print(f"{name:22} {used:7.3f} CPU s {took:7.3f} s by the clock   {used / base:6.1f} times ours")


if __name__ == "__main__":
    main()
