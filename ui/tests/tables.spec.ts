// Tables one can work with: cells and rows chosen by keys and pointer, copied, arranged, written.
import { expect, type Page, test } from "@playwright/test";
import { axeFinds, open, watch } from "./app";

test.use({ permissions: ["clipboard-read", "clipboard-write"] });

const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());
const cell = (page: Page, row: number, column: string) => page.locator(`.ag-row[row-index='${row}'] [col-id='${column}']`);
const chosen = (page: Page) => page.locator(".ag-cell.is-chosen");

test("cells are chosen by keys and copied, with headers on Shift", async ({ page }) => {
  const watched = await watch(page);
  await open(page, "procurement");
  await cell(page, 0, "item").click();
  await page.keyboard.press("Control+c");
  const one = await clipboard(page);
  expect(one).toBe((await cell(page, 0, "item").textContent())?.trim());
  await page.keyboard.press("Shift+ArrowDown");
  await page.keyboard.press("Shift+ArrowDown");
  await page.keyboard.press("Shift+ArrowRight");
  await expect(chosen(page)).toHaveCount(6);
  await expect(chosen(page).first()).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("Control+c");
  const lines = (await clipboard(page)).split(/\r?\n/);
  expect(lines).toHaveLength(3);
  expect(lines.every((line) => line.split("\t").length === 2)).toBe(true);
  await page.keyboard.press("Control+Shift+C");
  expect((await clipboard(page)).split(/\r?\n/)[0]).toBe("Item\tCategory");
  await page.keyboard.press("Shift+ ");
  await page.screenshot({ path: "test-results/table-rows.png" });
  await page.keyboard.press("Control+Shift+C");
  const rows = (await clipboard(page)).split(/\r?\n/);
  expect(rows).toHaveLength(4);
  expect(rows[0]?.split("\t").slice(0, 3)).toEqual(["Date", "Item", "Category"]);
  expect(rows[1]).toMatch(/^\d{4}-\d\d-\d\d\t/);
  await page.keyboard.press("Escape");
  await expect(chosen(page)).toHaveCount(0);
  expect(watched.problems).toEqual([]);
});

test("cells are chosen by pointer, with Shift and Ctrl", async ({ page }) => {
  await open(page, "procurement");
  await cell(page, 1, "item").hover();
  await page.mouse.down();
  await cell(page, 3, "category").hover();
  await page.mouse.up();
  await expect(chosen(page)).toHaveCount(6);
  await cell(page, 4, "condition").click({ modifiers: ["Shift"] });
  await expect(chosen(page)).toHaveCount(12);
  await cell(page, 6, "quantity").click({ modifiers: ["Control"] });
  await expect(chosen(page)).toHaveCount(13);
  await page.keyboard.press("Control+c");
  expect((await clipboard(page)).split(/\r?\n/)).toHaveLength(5);
  await cell(page, 0, "item").click();
  await expect(chosen(page)).toHaveCount(0);
});

test("everything is chosen and copied, rows that are not at hand too", async ({ page }) => {
  await open(page, "procurement");
  await cell(page, 0, "item").click();
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Control+c");
  await expect.poll(async () => (await clipboard(page)).split(/\r?\n/).length).toBe(2192);
});

test("Home, End, Page up and down move, with Shift they choose", async ({ page }) => {
  await open(page, "procurement");
  await cell(page, 0, "item").click();
  await page.keyboard.press("PageDown");
  const focused = () => page.evaluate(() => Number(document.activeElement?.closest(".ag-row")?.getAttribute("row-index")));
  await expect.poll(focused).toBeGreaterThan(5);
  await page.keyboard.press("Control+Home");
  await expect.poll(focused).toBe(0);
  await page.keyboard.press("Shift+End");
  await expect(chosen(page)).not.toHaveCount(0);
  await page.keyboard.press("Shift+PageDown");
  expect(await chosen(page).count()).toBeGreaterThan(20);
});

test("a menu of its own copies, opens and filters", async ({ page }) => {
  const watched = await watch(page);
  await open(page, "procurement");
  await cell(page, 2, "item").click({ button: "right" });
  await expect(page.getByTestId("table-menu")).toBeVisible();
  expect(await axeFinds(page, "[data-testid=table-menu]")).toEqual([]);
  await page.screenshot({ path: "test-results/table-menu.png" });
  await page.getByRole("menuitem", { name: "Copy row" }).click();
  await expect.poll(async () => (await clipboard(page)).split("\t").length).toBeGreaterThan(6);
  await cell(page, 2, "item").click({ button: "right" });
  await page.getByRole("menuitem", { name: "Trace to its cells" }).click();
  await expect(page.getByTestId("trace")).toContainText("SHA-256");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  expect(watched.problems).toEqual([]);
});

test("columns are chosen, ordered and remembered", async ({ page }) => {
  const watched = await watch(page);
  await open(page, "procurement");
  await page.getByTestId("table-tools").click();
  await page.getByRole("menuitem", { name: "Columns" }).click();
  await page.getByTestId("column-source").uncheck();
  await page.getByTestId("column-entity").check();
  await page.getByRole("button", { name: "Quantity further left" }).click();
  await page.screenshot({ path: "test-results/columns.png" });
  expect((await axeFinds(page, "[role=dialog]")).filter((one) => !one.startsWith("landmark-"))).toEqual([]);
  await page.getByRole("button", { name: "Done" }).click();
  const headers = () => page.locator(".ag-header-cell").evaluateAll((cells) => cells.sort((a, b) => Number(a.getAttribute("aria-colindex")) - Number(b.getAttribute("aria-colindex"))).map((one) => one.getAttribute("col-id")));
  const after = await headers();
  expect(after).toContain("entity");
  expect(after).not.toContain("source");
  expect(after.indexOf("quantity")).toBeLessThan(after.indexOf("condition"));
  await page.reload();
  await expect(page.getByTestId("lines").locator(".ag-row").first()).toBeVisible();
  await page.waitForTimeout(400);
  expect(await headers()).toEqual(after);
  await page.getByTestId("table-tools").click();
  await page.getByRole("menuitem", { name: "Columns" }).click();
  await page.getByRole("button", { name: "As it was" }).click();
  await page.getByRole("button", { name: "Done" }).click();
  await expect.poll(headers).toContain("source");
  expect(watched.problems).toEqual([]);
});

test("what is shown is written: lots by the page, lines by what they are filtered by", async ({ page }) => {
  await open(page, "certificates");
  await page.getByTestId("table-tools").click();
  await page.getByRole("menuitem", { name: "Export as csv" }).click();
  await expect(page.getByTestId("toast")).toContainText("Saved Lots.csv");
  const saved = await page.evaluate(() => (globalThis as unknown as { saved: { table: { columns: { header: string; is_number: boolean }[]; rows: string[][] } } }).saved.table);
  expect(saved.rows).toHaveLength(12);
  const at = saved.columns.findIndex((one) => one.header === "Quantity");
  expect(saved.columns[at]?.is_number).toBe(true);
  expect(saved.rows.map((row) => row[at])).toContain("250000");
  await page.keyboard.press("Control+2");
  await page.getByTestId("lines-search").fill("switch");
  await page.waitForTimeout(400);
  await page.getByTestId("table-tools").click();
  await page.getByRole("menuitem", { name: "Export as Excel" }).click();
  await expect(page.getByTestId("toast")).toContainText("Saved Lines 2025.xlsx");
  expect(await page.evaluate(() => (globalThis as unknown as { saved: { query: { search: string } } }).saved.query.search)).toBe("switch");
});

test("several lots are listed with one decision", async ({ page }) => {
  await open(page, "certificates");
  await page.locator(".ag-row[row-index='1'] [col-id='lot']").click();
  await page.locator(".ag-row[row-index='5'] [col-id='lot']").click({ modifiers: ["Shift"] });
  await page.getByTestId("list-several").click();
  await expect(page.getByTestId("list-dialog")).toContainText("BLM-2025-0007");
  await page.screenshot({ path: "test-results/list-several.png" });
  await expect(page.getByTestId("list-submit")).toHaveText(/List [\d,]+/);
});

test("the totals of what is filtered stand below the lines", async ({ page }) => {
  await open(page, "procurement");
  await expect(page.getByTestId("lines-mass")).toHaveText("1,250,000 kg");
  await page.getByTestId("lines-search").fill("switch");
  await expect(page.getByTestId("filtered-mass")).toBeVisible();
});

test("the history is filtered, opened and written", async ({ page }) => {
  const watched = await watch(page);
  await open(page, "history");
  await page.getByTestId("person").fill("Ada Lund");
  await page.keyboard.press("Enter");
  await expect(page.getByTestId("toast")).toContainText("recorded as by Ada Lund");
  await page.getByTestId("history-search").fill("BLM-2023-0027");
  await expect(page.getByTestId("history-total")).toContainText(/2 of \d+ events/);
  await page.screenshot({ path: "test-results/history-filtered.png" });
  await page.locator(".ag-row[row-index='0']").first().click({ button: "right" });
  await page.getByRole("menuitem", { name: /Open BLM/ }).click();
  await expect(page.getByTestId("lot-pane")).toBeVisible();
  expect(watched.problems).toEqual([]);
});

test("what is chosen is edited, rows that are not at hand too", async ({ page }) => {
  await open(page, "procurement");
  await cell(page, 0, "item").click();
  await page.keyboard.press("Control+a");
  await expect(page.getByTestId("btn-edit")).toHaveText("Edit 2,192 chosen…");
  await page.getByTestId("btn-edit").click();
  await expect(page.getByRole("dialog")).toContainText("Edit 2,192 lines");
});
