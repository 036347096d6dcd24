// Days as ISO text; a day has no time and no zone.

import { currentLocale } from "./format";
import { language, say } from "./say.svelte";

const DAY = 86_400_000;

/** A day has words in it: they are those of the language spoken, as the locale has them where it is one of that language. */
function dayLocale(): string {
  const spoken = language();
  if (currentLocale().split("-")[0] === spoken) return currentLocale();
  return spoken === "en" ? "en-GB" : spoken;
}

function utc(iso: string): Date | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso);
  if (!match) return null;
  const date = new Date(Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3])));
  return date.getUTCDate() === Number(match[3]) ? date : null;
}

/** "16 Jun 2026", "16. Juni 2026". */
export function day(iso: string | null | undefined): string {
  const date = iso ? utc(iso) : null;
  if (!date) return iso ?? "\u2013";
  const text = new Intl.DateTimeFormat(dayLocale(), { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" }).format(date);
  return text.replace("Sept", "Sep").replaceAll(" ", "\u00a0");
}

/** "14:02", as the locale writes it. */
export function clock(at: Date): string {
  return new Intl.DateTimeFormat(currentLocale(), { hour: "2-digit", minute: "2-digit" }).format(at);
}

/** Room in pixels for a day in a table, in the longest month of the locale. */
export function dayRoom(): number {
  const longest = Array.from({ length: 12 }, (_, month) => day(iso(2024, month + 1, 28)).length);
  return Math.ceil(Math.max(...longest) * 7.1);
}

export function monthName(month: number): string {
  return new Intl.DateTimeFormat(dayLocale(), { month: "long", timeZone: "UTC" }).format(new Date(Date.UTC(2024, month - 1, 1)));
}

/** Days from one day to another. */
export function daysBetween(from: string, to: string): number {
  const [a, b] = [utc(from), utc(to)];
  return a && b ? Math.round((b.getTime() - a.getTime()) / DAY) : 0;
}

/** "45 days", "today", "3 days late". */
export function daysLeft(days: number): string {
  if (days === 0) return say("word-today");
  return days > 0 ? say("word-days", { days }) : say("word-days-late", { days: -days });
}

function iso(year: number, month: number, dayOfMonth: number): string | null {
  const pad = (value: number, width: number) => String(value).padStart(width, "0");
  const text = `${pad(year, 4)}-${pad(month, 2)}-${pad(dayOfMonth, 2)}`;
  return utc(text) ? text : null;
}

function monthByName(word: string): number | null {
  const wanted = word.toLocaleLowerCase().replace(".", "");
  for (const locale of [dayLocale(), currentLocale(), "en-GB"]) {
    for (let month = 1; month <= 12; month += 1) {
      const date = new Date(Date.UTC(2024, month - 1, 1));
      const name = new Intl.DateTimeFormat(locale, { month: "long", timeZone: "UTC" }).format(date).toLocaleLowerCase();
      if (wanted.length >= 3 && name.startsWith(wanted.slice(0, Math.max(3, wanted.length)))) return month;
    }
  }
  return null;
}

function monthComesFirst(): boolean {
  const parts = new Intl.DateTimeFormat(currentLocale(), { timeZone: "UTC" }).formatToParts(new Date(Date.UTC(2024, 0, 31)));
  return parts.findIndex((part) => part.type === "month") < parts.findIndex((part) => part.type === "day");
}

/** A typed day as ISO text: 2026-06-16, 16 Jun 2026, Jun 16 2026, 16.06.2026. */
export function readDay(typed: string): string | null {
  const text = typed.trim().replace(/[\u00a0\u202f,]/g, " ");
  const plain = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  if (plain) return iso(Number(plain[1]), Number(plain[2]), Number(plain[3]));
  const named = /^(\d{1,2})\.?\s+([\p{L}.]+)\s+(\d{4})$/u.exec(text);
  if (named) return iso(Number(named[3]), monthByName(named[2] ?? "") ?? 0, Number(named[1]));
  const american = /^([\p{L}.]+)\s+(\d{1,2})\s+(\d{4})$/u.exec(text);
  if (american) return iso(Number(american[3]), monthByName(american[1] ?? "") ?? 0, Number(american[2]));
  const numbers = /^(\d{1,2})[./](\d{1,2})[./](\d{4})$/.exec(text);
  if (!numbers) return null;
  const [a, b] = [Number(numbers[1]), Number(numbers[2])];
  const isMonthFirst = monthComesFirst() && text.includes("/");
  return isMonthFirst ? iso(Number(numbers[3]), a, b) : iso(Number(numbers[3]), b, a);
}
