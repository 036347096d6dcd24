#!/bin/sh
# Guess: a formula without a result stays a formula in whatever format a workbook is saved, so that a reader sees that a
# number is still owed.
# Seen: SheetJS 0.18.5 keeps it in .xlsx and .ods and writes no formula into .xls: a NUMBER record (0x0203) where the formula
# has a result, else a BLANK record (0x0201), so that the cell of a quantity looks as if nobody had filled it.
# Source: [MS-XLS] 2.4.20 Blank, 2.4.127 Formula, 2.4.180 Number, https://learn.microsoft.com/openspecs/office_file_formats/ms-xls.
set -eu
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
cd "$home"
npm init --yes > /dev/null
npm install --silent --no-audit --no-fund xlsx@0.18.5
node -e '
const XLSX = require("xlsx");
for (const [name, cell] of [["without", { t: "n", f: "2*6" }], ["with", { t: "n", f: "2*6", v: 12 }]]) {
  const sheet = XLSX.utils.aoa_to_sheet([["Quantity"]]);
  sheet.A2 = cell;
  sheet["!ref"] = "A1:A2";
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(book, sheet, "Purchases");
  for (const type of ["xls", "xlsx", "ods"]) XLSX.writeFile(book, `${name}.${type}`, { bookType: type === "xls" ? "biff8" : type });
}
'
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check olefile==0.47
venv/bin/python - <<'PY'
import struct, sys, zipfile
import olefile

def record(name):
    """The record of the second row's first cell."""
    file = olefile.OleFileIO(f"{name}.xls")
    part = file.openstream("Workbook").read()
    at, found = 0, []
    while at + 4 <= len(part):
        kind, size = struct.unpack_from("<HH", part, at)
        if kind in (0x0006, 0x0201, 0x0203, 0x027E) and struct.unpack_from("<HH", part, at + 4) == (1, 0):
            found.append(kind)
        at += 4 + size
    return found

seen = {name: record(name) for name in ("without", "with")}
xlsx = zipfile.ZipFile("without.xlsx").read("xl/worksheets/sheet1.xml").decode()
ods = zipfile.ZipFile("without.ods").read("content.xml").decode()
for name, kinds in seen.items():
    print(f"xls, {name} a result: {[hex(kind) for kind in kinds]}")
print(f"xlsx keeps the formula: {'<f>2*6</f>' in xlsx}; ods: {'formula' in ods}")
expected = {"without": [0x0201], "with": [0x0203]}
is_kept = "<f>2*6</f>" in xlsx and "formula" in ods
sys.exit(0 if seen == expected and is_kept else f"changed: {seen}, {is_kept}")
PY
