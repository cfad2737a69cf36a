#!/usr/bin/env python3
"""Time to read and segment a law, and to tell languages, beside other programs.

    cargo build --release && python3 benches/reading.py [DARYN [SHARED]]

The law is the Russian text of the Law on population migration (137,000 characters). Medians of CPU
milliseconds of whole processes, the programs in turn within each round, and once more inside one
Python process for the peers, without their start. Peers, where they are installed: `markdown` with
`razdel` (sentences of Russian), `pandoc -t plain` (text only, no structure of an act, no sentences,
no languages), `lingua-language-detector` with the languages of the test. Linux only.
"""

import importlib.util
import os
import re
import shutil
import statistics
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DARYN = Path(sys.argv[1] if len(sys.argv) > 1 else ROOT / "target" / "release" / "daryn").resolve()
BESIDE = os.environ.get("DARYN_SHARED", ROOT.parent / "shared")
SHARED = Path(sys.argv[2] if len(sys.argv) > 2 else BESIDE)
LAW = SHARED / "data" / "documents" / "law-2011-0722-migration" / "rus.2023-04-19.md"
OTHERS = ROOT / "crates" / "daryn-text" / "tests" / "data" / "other-languages.tsv"
ROUNDS = 15

PYTHON = """
import re, sys, markdown, razdel
text = re.sub("<[^>]+>", "", markdown.markdown(open(sys.argv[1], encoding="utf-8").read()))
print(sum(len(list(razdel.sentenize(line))) for line in text.splitlines()))
"""


def has(*modules):
    return all(importlib.util.find_spec(module) for module in modules)


def milliseconds(command):
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        sys.exit(f"{command} failed")
    return (usage.ru_utime + usage.ru_stime) * 1000


def law():
    commands = {"daryn read --format json": [DARYN, "read", "--format", "json", LAW]}
    if has("markdown", "razdel"):
        commands["markdown + razdel"] = [sys.executable, "-c", PYTHON, LAW]
    if shutil.which("pandoc"):
        commands["pandoc -t plain"] = ["pandoc", "-f", "markdown", "-t", "plain", LAW]
    times = {name: [] for name in commands}
    for _ in range(ROUNDS):
        for name, command in commands.items():
            times[name].append(milliseconds(command))
    print(f"{'a law, read and segmented':32}{'CPU ms':>10}{'ratio':>8}")
    ours = statistics.median(times["daryn read --format json"])
    for name, of in times.items():
        print(f"{name:32}{statistics.median(of):10.0f}{statistics.median(of) / ours:8.1f}")


def lines():
    """Lines of acts and sentences in other languages, with what they should be called."""
    found = []
    acts = SHARED / "data" / "documents"
    for path, language in (
        ("law-2011-0722-migration/kaz.2023.md", "kk"),
        ("gov-2022-1005-research-internships/kaz.md", "kk"),
        ("law-2011-0722-migration/rus.2023-04-19.md", "ru"),
        ("gov-2022-1005-research-internships/rus.md", "ru"),
    ):
        for line in (acts / path).read_text(encoding="utf-8").splitlines():
            line = re.sub(r"<[^>]*>?|[<>#*]", "", line).strip()
            if sum(letter.isalpha() for letter in line) > 3:
                found.append((language, line))
    for line in OTHERS.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            found.append(("other", line.split("\t")[1]))
    return found


def languages():
    wanted = lines()
    text = "\n".join(line for _, line in wanted) + "\n"
    before = os.times()
    out = subprocess.run(
        [DARYN, "language", "--lines", "-"], input=text, text=True, capture_output=True, check=True
    ).stdout.splitlines()
    after = os.times()
    used = after.children_user + after.children_system
    used -= before.children_user + before.children_system
    results = {"daryn language": (used, out)}
    if has("lingua"):
        from lingua import Language as L
        from lingua import LanguageDetectorBuilder

        known = (L.KAZAKH, L.RUSSIAN, L.ENGLISH, L.UKRAINIAN, L.BELARUSIAN)
        detector = LanguageDetectorBuilder.from_languages(*known).with_preloaded_language_models()
        detector = detector.build()
        codes = {L.KAZAKH: "kk", L.RUSSIAN: "ru", L.ENGLISH: "en"}
        start = time.process_time()
        out = [codes.get(detector.detect_language_of(line), "other") for _, line in wanted]
        results["lingua (five languages)"] = (time.process_time() - start, out)
    print(f"\n{'languages of lines':26}{'CPU ms':>10}{'kk':>8}{'ru':>8}{'other':>8}")
    for name, (seconds, out) in results.items():
        shares = []
        for language in ("kk", "ru", "other"):
            own = [said == language for (right, _), said in zip(wanted, out) if right == language]
            shares.append(sum(own) / len(own))
        row = "".join(f"{share:8.1%}" for share in shares)
        print(f"{name:26}{seconds * 1000:10.0f}{row}")
    if "lingua (five languages)" in results:
        ratio = results["lingua (five languages)"][0] / results["daryn language"][0]
        print(f"ratio of CPU seconds, lingua without its start / daryn with its start: {ratio:.0f}")
        print("lingua has no Kyrgyz, Tatar or Uzbek")
    else:
        print("lingua is not installed: no peer in this table")


if __name__ == "__main__":
    law()
    languages()
