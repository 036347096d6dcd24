// The checks before a report can be final, in words, and what settles each.

import type { DisclosureCheck } from "../../ipc/generated/DisclosureCheck";
import { count, decimal, int, ITECS, percent } from "../../lib/format";

export interface CheckText {
  title: string;
  detail: string;
  action?: [text: string, path: string, intent: string | null];
}

const head = (hash: string | null) => (hash ? `, chain head ${hash.slice(0, 4)}…${hash.slice(-4)}` : "");
const isNumber = (text: string | null): text is string => text !== null && /^-?\d+(\.\d+)?$/.test(text);

/** “10 of 12” as the lots retired from. */
const lots = (detail: string | null) => `${detail ?? "0"} lots`;

/** What a check finds nothing of, by its code. */
const nothing: Record<string, string> = {
  weights_resolved: "No line of new hardware",
  conditions_known: "No line of hardware",
  fully_covered: "Nothing is needed for this year",
  balances_agree: "No certificate is recorded",
  registry_reconciled: "Nothing is retired for this year",
  ownership_proven: "No own certificate is recorded",
  claim_allowed: "Nothing is claimed",
  claim_current: "The claim stands as it is offered",
  own_within_eligible: "No own certificate is recorded",
  ledger_verified: "Nothing is recorded yet",
};

export function words(check: DisclosureCheck): CheckText {
  const { code, is_met: isMet, quantity, detail } = check;
  if (!isMet && !check.is_open) return { title: nothing[code] ?? code.replaceAll("_", " "), detail: "Not applicable" };
  switch (code) {
    case "weights_resolved":
      return isMet
        ? { title: "Every line has a weight", detail: "No line stands outside the total" }
        : {
            title: `${count(quantity, "line has", "lines have")} no weight`,
            detail: isNumber(detail) ? `${decimal(detail)} units are in no total` : "They are in no total",
            action: ["Open list", "procurement", "weigh"],
          };
    case "fully_covered":
      return isMet
        ? { title: "Fully covered", detail: "All that is needed is retired" }
        : quantity === 0
          ? { title: "Not known whether it is fully covered", detail: "Lines without a weight are in no requirement", action: ["Open list", "procurement", "weigh"] }
          : { title: `${int(quantity)} ${ITECS} still to retire`, detail: isNumber(detail) ? `Coverage is ${percent(detail)}` : "Coverage is below the target", action: ["Retire…", "certificates", "retire"] };
    case "ledger_verified":
      if (check.result === "unknown") return { title: "Not verified since the last change", detail: "Sealing verifies the whole file first", action: ["Verify", "settings", null] };
      return isMet ? { title: "Ledger verified", detail: `${count(quantity, "event", "events")}${head(detail)}` } : { title: "The ledger does not verify", detail: detail ?? "Open Settings and verify the file", action: ["Verify", "settings", null] };
    case "ownership_proven":
      return isMet
        ? { title: "Every own lot is proven", detail: "A document shows that it is ours" }
        : { title: `${count(quantity, "own lot has", "own lots have")} no proof of ownership`, detail: [detail, "attach the registry's statement"].filter(Boolean).join(": "), action: ["Attach", "certificates", detail ? `lot:${detail}` : null] };
    case "own_within_eligible":
      return isMet
        ? { title: "Own certificates stay within what was restored", detail: detail ? `Explained: ${detail}` : "No batch has more than its eligible kg" }
        : { title: `${int(quantity)} own ${ITECS} more than was restored`, detail: detail ?? "", action: ["Look", "dispositions", null] };
    case "balances_agree":
      return isMet ? { title: "Balances agree", detail: "Every balance follows from its events, difference 0" } : { title: "Balances do not agree", detail: `Difference ${int(quantity)}`, action: ["Look", "certificates", null] };
    case "registry_reconciled":
      return isMet
        ? { title: "Reconciled with the registry", detail: `${lots(detail)}, difference 0` }
        : { title: `${int(quantity)} retired ${ITECS} not shown by the registry`, detail: `Its statement agrees with ${lots(detail)}`, action: ["Reconcile…", "certificates", "reconcile"] };
    case "year_locked":
      return isMet ? { title: "The year is locked", detail: "It takes no change" } : { title: "The year is still open", detail: "Lock it once its figures are complete", action: ["Lock…", "disclosure", "lock"] };
    case "signed":
      return isMet
        ? { title: "Signed", detail: "Prepared, reviewed and approved by name" }
        : { title: `Not ${(detail ?? "signed").replaceAll(", ", ", not ")}`, detail: "A signature holds for the figures as they stand", action: ["Sign…", "disclosure", "sign"] };
    case "claim_allowed":
      return isMet ? { title: "The claim may be made", detail: "It says nothing that a rule forbids" } : { title: `${count(quantity, "refused word", "refused words")} in the claim`, detail: detail ?? "", action: ["Edit", "disclosure", "claim"] };
    case "claim_current":
      return isMet ? { title: "The claim is up to date", detail: "Edited for the figures as they stand" } : { title: "Figures have moved since the claim was edited", detail: "Look it through and keep it again", action: ["Edit", "disclosure", "claim"] };
    case "conditions_known":
      return isMet
        ? { title: "Every condition is known", detail: "Nothing is counted as new by default" }
        : { title: `${count(quantity, "line", "lines")} in unknown condition`, detail: isNumber(detail) ? `${decimal(detail)} kg counted as new` : "Counted as new", action: ["Review", "procurement", "condition:unknown"] };
    default:
      return { title: code.replaceAll("_", " "), detail: detail ?? "" };
  }
}
