#!/usr/bin/env python3
"""Speed and memory of a run on the built-in study, as a user meets them.

    cargo build --release && python3 benches/spine.py [REPEATS]

Prints medians of wall seconds, CPU seconds and peak memory of whole processes. Machines are noisy:
compare within one table only. Beside our rerun stands the rerun of a peer that also decides by
digests what is stale: DVC (`dvc repro` on a pipeline with one stage over the same files), where it
is installed (`pip install dvc`). Linux only (peak memory comes from wait4).
"""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DARYN = ROOT / "target" / "release" / "daryn"


def measure(command, folder, before=lambda: None, repeats=5):
    """Medians of wall seconds, CPU seconds, peak megabytes."""
    rows = []
    for _ in range(repeats):
        before()
        start = time.perf_counter()
        process = subprocess.Popen(
            command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        if status != 0:
            sys.exit(f"{command} failed")
        rows.append((wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024))
    return [statistics.median(column) for column in zip(*rows)]


def main():
    repeats = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    with tempfile.TemporaryDirectory() as parent:
        study = Path(parent) / "study"
        shutil.copytree(
            ROOT / "studies" / "kazakhstan", study, ignore=shutil.ignore_patterns("report", ".daryn")
        )
        run = [str(DARYN), "run", "."]
        cell = study / "practices.csv"
        original = cell.read_text(encoding="utf-8")
        turn = iter(range(10_000))

        def cold():
            shutil.rmtree(study / ".daryn", ignore_errors=True)
            shutil.rmtree(study / "report", ignore_errors=True)

        def change():
            cell.write_text(
                original.replace("302 proposals", f"{next(turn) + 1000} proposals", 1),
                encoding="utf-8",
            )

        table = {
            "cold run": measure(run, study, cold, repeats),
            "unchanged rerun": measure(run, study, repeats=repeats),
            "one cell changed": measure(run, study, change, repeats),
            "verify": measure([str(DARYN), "verify", "."], study, repeats=repeats),
        }
        if shutil.which("dvc"):
            peer = Path(parent) / "peer"
            shutil.copytree(study, peer, ignore=shutil.ignore_patterns("report", ".daryn"))
            quiet = {"cwd": peer, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
            files = [f for name in sorted(os.listdir(peer)) for f in ("-d", name)]
            stage = ["dvc", "stage", "add", "-n", "run", "-o", "out", *files, "true > out"]
            for command in (["dvc", "init", "--no-scm"], stage, ["dvc", "repro"]):
                subprocess.run(command, check=True, **quiet)
            table["dvc repro, unchanged"] = measure(["dvc", "repro"], peer, repeats=repeats)
    print(f"{'':24}{'wall s':>10}{'CPU s':>10}{'peak MB':>10}")
    for name, (wall, cpu, peak) in table.items():
        print(f"{name:24}{wall:10.3f}{cpu:10.3f}{peak:10.1f}")
    if "dvc repro, unchanged" in table:
        ratio = table["dvc repro, unchanged"][1] / table["unchanged rerun"][1]
        print(f"ratio of CPU seconds, dvc / daryn, unchanged: {ratio:.0f}")
    else:
        print("dvc is not installed: no peer in this table")


if __name__ == "__main__":
    main()
