// Lines after their import: edited with a reason, asked for their condition, recognised again; what weighs them.
import { expect, test } from "@playwright/test";
import { axeFinds, open, sizes, watch } from "./app";

test("a line is edited by keyboard, with a reason, and the edit is undone", async ({ page }) => {
  const watched = await watch(page);
  await open(page, "procurement");
  await page.locator(".ag-row[row-index='0'] .ag-cell").first().click();
  await page.getByTestId("btn-edit").click();
  const dialog = page.getByTestId("edit-dialog");
  await expect(dialog).toContainText("Edit 1 line");
  await expect(page.getByTestId("edit-submit")).toBeDisabled();
  await page.getByTestId("edit-condition").click();
  await page.getByRole("option", { name: "Refurbished" }).click();
  await page.getByTestId("edit-mass").fill("0");
  await expect(dialog).toContainText("A weight above 0");
  await page.getByTestId("edit-mass").fill("14.2");
  await page.getByTestId("edit-because").fill("the supplier's letter");
  await expect(page.getByTestId("edit-submit")).toBeDisabled();
  await page.getByTestId("edit-link").fill("https://example.org/sheet.pdf");
  await expect(page.getByTestId("edit-submit")).toBeEnabled();
  await page.screenshot({ path: "test-results/edit-dialog.png" });
  await page.keyboard.press("Control+Enter");
  await expect(page.getByTestId("toast")).toContainText("edited. New mass of open years");
  await expect(page.getByTestId("line-edit").first()).toContainText("confirmed by the supplier");
  await page.keyboard.press("Control+z");
  await expect(page.getByTestId("toast")).toContainText("undone");
  expect(watched.problems).toEqual([]);
});

test("what was typed into an edit is asked for once before it is lost", async ({ page }) => {
  await open(page, "procurement");
  await page.locator(".ag-row[row-index='0'] .ag-cell").first().click();
  await page.getByTestId("btn-edit").click();
  await page.getByTestId("edit-because").fill("a slip");
  await page.keyboard.press("Escape");
  await expect(page.getByTestId("stay")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByTestId("edit-dialog")).toHaveCount(0);
});

test("the question of the condition leads to its lines with the answer beside them", async ({ page }) => {
  const watched = await watch(page);
  await open(page, "overview");
  await page.locator("li", { hasText: "Confirm the condition" }).getByRole("button").click();
  await expect(page.getByTestId("confirm-condition")).toContainText("count as new");
  await expect(page.getByTestId("filter-condition")).toContainText("Unknown");
  await page.screenshot({ path: "test-results/confirm.png" });
  await page.getByTestId("confirm-refurbished").click();
  await expect(page.getByTestId("edit-condition")).toContainText("Refurbished");
  await page.getByTestId("edit-because").fill("confirmed by the supplier");
  await page.getByTestId("edit-submit").click();
  await expect(page.getByTestId("toast")).toContainText("edited");
  expect(watched.problems).toEqual([]);
});

test("recognising again shows what would change, and needs a reason", async ({ page }) => {
  const watched = await watch(page);
  await open(page, "procurement");
  await page.getByTestId("btn-recognise").click();
  await expect(page.getByTestId("recognise-lines")).toContainText("would be other");
  await expect(page.getByTestId("recognise-apply")).toBeDisabled();
  await page.getByTestId("recognise-because").fill("better tables");
  await page.screenshot({ path: "test-results/recognise.png" });
  expect(await axeFinds(page, "[role=dialog] .db")).toEqual([]);
  await page.getByTestId("recognise-apply").click();
  await expect(page.getByTestId("toast")).toContainText("recognised and weighed again");
  expect(watched.problems).toEqual([]);
});

test("a device of the work list says why and leads to its answers", async ({ page }) => {
  const watched = await watch(page);
  await open(page, "procurement");
  await page.getByTestId("work-item").first().click();
  await expect(page.getByTestId("work-dialog")).toContainText("Taken for");
  expect(await axeFinds(page, "[role=dialog] .db")).toEqual([]);
  await page.screenshot({ path: "test-results/work-dialog.png" });
  await page.keyboard.press("Escape");
  await page.getByTestId("weight").first().fill("14.2");
  await expect(page.getByTestId("apply-weights")).toBeDisabled();
  await page.getByTestId("weights-basis").click();
  await page.getByRole("option", { name: "a scale" }).click();
  await page.getByTestId("apply-weights").click();
  await expect(page.getByTestId("toast")).toContainText("weight now");
  expect(watched.problems).toEqual([]);
});

test("own weights are found, corrected and withdrawn", async ({ page }) => {
  const watched = await watch(page);
  await open(page, "procurement");
  await page.getByTestId("btn-catalogue").click();
  await expect(page.getByTestId("catalogue-total")).toContainText("device");
  await page.locator(".ag-row[row-index='0'] .ag-cell").first().click();
  await page.getByTestId("btn-correct").click();
  await page.getByTestId("correct-mass").fill("2.5");
  await page.getByTestId("correct-link").fill("https://example.org/sheet.pdf");
  await page.getByTestId("correct-submit").click();
  await expect(page.getByTestId("toast")).toContainText("2.5 kg now");
  await page.locator(".ag-row[row-index='0'] .ag-cell").first().click();
  await page.getByTestId("btn-withdraw").click();
  await expect(page.getByTestId("toast")).toContainText("withdrawn");
  expect(watched.problems).toEqual([]);
});

for (const theme of ["light", "dark"]) {
  for (const size of sizes.filter((one) => one.width !== 1280)) {
    test(`new dialogs and screens in ${theme} at ${size.width}`, async ({ page }) => {
      await page.setViewportSize(size);
      const picture = (name: string) => page.screenshot({ path: `test-results/window/${name}-${theme}-${size.width}.png` });
      await open(page, "procurement", theme);
      await picture("procurement");
      await page.locator(".ag-row[row-index='0'] .ag-cell").first().click();
      await page.getByTestId("btn-edit").click();
      await expect(page.getByTestId("edit-dialog")).toBeVisible();
      expect(await axeFinds(page, "[role=dialog] .db")).toEqual([]);
      await picture("edit");
      await page.keyboard.press("Escape");
      await page.getByTestId("btn-recognise").click();
      await expect(page.getByTestId("recognise-lines")).toBeVisible();
      await picture("recognise");
      await page.keyboard.press("Escape");
      await page.getByTestId("work-item").first().click();
      await expect(page.getByTestId("work-dialog")).toBeVisible();
      await picture("work");
      await page.keyboard.press("Escape");
      await page.getByTestId("filter-condition").click();
      await page.getByRole("option", { name: "Unknown" }).click();
      await page.goto("/?recorded=#/catalogue");
      await expect(page.getByTestId("catalogue")).toBeVisible();
      await page.waitForTimeout(400);
      await picture("catalogue");
      expect(await axeFinds(page)).toEqual([]);
    });
  }
}
