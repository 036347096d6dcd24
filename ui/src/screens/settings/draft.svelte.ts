// The settings as they are being changed: typed texts until they are saved.

import { refusal, type Refusal, saveSettings } from "../../ipc";
import type { Settings } from "../../ipc/generated/Settings";
import { compare } from "../../lib/decimal";
import { decimal, readDecimal } from "../../lib/format";
import { say } from "../../lib/say.svelte";

export interface YearDraft {
  year: number;
  is_locked: boolean;
  closes_on: string;
  target: string;
  budget: string;
  currency: string;
  gross: number;
}

export interface RateDraft {
  from: string;
  into: string;
  on: string;
  rate: string;
}

const shown = (text: string | null | undefined) => (text ? decimal(text, undefined, 6) : "");

function percentIn(text: string): string | null {
  const read = readDecimal(text);
  return read !== null && compare(read, "0") >= 0 && compare(read, "100") <= 0 ? read : null;
}

export class SettingsDraft {
  organisation = $state("");
  month = $state("1");
  target = $state("");
  scope3 = $state("1");
  threshold = $state("");
  thresholdCurrency = $state("");
  rates = $state<RateDraft[]>([]);
  policy = $state("strict");
  persons = $state("3");
  years = $state<YearDraft[]>([]);
  problem = $state.raw<Refusal | null>(null);
  isBusy = $state(false);
  private saved = $state("");

  constructor(settings: Settings) {
    this.take(settings);
  }

  take(settings: Settings): void {
    this.organisation = settings.organisation;
    this.month = String(settings.fiscal_year_start_month);
    this.target = shown(settings.target_percent);
    this.scope3 = String(settings.default_scope3_category);
    this.threshold = shown(settings.capitalisation_threshold);
    this.thresholdCurrency = settings.capitalisation_currency ?? "";
    this.rates = settings.rates.map((one) => ({ ...one, rate: shown(one.rate) }));
    this.policy = settings.restoration_policy;
    this.persons = String(settings.report_persons);
    this.years = settings.years.map((one) => ({
      year: one.year,
      is_locked: one.is_locked,
      closes_on: one.closes_on ?? "",
      target: shown(one.target_percent),
      budget: shown(one.budget?.amount),
      currency: one.budget?.currency ?? "EUR",
      gross: one.gross,
    }));
    this.saved = this.text();
  }

  private text(): string {
    return JSON.stringify([this.organisation, this.month, this.target, this.scope3, this.threshold, this.thresholdCurrency, this.rates, this.policy, this.persons, this.years]);
  }
  get isChanged(): boolean {
    return this.text() !== this.saved;
  }

  readonly wrong = $derived.by(() => {
    const found: Record<string, string> = {};
    if (!this.organisation.trim()) found.organisation = say("organisation-name-wrong");
    if (percentIn(this.target) === null) found.target = say("organisation-share-wrong");
    if (this.threshold.trim() && readDecimal(this.threshold) === null) found.threshold = say("organisation-threshold-wrong");
    if (this.threshold.trim() && !/^[a-z]{3}$/i.test(this.thresholdCurrency.trim())) found.thresholdCurrency = say("organisation-currency-wrong");
    if (this.rates.some((one) => !/^[a-z]{3}$/i.test(one.from.trim()) || readDecimal(one.rate) === null || !one.on)) found.rates = say("rates-wrong");
    for (const one of this.years) {
      if (one.target.trim() && percentIn(one.target) === null) found[`target-${one.year}`] = say("organisation-share-wrong");
      if (one.budget.trim() && readDecimal(one.budget) === null) found[`budget-${one.year}`] = say("organisation-amount-wrong");
    }
    return found;
  });

  private changed(): Settings {
    return {
      organisation: this.organisation.trim(),
      fiscal_year_start_month: Number(this.month),
      target_percent: percentIn(this.target) ?? "100",
      default_scope3_category: Number(this.scope3),
      capitalisation_threshold: this.threshold.trim() ? readDecimal(this.threshold) : null,
      capitalisation_currency: this.threshold.trim() ? this.thresholdCurrency.trim().toUpperCase() : null,
      rates: this.rates.map((one) => ({ from: one.from.trim().toUpperCase(), into: one.into || this.thresholdCurrency.trim().toUpperCase(), on: one.on, rate: readDecimal(one.rate) ?? "" })),
      restoration_policy: this.policy,
      report_persons: Number(this.persons),
      years: this.years.map((one) => {
        const amount = one.budget.trim() ? readDecimal(one.budget) : null;
        return {
          year: one.year,
          is_locked: one.is_locked,
          closes_on: one.closes_on || null,
          target_percent: one.target.trim() ? percentIn(one.target) : null,
          budget: amount === null ? null : { amount, currency: one.currency.trim().toUpperCase() || "EUR" },
          gross: one.gross,
        };
      }),
    };
  }

  /** Answers whether it was saved. */
  async save(): Promise<boolean> {
    if (this.isBusy || !this.isChanged || Object.keys(this.wrong).length > 0) return false;
    this.isBusy = true;
    this.problem = null;
    try {
      this.take(await saveSettings(this.changed()));
      return true;
    } catch (thrown) {
      this.problem = refusal(thrown);
      return false;
    } finally {
      this.isBusy = false;
    }
  }
}
