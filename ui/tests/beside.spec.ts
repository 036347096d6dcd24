// Emissions beside the requirement, years side by side, and what a plan says of lots and of years that have begun:
// both themes, every size, without a finding of axe.
import { expect, test } from "@playwright/test";
import { axeFinds, open, sizes, watch } from "./app";

for (const theme of ["light", "dark"]) {
  for (const size of sizes) {
    test(`emissions, ${theme}, ${size.width}×${size.height}`, async ({ page }) => {
      await page.setViewportSize(size);
      const watched = await watch(page);
      await open(page, "overview", theme);
      await page.getByTestId("overview-look").getByRole("button", { name: "Emissions" }).click();
      await expect(page.getByTestId("by-mass")).toBeVisible();
      await page.screenshot({ path: `test-results/emissions-${theme}-${size.width}x${size.height}.png` });
      expect(await axeFinds(page)).toEqual([]);
      await page.getByTestId("emissions-reuse").scrollIntoViewIfNeeded();
      await page.screenshot({ path: `test-results/reuse-${theme}-${size.width}x${size.height}.png` });
      await page.getByTestId("energy-add").click();
      await expect(page.getByTestId("energy-name")).toBeVisible();
      await page.screenshot({ path: `test-results/energy-${theme}-${size.width}x${size.height}.png` });
      expect(await axeFinds(page, "[role=dialog] .db")).toEqual([]);
      expect(watched.problems).toEqual([]);
    });

    test(`years, lots and actual, ${theme}, ${size.width}×${size.height}`, async ({ page }) => {
      await page.setViewportSize(size);
      await open(page, "overview", theme);
      await page.locator("#all-years-title").scrollIntoViewIfNeeded();
      await page.screenshot({ path: `test-results/years-${theme}-${size.width}x${size.height}.png` });
      await open(page, "plan", theme);
      for (const part of ["plan-lots", "plan-actual"]) {
        await page.getByTestId(part).scrollIntoViewIfNeeded();
        await page.screenshot({ path: `test-results/${part}-${theme}-${size.width}x${size.height}.png` });
      }
      expect(await axeFinds(page)).toEqual([]);
    });
  }
}

test("the factors are in the settings, with what a currency comes to", async ({ page }) => {
  await open(page, "settings", "light");
  const card = page.locator("#emissions");
  await card.scrollIntoViewIfNeeded();
  await expect(card.getByTestId("factor-set-F-1")).toContainText("DEFRA/DESNZ greenhouse gas conversion factors 2024");
  await expect(card.getByTestId("emissions-on")).toBeChecked();
  await page.screenshot({ path: "test-results/settings-emissions.png" });
});
