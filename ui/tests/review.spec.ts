// A wrong cell is corrected where it stands, by keyboard alone, and every step of it is taken back.
import { expect, type Page, test } from "@playwright/test";
import { axeFinds, open, watch } from "./app";

const cell = (page: Page, row: number, column: string) => page.locator(`[data-testid=rows] .ag-row[row-index="${row}"] [col-id="${column}"]`);
const filter = (page: Page, name: string) => page.getByTestId("rows-filter").getByRole("button", { name });

async function review(page: Page, theme = "light") {
  const watched = await watch(page);
  await open(page, "import", theme, "problems");
  await expect(cell(page, 0, "read")).toHaveText("-12");
  return watched;
}

test("a cell is corrected where it stands, by keyboard alone", async ({ page }) => {
  const watched = await review(page);
  await cell(page, 0, "read").click();
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("Read it as")).toBeFocused();
  await page.keyboard.press("Control+a");
  await page.keyboard.type("99");
  await page.keyboard.press("Escape");
  await expect(cell(page, 0, "read")).toHaveText("-12");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Import");
  await expect(page.getByTestId("correction")).toHaveCount(0);

  await page.keyboard.press("F2");
  await page.keyboard.press("Control+a");
  await page.keyboard.type("1.42");
  await page.keyboard.press("Enter");
  await expect(page.getByTestId("correction")).toContainText("Row 4, Unit weight (kg) “-12” → “1.42”");
  await expect(filter(page, "Corrected 1")).toBeVisible();
  await expect(filter(page, "Problems 1")).toBeVisible();
  await expect(page.locator(".ag-cell-focus")).toHaveText("-12");
  await page.screenshot({ path: "test-results/correction.png" });

  await page.keyboard.press("Control+z");
  await expect(page.getByTestId("correction")).toHaveCount(0);
  await expect(filter(page, "Problems 2")).toBeVisible();
  await expect(cell(page, 0, "read")).toHaveText("-12");
  expect(watched.problems).toEqual([]);
});

test("typing begins, Tab goes on, and the reason and reach of a correction are at hand", async ({ page }) => {
  await review(page);
  await cell(page, 0, "read").click();
  await page.keyboard.type("14.2");
  await page.keyboard.press("Tab");
  await expect(page.getByLabel("Read it as")).toBeFocused();
  await expect(page.getByLabel("Read it as")).toHaveValue("-12");
  await page.keyboard.press("Escape");
  await expect(filter(page, "Corrected 1")).toBeVisible();
  await page.keyboard.press("F6");
  await expect(page.getByTestId("correction-because")).toBeFocused();
  await expect(page.getByTestId("correction-because")).not.toHaveValue("");
  await page.keyboard.press("Control+a");
  await page.keyboard.type("the sign is a slip");
  await page.keyboard.press("Enter");
  await expect(page.locator(".ag-cell-focus")).toBeFocused();
  await page.getByTestId("correction-scope").getByRole("button", { name: "Every “-12”" }).click();
  await expect(page.getByTestId("correction")).toContainText(/^Unit weight/);
  await page.getByTestId("correction-remove").click();
  await expect(page.getByTestId("correction")).toHaveCount(0);
});

test("the focus goes back to its row where rows came while the reason was written", async ({ page }) => {
  await review(page);
  await cell(page, 0, "read").click();
  await page.keyboard.type("14.2");
  await page.keyboard.press("Tab");
  const editor = page.getByLabel("Read it as");
  await expect(editor).toHaveValue("-12");
  await expect(editor).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(editor).toHaveCount(0);
  await page.keyboard.press("F6");
  await expect(filter(page, "Problems 1")).toBeVisible();
  await expect(cell(page, 1, "read")).toHaveCount(0);
  await page.keyboard.press("Enter");
  await expect(page.locator(".ag-cell-focus")).toBeFocused();
});

test("a right cell is not changed without a reason", async ({ page }) => {
  await review(page);
  await filter(page, "All rows").click();
  await cell(page, 0, "cell-1").dblclick();
  await page.keyboard.press("Control+a");
  await page.keyboard.type("13");
  await page.keyboard.press("Enter");
  await expect(page.getByTestId("import-commit")).toBeDisabled();
  await expect(page.getByText("Say why row 2 is corrected")).toBeVisible();
  await page.getByTestId("correction-because").fill("as the order has it");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Say why row 2 is corrected")).toHaveCount(0);
});

for (const theme of ["light", "dark"]) {
  test(`the cells of every row, ${theme}`, async ({ page }) => {
    await page.setViewportSize({ width: 1024, height: 700 });
    const watched = await review(page, theme);
    await filter(page, "All rows").click();
    await expect(cell(page, 0, "cell-0")).toBeVisible();
    await cell(page, 2, "cell-4").dblclick();
    await page.screenshot({ path: `test-results/editing-${theme}.png` });
    expect(await axeFinds(page)).toEqual([]);
    await page.keyboard.type("Notebook");
    await page.keyboard.press("Enter");
    await expect(page.getByTestId("correction")).toBeVisible();
    await page.screenshot({ path: `test-results/corrected-${theme}.png` });
    expect(await axeFinds(page)).toEqual([]);
    expect(watched.problems).toEqual([]);
  });
}
