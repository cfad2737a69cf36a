#!/usr/bin/env python3
"""Coding workbooks: speed and memory of writing and reading, beside openpyxl.

    cargo build --release -p daryn-coding --example coding_sheets
    python3 benches/coding_sheets.py --passages 10000 --runs 5

Needs `openpyxl` in the Python that runs it. A workbook of two coders is made, with lists of codes,
locked texts, the codebook and the hidden sheet; every third passage has a code.

Ours reads everything and compares it with what was written: codes by their names, texts with the
hidden sheet, rows of both coders. The peer, `openpyxl` (`load_workbook(read_only=True)`), only takes
the cells of all sheets, which is the first step of any script that would do the same; writing is
compared with `Workbook(write_only=True)` and the same cells without lists, locks and formats. CPU
time, user and system, of a whole process on one thread; runs of both alternate.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parent.parent
OURS = Path(
    os.environ.get("DARYN_EXAMPLE", ROOT / "target" / "release" / "examples" / "coding_sheets")
)


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--passages", type=int, default=10_000)
    arguments.add_argument("--runs", type=int, default=5)
    arguments.add_argument("--peer", nargs="+", help=argparse.SUPPRESS)
    given = arguments.parse_args()
    if given.peer:
        peer(*given.peer)
        return
    with tempfile.TemporaryDirectory() as folder:
        made, again = Path(folder) / "coding.xlsx", Path(folder) / "again.xlsx"
        this = [sys.executable, __file__, "--peer"]
        commands = {
            ("write", "ours"): [OURS, "write", made, str(given.passages)],
            ("write", "peer"): [*this, "write", again, str(given.passages)],
            ("read", "ours"): [OURS, "read", made],
            ("read", "peer"): [*this, "read", made],
        }
        subprocess.run(commands["write", "ours"], check=True)
        print(f"{given.passages} passages, {made.stat().st_size / 1e6:.1f} MB")
        taken = {key: [] for key in commands}
        for _ in range(given.runs):
            for key, command in commands.items():
                taken[key].append(measured(command))
        for what in ("write", "read"):
            ours, peers = ([median(column) for column in zip(*taken[what, who])] for who in ("ours", "peer"))
            print(
                f"{what}: ours {ours[0]:.2f} s CPU, {ours[1]:.2f} s by the clock, {ours[2]:.0f} MB; "
                f"openpyxl {peers[0]:.2f} s, {peers[1]:.2f} s, {peers[2]:.0f} MB; "
                f"CPU ratio {peers[0] / ours[0]:.1f}"
            )
        told = subprocess.run(commands["read", "ours"], check=True, capture_output=True, text=True).stdout
        passages, codings, problems, kept = told.split()
        assert (passages, problems, kept) == (str(given.passages), "0", "true"), told
        print(f"codings that came back as they were written: {codings}")


def measured(command):
    """CPU seconds, seconds by the clock and megabytes of a command."""
    code = (
        "import resource, subprocess, sys, time\n"
        "start = time.monotonic()\n"
        "subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL)\n"
        "used = resource.getrusage(resource.RUSAGE_CHILDREN)\n"
        "print(used.ru_utime + used.ru_stime, time.monotonic() - start, used.ru_maxrss / 1024)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *map(str, command)], check=True, capture_output=True, text=True
    )
    return [float(value) for value in done.stdout.split()]


def peer(what, path, passages=None):
    import openpyxl

    if what == "read":
        book = openpyxl.load_workbook(path, read_only=True)
        print(sum(1 for sheet in book for _ in sheet.iter_rows(values_only=True)))
        return
    sentence = "Мемлекет ғалымдардың елге оралуын қолдайды және олардың жұмыс жағдайын жасайды. "
    book = openpyxl.Workbook(write_only=True)
    for coder in ("Айгүл", "Берік", None):
        sheet = book.create_sheet(coder or "manifest")
        for place in range(int(passages)):
            text = f"{place}) " + sentence * (1 + place % 7)
            names = [f"law-{place // 500}", f"p{place % 500 + 1}", f"{place // 10}-бап", text]
            if coder:
                codes = ["function.return — Қайтару" if place % 3 == 0 else None, None, None, None]
                sheet.append([*names, *codes, f"жазба {place}" if place % 9 == 0 else None, coder])
            else:
                sheet.append(["unit", str(place), *names[:2], "0", "0", "0" * 32, *names[2:]])
    book.save(path)


if __name__ == "__main__":
    main()
