// A retirement as it is being asked for, and what the core would make of it.

import { proposeRetirement, refusal, type Refusal, retire } from "../../ipc";
import type { RetirementProposal } from "../../ipc/generated/RetirementProposal";
import type { RetirementRequest } from "../../ipc/generated/RetirementRequest";
import type { RetirementView } from "../../ipc/generated/RetirementView";
import { int, readInt } from "../../lib/format";
import { say } from "../../lib/say.svelte";

export class Retirement {
  typed = $state("");
  year = $state(0);
  entity = $state("");
  beneficiary = $state("");
  country = $state("");
  identifier = $state("");
  claimLevel = $state("unassigned");
  because = $state("");
  purpose = $state("");
  /** The day on which the registry retired them. */
  on = $state("");
  reference = $state("");
  link = $state("");
  isConfirmed = $state(false);
  /** Lots by hand: lot → what is typed for it. */
  isManual = $state(false);
  byHand = $state<Record<string, string>>({});

  proposal = $state.raw<RetirementProposal | null>(null);
  problem = $state.raw<Refusal | null>(null);
  isBusy = $state(false);
  private turn = 0;

  readonly choices = $derived(
    Object.entries(this.byHand).flatMap(([lot_id, text]) => {
      const quantity = readInt(text);
      return quantity !== null && quantity > 0 ? [{ lot_id, quantity }] : [];
    }),
  );
  readonly quantity = $derived.by(() => {
    if (this.isManual) return this.choices.reduce((sum, one) => sum + one.quantity, 0) || null;
    const read = readInt(this.typed);
    return read !== null && read > 0 ? read : null;
  });
  readonly needsReason = $derived(this.isManual || this.claimLevel !== "unassigned");

  readonly request = $derived<RetirementRequest>({
    year: this.year,
    quantity: this.quantity,
    cover_percent: null,
    beneficiary: this.beneficiary.trim(),
    beneficiary_country: this.country.trim() || null,
    beneficiary_identifier: this.identifier.trim() || null,
    entity: this.entity.trim() || null,
    claim_level: this.claimLevel,
    because: this.because.trim() || null,
    purpose: this.purpose.trim() || null,
    on: this.on || null,
    registry_reference: this.reference.trim() || null,
    registry_link: this.link.trim() || null,
    lots: this.isManual ? this.choices : [],
  });

  begin(year: number, quantity: number, beneficiary: string, today: string): void {
    this.on = today;
    this.year = year;
    this.typed = quantity > 0 ? int(quantity) : "";
    this.beneficiary = beneficiary;
    this.purpose = say("retire-purpose-offered", { year: String(year) });
  }
  /** What is typed as the quantity; a tick given for another quantity is void. */
  take(text: string): void {
    this.typed = text;
    this.isConfirmed = false;
  }
  chooseByHand(isManual: boolean): void {
    if (isManual) this.byHand = Object.fromEntries((this.proposal?.lots ?? []).map((lot) => [lot.lot_id, lot.quantity > 0 ? int(lot.quantity) : ""]));
    else if (this.quantity !== null) this.typed = int(this.quantity);
    this.isManual = isManual;
    this.isConfirmed = false;
  }
  takeLot(lotId: string, text: string): void {
    this.byHand = { ...this.byHand, [lotId]: text };
    this.typed = this.quantity === null ? "" : int(this.quantity);
    this.isConfirmed = false;
  }

  /** Why it cannot be done yet; `null` when it can. */
  missing(): string | null {
    if (this.quantity === null) return say("retire-missing-quantity");
    if (!this.request.beneficiary) return say("retire-missing-beneficiary");
    if (this.needsReason && !this.request.because) return say("retire-missing-because");
    if (!this.proposal || this.proposal.quantity !== this.quantity) return say("retire-missing-lots");
    if (this.problem || this.proposal.refusal) return say("retire-missing-refusal");
    return this.isConfirmed ? null : say("retire-missing-confirm");
  }

  async propose(): Promise<void> {
    if (this.quantity === null) return;
    const mine = ++this.turn;
    try {
      const proposal = await proposeRetirement($state.snapshot(this.request));
      if (mine !== this.turn) return;
      this.proposal = proposal;
      this.problem = null;
    } catch (thrown) {
      if (mine === this.turn) this.problem = refusal(thrown);
    }
  }

  async retire(): Promise<RetirementView | null> {
    if (this.isBusy || this.missing() !== null) return null;
    this.isBusy = true;
    try {
      return await retire($state.snapshot(this.request));
    } catch (thrown) {
      this.problem = refusal(thrown);
      return null;
    } finally {
      this.isBusy = false;
    }
  }
}
