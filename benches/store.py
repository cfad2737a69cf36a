#!/usr/bin/env python3
"""Codings of people: kept whole, given away exactly, and fast.

    cargo build --release -p daryn
    python3 benches/store.py --passages 10000 --runs 5

Needs `lxml` in the Python that runs it, and the schemas of `../shared/data/refi-qda` (or of
`DARYN_SHARED`).

A study with one text of so many passages is made. A coding workbook is written, every passage gets a
code as somebody who types it gives it, and the workbook comes in; a project goes out, makes another
study, and goes out again: the bytes must be the same, the project valid by the schema (libxml2), and
each coding, cut out of its text by Python, must be its quotation. The database is opened by the
SQLite that Python brings along, another build than ours, and checked.

Then imports are killed at random moments, each time into the same study: no database may be damaged,
and the next import must be as if nothing had happened.

Speed: wall clock and CPU time (user and system) of whole processes, medians. There is no program that
does the same; beside importing and exporting of projects stands the shortest reader and writer in
Python: `zipfile`, `lxml.etree` and `sqlite3` with one row a coding, without anchors or checks.
"""

import argparse
import os
import random
import re
import resource
import sqlite3
import subprocess
import sys
import tempfile
import time
import zipfile
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parent.parent
DARYN = Path(os.environ.get("DARYN", ROOT / "target" / "release" / "daryn"))
DATA = Path(os.environ.get("DARYN_SHARED", ROOT.parent / "shared")) / "data" / "refi-qda"
SPACE = "{urn:QDA-XML:project:1.0}"
WORDS = (
    "мемлекет ғылым маман шетел бағдарлама жұмыс квота 😀 студент грант возвращение ученых "
    "регион обязан обеспечить поддержку the ministry returns experts"
).split()
# A text has many words that are rare.
WORDS += [f"{word}{ending}" for word in WORDS[:20] for ending in range(300)]


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--passages", type=int, default=10_000)
    arguments.add_argument("--runs", type=int, default=5)
    arguments.add_argument("--kills", type=int, default=40)
    arguments.add_argument("--peer", nargs=2, help=argparse.SUPPRESS)
    given = arguments.parse_args()
    if given.peer:
        return peer(*given.peer)
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        study = make(folder, given.passages)
        workbook(folder, study, given)
        project(folder, study, given)
        database(study)
        kills(folder, given.kills)


def make(folder, passages):
    run(folder, "new", "study")
    rng = random.Random(7)
    lines = [f"{n}. {' '.join(rng.choices(WORDS, k=rng.randint(12, 40)))}." for n in range(passages)]
    (folder / "study" / "texts").mkdir()
    (folder / "study" / "texts" / "law.txt").write_text("\n\n".join(lines) + "\n", "utf-8")
    return folder / "study"


def workbook(folder, study, given):
    out = [timed(folder, "export", "study", "--to", "coding.xlsx", "--coder", "A") for _ in range(given.runs)]
    fill(folder / "coding.xlsx", folder / "done.xlsx")
    fresh = []
    for _ in range(given.runs):
        fresh.append(timed(folder, "import", "done.xlsx", "study"))
        run(folder, "undo", "study")
    run(folder, "import", "done.xlsx", "study")
    listed = [timed(folder, "codings", "study", "--format", "json") for _ in range(given.runs)]
    codings = run(folder, "codings", "study", "--format", "json").stdout.count(b"\n")
    print(f"{codings} codings of a workbook with {given.passages} passages")
    tell("workbook out", out)
    tell("workbook in", fresh)
    tell("codings listed", listed)
    assert codings >= given.passages * 0.95, codings


def fill(path, target):
    """Types a code into the first cell for codes of every row."""
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as out:
        for name in source.namelist():
            data = source.read(name)
            if name == "xl/worksheets/sheet1.xml":
                cell = rb'<c r="E(\d+)" s="\d+"/>'
                data = re.sub(cell, rb'<c r="E\1" t="inlineStr"><is><t>function.return</t></is></c>', data)
            out.writestr(name, data)


def project(folder, study, given):
    from lxml import etree

    ours, beside = {"out": [], "in": []}, []
    for at in range(given.runs):
        ours["out"].append(timed(folder, "export", "study", "--to", "a.qdpx"))
        ours["in"].append(timed(folder, "import", "a.qdpx", f"other{at}"))
        beside.append(timed(folder, "--peer", "a.qdpx", f"peer{at}.db", program=[sys.executable, __file__]))
    run(folder, "export", "other0", "--to", "b.qdpx")
    assert (folder / "a.qdpx").read_bytes() == (folder / "b.qdpx").read_bytes(), "other bytes"
    print("export, import, export: the same bytes")
    tell("project out", ours["out"])
    tell("project in", ours["in"])
    tell("Python in", beside)
    with zipfile.ZipFile(folder / "a.qdpx") as archive:
        root = etree.fromstring(archive.read("project.qde"))
        schema = DATA / "Project-v1.0.xsd"
        if schema.exists():
            etree.XMLSchema(etree.parse(str(schema))).assertValid(root)
            print("valid by Project-v1.0.xsd")
        checked = 0
        for source in root.iter(f"{SPACE}TextSource"):
            text = archive.read("sources/" + source.get("plainTextPath").split("//")[1]).decode("utf-8")
            for one in source.iter(f"{SPACE}PlainTextSelection"):
                words = text[int(one.get("startPosition")) : int(one.get("endPosition"))]
                assert words[:100] == one.get("name"), (words, one.get("name"))
                checked += 1
    print(f"{checked} selections cut out by Python are their quotations")


def database(study):
    connection = sqlite3.connect(study / "codings.db")
    (found,) = connection.execute("PRAGMA integrity_check").fetchone()
    (events,) = connection.execute("SELECT count(*) FROM event").fetchone()
    size = (study / "codings.db").stat().st_size
    connection.close()
    print(f"SQLite {sqlite3.sqlite_version}: {found}, {events} events, {size / 1e6:.1f} MB")
    assert found == "ok"


def kills(folder, rounds):
    began = time.monotonic()
    run(folder, "import", "a.qdpx", "victim")
    whole = time.monotonic() - began
    run(folder, "undo", "victim")
    rng = random.Random(11)
    for _ in range(rounds):
        child = subprocess.Popen(
            [DARYN, "import", "a.qdpx", "victim"], cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        time.sleep(rng.random() * whole)
        child.kill()
        child.wait()
        connection = sqlite3.connect(folder / "victim" / "codings.db")
        (found,) = connection.execute("PRAGMA integrity_check").fetchone()
        connection.close()
        assert found == "ok", found
    run(folder, "import", "a.qdpx", "victim")
    lines = run(folder, "codings", "victim", "--format", "json").stdout
    expected = run(folder, "codings", "other0", "--format", "json").stdout
    assert lines == expected, "something was lost or doubled"
    rows = (folder / "victim" / "documents.csv").read_text("utf-8").count("\n") - 1
    print(f"{rounds} imports killed: whole, nothing lost or doubled, documents: {rows}")
    assert rows == 1, rows


def peer(path, target):
    from lxml import etree

    connection = sqlite3.connect(target)
    connection.execute("CREATE TABLE coding (guid, code, user, time, source, start, end, quote)")
    with zipfile.ZipFile(path) as archive:
        root = etree.fromstring(archive.read("project.qde"))
        for source in root.iter(f"{SPACE}TextSource"):
            text = archive.read("sources/" + source.get("plainTextPath").split("//")[1]).decode("utf-8")
            for one in source.iter(f"{SPACE}PlainTextSelection"):
                start, end = int(one.get("startPosition")), int(one.get("endPosition"))
                for coding in one.iter(f"{SPACE}Coding"):
                    code = coding.find(f"{SPACE}CodeRef").get("targetGUID")
                    row = (coding.get("guid"), code, coding.get("creatingUser"), coding.get("creationDateTime"))
                    place = (source.get("guid"), start, end, text[start:end])
                    connection.execute("INSERT INTO coding VALUES (?,?,?,?,?,?,?,?)", row + place)
    connection.commit()


def run(folder, *arguments):
    environment = {**os.environ, "LANG": "en_US.UTF-8"}
    done = subprocess.run([DARYN, *arguments], cwd=folder, capture_output=True, env=environment)
    assert done.returncode == 0, (arguments, done.stderr.decode())
    return done


def timed(folder, *arguments, program=None):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    began = time.monotonic()
    done = subprocess.run([*(program or [DARYN]), *arguments], cwd=folder, capture_output=True)
    wall = time.monotonic() - began
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert done.returncode == 0, (arguments, done.stderr.decode())
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def tell(what, times):
    wall, cpu = median(one for one, _ in times), median(one for _, one in times)
    print(f"{what:15} {wall:7.2f} s, CPU {cpu:6.2f} s")


if __name__ == "__main__":
    main()
