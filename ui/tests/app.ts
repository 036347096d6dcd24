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
