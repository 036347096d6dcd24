// What a person typed into the review of a file: what a draft keeps, and a session takes up again.

import type { SheetInspection } from "../../ipc/generated/SheetInspection";
import type { Correction, Corrections } from "./corrections.svelte";

export type Answers = { mass_unit: string; mass_basis: string; date_order: string; decimal: string };

/** What a person typed into the review of a file. */
export interface Typed {
  file: string;
  sheetName: string;
  also: string[];
  kind: string;
  headerRow: number | null;
  moved: Record<string, string>;
  answers: Answers;
  said: Record<string, string>;
  values: Record<string, Record<string, string>>;
  corrections: Correction[];
  revision: string | null;
  isWithoutMapping: boolean;
  year: number;
  allowsDuplicate: boolean;
}

type Source = Omit<Typed, "file" | "corrections"> & { corrections: Corrections };

/** As plain values; nothing where nothing was typed that the file does not say by itself. */
export function typedInto(from: Source, sheet: SheetInspection | null, file: string): Typed | null {
  const { sheetName, also, kind, headerRow, revision, isWithoutMapping, year, allowsDuplicate, moved, answers, said, values } = from;
  const corrections = from.corrections.list;
  const hasAnswers = Object.values(answers).some(Boolean) || [moved, said, values].some((one) => Object.keys(one).length > 0);
  const isOther = sheet !== null && (kind !== (sheet.kind === "unknown" ? "procurement" : sheet.kind) || headerRow !== (sheet.header_row ?? null));
  if (!hasAnswers && !isOther && corrections.length === 0 && !isWithoutMapping && revision === null) return null;
  const plain = <Value>(value: Value) => JSON.parse(JSON.stringify(value)) as Value;
  return plain({ file, sheetName, also, kind, headerRow, revision, isWithoutMapping, year, allowsDuplicate, moved, answers, said, values, corrections });
}
