#!/bin/sh
# Guess: every cell record of an .xlsb states its column.
# Seen: SheetJS 0.18.5 writes short records (BrtShortReal, BrtShortSt, …: 12 to 18) for each cell that follows a filled one;
# their column is that of the cell before plus one. A reader that knows the records 1 to 11 alone sees column A only
# (calamine 0.38 does).
# Source: [MS-XLSB] 2.3, https://learn.microsoft.com/openspecs/office_file_formats/ms-xlsb.
set -eu
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
cd "$home"
npm init --yes > /dev/null
npm install --silent --no-audit --no-fund xlsx@0.18.5
node -e '
const XLSX = require("xlsx");
const book = XLSX.utils.book_new();
XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet([["Item", "Quantity"], ["Laptop", 12]]), "Purchases");
XLSX.writeFile(book, "book.xlsb");
'
python3 - <<'PY'
import collections, sys, zipfile

part = zipfile.ZipFile("book.xlsb").read("xl/worksheets/sheet1.bin")
kinds, at = collections.Counter(), 0

def number(most):
    global at
    found = 0
    for place in range(most):
        byte = part[at]
        at += 1
        found |= (byte & 0x7F) << (7 * place)
        if byte < 0x80:
            break
    return found

while at < len(part):
    kind = number(2)
    size = number(4)
    at += size
    kinds[kind] += 1
whole = sum(count for kind, count in kinds.items() if 1 <= kind <= 11)
short = sum(count for kind, count in kinds.items() if 12 <= kind <= 18)
print(f"of 4 cells {whole} state their column, {short} do not")
sys.exit(0 if (whole, short) == (2, 2) else "changed")
PY
