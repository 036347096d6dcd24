import { expect, it } from "vitest";
import type { ToDo } from "../../ipc/generated/ToDo";
import { sentence } from "./todo";

const due = { on: "2026-07-31", days: 45 };
const cases: [Partial<ToDo>, string, string | null][] = [
  [{ kind: "import", quantity: 0 }, "Import what was bought in 2025", null],
  [{ kind: "buy", quantity: 200000, due }, "Buy 200,000 I-\u2060TECs for 2025", "45 days"],
  [{ kind: "buy", quantity: 1 }, "Buy 1 I-\u2060TEC for 2025", null],
  [{ kind: "retire", quantity: 260000, detail: "40000", due }, "Retire the 260,000 you hold for 2025", null],
  [{ kind: "weigh", quantity: 42, detail: "1318", blocks_final: true }, "Give 42 lines a weight", "blocks final"],
  [{ kind: "confirm_condition", quantity: 1 }, "Confirm the condition of 1 line", null],
  [{ kind: "export", quantity: 0 }, "Export the disclosure of 2025", null],
];

it.each(cases)("%o", (one, title, badge) => {
  const said = sentence({ kind: "", quantity: 0, detail: null, due: null, blocks_final: false, ...one }, 2025);
  expect(said.title).toBe(title);
  expect(said.badge).toBe(badge);
});
