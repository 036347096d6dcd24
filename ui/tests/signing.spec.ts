// Signing and sealing as they look: both themes, wide and narrow, and what axe finds.
import { expect, test } from "@playwright/test";
import { axeFinds, open, sizes } from "./app";

for (const theme of ["light", "dark"]) {
  for (const size of sizes) {
    const name = `${size.width}-${theme}`;
    test(`signing and sealing, ${name}`, async ({ page }) => {
      await page.setViewportSize(size);
      await open(page, "disclosure", theme);
      await page.screenshot({ path: `test-results/disclosure-claim-${name}.png` });
      await page.getByTestId("check-signed").getByRole("button").click();
      await expect(page.getByTestId("signed-figures")).toBeVisible();
      await page.screenshot({ path: `test-results/sign-${name}.png` });
      expect(await axeFinds(page, "[role=dialog] .db")).toEqual([]);
      await page.keyboard.press("Escape");
      await page.getByTestId("btn-final").click();
      await expect(page.getByTestId("seal-submit")).toBeDisabled();
      await page.screenshot({ path: `test-results/seal-${name}.png` });
      expect(await axeFinds(page, "[role=dialog] .db")).toEqual([]);
    });
  }
}
