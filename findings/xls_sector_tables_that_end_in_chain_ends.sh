#!/bin/sh
# Guess: the unused rest of the sector table of an .xls (OLE compound file) is filled with "free" marks, as its
# specification says, so that a reader may refuse a table longer than the file.
# Seen: SheetJS 0.18.5 fills it with end-of-chain marks; spreadsheets and xlrd 2.0.1 open the file all the same, and strict
# readers (the Rust crate cfb 0.14 and 0.16) refuse it: "FAT has 128 entries, but file has only 8 sectors".
# Source: [MS-CFB] 2.3, https://learn.microsoft.com/openspecs/windows_protocols/ms-cfb.
set -eu
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
cd "$home"
npm init --yes > /dev/null
npm install --silent --no-audit --no-fund xlsx@0.18.5
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check xlrd==2.0.1
node -e '
const XLSX = require("xlsx");
const book = XLSX.utils.book_new();
XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet([["Item", "Quantity"], ["Laptop", 12]]), "Purchases");
XLSX.writeFile(book, "book.xls", { bookType: "biff8" });
'
venv/bin/python - <<'PY'
import struct, sys
import xlrd

data = open("book.xls", "rb").read()
size = 1 << struct.unpack_from("<H", data, 30)[0]
first = struct.unpack_from("<I", data, 76)[0]
table = struct.unpack_from(f"<{size // 4}I", data, size * (first + 1))
sectors = len(data) // size - 1
rest = table[sectors:]
ends = sum(mark == 0xFFFFFFFE for mark in rest)
cell = xlrd.open_workbook("book.xls").sheet_by_index(0).cell_value(1, 1)
print(f"{sectors} sectors, {len(table)} entries; behind the last sector {ends} end-of-chain marks of {len(rest)}")
print(f"xlrd reads {cell} in B2")
sys.exit(0 if ends == len(rest) > 0 and cell == 12 else "changed")
PY
