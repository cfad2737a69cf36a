#!/usr/bin/env python3
"""Keyness and scaling: the numbers beside scipy's, and the time beside a peer's, in one run.

    cargo build --release -p daryn && python3 benches/keyness.py [--mb 10] [--runs 5]

Needs numpy, scipy and scikit-learn (`pip install numpy scipy scikit-learn`).

Values: two texts with random counts; G2, Yates' chi-square, the p-value of LL and the q-values of
every word are compared with `scipy.stats`; positions of wordscores with the formula in numpy; the
objective of wordfish with what L-BFGS of scipy reaches on the same function from 20 starts.

Time: CPU seconds (user and system, whole process with its start) of `daryn keyness` on two texts,
beside the same table made with scikit-learn (CountVectorizer over lines with the token pattern
`\\w+`) and numpy. Runs are interleaved; medians are printed with their ratio.
"""

import argparse
import csv
import io
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np
from scipy import optimize, stats

ROOT = Path(__file__).resolve().parent.parent
DARYN = Path(os.environ.get("DARYN", ROOT / "target" / "release" / "daryn"))

PEER = r"""
import sys
import numpy as np
from scipy import special
from sklearn.feature_extraction.text import CountVectorizer
texts = [open(name, encoding="utf-8").read().splitlines() for name in sys.argv[1:3]]
vectorizer = CountVectorizer(token_pattern=r"\w+")
table = vectorizer.fit_transform(texts[0] + texts[1]).tocsc()
target, reference = table[: len(texts[0])], table[len(texts[0]) :]
a, b = (np.asarray(side.sum(axis=0)).ravel().astype(float) for side in (target, reference))
c, d = a.sum(), b.sum()
e1, e2 = c * (a + b) / (c + d), d * (a + b) / (c + d)
ll = 2 * (special.xlogy(a, a / e1) + special.xlogy(b, b / e2))
g2 = ll + 2 * (special.xlogy(c - a, (c - a) / (c - e1)) + special.xlogy(d - b, (d - b) / (d - e2)))
log_ratio = np.log2((np.where(a == 0, 0.5, a) / c) / (np.where(b == 0, 0.5, b) / d))
p = special.chdtrc(1, ll)
order = np.argsort(p)
q = np.empty_like(p)
q[order] = np.minimum.accumulate((p[order] * len(p) / np.arange(1, len(p) + 1))[::-1])[::-1]
def dp(side, counts):
    share = np.asarray(side.sum(axis=1)).ravel() / side.sum()
    side = side.tocsc().astype(float)
    column = np.repeat(np.arange(side.shape[1]), np.diff(side.indptr))
    excess = np.maximum(side.data / counts[column] - share[side.indices], 0)
    return np.bincount(column, excess, minlength=side.shape[1])
with np.errstate(divide="ignore", invalid="ignore"):
    spread = np.where(a * d >= b * c, dp(target, a), dp(reference, b))
words = vectorizer.get_feature_names_out()
out = sys.stdout
bic = ll - np.log(c + d)
columns = [ll, g2, log_ratio, bic, q, spread]
out.write("feature,a,b,ll,g2,log_ratio,bic,q,dp\n")
for i in np.lexsort((words, -ll)):
    values = ",".join(repr(float(column[i])) for column in columns)
    out.write(f"{words[i]},{int(a[i])},{int(b[i])},{values}\n")
"""


def daryn(*arguments, stdin=None):
    ran = subprocess.run([DARYN, *arguments], capture_output=True, text=True, input=stdin, check=True)
    return ran.stdout


def worst(name, ours, theirs, floor=1e-300):
    ours, theirs = np.asarray(ours, float), np.asarray(theirs, float)
    relative = np.abs(ours - theirs) / np.maximum(np.abs(theirs), floor)
    print(f"  {name:34} largest relative difference {relative.max():.1e}")


def values_of_keyness(folder, rng):
    names = [f"w{i}" for i in range(2000)]
    frequency = 1 / np.arange(1, 2001)
    texts = []
    for side in range(2):
        shift = rng.lognormal(0, 0.3, 2000) if side else 1
        counts = rng.poisson(20000 * frequency * shift)
        words = np.repeat(names, counts)
        rng.shuffle(words)
        path = folder / f"{side}.txt"
        path.write_text("\n".join(" ".join(line) for line in np.array_split(words, 3000)), "utf-8")
        texts.append(path)
    rows = list(csv.DictReader(io.StringIO(daryn("keyness", *texts, "--all"))))
    tables = [
        [[int(r["a"]), int(r["b"])], [int(r["c"]) - int(r["a"]), int(r["d"]) - int(r["b"])]]
        for r in rows
    ]
    column = lambda name: [float(r[name]) for r in rows]
    test = lambda table, **how: stats.chi2_contingency(np.array(table), **how).statistic
    print(f"keyness of {len(rows)} words beside scipy {sys.modules['scipy'].__version__}:")
    g2 = [test(t, correction=False, lambda_="log-likelihood") for t in tables]
    # Where G2 is near zero scipy loses digits by cancellation: differences are judged from 1e-6 on.
    worst("G2", column("g2"), g2, 1e-6)
    worst("chi-square", column("chi2"), [test(t, correction=False) for t in tables], 1e-6)
    worst("chi-square, Yates", column("chi2_yates"), [test(t) for t in tables], 1e-6)
    p = stats.chi2.sf(column("ll"), 1)
    worst("p of LL", column("p"), p)
    worst("-log10 p", column("p_log10"), -stats.chi2.logsf(column("ll"), 1) / np.log(10), 1e-6)
    worst("q", column("q"), stats.false_discovery_control(np.clip(p, 0, 1)))


def table_text(counts):
    head = "," + ",".join(f"w{j}" for j in range(counts.shape[1]))
    rows = [f"d{i}," + ",".join(map(str, row)) for i, row in enumerate(counts)]
    return "\n".join([head, *rows]) + "\n"


def values_of_scaling(rng):
    n, m = 6, 80
    theta = rng.normal(size=n)
    rate = np.exp(0.5 + 0.7 * rng.normal(size=m) + np.outer(theta, 0.7 * rng.normal(size=m)))
    counts = rng.poisson(rate)
    counts = counts[:, counts.sum(axis=0) > 0]
    m = counts.shape[1]
    text = table_text(counts)

    known = np.array([-1.0, 0.5, 2.0])
    references = [f"d{i}={known[i]}" for i in range(3)]
    out = json.loads(
        daryn("scale", "wordscores", "-", "--format", "json", "--reference", *references, stdin=text)
    )
    share = counts / counts.sum(axis=1, keepdims=True)
    with np.errstate(invalid="ignore"):
        score = (share[:3] * known[:, None]).sum(axis=0) / share[:3].sum(axis=0)
    scored = ~np.isnan(score)
    share = counts[:, scored] / counts[:, scored].sum(axis=1, keepdims=True)
    position = share @ score[scored]
    variance = (share * (score[scored] - position[:, None]) ** 2).sum(axis=1)
    se = np.sqrt(variance / counts[:, scored].sum(axis=1))
    print("scaling:")
    worst("wordscores", [d["position"] for d in out["documents"]], position)
    worst("standard errors of wordscores", [d["se"] for d in out["documents"]], se)

    def unpack(x):
        alpha = np.concatenate([[0], x[: n - 1]])
        psi, beta, raw = x[n - 1 : n - 1 + m], x[n - 1 + m : n - 1 + 2 * m], x[n - 1 + 2 * m :]
        return alpha, psi, beta, (raw - raw.mean()) / raw.std(ddof=1)

    def minus(x):
        alpha, psi, beta, theta = unpack(x)
        log = alpha[:, None] + psi + np.outer(theta, beta)
        mu = np.exp(np.minimum(log, 50))
        rest = counts - mu
        value = (counts * log - mu).sum() - (beta**2).sum() / 18
        raw = x[n - 1 + 2 * m :]
        by_theta = rest @ beta
        by_theta -= by_theta.mean() + theta * (by_theta @ theta) / (n - 1)
        slope = np.concatenate(
            [
                rest.sum(axis=1)[1:],
                rest.sum(axis=0),
                theta @ rest - beta / 9,
                by_theta / raw.std(ddof=1),
            ]
        )
        return -value, -slope

    best = -np.inf
    for _ in range(20):
        start = np.concatenate(
            [
                np.log(counts.sum(axis=1) / counts[0].sum())[1:],
                np.log(counts.mean(axis=0)),
                rng.normal(size=m) * 0.1,
                rng.normal(size=n),
            ]
        )
        how = {"maxiter": 5000, "maxfun": 20000, "ftol": 1e-15, "gtol": 1e-9}
        best = max(best, -optimize.minimize(minus, start, jac=True, method="L-BFGS-B", options=how).fun)
    out = json.loads(daryn("scale", "wordfish", "-", "--format", "json", stdin=text))
    difference = out["objective"] - best
    print(f"  wordfish, objective               {out['objective']:.8f}, L-BFGS from 20 starts {best:.8f}")
    if difference < -1e-6:
        sys.exit("wordfish: the peer found a better maximum")


def cpu(command):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    ran = subprocess.run(command, capture_output=True, text=True, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, ran.stdout


def speed(folder, rng, megabytes, runs):
    words = [
        "".join(rng.choice(list("абвгдежзиклмнопрстуфхцчшыьэюя"), rng.integers(3, 12)))
        for _ in range(60000)
    ]
    frequency = 1 / (np.arange(60000) + 2.7)
    texts = []
    for side in range(2):
        shift = frequency * rng.lognormal(0, 0.5, 60000)
        number = int(megabytes * 1e6 / 15)
        drawn = rng.choice(words, number, p=shift / shift.sum())
        path = folder / f"speed{side}.txt"
        lines = np.array_split(drawn, number // 12)
        path.write_text("\n".join(" ".join(line) for line in lines), "utf-8")
        texts.append(str(path))
    size = sum(os.path.getsize(text) for text in texts) / 1e6
    commands = {
        "daryn keyness": [str(DARYN), "keyness", *texts],
        "scikit-learn and numpy": [sys.executable, "-c", PEER, *texts],
    }
    took, outputs = {name: [] for name in commands}, {}
    for _ in range(runs):
        for name, command in commands.items():
            seconds, outputs[name] = cpu(command)
            took[name].append(seconds)
    ours, theirs = (
        {r["feature"]: r for r in csv.DictReader(io.StringIO(outputs[name]))} for name in commands
    )
    assert ours.keys() == theirs.keys(), "the peers do not count the same words"
    print(f"two texts, {size:.1f} MB of Cyrillic letters, {len(ours)} words, {runs} runs:")
    for name in ("ll", "g2", "log_ratio", "bic", "dp"):
        worst(name, *([float(rows[w][name]) for w in ours] for rows in (ours, theirs)), 1e-2)
    middle = {name: statistics.median(seconds) for name, seconds in took.items()}
    for name, seconds in middle.items():
        print(f"  {name:34} {seconds:7.2f} CPU s {size / seconds:8.1f} MB per CPU s")
    print(f"  ratio                              {middle['scikit-learn and numpy'] / middle['daryn keyness']:.1f}")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--mb", type=float, default=10)
    parser.add_argument("--runs", type=int, default=5)
    arguments = parser.parse_args()
    rng = np.random.default_rng(2026)
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        values_of_keyness(folder, rng)
        values_of_scaling(rng)
        speed(folder, rng, arguments.mb, arguments.runs)


if __name__ == "__main__":
    main()
