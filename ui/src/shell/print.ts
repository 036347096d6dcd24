// A table on paper: drawn whole in a sheet of its own, which the printer alone sees.

import { decimalMark, int } from "../lib/format";
import { say } from "../lib/say.svelte";
import type { PlainTable } from "../parts/columns";

const SHEET = "print-sheet";
/** More rows are for an export. */
const MOST = 5000;

function element(name: string, text = ""): HTMLElement {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}

function drawn({ name, columns, rows }: PlainTable): HTMLElement {
  const sheet = element("div");
  sheet.id = SHEET;
  const table = element("table");
  const head = element("tr");
  head.append(...columns.map((column) => element("th", column.header)));
  const lines = rows.slice(0, MOST).map((row) => {
    const line = element("tr");
    line.append(
      ...row.map((text, index) => {
        const cell = element("td", columns[index]?.is_number ? text.replace(".", decimalMark()) : text);
        cell.className = columns[index]?.is_number ? "n" : "";
        return cell;
      }),
    );
    return line;
  });
  const top = element("thead");
  top.append(head);
  const body = element("tbody");
  body.append(...lines);
  table.append(top, body);
  sheet.append(element("h1", name), table);
  if (rows.length > MOST) sheet.append(element("p", say("tools-first", { shown: int(MOST), rows: int(rows.length) })));
  return sheet;
}

/** Opens the system's print dialog with the table; the window itself stays as it is. */
export function printTable(table: PlainTable): void {
  document.getElementById(SHEET)?.remove();
  const sheet = drawn(table);
  document.body.append(sheet);
  window.addEventListener("afterprint", () => sheet.remove(), { once: true });
  window.print();
}
