#!/usr/bin/env python3
"""Speed and memory of reading official statistics: one million observations of SDMX-ML.

    cargo build --release -p daryn-stats --example walk
    python3 benches/stats.py [OBSERVATIONS] [PYTHON]

Makes two files, structure-specific and generic, then prints CPU seconds and peak memory of whole
processes, medians of three: a bare walk over the events of quick-xml that keeps columns, our
columns, our rows, the table of `daryn stats read` in its forms. With PYTHON, an interpreter that has pysdmx
1.21.0 (`pysdmx[xml]`), sdmx1 2.28.0 and pandas, these read the same files in the same run, once.
Machines are noisy: compare within one table only. Linux only (peak memory comes from wait4).
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TARGET = Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target"))
WALK = TARGET / "release" / "examples" / "walk"
WAYS = ("bare", "rows", "table", "csv", "info", "sdmx-csv", "parquet", "arrow", "xlsx")
YEARS = 50

SPACES = "http://www.sdmx.org/resources/sdmxml/schemas/v2_1"
HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<m:{root} xmlns:m="{spaces}/message" xmlns:c="{spaces}/common" xmlns:g="{spaces}/data/generic"
 xmlns:s="{spaces}/data/structurespecific" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
 xmlns:n="{urn}">
<m:Header><m:ID>X</m:ID><m:Test>false</m:Test><m:Prepared>2026-01-01T00:00:00</m:Prepared><m:Sender id="X"/><m:Receiver id="Y"/>
<m:Structure structureID="X" namespace="{urn}" dimensionAtObservation="TIME_PERIOD"><c:Structure>
<Ref agencyID="X" id="X" version="1.0" class="DataStructure"/></c:Structure></m:Structure></m:Header>
"""
URN = "urn:sdmx:org.sdmx.infomodel.datastructure.DataStructure=X:X(1.0):ObsLevelDim:TIME_PERIOD"


def series(observations):
    """Keys of series of 50 years each; values have one to six digits before and four behind."""
    seed = 1
    for number in range(observations // YEARS):
        key = {
            "FREQ": "A",
            "REF_AREA": f"R{number % 997:03}",
            "SEX": "TMF"[number % 3],
            "AGE": f"Y{number // 997 % 100}",
            "EDU": f"ISCED11_{number % 9}",
            "MEASURE": "PS",
        }
        values = []
        for year in range(1975, 1975 + YEARS):
            seed = seed * 1103515245 + 12345 & 0x7FFFFFFF
            values.append((year, f"{seed % 999983 / 7:.4f}", "AEP"[seed >> 8 & 1]))
        yield key, values


def specific(path, observations):
    with open(path, "w", encoding="utf-8") as out:
        out.write(HEAD.format(root="StructureSpecificData", spaces=SPACES, urn=URN))
        out.write('<m:DataSet s:structureRef="X" s:dataScope="DataStructure" xsi:type="n:DataSetType" s:action="Replace">\n')
        for key, values in series(observations):
            text = " ".join(f'{name}="{value}"' for name, value in key.items())
            out.write(f'<Series {text} UNIT_MEASURE="PS" UNIT_MULT="3">\n')
            for year, value, status in values:
                out.write(f'<Obs TIME_PERIOD="{year}" OBS_VALUE="{value}" OBS_STATUS="{status}"/>\n')
            out.write("</Series>\n")
        out.write("</m:DataSet></m:StructureSpecificData>\n")


def generic(path, observations):
    with open(path, "w", encoding="utf-8") as out:
        out.write(HEAD.format(root="GenericData", spaces=SPACES, urn=URN))
        out.write('<m:DataSet structureRef="X" action="Replace">\n')
        for key, values in series(observations):
            text = "".join(f'<g:Value id="{name}" value="{value}"/>' for name, value in key.items())
            out.write(f"<g:Series><g:SeriesKey>{text}</g:SeriesKey><g:Attributes>")
            out.write('<g:Value id="UNIT_MEASURE" value="PS"/><g:Value id="UNIT_MULT" value="3"/></g:Attributes>\n')
            for year, value, status in values:
                out.write(
                    f'<g:Obs><g:ObsDimension id="TIME_PERIOD" value="{year}"/><g:ObsValue value="{value}"/>'
                    f'<g:Attributes><g:Value id="OBS_STATUS" value="{status}"/></g:Attributes></g:Obs>\n'
                )
            out.write("</g:Series>\n")
        out.write("</m:DataSet></m:GenericData>\n")


STRUCTURE = """<?xml version="1.0" encoding="UTF-8"?>
<m:Structure xmlns:m="{spaces}/message" xmlns:s="{spaces}/structure" xmlns:c="{spaces}/common">
<m:Header><m:ID>X</m:ID><m:Test>false</m:Test><m:Prepared>2026-01-01T00:00:00</m:Prepared><m:Sender id="X"/><m:Receiver id="Y"/></m:Header>
<m:Structures><s:Concepts><s:ConceptScheme id="C" agencyID="X" version="1.0"><c:Name xml:lang="en">C</c:Name>{concepts}</s:ConceptScheme></s:Concepts>
<s:DataStructures><s:DataStructure id="X" agencyID="X" version="1.0"><c:Name xml:lang="en">X</c:Name><s:DataStructureComponents>
<s:DimensionList id="DimensionDescriptor">{dimensions}<s:TimeDimension id="TIME_PERIOD" position="7">{time}</s:TimeDimension></s:DimensionList>
<s:AttributeList id="AttributeDescriptor">{attributes}</s:AttributeList>
<s:MeasureList id="MeasureDescriptor"><s:PrimaryMeasure id="OBS_VALUE">{measure}</s:PrimaryMeasure></s:MeasureList>
</s:DataStructureComponents></s:DataStructure></s:DataStructures></m:Structures></m:Structure>
"""

PYSDMX = """
import sys
from pysdmx.io import read_sdmx
message = read_sdmx(sys.argv[1], validate=False)
print(sum(len(data.data) for data in message.data))
"""
SDMX1 = """
import sys, sdmx
structure = sdmx.read_sdmx(sys.argv[2]).structure["X"] if len(sys.argv) > 2 else None
message = sdmx.read_sdmx(sys.argv[1], **({"structure": structure} if structure else {}))
print(sum(len(data.obs) for data in message.data))
"""


def structure(path):
    """The structure of both files, for readers that need one."""
    keys = ["FREQ", "REF_AREA", "SEX", "AGE", "EDU", "MEASURE"]
    names = [*keys, "TIME_PERIOD", "OBS_VALUE", "UNIT_MEASURE", "UNIT_MULT", "OBS_STATUS"]

    def concept(name):
        return (
            f'<s:ConceptIdentity><Ref agencyID="X" maintainableParentID="C" maintainableParentVersion="1.0"'
            f' id="{name}" package="conceptscheme" class="Concept"/></s:ConceptIdentity>'
        )

    def relation(name):
        if name == "OBS_STATUS":
            inside = '<s:PrimaryMeasure><Ref id="OBS_VALUE"/></s:PrimaryMeasure>'
        else:
            inside = "".join(f'<s:Dimension><Ref id="{key}"/></s:Dimension>' for key in keys)
        return f"<s:AttributeRelationship>{inside}</s:AttributeRelationship>"

    Path(path).write_text(
        STRUCTURE.format(
            spaces=SPACES,
            concepts="".join(f'<s:Concept id="{name}"><c:Name xml:lang="en">{name}</c:Name></s:Concept>' for name in names),
            dimensions="".join(
                f'<s:Dimension id="{name}" position="{place}">{concept(name)}</s:Dimension>'
                for place, name in enumerate(keys, 1)
            ),
            time=concept("TIME_PERIOD"),
            attributes="".join(
                f'<s:Attribute id="{name}" assignmentStatus="Conditional">{concept(name)}{relation(name)}</s:Attribute>'
                for name in names[8:]
            ),
            measure=concept("OBS_VALUE"),
        ),
        encoding="utf-8",
    )


def measure(command, repeats=3):
    """Medians of wall seconds, CPU seconds, peak megabytes; what was printed."""
    rows, printed = [], ""
    for _ in range(repeats):
        start = time.perf_counter()
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        printed = process.stdout.read().strip()
        _, status, usage = os.wait4(process.pid, 0)
        if status != 0:
            return None, printed.splitlines()[-1] if printed else ""
        rows.append((time.perf_counter() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024))
    return [statistics.median(column) for column in zip(*rows)], printed


def main():
    observations = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    python = sys.argv[2] if len(sys.argv) > 2 else None
    with tempfile.TemporaryDirectory() as folder:
        described = Path(folder) / "structure.xml"
        structure(described)
        for kind, make in (("structure-specific", specific), ("generic", generic)):
            path = Path(folder) / f"{kind}.xml"
            make(path, observations)
            print(f"{kind}: {observations:,} observations, {path.stat().st_size / 1e6:.0f} MB")
            print(f"{'way':>10} {'wall s':>8} {'CPU s':>8} {'peak MB':>8} {'times':>7}")
            commands = [(way, [WALK, way, path], 3) for way in WAYS]
            if python:
                commands.append(("pysdmx", [python, "-c", PYSDMX, path], 1))
                commands.append(("sdmx1", [python, "-c", SDMX1, path, described], 1))
            bare = None
            for way, command, repeats in commands:
                row, printed = measure([str(part) for part in command], repeats)
                if row is None:
                    print(f"{way:>10} failed: {printed}")
                    continue
                bare = bare or row[1]
                print(f"{way:>10} {row[0]:8.2f} {row[1]:8.2f} {row[2]:8.1f} {row[1] / bare:7.2f}  {printed}")


if __name__ == "__main__":
    main()
