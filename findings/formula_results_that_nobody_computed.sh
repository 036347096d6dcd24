#!/bin/sh
# Guess: a number beside a formula in an .xlsx is what the formula comes to.
# Seen: XlsxWriter 3.2.9 stores 0 for every formula that it is given no result for, and openpyxl 3.1.5 an empty value; both
# set fullCalcOnLoad in the workbook. A reader that takes the stored value reads 0 units, or none.
# Source: https://xlsxwriter.readthedocs.io/working_with_formulas.html ("Formula Results").
set -eu
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
python3 -m venv "$home/venv"
"$home/venv/bin/pip" install --quiet --disable-pip-version-check XlsxWriter==3.2.9 openpyxl==3.1.5
"$home/venv/bin/python" - "$home" <<'PY'
import re, sys, zipfile
import openpyxl, xlsxwriter

home = sys.argv[1]
book = xlsxwriter.Workbook(f"{home}/xlsxwriter.xlsx")
book.add_worksheet().write_formula("A1", "=2+2")
book.close()
book = openpyxl.Workbook()
book.active["A1"] = "=2+2"
book.save(f"{home}/openpyxl.xlsx")

seen = {}
for name in ("xlsxwriter", "openpyxl"):
    parts = zipfile.ZipFile(f"{home}/{name}.xlsx")
    cell = re.search(r'<c r="A1".*?</c>', parts.read("xl/worksheets/sheet1.xml").decode()).group(0)
    asks = 'fullCalcOnLoad="1"' in parts.read("xl/workbook.xml").decode()
    value = re.search(r"<v>(.*?)</v>", cell)
    seen[name] = (value.group(1) if value else "", asks)
    print(f"{name}: {cell}, fullCalcOnLoad {asks}")
expected = {"xlsxwriter": ("0", True), "openpyxl": ("", True)}
sys.exit(0 if seen == expected else f"changed: {seen}")
PY
