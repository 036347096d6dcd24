// The checks before a report can be final, in words, and what settles each.

import type { DisclosureCheck } from "../../ipc/generated/DisclosureCheck";
import { decimal, int, percent } from "../../lib/format";
import { named, say } from "../../lib/say.svelte";

export interface CheckText {
  title: string;
  detail: string;
  action?: [text: string, path: string, intent: string | null];
}

/** The head of the chain, both ends of it. */
const head = (hash: string) => `${hash.slice(0, 4)}…${hash.slice(-4)}`;
const isNumber = (text: string | null): text is string => text !== null && /^-?\d+(\.\d+)?$/.test(text);

/** “Not prepared, not approved”, of the roles that have not signed. */
function unsigned(detail: string | null): string {
  if (!detail) return say("check-signed-open");
  const text = detail.split(", ").map((role) => named("check-signed-lacks", role) ?? role).join(", ");
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function events(quantity: number, hash: string | null): string {
  const text = say("word-events", { events: quantity });
  return hash ? say("check-ledger-head", { events: text, head: head(hash) }) : text;
}

export function words(check: DisclosureCheck): CheckText {
  const { code, is_met: isMet } = check;
  if (!isMet && !check.is_open) return { title: named("check-nothing", code) ?? code.replaceAll("_", " "), detail: say("checks-not-applicable") };
  return isMet ? met(check) : open(check);
}

function met({ code, quantity, detail }: DisclosureCheck): CheckText {
  const text = (title: string, more: string): CheckText => ({ title, detail: more });
  switch (code) {
    case "weights_resolved":
      return text(say("check-weights-met"), say("check-weights-met-text"));
    case "fully_covered":
      return text(say("check-covered-met"), say("check-covered-met-text"));
    case "ledger_verified":
      return text(say("check-ledger-met"), events(quantity, detail));
    case "ownership_proven":
      return text(say("check-ownership-met"), say("check-ownership-met-text"));
    case "own_within_eligible":
      return text(say("check-eligible-met"), detail ? say("check-eligible-explained", { reason: detail }) : say("check-eligible-met-text"));
    case "balances_agree":
      return text(say("check-balances-met"), say("check-balances-met-text"));
    case "registry_reconciled":
      return text(say("check-reconciled-met"), say("check-reconciled-met-text", { lots: detail ?? "0" }));
    case "year_locked":
      return text(say("check-locked-met"), say("check-locked-met-text"));
    case "signed":
      return text(say("check-signed-met"), say("check-signed-met-text"));
    case "claim_allowed":
      return text(say("check-claim-met"), say("check-claim-met-text"));
    case "claim_current":
      return text(say("check-current-met"), say("check-current-met-text"));
    case "conditions_known":
      return text(say("check-conditions-met"), say("check-conditions-met-text"));
    default:
      return text(code.replaceAll("_", " "), detail ?? "");
  }
}

function open({ code, quantity, detail, result }: DisclosureCheck): CheckText {
  const text = (title: string, more: string, label: string, path: string, intent: string | null): CheckText => ({ title, detail: more, action: [label, path, intent] });
  switch (code) {
    case "weights_resolved":
      return text(say("check-weights-open", { count: quantity }), isNumber(detail) ? say("check-weights-open-units", { units: decimal(detail) }) : say("check-weights-open-text"), say("checks-open-list"), "procurement", "weigh");
    case "fully_covered":
      return quantity === 0
        ? text(say("check-covered-unknown"), say("check-covered-unknown-text"), say("checks-open-list"), "procurement", "weigh")
        : text(say("check-covered-open", { units: int(quantity) }), isNumber(detail) ? say("check-covered-open-percent", { percent: percent(detail) }) : say("check-covered-open-text"), say("check-covered-do"), "certificates", "retire");
    case "ledger_verified":
      return result === "unknown"
        ? text(say("check-ledger-unknown"), say("check-ledger-unknown-text"), say("checks-verify"), "settings", null)
        : text(say("check-ledger-open"), detail ?? say("check-ledger-open-text"), say("checks-verify"), "settings", null);
    case "ownership_proven":
      return text(say("check-ownership-open", { count: quantity }), [detail, say("check-ownership-open-text")].filter(Boolean).join(": "), say("check-ownership-do"), "certificates", detail ? `lot:${detail}` : null);
    case "own_within_eligible":
      return text(say("check-eligible-open", { units: int(quantity) }), detail ?? "", say("checks-look"), "dispositions", null);
    case "balances_agree":
      return text(say("check-balances-open"), say("check-balances-open-text", { units: int(quantity) }), say("checks-look"), "certificates", null);
    case "registry_reconciled":
      return text(say("check-reconciled-open", { units: int(quantity) }), say("check-reconciled-open-text", { lots: detail ?? "0" }), say("check-reconciled-do"), "certificates", "reconcile");
    case "year_locked":
      return text(say("check-locked-open"), say("check-locked-open-text"), say("check-locked-do"), "disclosure", "lock");
    case "signed":
      return text(unsigned(detail), say("check-signed-open-text"), say("check-signed-do"), "disclosure", "sign");
    case "claim_allowed":
      return text(say("check-claim-open", { count: quantity }), detail ?? "", say("check-claim-do"), "disclosure", "claim");
    case "claim_current":
      return text(say("check-current-open"), say("check-current-open-text"), say("check-claim-do"), "disclosure", "claim");
    case "conditions_known":
      return text(say("check-conditions-open", { count: quantity }), isNumber(detail) ? say("check-conditions-open-mass", { mass: decimal(detail) }) : say("check-conditions-open-text"), say("check-conditions-do"), "procurement", "condition:unknown");
    default:
      return { title: code.replaceAll("_", " "), detail: detail ?? "" };
  }
}
