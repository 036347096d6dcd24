// One finding of an import as a sentence: what stands there, and what would be right.

import type { IssueView } from "../../ipc/generated/IssueView";

type Told = Pick<IssueView, "code" | "seen" | "expected">;

/** Without its article and what follows the semicolon. */
function parts(expected: string): { wanted: string; rest: string } {
  const [wanted = "", ...rest] = expected.split("; ");
  return { wanted, rest: rest.length > 0 ? `; ${rest.join("; ")}` : "" };
}

export function sentence({ code, seen, expected }: Told): string {
  const { wanted, rest } = parts(expected);
  const quoted = `“${seen}”`;
  switch (code) {
    case "out_of_scope":
      return `Not hardware${wanted === "hardware" && rest ? ` but ${rest.replace(/^; this is /, "")}` : ""}: kept out of the total.`;
    case "returned_goods":
      return "A return: it lessens the year.";
    case "hidden_row":
      return "This row is hidden or filtered out in the file. It is read all the same.";
    case "quantity_implied":
      return `The sheet has no quantity column${rest}.`;
    case "pieces_counted":
    case "column_unused":
    case "filled_down":
    case "bundle_parts":
    case "gross_weight":
    case "year_of_sheet":
    case "formula_computed":
      return `${quoted}: expected ${expected}.`;
    case "known_system":
      return `It looks like a ${seen} report${rest.replace(/^; /, ": ")}.`;
    case "struck_through":
      return "The line is struck through in the file. It counts, by your word.";
    case "stray_quote":
      return "A quotation mark is never closed: it is read as it stands.";
    case "condition_in_text":
      return `The text says ${seen}, and no column does: it counts as that.`;
    case "zero_mass":
      return "A weight of 0 is read as not stated.";
    case "several_devices":
      return `${expected.replace(/^one device in a row; this/, "This")}.`;
    case "cell_fixed":
      return `Read as ${expected.replace(", as corrected; ", ", as corrected: ")}.`;
    case "mass_unit_open":
      return `${quoted} names no unit: say which.`;
    case "mass_unit_assumed":
      return `${quoted} names no unit${rest}.`;
    case "unit_or_line_mass":
      return `${quoted} does not say whether it is the mass of one unit or of the line${rest}.`;
    case "ambiguous_date":
      return `Day and month cannot be told apart${seen ? `, as in ${quoted}` : ""}${rest}.`;
    case "ambiguous_number":
      return `Point and comma cannot be told apart${seen ? `, as in ${quoted}` : ""}${rest}.`;
    case "year_assumed":
    case "class_assumed":
    case "own_batch_unknown":
    case "condition_unknown":
    case "unit_assumed":
      return `${seen} ${expected}.`;
    case "asset_repeated":
      return `${quoted} is named more than once${rest}.`;
    case "mass_mismatch":
      return `Quantity × unit mass gives ${wanted.replace(/, quantity × unit mass$/, "")}, the file says ${quoted}${rest}.`;
    default:
      // What a rule of the ledger says is a sentence already.
      if (/[.!?]$/.test(expected)) return expected;
      return `Expected ${wanted}, found ${seen ? quoted : "nothing"}${rest}.`;
  }
}
