// Nothing typed is lost: an import that is left is offered again, a dialog with something in it asks once.
import { expect, type Page, test } from "@playwright/test";
import { axeFinds, open, watch } from "./app";

/** Opens an import and corrects its first question; done once the draft is kept. */
async function correctFirst(page: Page): Promise<void> {
  await open(page, "import", "light", "problems");
  const cell = page.locator('[data-testid=rows] .ag-row[row-index="0"] [col-id="read"]');
  await expect(cell).toHaveText("-12");
  await cell.click();
  await page.keyboard.press("F2");
  await page.keyboard.press("Control+a");
  await page.keyboard.type("1.42");
  await page.keyboard.press("Enter");
  await expect(page.getByTestId("correction")).toContainText("“1.42”");
  await page.waitForTimeout(500);
}

test("an import that is left keeps its corrections, and Ctrl O offers it", async ({ page }) => {
  const watched = await watch(page);
  await correctFirst(page);
  // A crash: the page goes without a word.
  await page.evaluate(() => (location.hash = "#/overview"));
  await page.reload();
  await expect(page.getByTestId("hero-remaining")).toBeVisible();
  await page.keyboard.press("Control+o");
  await expect(page.getByTestId("draft-dialog")).toContainText("german_semicolon.csv");
  expect((await axeFinds(page, "[role=dialog]")).filter((one) => !one.startsWith("landmark-"))).toEqual([]);
  await page.screenshot({ path: "test-results/draft.png" });
  await page.keyboard.press("Control+Enter");
  await expect(page.getByTestId("correction")).toContainText("“1.42”");
  await page.keyboard.press("Escape");
  await expect(page.getByTestId("toast")).toContainText("kept as a draft");
  await page.keyboard.press("Control+o");
  await page.getByTestId("draft-discard").click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Import");
  await expect(page.getByTestId("correction")).toHaveCount(0);
  expect(watched.problems).toEqual([]);
});

test("a key pressed at once after the import was left belongs to the screen after it", async ({ page }) => {
  await correctFirst(page);
  // Both keys in one turn of the page: the address has not told of the change yet.
  await page.evaluate(() => {
    document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true }));
    document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "o", ctrlKey: true, bubbles: true }));
  });
  await expect(page.getByTestId("draft-dialog")).toContainText("german_semicolon.csv");
});

test("a dialog with something in it asks once before it is left", async ({ page }) => {
  await open(page, "certificates");
  await page.keyboard.press("b");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await page.keyboard.press("b");
  await page.getByTestId("purchase-start").fill("17");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toContainText("Leave without it?");
  await page.screenshot({ path: "test-results/asks-once.png" });
  await page.getByTestId("stay").click();
  await expect(page.getByTestId("purchase-start")).toHaveValue("17");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await page.keyboard.press("r");
  await expect(page.getByTestId("retire-submit")).toBeVisible();
  await page.waitForTimeout(300);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await page.keyboard.press("r");
  await page.waitForTimeout(300);
  await page.getByTestId("retire-reference").fill("BLM/7");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toContainText("Leave without it?");
});
