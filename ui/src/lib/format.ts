// Every number a person reads is written here, by the locale that Rust read from the system.

import { fractionDigits, isDecimal, round } from "./decimal";

const NARROW_SPACE = "\u202f";
export const MINUS = "\u2212";
export const DASH = "\u2013";

let locale = "en-GB";
let decimalPoint = ".";
let group = ",";

/** Sets the locale once, before anything is drawn; an unknown one leaves English. */
export function setLocale(tag: string): void {
  try {
    locale = Intl.getCanonicalLocales(tag.replace("_", "-"))[0] ?? "en-GB";
  } catch {
    locale = "en-GB";
  }
  const parts = new Intl.NumberFormat(locale, { numberingSystem: "latn" }).formatToParts(-12345678.5);
  decimalPoint = parts.find((part) => part.type === "decimal")?.value ?? ".";
  group = parts.find((part) => part.type === "group")?.value ?? "";
}

export const currentLocale = (): string => locale;
/** What stands before the fraction of a number. */
export const decimalMark = (): string => decimalPoint;

function whole(digits: string): string {
  return new Intl.NumberFormat(locale, { numberingSystem: "latn", useGrouping: true }).format(BigInt(digits));
}

function write(text: string): string {
  const isNegative = text.startsWith("-");
  const [integer = "0", fraction] = text.replace(/^[+-]/, "").split(".");
  const body = fraction ? `${whole(integer)}${decimalPoint}${fraction}` : whole(integer);
  return isNegative && /[1-9]/.test(text) ? `${MINUS}${body}` : body;
}

/** A whole number with its groups. */
export function int(value: number | bigint | string): string {
  return write(String(value));
}

/** A decimal with exactly `digits`, or as many as it carries, `most` at most. */
export function decimal(text: string, digits?: number, most = 3): string {
  return write(round(text, digits ?? Math.min(fractionDigits(text), most)));
}

/** A decimal, or a dash for what is not known. */
export function decimalOrDash(text: string | null | undefined, digits?: number): string {
  return text === null || text === undefined ? DASH : decimal(text, digits);
}

/** A whole number, or a dash for nothing. */
export function intOrDash(value: number | null | undefined): string {
  return value ? int(value) : DASH;
}

/** Digits that a column of masses needs so that its points stand in one line. */
export function columnDigits(values: Iterable<string | null | undefined>, most = 3): number {
  let digits = 0;
  for (const value of values) if (value) digits = Math.max(digits, fractionDigits(value));
  return Math.min(digits, most);
}

export function kg(text: string, digits?: number): string {
  return `${decimal(text, digits)}\u00a0kg`;
}

export function percent(text: string | null, digits = 2): string {
  return text === null ? DASH : `${decimal(text, digits)}${NARROW_SPACE}%`;
}

/** A percentage as short as it can be: 100 %, 62.5 %. */
export function percentShort(text: string): string {
  return `${decimal(text, undefined, 2)}${NARROW_SPACE}%`;
}

/** Money with its currency; cents only where there are any, unless `exact`. */
export function money(amount: string, currency: string, exact = false): string {
  const digits = fractionDigits(amount);
  const body = decimal(amount, exact ? Math.max(2, digits) : digits === 0 ? 0 : Math.max(2, digits), 6);
  try {
    const parts = new Intl.NumberFormat(locale, { style: "currency", currency, currencyDisplay: "narrowSymbol", numberingSystem: "latn" }).formatToParts(1);
    const symbol = parts.find((part) => part.type === "currency")?.value ?? currency;
    const comesFirst = parts[0]?.type === "currency";
    const gap = parts.some((part) => part.type === "literal") ? "\u00a0" : "";
    const [sign, digitsOnly] = body.startsWith(MINUS) ? [MINUS, body.slice(1)] : ["", body];
    return comesFirst ? `${sign}${symbol}${gap}${digitsOnly}` : `${sign}${digitsOnly}${gap}${symbol}`;
  } catch {
    return `${currency}\u00a0${body}`;
  }
}

/** Money as short as a card needs it, in the locale's own words: €3.04m, 3,04 Mio. €. The exact amount stands in the table. */
export function shortMoney(amount: string, currency: string): string {
  const whole = BigInt(round(amount, 0));
  if (whole > -10_000n && whole < 10_000n) return money(round(amount, 2), currency, true);
  try {
    const style = { style: "currency", currency, currencyDisplay: "narrowSymbol", numberingSystem: "latn" } as const;
    return new Intl.NumberFormat(locale, { ...style, notation: "compact", maximumSignificantDigits: 3 }).format(whole);
  } catch {
    return money(String(whole), currency);
  }
}

export function range(low: string, high: string): string {
  return `${low}\u00a0${DASH}\u00a0${high}`;
}

export function bytes(size: number): string {
  const units = ["B", "KB", "MB", "GB"];
  let index = 0;
  let value = size;
  while (value >= 1000 && index < units.length - 1) {
    value /= 1000;
    index += 1;
  }
  return `${decimal(value.toFixed(index > 1 ? 1 : 0))}\u00a0${units[index]}`;
}

/** "1 line", "42 lines". */
export function count(quantity: number, one: string, many: string): string {
  return `${int(quantity)} ${quantity === 1 ? one : many}`;
}

/** What a person typed, as a plain decimal; `null` where it is none. */
export function readDecimal(typed: string): string | null {
  let text = typed.trim().replace(/[\s\u00a0\u202f']/g, "").replace(MINUS, "-");
  const groups = new RegExp(`^[+-]?\\d{1,3}(\\${group || ","}\\d{3})+(\\${decimalPoint}\\d*)?$`);
  if (group.trim() && groups.test(text)) text = text.split(group).join("");
  if (decimalPoint !== "." && !text.includes(".")) text = text.replace(decimalPoint, ".");
  if (/^[+-]?\.\d+$/.test(text)) text = text.replace(".", "0.");
  return isDecimal(text) ? text.replace(/\.$/, "") : null;
}

/** What a person typed, as a whole number; `null` where it is none or too large to be exact. */
export function readInt(typed: string): number | null {
  const text = readDecimal(typed);
  if (text === null || text.includes(".")) return null;
  const value = Number(text);
  return Number.isSafeInteger(value) ? value : null;
}

/** A long name with its middle left out: both ends stay readable. */
export function shortenMiddle(text: string, most = 24): string {
  if (text.length <= most) return text;
  const tail = Math.ceil((most - 1) * 0.45);
  return `${text.slice(0, most - 1 - tail)}…${text.slice(-tail)}`;
}

/** The name as it must not break: a word joiner, since Inter has no unbreakable hyphen. */
export const ITEC = "I-\u2060TEC";
export const ITECS = "I-\u2060TECs";
