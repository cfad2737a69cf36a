#!/usr/bin/env python3
"""Time of the commands that look at 10,000 stored sources.

Usage: benches/sources.py [DARYN]     (a release build; the default is target/release/daryn)

There is no peer that keeps sources by digest and replays them; the bound is our own: each command
below half a second on two cores. Medians of five runs, wall clock and CPU seconds.
"""

import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

DARYN = Path(sys.argv[1] if len(sys.argv) > 1 else "target/release/daryn").resolve()
SOURCES = 10_000


def cpu():
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def main():
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        subprocess.run([DARYN, "new", "many"], cwd=folder, check=True, capture_output=True)
        study, saved = folder / "many", folder / "saved"
        saved.mkdir()
        entries = []
        for number in range(SOURCES):
            name = f"s{number:05}"
            (saved / f"{name}.csv").write_text(f"area,value\nKZ,{number}\n")
            entries.append(
                f'[[download]]\nid = "{name}"\nconnector = "file"\n'
                f'address = "https://example.org/{name}.csv"\n'
            )
        (study / "downloads.toml").write_text("\n".join(entries))
        text = (study / "study.toml").read_text()
        (study / "study.toml").write_text(
            text.replace("[files]\n", '[files]\ndownloads = "downloads.toml"\n', 1)
        )
        # A study needs some evidence before it runs.
        (study / "documents.csv").write_text(
            "id,title_en,title_ru,title_kk,adopted,role,coverage,source_url\n"
            "D1,A,А,А,2020,corpus,none,https://example.org/d\n"
        )
        (study / "areas.csv").write_text(
            "code,name_en,name_ru,name_kk,aggregate\nXX,Example,Пример,Мысал,no\n"
        )
        files = sorted(saved.iterdir())
        for start in range(0, SOURCES, 1000):
            subprocess.run(
                [DARYN, "add", "--study", study, *files[start : start + 1000]],
                check=True,
                capture_output=True,
            )
        subprocess.run([DARYN, "run", study], check=True, capture_output=True)
        slow = False
        for arguments in (
            ["fetch", study, "--offline"],
            ["vintages", study],
            ["status", study],
            ["run", study],
        ):
            walls, cpus = [], []
            for _ in range(5):
                before, start = cpu(), time.perf_counter()
                subprocess.run([DARYN, *arguments], check=True, capture_output=True)
                walls.append(time.perf_counter() - start)
                cpus.append(cpu() - before)
            wall, used = statistics.median(walls), statistics.median(cpus)
            slow |= wall > 0.5 and arguments[0] != "run"
            name = " ".join(str(part) for part in arguments if part != study)
            print(f"{name:18} {wall:6.3f} s wall  {used:6.3f} s CPU")
        print(f"bound of 0.5 s: {'NOT held' if slow else 'held'} ({os.cpu_count()} cores)")


if __name__ == "__main__":
    main()
