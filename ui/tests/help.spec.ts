// Help where it is needed: words that explain themselves, keys, a glossary, every command, and the size of it all.
import { expect, test } from "@playwright/test";
import { axeFinds, open, sizes, watch } from "./app";

test("a word with a dotted line says what it means and where that is from", async ({ page }) => {
  const watched = await watch(page);
  await open(page, "overview");
  await page.getByTestId("term-coverage").focus();
  await page.keyboard.press("Enter");
  await expect(page.getByTestId("term-told")).toContainText("divided by its gross requirement");
  await expect(page.getByTestId("term-told")).toContainText("Standard v1.1");
  expect(await axeFinds(page, "[data-testid=term-told]")).toEqual([]);
  await page.screenshot({ path: "test-results/term.png" });
  await page.keyboard.press("Escape");
  await expect(page.getByTestId("term-told")).toHaveCount(0);
  expect(watched.problems).toEqual([]);
});

test("F1 and ? show the keys, and lead to the glossary", async ({ page }) => {
  await open(page, "overview");
  await page.keyboard.press("F1");
  await expect(page.getByTestId("keys")).toContainText("Ctrl K");
  await page.keyboard.press("Escape");
  await page.keyboard.press("?");
  await page.getByTestId("btn-glossary").click();
  await page.getByTestId("glossary-search").fill("serial");
  await expect(page.getByTestId("glossary")).toContainText("Lot");
  await expect(page.getByTestId("glossary")).not.toContainText("Beneficiary");
});

test("Ctrl K does every command, finds terms, and lines by their words", async ({ page }) => {
  const watched = await watch(page);
  await open(page, "overview");
  for (const [typed, expected] of [
    ["glossary", "Glossary"],
    ["recognise", "Recognise lines again"],
    ["device w", "Device weights"],
    ["verify", "Verify the workspace"],
    ["larger", "Larger"],
    ["vintage", "Vintage"],
  ] as const) {
    await page.keyboard.press("Control+k");
    await page.getByTestId("search-input").fill(typed);
    await expect(page.getByRole("option", { name: expected }).first()).toBeVisible();
    await page.keyboard.press("Escape");
  }
  await page.keyboard.press("Control+k");
  await page.getByTestId("search-input").fill("switch");
  await page.getByRole("option", { name: "Lines with" }).click();
  await expect(page.getByTestId("lines-search")).toHaveValue("switch");
  await page.keyboard.press("Control+k");
  await page.getByTestId("search-input").fill("recognise");
  await page.keyboard.press("Enter");
  await expect(page.getByTestId("recognise-dialog")).toBeVisible();
  expect(watched.problems).toEqual([]);
});

test("Ctrl with plus, minus and 0 draws larger, smaller and as it was, and remembers", async ({ page }) => {
  await open(page, "overview");
  const zoom = () => page.evaluate(() => document.documentElement.style.getPropertyValue("zoom"));
  await page.keyboard.press("Control++");
  await page.keyboard.press("Control+=");
  expect(await zoom()).toBe("1.25");
  await page.reload();
  await expect(page.locator("h1")).toBeVisible();
  expect(await zoom()).toBe("1.25");
  await page.keyboard.press("Control+-");
  expect(await zoom()).toBe("1.1");
  await page.keyboard.press("Control+0");
  expect(await zoom()).toBe("1");
});

for (const theme of ["light", "dark"]) {
  for (const size of sizes.filter((one) => one.width !== 1280)) {
    test(`help in ${theme} at ${size.width}`, async ({ page }) => {
      await page.setViewportSize(size);
      await open(page, "overview", theme);
      await page.getByTestId("term-remaining").click();
      await page.screenshot({ path: `test-results/window/term-${theme}-${size.width}.png` });
      await page.keyboard.press("Escape");
      await page.keyboard.press("F1");
      await page.getByTestId("btn-glossary").click();
      await expect(page.getByTestId("glossary")).toBeVisible();
      await page.waitForTimeout(250);
      await page.screenshot({ path: `test-results/window/glossary-${theme}-${size.width}.png` });
    });
  }
}
