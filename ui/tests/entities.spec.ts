// The list of legal entities: both themes, wide and narrow, by keyboard, and what axe finds.
import { expect, test } from "@playwright/test";
import { axeFinds, open, sizes, watch } from "./app";

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

test("the window shows all entities or one", async ({ page }) => {
  const watched = await watch(page);
  await open(page, "overview", "light", "entities");
  const parts = page.getByTestId("by-entity");
  await expect(parts.locator("tbody tr")).toHaveText([/Larkmoor DE.*41/, /Larkmoor NL.*14/, /No entity named.*2/]);
  await expect(parts.locator("tfoot")).toContainText("57");
  await expect(page.getByTestId("hero-gross")).toHaveAttribute("data-value", "57");
  await page.screenshot({ path: "test-results/entities-all.png" });
  await parts.getByRole("button", { name: "Larkmoor NL" }).click();
  await expect(page.getByTestId("hero-gross")).toHaveAttribute("data-value", "14");
  await expect(page.getByTestId("entity-switch")).toContainText("Larkmoor NL");
  await expect(parts).toHaveCount(0);
  await page.keyboard.press("Control+2");
  await expect(page.getByTestId("entity-switch")).toContainText("Larkmoor NL");
  await page.keyboard.press("Control+4");
  await expect(page.getByTestId("entity-switch")).toHaveCount(0);
  await page.keyboard.press("Control+1");
  await page.getByTestId("entity-switch").click();
  await page.getByRole("option", { name: "All entities" }).click();
  await expect(page.getByTestId("hero-gross")).toHaveAttribute("data-value", "57");
  expect(await axeFinds(page)).toEqual([]);
  expect(watched.problems).toEqual([]);
});
