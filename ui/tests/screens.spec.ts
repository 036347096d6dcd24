// Every screen, both themes, the smallest and the usual window: seen, accessible, quiet.
import { expect, test } from "@playwright/test";
import { axeFinds, open, screens, sizes, watch } from "./app";

for (const screen of screens) {
  for (const theme of ["light", "dark"]) {
    for (const size of sizes) {
      test(`${screen}, ${theme}, ${size.width}×${size.height}`, async ({ page }) => {
        await page.setViewportSize(size);
        const watched = await watch(page);
        await open(page, screen, theme);
        await page.screenshot({ path: `test-results/${screen}-${theme}-${size.width}x${size.height}.png` });

        expect(await axeFinds(page)).toEqual([]);

        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        expect(overflow).toBeLessThanOrEqual(0);
        expect(watched.problems).toEqual([]);
      });
    }
  }
}

for (const [scene, testid] of [
  ["read-only", "read-only"],
  ["damaged", "refused-workspace"],
] as const) {
  for (const theme of ["light", "dark"]) {
    for (const size of sizes) {
      test(`${scene}, ${theme}, ${size.width}×${size.height}`, async ({ page }) => {
        await page.setViewportSize(size);
        const watched = await watch(page);
        await open(page, "overview", theme, scene);
        await expect(page.getByTestId(testid)).toBeVisible();
        await page.screenshot({ path: `test-results/${scene}-${theme}-${size.width}x${size.height}.png` });
        expect(await axeFinds(page)).toEqual([]);
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
