#!/usr/bin/env python3
"""Time of searching in 1,000 documents, as a user meets it.

    cargo build --release && python3 benches/search.py LAW_RU.md LAW_KK.md [DOCUMENTS [REPEATS]]

Makes the documents out of the two laws (every paragraph in an order of its own, with a word of its
own, so that no two passages are alike), indexes them, and prints medians of wall and CPU seconds of
whole processes. Beside ours stand ripgrep (`apt install ripgrep`; word and phrase by `-F -w -i`) and
SQLite FTS5 (one row a paragraph, made with Python's sqlite3 and asked in a process of its own, which
prints document, place and snippet of every row). All print their hits into a file of their own.
Machines are noisy: compare within one table only. Linux only (peak memory comes from wait4).
"""

import os
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

DARYN = Path(__file__).resolve().parent.parent / "target" / "release" / "daryn"

# name, query, arguments of ours, of ripgrep, query of FTS5, bound in seconds
SEARCHES = [
    ("word, rare", "выдворение", [], ["-F", "-w", "-i"], "выдворение", 0.1),
    ("word, frequent (ru)", "миграции", [], ["-F", "-w", "-i"], "миграции", 0.1),
    ("word, frequent (kk)", "шетелдік", [], ["-F", "-w", "-i"], "шетелдік", 0.1),
    ("beginning of a word", "переселен*", [], [r"\bпереселен\w*", "-i"], "переселен*", 0.1),
    ("stem (ru)", "выдворение", ["--stem"], None, None, 0.1),
    ("stem (kk)", "қоныс", ["--stem"], None, None, 0.1),
    ("phrase", "иностранная рабочая сила", [], ["-F", "-w", "-i"], '"иностранная рабочая сила"', 0.1),
    ("phrase (kk)", "еңбекші көшіп келушілер", [], ["-F", "-w", "-i"], '"еңбекші көшіп келушілер"', 0.1),
    ("regex, literal", "выдворени[яею]", ["--regex"], ["выдворени[яею]"], None, 1.5),
    ("regex, any case", "(?i)оралман(дар|ы)?", ["--regex"], ["(?i)оралман(дар|ы)?"], None, 1.5),
    ("regex, borders", r"\bквот\w+\s+\w+\b", ["--regex"], [r"\bквот\w+\s+\w+\b"], None, 1.5),
    ("regex, no literal", r"\b\w{5,}ость\s+\w+\b", ["--regex"], [r"\b\w{5,}ость\s+\w+\b"], None, 1.5),
    ("regex, numbers", r"\d{4} жыл\w*", ["--regex"], [r"\d{4} жыл\w*"], None, 1.5),
]

ASK = """
import sqlite3, sys
base = sqlite3.connect("file:" + sys.argv[1] + "?mode=ro", uri=True)
query = "SELECT document, rowid, snippet(t, 1, '[', ']', '', 12) FROM t WHERE t MATCH ?"
for row in base.execute(query, (sys.argv[2],)):
    print(*row, sep="\\t")
"""


def measure(command, repeats, environment):
    """Medians of wall seconds and CPU seconds, most megabytes, lines that were printed."""
    rows = []
    with tempfile.NamedTemporaryFile() as out:
        for _ in range(repeats):
            out.seek(0)
            out.truncate()
            start = time.perf_counter()
            process = subprocess.Popen(
                command, stdout=out, stderr=subprocess.DEVNULL, env=environment
            )
            _, status, usage = os.wait4(process.pid, 0)
            wall = time.perf_counter() - start
            if os.waitstatus_to_exitcode(status) not in (0, 1):
                sys.exit(f"{command} failed")
            rows.append((wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024))
        with open(out.name, "rb") as lines:
            count = sum(1 for _ in lines)
    return [*(statistics.median(column) for column in zip(*rows)), count]


def make(folder, laws, count):
    """Documents of about the size of the laws; gives their bytes."""
    texts = [Path(law).read_text(encoding="utf-8").split("\n\n") for law in laws]
    total = 0
    for number in range(count):
        chance = random.Random(number)
        paragraphs = list(texts[number % len(texts)])
        chance.shuffle(paragraphs)
        paragraphs = [f"{text} сл{number}о{place}" for place, text in enumerate(paragraphs)]
        text = "\n\n".join(paragraphs)
        total += len(text.encode())
        (folder / f"закон {number:04}.md").write_text(text, encoding="utf-8")
    return total


def fill(base, folder):
    import sqlite3

    connection = sqlite3.connect(base)
    connection.execute("CREATE VIRTUAL TABLE t USING fts5(document, text)")
    for path in sorted(folder.iterdir()):
        rows = ((path.name, text) for text in path.read_text(encoding="utf-8").split("\n\n"))
        connection.executemany("INSERT INTO t VALUES (?, ?)", rows)
    connection.execute("INSERT INTO t(t) VALUES ('optimize')")
    connection.commit()


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    laws, numbers = sys.argv[1:3], [int(word) for word in sys.argv[3:]]
    documents, repeats = (numbers + [1000, 7][len(numbers) :])[:2]
    with tempfile.TemporaryDirectory() as parent:
        parent = Path(parent)
        folder, cache = parent / "documents", parent / "cache"
        folder.mkdir()
        size = make(folder, laws, documents)
        environment = {**os.environ, "DARYN_CACHE": str(cache)}
        first = [str(DARYN), "search", str(folder), "тест", "--format", "json"]
        wall, cpu, peak, _ = measure(first, 1, environment)
        kept = sum(path.stat().st_size for path in cache.rglob("*") if path.is_file())
        print(f"{documents} documents, {size / 1e6:.0f} MB, {os.cpu_count()} cores")
        print(f"index: {wall:.1f} s wall, {cpu:.1f} s CPU, peak {peak:.0f} MB, {kept / 1e6:.0f} MB")
        wall, cpu, *_ = measure(first, repeats, environment)
        print(f"a word that stands nowhere: {wall:.3f} s wall, {cpu:.3f} s CPU")
        changed = next(folder.iterdir())
        changed.write_text(changed.read_text(encoding="utf-8") + "\n\nЕще слово.\n", encoding="utf-8")
        wall, cpu, *_ = measure(first, 1, environment)
        print(f"the same after one file changed: {wall:.3f} s wall, {cpu:.3f} s CPU")
        base = parent / "peer.sqlite"
        start = time.perf_counter()
        fill(base, folder)
        print(f"FTS5 index: {time.perf_counter() - start:.1f} s wall, {base.stat().st_size / 1e6:.0f} MB")
        ripgrep = shutil.which("rg")
        if not ripgrep:
            print("ripgrep is not installed: not in this table")
        print(f"\n{'':22}{'daryn: wall':>12}{'CPU':>7}{'MB':>6}{'hits':>9}"
              f"{'rg: wall':>10}{'CPU':>7}{'ratio':>7}{'FTS5: wall':>12}{'CPU':>7}{'ratio':>7}")
        slow = []
        for name, query, ours, theirs, match, bound in SEARCHES:
            command = [str(DARYN), "search", str(folder), query, *ours, "--format", "json"]
            wall, cpu, peak, hits = measure(command, repeats, environment)
            line = f"{name:22}{wall:12.3f}{cpu:7.3f}{peak:6.0f}{hits:9}"
            if theirs and ripgrep:
                plain = query if "-F" in theirs else ""
                options = [word for word in theirs if word.startswith("-")]
                expression = plain or next(word for word in theirs if not word.startswith("-"))
                command = [ripgrep, "-o", "-n", "--no-config", *options, "-e", expression, str(folder)]
                peer, used, *_ = measure(command, repeats, environment)
                line += f"{peer:10.3f}{used:7.3f}{peer / wall:7.1f}"
            else:
                line += f"{'':24}"
            if match:
                command = [sys.executable, "-c", ASK, str(base), match]
                peer, used, *_ = measure(command, repeats, environment)
                line += f"{peer:12.3f}{used:7.3f}{peer / wall:7.1f}"
            print(line.rstrip())
            if wall > bound:
                slow.append(f"{name} ({bound} s)")
        print("\nbounds: " + ("held" if not slow else "NOT held: " + ", ".join(slow)))


if __name__ == "__main__":
    main()
