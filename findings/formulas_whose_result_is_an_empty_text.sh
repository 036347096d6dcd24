#!/bin/sh
# Guess: a formula in an .xls whose stored result is an empty text came to an empty text, as =IF(A1="","",A1) does; one
# that was never calculated has the flag that asks for calculation on opening.
# Seen: xlwt 1.3.0 calculates nothing and stores an empty text for every formula, without that flag. A quantity of =20*2
# is read as blank, by xlrd 2.0.1 too. A file in which no formula has any other result is the only sign of it.
# Source: https://xlwt.readthedocs.io/en/latest/ (xlwt.Formula takes no result); [MS-XLS] 2.5.133 (FormulaValue).
set -eu
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
python3 -m venv "$home/venv"
"$home/venv/bin/pip" install --quiet --disable-pip-version-check xlwt==1.3.0 xlrd==2.0.1
"$home/venv/bin/python" - "$home" <<'PY'
import struct, sys
import xlrd, xlwt

home = sys.argv[1]
book = xlwt.Workbook()
book.add_sheet("Data").write(0, 0, xlwt.Formula("20*2"))
book.save(f"{home}/xlwt.xls")

content = open(f"{home}/xlwt.xls", "rb").read()
at = content.index(b"\x09\x08\x10\x00")  # The stream begins with BOF.
while struct.unpack_from("<H", content, at)[0] != 6:  # FORMULA
    at += 4 + struct.unpack_from("<H", content, at + 2)[0]
# Row, column and format stand before the result: kind in its first byte, a marker in its last two; then the flags.
kind, (marker, flags) = content[at + 10], struct.unpack_from("<HH", content, at + 16)
value = xlrd.open_workbook(f"{home}/xlwt.xls").sheet_by_index(0).cell(0, 0)
print(f"result: kind {kind}, marker {marker:#06x}, flags {flags:#06x}; xlrd reads {value.value!r}")
# Kind 3 behind 0xFFFF is an empty text; flag 2 asks for calculation.
sys.exit(0 if (kind, marker, flags & 2, value.value) == (3, 0xFFFF, 0, "") else "changed")
PY
