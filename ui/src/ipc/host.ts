// What the screens need of whatever hosts them: a call with an answer, and events.

import { say } from "../lib/say.svelte";

export interface Host {
  call(command: string, args: Record<string, unknown>, progress?: (message: unknown) => void): Promise<unknown>;
  listen(event: string, heard: (payload: unknown) => void): void;
  /** Names the window. */
  title(text: string): void;
  /** Draws the window so many percent as large. */
  enlarge(percent: number): void;
}

/** A refusal in words for a person, with a code for the screen. */
export class Refusal extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly details: unknown = null,
  ) {
    super(message);
    this.name = "Refusal";
  }
}

/** Whatever was thrown, as a refusal. */
export function refusal(thrown: unknown): Refusal {
  if (thrown instanceof Refusal) return thrown;
  if (thrown && typeof thrown === "object" && "code" in thrown && "message" in thrown) {
    const { code, message, details } = thrown as { code: unknown; message: unknown; details?: unknown };
    return new Refusal(String(code), String(message), details ?? null);
  }
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return new Refusal("unexpected", message);
}

let host: Host | null = null;

export function setHost(chosen: Host): void {
  host = chosen;
}

export async function call<T>(command: string, args: Record<string, unknown> = {}, progress?: (message: never) => void): Promise<T> {
  if (!host) throw new Refusal("no_host", say("shell-not-connected"));
  try {
    return (await host.call(command, args, progress as ((message: unknown) => void) | undefined)) as T;
  } catch (thrown) {
    throw refusal(thrown);
  }
}

export function title(text: string): void {
  document.title = text;
  host?.title(text);
}

export function enlarge(percent: number): void {
  host?.enlarge(percent);
}

export function listen<T>(event: string, heard: (payload: T) => void): void {
  host?.listen(event, (payload) => heard(payload as T));
}
