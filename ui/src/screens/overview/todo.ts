// The sentences of the to-do list.

import type { ToDo } from "../../ipc/generated/ToDo";
import { day, daysLeft } from "../../lib/date";
import { decimal, int } from "../../lib/format";
import { say } from "../../lib/say.svelte";

export interface Sentence {
  title: string;
  detail: string;
  action: string;
  /** Screen and what to do there. */
  to: [path: string, intent: string | null];
  badge: string | null;
}

function badge(one: ToDo): string | null {
  if (one.blocks_final) return say("overview-to-do-blocks-final");
  return one.due && one.kind !== "retire" ? daysLeft(one.due.days) : null;
}

function words(one: ToDo, year: string): Omit<Sentence, "badge"> {
  const { quantity, detail, due } = one;
  switch (one.kind) {
    case "import":
      return { title: say("overview-to-do-import", { year }), detail: say("overview-to-do-import-detail"), action: say("overview-to-do-import-action"), to: ["import", null] };
    case "buy":
      return {
        title: say("overview-to-do-buy", { count: quantity, year }),
        detail: due ? say("overview-to-do-buy-due", { day: day(due.on) }) : say("overview-to-do-buy-detail"),
        action: say("overview-to-do-buy-action"),
        to: ["certificates", "purchase"],
      };
    case "retire": {
      const soon = detail && due ? say("overview-to-do-retire-some", { count: decimal(detail), day: day(due.on) }) : say("overview-to-do-retire-detail");
      return {
        title: say("overview-to-do-retire", { count: int(quantity), year }),
        detail: due && !detail ? say("overview-to-do-retire-first", { day: day(due.on) }) : soon,
        action: say("overview-to-do-retire-action"),
        to: ["certificates", "retire"],
      };
    }
    case "weigh":
      return {
        title: say("overview-to-do-weigh", { count: quantity }),
        detail: detail ? say("overview-to-do-weigh-units", { count: decimal(detail) }) : say("overview-to-do-weigh-detail"),
        action: say("overview-to-do-weigh-action"),
        to: ["procurement", "weigh"],
      };
    case "confirm_condition":
      return {
        title: say("overview-to-do-condition", { count: quantity }),
        detail: detail ? say("overview-to-do-condition-mass", { mass: decimal(detail) }) : say("overview-to-do-condition-detail"),
        action: say("overview-to-do-condition-action"),
        to: ["procurement", "condition:unknown"],
      };
    case "await_issue":
      return {
        title: say("overview-to-do-issue", { count: quantity }),
        detail: due ? say("overview-to-do-issue-due", { day: day(due.on) }) : say("overview-to-do-issue-detail"),
        action: say("overview-to-do-issue-action"),
        to: ["dispositions", null],
      };
    case "await_delivery":
      return {
        title: say("overview-to-do-delivery", { count: quantity }),
        detail: due ? say("overview-to-do-delivery-due", { day: day(due.on) }) : say("overview-to-do-delivery-detail"),
        action: say("overview-to-do-delivery-action"),
        to: ["plan", "orders"],
      };
    default:
      return { title: say("overview-to-do-export", { year }), detail: say("overview-to-do-export-detail"), action: say("overview-to-do-export-action"), to: ["disclosure", "export"] };
  }
}

export function sentence(one: ToDo, year: number): Sentence {
  return { ...words(one, String(year)), badge: badge(one) };
}
