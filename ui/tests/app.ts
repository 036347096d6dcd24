// What every browser test needs: the app with recorded answers, and an eye on its console and its policy.
import { expect, type Page } from "@playwright/test";
import axe from "axe-core";

export const screens = ["overview", "procurement", "dispositions", "certificates", "plan", "disclosure", "history", "settings", "import"] as const;
export const sizes = [
  { width: 1280, height: 800 },
  { width: 1024, height: 700 },
  { width: 1680, height: 1050 },
] as const;

export interface Watched {
  problems: string[];
}

/** Collects errors of the console and refusals of the policy. */
export async function watch(page: Page): Promise<Watched> {
  const watched: Watched = { problems: [] };
  page.on("console", (message) => message.type() === "error" && watched.problems.push(message.text()));
  page.on("pageerror", (error) => watched.problems.push(String(error)));
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`));
  });
  return watched;
}

export async function open(page: Page, path: string, theme = "light", query = ""): Promise<void> {
  await page.addInitScript((choice) => localStorage.setItem("theme", choice), theme);
  await page.goto(`/?recorded=${query}#/${path === "import" ? "overview" : path}`);
  if (path === "import") await page.getByTestId("btn-import").click();
  await expect(page.locator("main#main[aria-busy]")).toHaveCount(0);
  await expect(page.locator("h1")).toBeVisible();
  if (path === "import" && query === "") await expect(page.getByTestId("import-commit")).toBeEnabled();
  await page.evaluate(() => document.fonts.ready);
  await page.waitForTimeout(350);
}

/** What axe finds on the page as it stands, or in a part of it: behind a dialog the page takes no part. */
export async function axeFinds(page: Page, within = "html"): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate((part) => (window as unknown as { axe: typeof axe }).axe.run(part, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }), within);
  return violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.target.join(" ")).slice(0, 4).join(" | ")}`);
}

/** Text that a person cannot read to its end: cut by what it lies in, or beyond its card. What is told by an ellipsis
 * counts where it names a place, a field or a column, and is told to the pointer elsewhere. */
export async function cutText(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const NAMES = "label, legend, th, nav, h1, h2, h3, .ag-header-cell-text";
    const found = new Set<string>();
    const told = (text: string) => text.replace(/\s+/g, " ").trim();
    const isOutside = (inner: DOMRect, outer: DOMRect) => inner.right > outer.right + 1 || inner.left < outer.left - 1;
    const hidden = (element: Element) => element.closest(".vh, [aria-hidden=true]") !== null || getComputedStyle(element).visibility === "hidden";
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement;
      if (!parent || !told(node.textContent ?? "") || parent.closest("script, style, svg, textarea, .ag-aria-description-container") || hidden(parent)) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const text = range.getBoundingClientRect();
      if (text.width === 0) continue;
      for (let element: Element | null = parent; element && element !== document.body; element = element.parentElement) {
        const style = getComputedStyle(element);
        if (style.overflowX === "auto" || style.overflowX === "scroll") break;
        const isCard = element.matches(".card, aside, main, header.bar, [role=dialog]");
        if (!isCard && style.overflowX === "visible") continue;
        if (!isOutside(text, element.getBoundingClientRect())) continue;
        if (style.textOverflow === "ellipsis" && !element.closest(NAMES)) break;
        found.add(`${told(node.textContent ?? "")} in ${element.tagName.toLowerCase()}.${element.classList.value}`);
        break;
      }
    }
    for (const field of document.querySelectorAll<HTMLInputElement>("input:has(+ .u svg)")) {
      if (field.value && field.clientWidth > 0 && field.scrollWidth > field.clientWidth + 1) found.add(`${field.value} as a day`);
    }
    return [...found];
  });
}
