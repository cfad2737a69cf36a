#!/usr/bin/env python3
"""Indicators: 200 countries, 60 years, 40 indicators harmonised, derived and checked, beside pandas.

    cargo build --release -p daryn && python3 benches/indicators.py [--runs 5]

Needs pandas (`pip install pandas`). Made-up figures from a seed, one CSV of 480,000 rows in the
columns `indicator,ref_area,time_period,obs_value,unit,source`. `daryn stats quality` reads them,
brings codes, periods and units to one form, computes every formula of the catalogue that has its
parts, and looks for all that it knows. The peer reads the same file with pandas, maps ISO codes by
a table, computes the same four formulas, and finds gaps, jumps by the same rule, and exact zeros:
less than what daryn looks for. Runs are interleaved; medians of CPU seconds (user and system, whole
process with its start) and of wall time, the peak of memory, and their ratios are printed.
"""

import argparse
import os
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DARYN = Path(os.environ.get("DARYN", ROOT / "target" / "release" / "daryn"))
KNOWN = ["MIG_ARR", "MIG_DEP", "SCH_POP", "SCH_IN", "SCH_OUT", "POP", "RESEARCHERS", "HE_ENR",
         "IN_STUD", "OUT_STUD"]

PEER = r"""
import sys
import numpy as np
import pandas as pd
table = pd.read_csv(sys.argv[1], dtype={"indicator": "category", "ref_area": "category", "unit": "category", "source": "category"})
codes = pd.read_csv(sys.argv[2], dtype=str, keep_default_na=False).set_index("iso2")["iso3"]
table["area"] = table["ref_area"].map(codes)
wide = table.pivot_table(index=["area", "source", "time_period"], columns="indicator", values="obs_value", aggfunc="last", observed=True)
wide["MIG_NET"] = wide["MIG_ARR"] - wide["MIG_DEP"]
wide["SCH_OUT_R"] = 1000 * wide["SCH_OUT"] / wide["SCH_POP"]
wide["RES_MIO"] = 1e6 * wide["RESEARCHERS"] / wide["POP"]
wide["OUT_RATIO"] = 100 * wide["OUT_STUD"] / wide["HE_ENR"]
table = table.sort_values(["indicator", "area", "source", "time_period"])
groups = table.groupby(["indicator", "area", "source"], observed=True)
step = groups["time_period"].diff()
gaps = table[step > 1]
with np.errstate(divide="ignore", invalid="ignore"):
    change = np.log(table["obs_value"] / groups["obs_value"].shift()).abs()
usual = change.groupby([table["indicator"], table["area"], table["source"]], observed=True).transform("median")
jumps = table[(change > np.log(1.5)) & (change > 3 * usual)]
zeros = table[table["obs_value"] == 0]
print(len(wide), len(gaps), len(jumps), len(zeros))
"""


def make(folder, areas):
    """The figures, with some gaps, jumps and zeros among them."""
    random.seed(1)
    names = KNOWN + [f"X{number}" for number in range(40 - len(KNOWN))]
    path = folder / "figures.csv"
    with path.open("w") as out:
        out.write("indicator,ref_area,time_period,obs_value,unit,source\n")
        for name in names:
            for area in areas:
                value = random.uniform(1e3, 1e6)
                for year in range(1965, 2025):
                    value *= random.uniform(0.93, 1.1)
                    chance = random.random()
                    shown = 0 if chance < 0.0002 else value * (3 if chance > 0.9995 else 1)
                    if not 0.5 < chance < 0.502:
                        out.write(f"{name},{area},{year},{shown:.0f},persons,S\n")
    return path


def run(command):
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    assert status == 0, command
    after = time.perf_counter()
    del before
    return usage.ru_utime + usage.ru_stime, after - start, usage.ru_maxrss / 1024


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--runs", type=int, default=5)
    runs = parser.parse_args().runs
    lines = (ROOT / "crates/daryn-model/data/areas.csv").read_text().splitlines()[1:]
    rows = [line.split(",")[:3] for line in lines]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "codes").mkdir()
        codes = folder / "codes.txt"
        codes.write_text("iso2,iso3\n" + "".join(f"{two},{three}\n" for _, two, three in rows))
        path = make(folder, [two for _, two, _ in rows[:200]])
        print(f"{path.stat().st_size / 1e6:.1f} MB, {sum(1 for _ in path.open()) - 1} rows")
        commands = {
            "daryn": [DARYN, "stats", "quality", folder, "--format", "json"],
            "pandas": [sys.executable, "-c", PEER, path, codes],
        }
        seen = {who: [] for who in commands}
        for _ in range(runs):
            for who, command in commands.items():
                seen[who].append(run([str(part) for part in command]))
        medians = {who: [statistics.median(column) for column in zip(*own)] for who, own in seen.items()}
        for who, (cpu, wall, memory) in medians.items():
            print(f"{who:7} {cpu:6.2f} CPU s {wall:6.2f} s {memory:6.0f} MB")
        ratios = [theirs / ours for ours, theirs in zip(medians["daryn"], medians["pandas"])]
        print("pandas / daryn: CPU {:.2f}, wall {:.2f}, memory {:.2f}".format(*ratios))


if __name__ == "__main__":
    main()
