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

export function pair(left: HTMLElement, right: HTMLElement): HTMLElement {
  const element = span("", "cell-pair");
  element.append(left, right);
  return element;
}
