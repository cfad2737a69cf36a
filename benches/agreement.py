#!/usr/bin/env python3
"""Krippendorff's alpha with its bootstrap beside the Python package krippendorff.

    cargo build --release && cargo build --release -p daryn-estimate --example agreement
    pip install krippendorff numpy
    python3 benches/agreement.py [CODERS UNITS CATEGORIES REPEATS [RUNS]]

Ratings are invented, three values of four right and one of fifty missing (default: 100 coders,
10,000 units, 5 categories, 1,000 repeats). Both compute alpha and resample units once the ratings are
in memory; what is printed are CPU seconds without reading, medians of runs that take turns. Ours: a
process that computes five times less one that does not compute, by five. The peer's: its alpha on
counts of values by unit (its quickest way), which numpy draws, in one thread; it does a hundredth of
the repeats, and its time is scaled. Last, `daryn agree` as a whole, reading a CSV of as many lines as
there are ratings. Values must agree to 1e-9. Linux and macOS only (CPU seconds of children).
"""

import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent / "target" / "release"
METRICS = ["nominal", "ordinal", "interval", "ratio"]
TIMES = 5
PART = 100

PEER = """
import csv, sys, time
import krippendorff, numpy
metric, repeats = sys.argv[2], int(sys.argv[3])
units, values = {}, set()
for row in csv.DictReader(open(sys.argv[1], encoding="utf-8")):
    unit = units.setdefault(row["unit"], [])
    if row["value"]:
        unit.append(float(row["value"]))
        values.add(float(row["value"]))
domain = sorted(values)
coders = max(map(len, units.values()))
table = numpy.array([unit + [numpy.nan] * (coders - len(unit)) for unit in units.values()])
start = time.process_time()
counts = numpy.stack([(table == value).sum(axis=1) for value in domain], axis=1)
alpha = krippendorff.alpha(value_counts=counts, value_domain=domain, level_of_measurement=metric)
random = numpy.random.default_rng(1)
for _ in range(repeats):
    drawn = counts[random.integers(0, len(counts), len(counts))]
    krippendorff.alpha(value_counts=drawn, value_domain=domain, level_of_measurement=metric)
print(time.process_time() - start, alpha)
"""


def seconds(command):
    """CPU seconds of a process and what it printed."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    out = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, out


def main():
    shape = sys.argv[1:5] or ["100", "10000", "5", "1000"]
    runs = int(sys.argv[5]) if len(sys.argv) > 5 else 5
    repeats = int(shape[3])
    part = max(repeats // PART, 1)
    example = ROOT / "examples" / "agreement"
    environment = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
    os.environ.update(environment)
    with tempfile.TemporaryDirectory() as folder:
        table = Path(folder) / "ratings.csv"
        csv = subprocess.run([example, "nominal", *shape, "1", "--csv"], capture_output=True, check=True)
        table.write_bytes(csv.stdout)
        print("CODERS UNITS CATEGORIES REPEATS:", *shape, f"; runs: {runs}")
        print(f"{'':10}{'daryn, s':>12}{'peer, s':>12}{'ratio':>10}{'daryn agree, s':>18}")
        for metric in METRICS:
            ours, theirs, whole = [], [], []
            for _ in range(runs):
                without, _ = seconds([example, metric, *shape, "0"])
                with_it, _ = seconds([example, metric, *shape, str(TIMES)])
                ours.append((with_it - without) / TIMES)
                _, out = seconds([sys.executable, "-c", PEER, table, metric, "0"])
                alone, alpha = map(float, out.split())
                _, out = seconds([sys.executable, "-c", PEER, table, metric, str(part)])
                loop = float(out.split()[0]) - alone
                theirs.append(alone + loop * repeats / part)
                command = [ROOT / "daryn", "agree", table, "--metric", metric]
                command += ["--bootstrap", str(repeats), "--format", "json"]
                cpu, out = seconds(command)
                whole.append(cpu)
                found = json.loads(out)["alpha"]
                assert abs(found - alpha) < 1e-9, (metric, found, alpha)
            ours, theirs, whole = map(statistics.median, (ours, theirs, whole))
            print(f"{metric:10}{ours:12.3f}{theirs:12.3f}{theirs / ours:9.1f}x{whole:18.3f}")


if __name__ == "__main__":
    main()
