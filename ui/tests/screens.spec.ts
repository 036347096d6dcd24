// Every screen, both themes, the smallest and the usual window: seen, accessible, quiet.
import { expect, test } from "@playwright/test";
import axe from "axe-core";
import { open, screens, sizes, watch } from "./app";

for (const screen of screens) {
  for (const theme of ["light", "dark"]) {
    for (const size of sizes) {
      test(`${screen}, ${theme}, ${size.width}×${size.height}`, async ({ page }) => {
        await page.setViewportSize(size);
        const watched = await watch(page);
        await open(page, screen, theme);
        await page.screenshot({ path: `test-results/${screen}-${theme}-${size.width}x${size.height}.png` });

        await page.evaluate(axe.source);
        const { violations } = await page.evaluate(() => (window as unknown as { axe: typeof axe }).axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }));
        expect(violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.target.join(" ")).slice(0, 4).join(" | ")}`)).toEqual([]);

        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        expect(overflow).toBeLessThanOrEqual(0);
        expect(watched.problems).toEqual([]);
      });
    }
  }
}

for (const [scene, name] of [
  ["first-run", "welcome"],
  ["empty", "empty"],
] as const) {
  test(`${name} screen`, async ({ page }) => {
    const watched = await watch(page);
    await open(page, "overview", "light", scene);
    await page.screenshot({ path: `test-results/${name}.png` });
    await expect(page.getByTestId("welcome-import")).toBeVisible();
    expect(watched.problems).toEqual([]);
  });
}
