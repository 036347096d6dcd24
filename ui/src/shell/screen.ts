// What a screen says about itself. Its folder holds the rest.

import type { Component } from "svelte";
import type { IconName } from "../parts/icons";

export interface Screen<Data = unknown> {
  path: string;
  title: string;
  /** Its place in the sidebar; none for screens that are opened from others. */
  icon?: IconName;
  /** Asks for everything it shows: of a year, and of one entity where the screen has a switch for them. */
  load: (year: number, entity: string | null) => Promise<Data>;
  component: () => Promise<{ default: Component<{ data: Data }> }>;
}

/** Keeps the type of a screen's data between its two halves. */
export function screen<Data>(one: Screen<Data>): Screen {
  return one as unknown as Screen;
}
