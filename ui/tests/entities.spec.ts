// The list of legal entities: both themes, wide and narrow, by keyboard, and what axe finds.
import { expect, test } from "@playwright/test";
import { axeFinds, open, sizes } from "./app";

for (const theme of ["light", "dark"]) {
  for (const size of sizes) {
    const name = `${size.width}-${theme}`;
    test(`entities, ${name}`, async ({ page }) => {
      await page.setViewportSize(size);
      await open(page, "settings", theme);
      await page.getByRole("navigation", { name: "Settings" }).getByRole("button", { name: "Entities" }).click();
      await expect(page.getByTestId("entity-edit-Larkmoor Nederland B.V.")).toBeVisible();
      expect(await page.evaluate(() => document.documentElement.scrollTop + document.body.scrollTop)).toBe(0);
      await expect(page.getByRole("heading", { name: "Settings", level: 1 })).toBeInViewport();
      await page.screenshot({ path: `test-results/entities-${name}.png` });
      await page.getByTestId("entity-edit-Larkmoor Nederland B.V.").press("Enter");
      await expect(page.getByTestId("entity-aliases")).toHaveValue("Larkmoor NL");
      await expect(page.getByTestId("entity-name")).toHaveAttribute("readonly", "");
      await page.screenshot({ path: `test-results/entity-${name}.png` });
      expect(await axeFinds(page, "[role=dialog] .db")).toEqual([]);
      await page.keyboard.press("Escape");
      await page.getByTestId("entity-new").press("Enter");
      await expect(page.getByTestId("entity-save")).toBeDisabled();
      await page.getByTestId("entity-name").fill("Larkmoor France SAS");
      await page.keyboard.press("Control+Enter");
      await expect(page.getByTestId("entity-name")).toBeHidden();
    });
  }
}
