"""Makes areas-cldr.csv: names of areas in English, Russian and Kazakh, from CLDR.

    npm pack cldr-localenames-full@48.2.0 && tar xzf cldr-localenames-full-48.2.0.tgz
    python3 areas-cldr.py package

Source: Unicode CLDR 48.2, © 2004-2026 Unicode, Inc., Unicode License v3 (cldr-LICENSE.txt).
"""

import csv
import json
import pathlib
import sys

here = pathlib.Path(__file__).parent
model = here.parent.parent / "daryn-model" / "data" / "areas.csv"
with open(model, encoding="utf-8", newline="") as file:
    countries = {row["iso2"] for row in csv.DictReader(file)}

rows = []
for language in ("en", "ru", "kk"):
    path = pathlib.Path(sys.argv[1]) / "main" / language / "territories.json"
    names = json.loads(path.read_text(encoding="utf-8"))["main"][language]
    for code, name in names["localeDisplayNames"]["territories"].items():
        area, _, variant = code.partition("-alt-")
        # Parts of countries, test regions and the United Nations themselves are no areas here.
        if area in countries or area.isdigit() or area in ("XK", "EU", "EZ"):
            rows.append((area, language, "variant" if variant else "name", name))

order = {"en": 0, "ru": 1, "kk": 2}
rows.sort(key=lambda row: (row[0], order[row[1]], row[2]))
with open(here / "areas-cldr.csv", "w", encoding="utf-8", newline="") as file:
    file.write("area;language;kind;name\n")
    for row in rows:
        file.write(";".join(row) + "\n")
