// What a file leaves open, answered: a column, the meaning of a word, or a choice of its own.

import type { ImportQuestion } from "../../ipc/generated/ImportQuestion";
import type { ImportSession } from "./session.svelte";

/** Questions that a column answers. */
const COLUMNS = ["quantity", "date", "vintage", "unit_mass", "mass", "sent_mass"];

export function settle(session: ImportSession, { option, field, example }: ImportQuestion, answer: string): void {
  if (COLUMNS.includes(option)) session.moved = { ...session.moved, [option]: answer };
  else if (option === "value" && field) session.mean(field, example, answer);
  else if (option in session.answers) session.answers = { ...session.answers, [option]: answer };
  else session.said = { ...session.said, [option]: answer };
}

/** What a question was answered with; empty where it was not. */
export function settled(session: ImportSession, { option, field, example }: ImportQuestion): string {
  if (COLUMNS.includes(option)) return session.moved[option] ?? "";
  if (option === "value" && field) return session.values[field]?.[example] ?? "";
  return session.answers[option as keyof typeof session.answers] ?? session.said[option] ?? "";
}
