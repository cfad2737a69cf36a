#!/usr/bin/env python3
"""Exchange files of REFI-QDA: validity by the schemas, positions by another reader, and speed.

    cargo build --release -p daryn-coding --example refi_qda
    python3 benches/refi_qda.py --codings 10000 --runs 5

Needs `lxml` in the Python that runs it; schemas and files of other programs are those of
`../shared/data/refi-qda` (or of `DARYN_SHARED`).

Validity: every file there, and a made one, is read and written again, the codes alone, too, and what
is written is validated against `Project-v1.0.xsd` and `Codebook-v1.0.xsd` by libxml2; so are projects
that were damaged at random.

Positions: each coding of what was written is cut out of its plain text the way programs in Python
read it (`open(..., encoding="utf-8")` with universal line ends, then `text[start:end]`), and compared
with the quotation in our table of segments.

Speed: CPU time, user and system, of a whole process on one thread which reads the made project and
lists its codings with quotations; the peer is the shortest reader in Python, `zipfile` and
`lxml.etree`, that does the same without looking for what may be wrong. Runs of both alternate.
"""

import argparse
import os
import random
import re
import resource
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parent.parent
OURS = Path(os.environ.get("DARYN_EXAMPLE", ROOT / "target" / "release" / "examples" / "refi_qda"))
DATA = Path(os.environ.get("DARYN_SHARED", ROOT.parent / "shared")) / "data" / "refi-qda"
NAMESPACE = "{urn:QDA-XML:project:1.0}"


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--codings", type=int, default=10_000)
    arguments.add_argument("--runs", type=int, default=5)
    arguments.add_argument("--damaged", type=int, default=300)
    arguments.add_argument("--peer", help=argparse.SUPPRESS)
    given = arguments.parse_args()
    if given.peer:
        for row in peer(given.peer):
            print("\t".join(map(escaped, row)))
        return
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        made = folder / "made.qdpx"
        make(made, given.codings)
        files = sorted(DATA.glob("*.qd*")) + [made]
        for path in files:
            check(path, folder)
        damaged(folder, given.damaged)
        speed(made, given.codings, given.runs)


def damaged(folder, count):
    """Projects with wrong values, without attributes, with elements that do not belong there: whatever
    is read must be valid when it is written again."""
    random.seed(3)
    own = (ROOT / "fuzz" / "corpus" / "refi_qda" / "project").read_bytes()[1:].decode("utf-8")
    with zipfile.ZipFile(DATA / "atlasti-standard-project-qde-only.qdpx") as archive:
        originals = [own, archive.read("Project.qde").decode("utf-8")]
    values = ["x", "-1", "", "true", "ж", "2026-13-01T00:00:00Z", "#12", "{", "&#12;", "9" * 25]
    pieces = ['<Foo a="1">x</Foo>', "words", "<Description>q</Description>", "<NoteRef/>", "<Coding/>"]
    was_read = 0
    source, again = folder / "damaged.qde", folder / "damaged.qdpx"
    for _ in range(count):
        text = random.choice(originals)
        for _ in range(random.randint(1, 3)):
            pattern, with_what = random.choice(
                [(r'(?<==")[^"]*', random.choice(values)), (r' \w+="[^"]*"', ""), (r"(?<=>)", random.choice(pieces))]
            )
            place = random.choice(list(re.finditer(pattern, text)))
            text = text[: place.start()] + with_what + text[place.end() :]
        source.write_text(text, encoding="utf-8")
        done = subprocess.run([OURS, "again", source, again], capture_output=True, text=True)
        if "panicked" in done.stderr:
            sys.exit(done.stderr)
        if done.returncode == 0:
            was_read += 1
            if errors := validate(again):
                sys.exit(f"NOT VALID: {errors[0]}")
    print(f"{count} damaged projects: {was_read} read, all of them valid when written again")


def make(path, codings):
    """A project of ten texts in Kazakh and Russian, with an emoji in every tenth line."""
    random.seed(7)
    guid = lambda kind, at: f"{kind:08x}-0000-4000-8000-{at:012x}"
    codes = "".join(
        f'<Code guid="{guid(1, at)}" name="code {at}" isCodable="true" color="#33a02c"/>' for at in range(50)
    )
    line = "Мемлекеттік саясат шаралары шетелдегі мамандарды тарту және меры поддержки ученых"
    sources = []
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for at in range(10):
            text = "\n".join(line + (" 😀" if row % 10 == 0 else "") for row in range(2_000))
            archive.writestr(f"sources/{guid(2, at)}.txt", text)
            selections = []
            for one in range(codings // 10):
                start = random.randrange(len(text) - 80)
                end = start + random.randrange(5, 80)
                name = text[start:end].replace("\n", " ")
                number = at * codings + one
                selections.append(
                    f'<PlainTextSelection guid="{guid(3, number)}" name="{name}" startPosition="{start}" '
                    f'endPosition="{end}" creatingUser="{guid(5, 0)}" creationDateTime="2026-01-15T09:00:00Z">'
                    f'<Coding guid="{guid(4, number)}" creatingUser="{guid(5, 0)}" '
                    f'creationDateTime="2026-01-15T09:00:00Z"><CodeRef targetGUID="{guid(1, one % 50)}"/>'
                    "</Coding></PlainTextSelection>"
                )
            sources.append(
                f'<TextSource guid="{guid(6, at)}" name="text {at}" plainTextPath="internal://{guid(2, at)}.txt">'
                + "".join(selections)
                + "</TextSource>"
            )
        archive.writestr(
            "project.qde",
            '<?xml version="1.0" encoding="utf-8"?>\n<Project xmlns="urn:QDA-XML:project:1.0" name="made">'
            f'<Users><User guid="{guid(5, 0)}" name="Coder"/></Users><CodeBook><Codes>{codes}</Codes></CodeBook>'
            f"<Sources>{''.join(sources)}</Sources></Project>",
        )


def check(path, folder):
    again = folder / ("again" + path.suffix)
    twice = folder / ("twice" + path.suffix)
    book = folder / "codes.qdc"
    talk = [run("again", path, again), run("again", again, twice), run("codes", path, book)]
    same = again.read_bytes() == twice.read_bytes()
    valid = validate(again) + validate(book)
    exact, all_of = (0, 0) if path.suffix == ".qdc" else positions(again)
    print(
        f"{path.name}: {'valid' if not valid else 'NOT VALID: ' + valid[0]}; written twice: "
        f"{'the same bytes' if same else 'DIFFERENT BYTES'}; {exact} of {all_of} quotations exact; {talk[0]}"
    )
    if valid or not same or exact != all_of:
        sys.exit(1)


def run(what, source, out):
    done = subprocess.run([OURS, what, source, out], capture_output=True, text=True, check=True)
    return done.stderr.strip()


def validate(path):
    from lxml import etree

    if path.suffix == ".qdc":
        schema, text = "Codebook-v1.0.xsd", path.read_bytes()
    else:
        with zipfile.ZipFile(path) as archive:
            schema, text = "Project-v1.0.xsd", archive.read("project.qde")
    schema = etree.XMLSchema(etree.parse(str(DATA / schema)))
    parser = etree.XMLParser(huge_tree=True)
    schema.validate(etree.fromstring(text, parser))
    return [f"line {one.line}: {one.message}" for one in schema.error_log]


def positions(path):
    """Codings of texts whose quotation another reader finds at the same place, and all of them."""
    ours = {}
    listed = subprocess.run([OURS, "segments", path], capture_output=True, check=True).stdout.decode()
    head, *rows = [line.split("\t") for line in listed.split("\n") if line]
    for row in rows:
        row = dict(zip(head, row))
        if row["part"] == "text" and row["anchored"] == "1":
            ours[row["coding_guid"]] = row["quote"]
    theirs = {row[0]: escaped(row[3]) for row in peer(path)}
    return sum(theirs.get(guid) == quote for guid, quote in ours.items()), len(ours)


def escaped(cell):
    return cell.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r")


def peer(path):
    """Coding, code, coder and quotation of every coding of a text."""
    from lxml import etree

    with zipfile.ZipFile(path) as archive:
        parser = etree.XMLParser(huge_tree=True)
        root = etree.fromstring(archive.read("project.qde"), parser)
        rows = []
        for source in root.iter(NAMESPACE + "TextSource", NAMESPACE + "Representation", NAMESPACE + "TextDescription"):
            place = (source.get("plainTextPath") or "").split("internal://")[-1]
            if f"sources/{place}" not in archive.namelist():
                continue
            text = archive.read(f"sources/{place}").decode("utf-8").replace("\r\n", "\n").replace("\r", "\n")
            for selection in source.iter(NAMESPACE + "PlainTextSelection"):
                quote = text[int(selection.get("startPosition")) : int(selection.get("endPosition"))]
                for coding in selection.iter(NAMESPACE + "Coding"):
                    code = coding.find(NAMESPACE + "CodeRef").get("targetGUID")
                    rows.append((coding.get("guid"), code, coding.get("creatingUser") or "", quote))
    return rows


def timed(command):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    out = subprocess.run(command, capture_output=True, check=True).stdout
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    lines = out.count(b"\n")
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, lines


def speed(made, codings, runs):
    ours, theirs = [], []
    for _ in range(runs):
        seconds, lines = timed([OURS, "segments", made])
        ours.append(seconds)
        assert lines == codings + 1, lines
        seconds, lines = timed([sys.executable, __file__, "--peer", made])
        theirs.append(seconds)
        assert lines == codings, lines
    again = [timed([OURS, "again", made, made.with_suffix(".out")])[0] for _ in range(runs)]
    size = made.stat().st_size / 1e6
    print(f"\n{codings} codings, {size:.1f} MB, medians of {runs} runs, CPU seconds:")
    print(f"read and list: daryn {median(ours):.3f}, Python with lxml {median(theirs):.3f}, ", end="")
    print(f"ratio {median(theirs) / median(ours):.1f}")
    print(f"read and write again: daryn {median(again):.3f}")


if __name__ == "__main__":
    main()
