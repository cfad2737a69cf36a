#!/usr/bin/env python3
"""Measures out of real acts: the time beside the same cues in Python's `re`, in one run.

    cargo build --release -p daryn && python3 benches/measures.py [--runs 5] [--shared DIR]

Time: CPU seconds (user and system, whole process with its start) of `daryn measures extract` on the
acts of `../shared/data/documents`, beside a plain Python program. Runs are interleaved; medians are
printed with their ratio, and how many sentences each side took for a measure.

The peer takes its patterns of times and deontics out of the sources of this project, so both sides
look for the same cues, and tells where each cue stands as JSON. It gets passages and sentences ready
made (`daryn read`, not counted), while daryn reads the act itself. What the peer does not do: tables
of action plans, lead-ins of lists, the grammar of phrases, so no actor, object, target group,
instrument or condition; no money and indicators; no normalised dates, no doubts; no predicates
without a deontic but by a list of verb endings; times are looked for only in sentences with a cue.
Its answers are cues, not measures.
"""

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DARYN = Path(os.environ.get("DARYN", ROOT / "target" / "release" / "daryn"))
SHARED = Path(os.environ.get("DARYN_SHARED", ROOT.parent / "shared"))

PEER = r'''
import json
import re
import sys
from pathlib import Path

sources = Path(sys.argv[1])
time, deontic, number = ((sources / name).read_text("utf-8") for name in ("time.rs", "deontic.rs", "number.rs"))
strings = lambda text: re.findall(r'r"((?:[^"])*)"', text)
between = lambda text, start, end: text[text.index(start) + len(start) : text.index(end, text.index(start))]
parts = dict(re.findall(r'const (MONTH_RU|MONTH_KK|UNIT_RU|UNIT_KK|YEARS|QUARTER|COUNT|BEFORE): &str =\s*r"([^"]*)"', time))
listed = re.findall(r'"([^"]+)"', between(number, "const WORDS", "];"))
parts["WORDS"] = "|".join(sorted(listed, key=len, reverse=True))

def filled(source):
    for name in ("BEFORE", "MONTH_RU", "MONTH_KK", "UNIT_RU", "UNIT_KK", "YEARS", "QUARTER", "COUNT", "WORDS"):
        source = source.replace("{" + name + "}", parts[name]).replace(name, parts[name])
    return source

def times(start, end):
    text = between(time, start, end)
    first, *rest = strings(text)
    lead = {"ru": r"\b(?:" + parts["BEFORE"] + ")", "kk": r"\b"}["ru" if "BEFORE" in first else "kk"]
    found = [source if "(?P<t>" in source else lead + source for source in rest]
    return [re.compile(filled(source), re.I) for source in found]

tables = between(deontic, "static CUES", "});").split("table(")
language = {
    "ru": (times("static RUSSIAN", "static KAZAKH"), strings(tables[1]), r"\b\w+(?:ется|ются|ает|яет|ует|ит|ют|ят|ут)\b"),
    "kk": (times("static KAZAKH", "static ENGLISH"), strings(tables[2]), r"\b\w+(?:ады|еді|йды|йді)\b"),
}
language = {
    code: (dates, [re.compile(cue, re.I) for cue in cues], re.compile(verb, re.I))
    for code, (dates, cues, verb) in language.items()
}
count = 0
for name in sys.argv[2:]:
    for code, sentence in json.loads(Path(name).read_text("utf-8")):
        if code not in language:
            continue
        dates, cues, verb = language[code]
        cue = next((found for found in (one.search(sentence) for one in cues) if found), None) or verb.search(sentence)
        if cue:
            count += 1
            found = sorted({found.span() for one in dates for found in one.finditer(sentence)})
            print(json.dumps({"cue": cue.span(), "times": found}))
print(count, file=sys.stderr)
'''


def cpu(command):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    ran = subprocess.run(command, capture_output=True, text=True, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return ran, after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def sentences(act):
    """Sentences of the leaves of an act with the language of their passage."""
    read = json.loads(subprocess.run([DARYN, "read", act, "--format", "json"], capture_output=True, text=True, check=True).stdout)
    parents = {passage["parent"] for passage in read["passages"]}
    leaves = (passage for passage in read["passages"] if passage["id"] not in parents)
    cut = lambda passage: (read["text"][start:end] for start, end in passage["sentences"] or [])
    return [(passage["language"], words) for passage in leaves for words in cut(passage)]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--shared", type=Path, default=SHARED)
    arguments = parser.parse_args()
    acts = sorted((arguments.shared / "data" / "documents").glob("*/*.md"))
    if not acts:
        sys.exit(f"no acts below {arguments.shared}: skipped")
    with tempfile.TemporaryDirectory() as folder:
        peer = Path(folder) / "peer.py"
        peer.write_text(PEER, "utf-8")
        sources = ROOT / "crates" / "daryn-measures" / "src"
        took = {"daryn": [0.0] * len(acts), "python": [0.0] * len(acts)}
        for place, act in enumerate(acts):
            passages = Path(folder) / f"{place}.json"
            passages.write_text(json.dumps(sentences(act), ensure_ascii=False), "utf-8")
            ours, theirs = [], []
            for _ in range(arguments.runs):
                ran, seconds = cpu([DARYN, "measures", "extract", act, "--format", "json"])
                ours.append(seconds)
                other, seconds = cpu([sys.executable, peer, sources, passages])
                theirs.append(seconds)
            took["daryn"][place], took["python"][place] = statistics.median(ours), statistics.median(theirs)
            found = len(json.loads(ran.stdout)["measures"])
            size = act.stat().st_size / 1e6
            print(
                f"{act.parent.name}/{act.name:22} {size:5.2f} MB  daryn {took['daryn'][place]:6.3f} CPU s,"
                f" {found:4} measures  python {took['python'][place]:6.3f} CPU s,"
                f" {other.stderr.strip():>4} cues  ratio {took['python'][place] / took['daryn'][place]:.1f}"
            )
        whole = {name: sum(seconds) for name, seconds in took.items()}
        print(f"all: daryn {whole['daryn']:.3f}, python {whole['python']:.3f} CPU s, ratio {whole['python'] / whole['daryn']:.1f}")


if __name__ == "__main__":
    main()
