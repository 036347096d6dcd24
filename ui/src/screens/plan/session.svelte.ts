// The plan in front: its scenario, what was moved and is not kept yet, and the answer for it.

import { plan, planOutlook, refusal, type Refusal } from "../../ipc";
import type { PlanOutlook } from "../../ipc/generated/PlanOutlook";
import { keyOf } from "./drivers";
import type { PlanView } from "../../ipc/generated/PlanView";

export class Session {
  view = $state.raw<PlanView>()!;
  outlook = $state.raw<PlanOutlook | null>(null);
  drafts = $state.raw<Record<string, string>>({});
  entity = $state<string | null>(null);
  problem = $state.raw<Refusal | null>(null);
  #isAsking = false;
  #isDirty = false;
  #rest: ReturnType<typeof setTimeout> | undefined;

  constructor(first: PlanView) {
    this.view = first;
    void this.#look();
  }

  get isMoved(): boolean {
    return Object.keys(this.drafts).length > 0;
  }

  #request() {
    return { scenario: this.view.scenario, entity: this.entity, drivers: this.drafts };
  }

  /** Takes another plan; what was moved is let go. */
  show(view: PlanView): void {
    this.drafts = {};
    this.problem = null;
    this.view = view;
    void this.ask();
  }

  /** The plan of one entity, or of all. */
  of(entity: string | null): void {
    this.entity = entity;
    void this.ask();
  }

  move(key: string, value: string): void {
    this.drafts = { ...this.drafts, [keyOf(key, this.entity)]: value };
    void this.ask();
  }

  reset(): void {
    this.drafts = {};
    void this.ask();
  }

  /** Asks anew; while an answer is on its way only the latest wish waits. */
  async ask(): Promise<void> {
    if (this.#isAsking) {
      this.#isDirty = true;
      return;
    }
    this.#isAsking = true;
    try {
      do {
        this.#isDirty = false;
        const asked = this.#request();
        const answer = await plan(asked);
        if (asked.scenario === this.view.scenario) this.view = answer;
        this.problem = null;
      } while (this.#isDirty);
    } catch (thrown) {
      this.problem = refusal(thrown);
    } finally {
      this.#isAsking = false;
    }
    if (this.#isDirty) return this.ask();
    clearTimeout(this.#rest);
    this.#rest = setTimeout(() => void this.#look(), 150);
  }

  async #look(): Promise<void> {
    try {
      this.outlook = await planOutlook(this.#request());
    } catch (thrown) {
      this.problem = refusal(thrown);
    }
  }
}
