// A purchase as it is typed, what is wrong with it, and what it asks for.

import type { PurchaseRequest } from "../../ipc/generated/PurchaseRequest";
import { decimal, readDecimal, readInt } from "../../lib/format";
import { say } from "../../lib/say.svelte";

export interface PurchaseForm {
  class: string;
  origin: string;
  registry: string;
  vintage: string;
  serial_prefix: string;
  serial_start: string;
  serial_end: string;
  unit_price: string;
  currency: string;
  counterparty: string;
  trade_date: string;
  expires_on: string;
  batch: string;
  entity: string;
  project: string;
  facility: string;
  country: string;
  delivery_date: string;
  order_number: string;
  methodology_version: string;
  baseline: string;
  factor_source: string;
  verification_body: string;
  verified_on: string;
  tco2e: string;
  claim_eligibility: string;
  registry_status: string;
  registry_link: string;
  chain_of_custody: string;
  intent: string;
  excess_reason: string;
  is_bundled: boolean;
}

/** What is known of a purchase before its form is filled in, and how many are wanted. */
export type PurchaseStart = Partial<PurchaseForm> & { wanted?: number };

/** An empty form; registry and currency as they were last time. */
export function empty(year: number, last: { registry: string | null; currency: string | null }, asOf: string): PurchaseForm {
  return {
    class: "I-TEC",
    origin: "purchased",
    registry: last.registry ?? "",
    vintage: year ? String(year) : "",
    serial_prefix: "",
    serial_start: "",
    serial_end: "",
    unit_price: "",
    currency: last.currency ?? "EUR",
    counterparty: "",
    trade_date: asOf,
    expires_on: "",
    batch: "",
    entity: "",
    project: "",
    facility: "",
    country: "",
    delivery_date: "",
    order_number: "",
    methodology_version: "",
    baseline: "",
    factor_source: "",
    verification_body: "",
    verified_on: "",
    tco2e: "",
    claim_eligibility: "",
    registry_status: "",
    registry_link: "",
    chain_of_custody: "",
    intent: "undecided",
    excess_reason: "",
    is_bundled: false,
  };
}

/** Last − first + 1, where both are there and in order. */
export function quantityOf(form: PurchaseForm): number | null {
  const [first, last] = [readInt(form.serial_start), readInt(form.serial_end)];
  if (first === null || last === null || first < 0 || last < first) return null;
  return last - first + 1;
}

export function complaints(form: PurchaseForm): Partial<Record<keyof PurchaseForm, string>> {
  const wrong: Partial<Record<keyof PurchaseForm, string>> = {};
  const [first, last] = [readInt(form.serial_start), readInt(form.serial_end)];
  if (!form.registry.trim()) wrong.registry = say("purchase-registry-missing");
  if (!/^(19|20)\d\d$/.test(form.vintage.trim())) wrong.vintage = say("purchase-vintage-wrong");
  if (first === null || first < 0) wrong.serial_start = say("purchase-serial-wrong");
  if (last === null || last < 0) wrong.serial_end = say("purchase-serial-wrong");
  else if (first !== null && last < first) wrong.serial_end = say("purchase-last-wrong");
  if (form.unit_price.trim()) {
    const price = readDecimal(form.unit_price);
    if (price === null || price.startsWith("-")) wrong.unit_price = say("purchase-price-wrong", { example: decimal("1.55") });
    if (!/^[A-Za-z]{3}$/.test(form.currency.trim())) wrong.currency = say("purchase-currency-wrong");
  }
  if (form.tco2e.trim()) {
    const tonnes = readDecimal(form.tco2e);
    if (tonnes === null || tonnes.startsWith("-")) wrong.tco2e = say("purchase-tco2e-wrong", { example: decimal("8.4") });
  }
  return wrong;
}

const orNull = (text: string): string | null => text.trim() || null;

export function request(form: PurchaseForm): PurchaseRequest | null {
  const [first, last] = [readInt(form.serial_start), readInt(form.serial_end)];
  if (first === null || last === null) return null;
  const price = form.unit_price.trim() ? readDecimal(form.unit_price) : null;
  return {
    class: form.class,
    registry: form.registry.trim(),
    serial_prefix: orNull(form.serial_prefix),
    serial_start: first,
    serial_end: last,
    vintage: Number(form.vintage),
    origin: form.origin,
    is_bundled: form.is_bundled,
    project: orNull(form.project),
    facility: orNull(form.facility),
    batch: orNull(form.batch),
    country: orNull(form.country),
    expires_on: orNull(form.expires_on),
    unit_price: price,
    currency: price === null ? null : form.currency.trim().toUpperCase(),
    counterparty: orNull(form.counterparty),
    entity: orNull(form.entity),
    trade_date: orNull(form.trade_date),
    delivery_date: orNull(form.delivery_date),
    order_number: orNull(form.order_number),
    methodology_version: orNull(form.methodology_version),
    baseline: orNull(form.baseline),
    factor_source: orNull(form.factor_source),
    verification_body: orNull(form.verification_body),
    verified_on: orNull(form.verified_on),
    tco2e: form.tco2e.trim() ? readDecimal(form.tco2e) : null,
    claim_eligibility: orNull(form.claim_eligibility),
    registry_status: orNull(form.registry_status),
    registry_link: orNull(form.registry_link),
    chain_of_custody: orNull(form.chain_of_custody),
    intent: form.intent,
    excess_reason: orNull(form.excess_reason),
  };
}
