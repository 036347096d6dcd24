// The sentences of the to-do list.

import type { ToDo } from "../../ipc/generated/ToDo";
import { day, daysLeft } from "../../lib/date";
import { count, decimal, int, ITEC, ITECS } from "../../lib/format";

export interface Sentence {
  title: string;
  detail: string;
  action: string;
  /** Screen and what to do there. */
  to: [path: string, intent: string | null];
  badge: string | null;
}

const certificates = (quantity: number) => `${int(quantity)} ${quantity === 1 ? ITEC : ITECS}`;

function badge(one: ToDo): string | null {
  if (one.blocks_final) return "blocks final";
  return one.due && one.kind !== "retire" ? daysLeft(one.due.days) : null;
}

function words(one: ToDo, year: number): Omit<Sentence, "badge"> {
  const { quantity, detail, due } = one;
  switch (one.kind) {
    case "import":
      return { title: `Import what was bought in ${year}`, detail: "any spreadsheet, as procurement has it", action: "Import…", to: ["import", null] };
    case "buy":
      return {
        title: `Buy ${certificates(quantity)} for ${year}`,
        detail: due ? `by ${day(due.on)}` : "what is left after all you hold",
        action: "Purchase…",
        to: ["certificates", "purchase"],
      };
    case "retire": {
      const soon = detail && due ? `${decimal(detail)} of them expire ${day(due.on)}` : "they count once they are retired";
      return { title: `Retire the ${int(quantity)} you hold for ${year}`, detail: due && !detail ? `first of them expire ${day(due.on)}` : soon, action: "Retire…", to: ["certificates", "retire"] };
    }
    case "weigh":
      return {
        title: `Give ${count(quantity, "line", "lines")} a weight`,
        detail: `${detail ? `${decimal(detail)} units, ` : ""}each kg adds 1 ${ITEC}`,
        action: "Open list",
        to: ["procurement", "weigh"],
      };
    case "confirm_condition":
      return {
        title: `Confirm the condition of ${count(quantity, "line", "lines")}`,
        detail: `unknown counts as new${detail ? `: ${decimal(detail)} kg` : ""}`,
        action: "Review",
        to: ["procurement", "condition:unknown"],
      };
    case "await_issue":
      return { title: `Ask for ${certificates(quantity)} not yet issued`, detail: due ? `their provider is to be asked ${day(due.on)}` : "restored and eligible, they net nothing until they are yours", action: "Open", to: ["dispositions", null] };
    case "await_delivery":
      return { title: `Ask for ${certificates(quantity)} on order`, detail: due ? `expected ${day(due.on)}, not delivered` : "not delivered", action: "Open", to: ["plan", "orders"] };
    default:
      return { title: `Export the disclosure of ${year}`, detail: "the retirement summary for finance", action: "Export…", to: ["disclosure", "export"] };
  }
}

export function sentence(one: ToDo, year: number): Sentence {
  return { ...words(one, year), badge: badge(one) };
}
