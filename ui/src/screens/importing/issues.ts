// One finding of an import as a sentence: what stands there, and what would be right.

import type { IssueView } from "../../ipc/generated/IssueView";
import { say } from "../../lib/say.svelte";

type Told = Pick<IssueView, "code" | "seen" | "expected">;

/** Without its article and what follows the semicolon. */
function parts(expected: string): { wanted: string; rest: string } {
  const [wanted = "", ...rest] = expected.split("; ");
  return { wanted, rest: rest.length > 0 ? `; ${rest.join("; ")}` : "" };
}

export function sentence({ code, seen, expected }: Told): string {
  const { wanted, rest } = parts(expected);
  switch (code) {
    case "out_of_scope":
      return wanted === "hardware" && rest ? say("importing-finding-out-of-scope-but", { what: rest.replace(/^; this is /, "") }) : say("importing-finding-out-of-scope");
    case "returned_goods":
      return say("importing-finding-returned-goods");
    case "hidden_row":
      return say("importing-finding-hidden-row");
    case "quantity_implied":
      return say("importing-finding-quantity-implied", { rest });
    case "pieces_counted":
    case "column_unused":
    case "filled_down":
    case "bundle_parts":
    case "gross_weight":
    case "year_of_sheet":
    case "formula_computed":
      return say("importing-finding-quoted", { seen, expected });
    case "known_system":
      return say("importing-finding-known-system", { system: seen, rest: rest.replace(/^; /, ": ") });
    case "struck_through":
      return say("importing-finding-struck-through");
    case "stray_quote":
      return say("importing-finding-stray-quote");
    case "condition_in_text":
      return say("importing-finding-condition-in-text", { seen });
    case "zero_mass":
      return say("importing-finding-zero-mass");
    case "several_devices":
      return `${expected.replace(/^one device in a row; this/, "This")}.`;
    case "cell_fixed":
      return say("importing-finding-cell-fixed", { expected: expected.replace(", as corrected; ", ", as corrected: ") });
    case "mass_unit_open":
      return say("importing-finding-mass-unit-open", { seen });
    case "mass_unit_assumed":
      return say("importing-finding-mass-unit-assumed", { seen, rest });
    case "unit_or_line_mass":
      return say("importing-finding-unit-or-line-mass", { seen, rest });
    case "ambiguous_date":
      return seen ? say("importing-finding-ambiguous-date-as-in", { seen, rest }) : say("importing-finding-ambiguous-date", { rest });
    case "ambiguous_number":
      return seen ? say("importing-finding-ambiguous-number-as-in", { seen, rest }) : say("importing-finding-ambiguous-number", { rest });
    case "year_assumed":
    case "class_assumed":
    case "own_batch_unknown":
    case "condition_unknown":
    case "unit_assumed":
      return `${seen} ${expected}.`;
    case "asset_repeated":
      return say("importing-finding-asset-repeated", { seen, rest });
    case "mass_mismatch":
      return say("importing-finding-mass-mismatch", { mass: wanted.replace(/, quantity × unit mass$/, ""), seen, rest });
    default:
      // What a rule of the ledger says is a sentence already.
      if (/[.!?]$/.test(expected)) return expected;
      return seen ? say("importing-finding-expected", { wanted, seen, rest }) : say("importing-finding-expected-nothing", { wanted, rest });
  }
}
