// Small pieces of a grid's cells, built as elements: no markup is ever read from text.

import { icons, type IconName } from "./icons";

const SVG = "http://www.w3.org/2000/svg";

export function span(text: string, look = ""): HTMLElement {
  const element = document.createElement("span");
  element.textContent = text;
  element.className = look;
  return element;
}

export function badge(text: string, tone: string, icon?: IconName): HTMLElement {
  const element = span("", `badge ${{ accent: "acc", neutral: "" }[tone] ?? tone}`);
  if (icon) {
    const svg = document.createElementNS(SVG, "svg");
    svg.setAttribute("class", "ic");
    svg.setAttribute("viewBox", "0 0 24 24");
    svg.setAttribute("aria-hidden", "true");
    const path = document.createElementNS(SVG, "path");
    path.setAttribute("d", icons[icon]);
    svg.append(path);
    element.append(svg);
  }
  element.append(text);
  return element;
}

/** A name that gives way in its middle. */
export function middle(text: string, look = "", tail = 9): HTMLElement {
  const element = span("", `mid ${look}`);
  const isLong = text.length > tail + 3;
  element.append(span(isLong ? text.slice(0, -tail) : text, "trunc"), span(isLong ? text.slice(-tail) : "", "nb"));
  return element;
}

/** Side by side, the last at the right; one that `gives` goes first where room is short. */
export function pair(...parts: HTMLElement[]): HTMLElement {
  const element = span("", "cell-pair");
  element.append(...parts);
  return element;
}
