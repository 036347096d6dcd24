// Exact decimals kept as text, as they come over the wire: nothing here passes through a float.

interface Parts {
  units: bigint;
  scale: number;
}

function parse(text: string): Parts {
  const match = /^([+-]?)(\d+)(?:\.(\d*))?$/.exec(text.trim());
  if (!match) throw new RangeError(`not a decimal: ${text}`);
  const fraction = match[3] ?? "";
  const units = BigInt(`${match[2]}${fraction}`);
  return { units: match[1] === "-" ? -units : units, scale: fraction.length };
}

function write({ units, scale }: Parts): string {
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, "0");
  const whole = digits.slice(0, digits.length - scale);
  const text = scale === 0 ? whole : `${whole}.${digits.slice(-scale)}`;
  return units < 0n ? `-${text}` : text;
}

/** Whether the text is a plain decimal: digits, at most one point, a sign. */
export function isDecimal(text: string): boolean {
  return /^[+-]?\d+(\.\d*)?$/.test(text.trim());
}

/** Without zeros at the end of its fraction. */
export function trim(text: string): string {
  return text.includes(".") ? text.replace(/\.?0+$/, "") : text;
}

/** Digits after the point that carry something. */
export function fractionDigits(text: string): number {
  return trim(text).split(".")[1]?.length ?? 0;
}

function divide(dividend: bigint, divisor: bigint): bigint {
  const sign = dividend < 0n !== divisor < 0n ? -1n : 1n;
  const a = dividend < 0n ? -dividend : dividend;
  const b = divisor < 0n ? -divisor : divisor;
  const quotient = a / b;
  const twice = (a % b) * 2n;
  const up = twice > b || (twice === b && quotient % 2n === 1n);
  return sign * (up ? quotient + 1n : quotient);
}

/** With exactly this many digits after the point, half to even. */
export function round(text: string, digits: number): string {
  const { units, scale } = parse(text);
  if (scale <= digits) return write({ units: units * 10n ** BigInt(digits - scale), scale: digits });
  return write({ units: divide(units, 10n ** BigInt(scale - digits)), scale: digits });
}

export function add(a: string, b: string): string {
  const [x, y] = [parse(a), parse(b)];
  const scale = Math.max(x.scale, y.scale);
  const lift = (p: Parts) => p.units * 10n ** BigInt(scale - p.scale);
  return write({ units: lift(x) + lift(y), scale });
}

export function subtract(a: string, b: string): string {
  return add(a, b.startsWith("-") ? b.slice(1) : `-${b.replace(/^\+/, "")}`);
}

export function multiply(a: string, b: string): string {
  const [x, y] = [parse(a), parse(b)];
  return write({ units: x.units * y.units, scale: x.scale + y.scale });
}

/** `part` in percent of `whole`, rounded half to even; `null` of nothing. */
export function percentOf(part: string | number, whole: string | number, digits = 2): string | null {
  const [x, y] = [parse(String(part)), parse(String(whole))];
  if (y.units === 0n) return null;
  const up = x.units * 10n ** BigInt(y.scale + 2 + digits);
  return write({ units: divide(up, y.units * 10n ** BigInt(x.scale)), scale: digits });
}

export function compare(a: string, b: string): number {
  const difference = parse(subtract(a, b)).units;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

export const isZero = (text: string): boolean => parse(text).units === 0n;

/** A share from 0 to 1 for widths on the screen: the one place where a float is right. */
export function share(part: string | number, whole: string | number): number {
  const hundred = percentOf(part, whole, 4);
  return hundred === null ? 0 : Math.min(1, Math.max(0, Number(hundred) / 100));
}
