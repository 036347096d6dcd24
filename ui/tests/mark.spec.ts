// The mark under the screens: what was verified and when, that something was changed since, and what a file that does
// not verify offers.
import { expect, test } from "@playwright/test";
import { open, sizes, watch } from "./app";

for (const theme of ["light", "dark"]) {
  for (const size of sizes) {
    test(`the mark says what was verified and when, ${theme}, ${size.width}`, async ({ page }) => {
      const watched = await watch(page);
      await page.setViewportSize(size);
      await open(page, "overview", theme);
      const mark = page.getByTestId("verified-mark");
      await expect(mark).toBeVisible();
      await expect(mark).toHaveAttribute("title", /Verified \d{1,2}:\d{2}.*38 events, head of the chain 0{20}/);
      await mark.click();
      await page.getByTestId("btn-verify").click();
      await expect(page.getByTestId("verification")).toContainText("Verified: 38 events");
      expect(watched.problems).toEqual([]);
    });
  }
}

test("a write makes the mark say that something was changed since", async ({ page }) => {
  await open(page, "import", "light", "changed");
  await page.getByTestId("import-commit").click();
  const mark = page.getByTestId("verified-mark");
  await expect(mark).toHaveAttribute("title", /^Changed since \d{1,2}:\d{2}.*36 events/);
  await mark.click();
  await page.getByTestId("btn-verify").click();
  await expect(mark).toHaveAttribute("title", /^Verified/);
});

test("a file that does not verify says what can be done", async ({ page }) => {
  await open(page, "history", "light", "tampered");
  await page.getByTestId("btn-verify").click();
  const result = page.getByTestId("verification");
  await expect(result).toContainText("the file is not as it was left");
  await expect(result.getByTestId("remedy-undo").first()).toBeVisible();
  await expect(page.getByTestId("verified-mark")).toHaveAttribute("title", /^Does not verify/);
});
