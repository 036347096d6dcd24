#!/bin/sh
# Guess: an .ods cell with a formula, a value and the text that shows it holds what the formula comes to.
# Seen: SheetJS 0.18.5 writes office:value="0" and the text 0 for a formula that it was given no result for. Nothing in the
# cell tells it from a calculated 0; what does is the generator that meta.xml names.
# Source: https://docs.sheetjs.com/docs/csf/features/formulae (the library stores formulas and calculates none).
set -eu
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
cd "$home"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund xlsx@0.18.5
node - <<'JS'
const XLSX = require("xlsx");
const sheet = XLSX.utils.aoa_to_sheet([["Qty"], [0]]);
sheet["A2"] = { t: "n", f: "20*2" };
const book = XLSX.utils.book_new();
XLSX.utils.book_append_sheet(book, sheet, "Data");
XLSX.writeFile(book, "sheet.ods", { bookType: "ods" });
JS
python3 - <<'PY'
import re, sys, zipfile

parts = zipfile.ZipFile("sheet.ods")
content = parts.read("content.xml").decode()
cell = re.search(r"<table:table-cell[^>]*formula[^>]*>.*?</table:table-cell>", content).group(0)
generator = re.search(r"<meta:generator>(.*?)</meta:generator>", parts.read("meta.xml").decode()).group(1)
print(cell, generator, sep="\n")
expected = 'office:value="0"' in cell and "<text:p>0</text:p>" in cell and generator == "SheetJS 0.18.5"
sys.exit(0 if expected else "changed")
PY
