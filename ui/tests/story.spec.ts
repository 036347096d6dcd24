// What a person does from the spreadsheet to the summary, by keyboard alone.
import { expect, type Page, test } from "@playwright/test";
import { open, watch } from "./app";

const value = async (page: Page, id: string) => Number(await page.getByTestId(id).getAttribute("data-value"));
const number = (text: string | null) => Number((text ?? "").replace(/[^\d.]/g, ""));

test("the figures of the overview agree", async ({ page }) => {
  await open(page, "overview");
  const rows = await page.locator(".steps .step").evaluateAll((steps) => steps.map((step) => [step.querySelector("dt")?.textContent ?? "", Number((step.querySelector("dd.n")?.textContent ?? "").replace(/\D/g, ""))] as const));
  const of = (name: string) => rows.find(([title]) => title.startsWith(name))?.[1] ?? 0;
  const needed = of("Target") || of("Required");
  expect(needed - of("Self-generated")).toBe(of("Remaining to source"));
  expect(of("Remaining to source") - of("Bought and retired") - of("Bought and held")).toBe(of("Remaining to buy"));
  expect(await value(page, "hero-remaining")).toBe(of("Remaining to buy"));
  expect(await value(page, "hero-gross")).toBe(of("Required"));
  expect(number(await page.getByTestId("category-total").textContent())).toBeGreaterThan(0);
});

test("import, by keyboard alone", async ({ page }) => {
  const watched = await watch(page);
  await open(page, "overview");
  await page.keyboard.press("Control+o");
  await expect(page.getByTestId("import-commit")).toBeEnabled();
  const figure = async (id: string) => number(await page.getByTestId(id).textContent());
  expect(await figure("rows-read")).toBe((await figure("rows-imported")) + (await figure("rows-skipped")) + (await figure("rows-rejected")));
  await page.getByTestId("column-0").focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByTestId("toast")).toContainText("imported");
  await expect(page.getByTestId("hero-remaining")).toBeVisible();
  await page.keyboard.press("Control+z");
  await expect(page.getByTestId("toast")).toContainText("undone");
  expect(watched.problems).toEqual([]);
});

test("a refused file says why and leaves a way on", async ({ page }) => {
  await open(page, "import", "light", "refused");
  await expect(page.getByTestId("refused")).toContainText("password");
  await page.screenshot({ path: "test-results/refused-file.png" });
  await page.keyboard.press("Escape");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Procurement");
});

test("give a weight, by keyboard alone", async ({ page }) => {
  await open(page, "procurement");
  await page.getByTestId("weight").first().focus();
  await page.keyboard.type("14.2");
  await expect(page.getByTestId("apply-weights")).toHaveText("Apply 1 weight");
  await page.keyboard.press("Control+Enter");
  // A weight by hand says what it rests on.
  await expect(page.getByTestId("weights-basis")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("option", { name: "a scale" })).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page.getByTestId("weights-basis")).toContainText("a scale");
  await page.getByTestId("apply-weights").press("Enter");
  await expect(page.getByTestId("toast")).toContainText("weight");
  await expect(page.getByTestId("toast-undo")).toBeVisible();
});

test("purchase, by keyboard alone", async ({ page }) => {
  const watched = await watch(page);
  await open(page, "overview");
  await page.keyboard.press("b");
  await expect(page.getByTestId("purchase-registry")).toBeFocused();
  await page.getByTestId("purchase-start").focus();
  await page.keyboard.type("1");
  await page.keyboard.press("Tab");
  await page.keyboard.type("200,000");
  expect(await value(page, "purchase-quantity")).toBe(200000);
  await page.keyboard.press("Tab");
  await page.keyboard.type("1.55");
  await expect(page.getByTestId("purchase-cost")).toContainText("310,000");
  await page.screenshot({ path: "test-results/purchase.png" });
  await page.keyboard.press("Control+Enter");
  await expect(page.getByTestId("toast")).toContainText("recorded");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  expect(watched.problems).toEqual([]);
});

test("retire, by keyboard alone", async ({ page }) => {
  const watched = await watch(page);
  await open(page, "certificates");
  await page.keyboard.press("r");
  await expect(page.getByTestId("retire-quantity")).toBeFocused();
  await page.keyboard.press("Control+a");
  await page.keyboard.type(String(number(await page.getByTestId("retire-total").textContent())));
  await expect(page.getByTestId("retire-submit")).toBeDisabled();
  await page.getByTestId("retire-confirm").focus();
  await page.keyboard.press("Space");
  await expect(page.getByTestId("retire-submit")).toBeEnabled();
  await page.screenshot({ path: "test-results/retire.png" });
  await page.keyboard.press("Control+Enter");
  await expect(page.getByTestId("toast")).toContainText("Retired");
  expect(watched.problems).toEqual([]);
});

test("lots by hand need a reason", async ({ page }) => {
  await open(page, "certificates");
  await page.keyboard.press("r");
  await page.getByTestId("retire-by-hand").click();
  await page.getByTestId("retire-confirm").check();
  await expect(page.getByText("Give a justification")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toContainText("Leave without it?");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
});

test("a claim in own words is refused for what may not be said", async ({ page }) => {
  await open(page, "disclosure");
  const claim = page.getByTestId("claim-text");
  await claim.fill("Larkmoor offsets its hardware.");
  await expect(page.getByTestId("claim-findings")).toContainText("“offsets” is refused by");
  await expect(page.getByRole("button", { name: "Copy the text" })).toBeDisabled();
  await page.screenshot({ path: "test-results/claim-refused.png" });
  await page.getByTestId("claim-suggested").click();
  await expect(page.getByTestId("claim-findings").locator("li")).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Copy the text" })).toBeEnabled();
  await claim.fill("Larkmoor retired 790000 I-TECs for 2025.");
  await page.getByTestId("claim-keep").click();
  await expect(page.getByTestId("toast")).toContainText("kept with 2025");
});

test("export, search, keys and panes", async ({ page }) => {
  const watched = await watch(page);
  await open(page, "disclosure");
  await page.keyboard.press("Control+e");
  await expect(page.getByTestId("toast")).toContainText("Saved");
  await page.keyboard.press("Control+2");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Procurement");
  await page.keyboard.press("/");
  await expect(page.getByTestId("lines-search")).toBeFocused();
  await page.getByTestId("lines-search").blur();
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog")).toContainText("Undo the last edit or import");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await page.keyboard.press("F6");
  await expect(page.locator("[data-pane]:focus-within")).toHaveCount(1);
  expect(watched.problems).toEqual([]);
});

test("a line tells where it came from", async ({ page }) => {
  await open(page, "procurement");
  await page.locator(".ag-row[row-index='2']").first().click();
  await page.getByTestId("btn-trace").click();
  await expect(page.getByTestId("trace")).toContainText("SHA-256");
});

test("a report is saved, opened, traced and signed", async ({ page }) => {
  const watched = await watch(page);
  await open(page, "disclosure");
  await page.getByTestId("btn-final").click();
  await expect(page.getByTestId("seal")).toContainText("What cannot be undone");
  await expect(page.getByTestId("seal-open")).toContainText("must be settled first");
  await expect(page.getByTestId("seal-submit")).toBeDisabled();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await page.getByTestId("format-csv").check();
  await page.keyboard.press("Control+e");
  await expect(page.getByTestId("toast")).toContainText("Saved Larkmoor_2025.xlsx");
  await page.getByRole("button", { name: "Open Larkmoor_2025.pdf" }).click();
  await page.screenshot({ path: "test-results/disclosure-saved.png" });
  await page.getByRole("navigation", { name: "Sheets of the pack" }).getByText("Summary").click();
  await page.getByTestId("sheet").getByRole("button", { name: "790000" }).first().click();
  await expect(page.getByTestId("figure-trace")).toContainText("row");
  await page.screenshot({ path: "test-results/figure-trace.png" });
  await page.keyboard.press("Escape");
  await page.getByRole("navigation", { name: "Sheets of the pack" }).getByText("Checks").click();
  await page.getByTestId("btn-rules").click();
  await expect(page.getByTestId("rules")).toContainText("no baseline recorded");
  await page.getByTestId("rules-answer").fill("22");
  await page.screenshot({ path: "test-results/rules.png" });
  await page.getByTestId("rules-save").click();
  await expect(page.getByTestId("rules-answer")).toHaveValue("");
  await page.keyboard.press("Escape");
  await page.getByTestId("check-signed").getByRole("button").click();
  await expect(page.getByTestId("signed-figures")).toContainText("790,000");
  await page.getByTestId("sign-by").fill("Ada Lund");
  await page.getByTestId("sign-comment").fill("Ties to the ledger");
  await page.screenshot({ path: "test-results/sign.png" });
  await page.keyboard.press("Control+Enter");
  await expect(page.getByTestId("toast")).toContainText("by Ada Lund");
  expect(watched.problems).toEqual([]);
});

test("numbers follow the locale", async ({ page }) => {
  await open(page, "overview", "light", "&locale=de-DE");
  const gross = await value(page, "hero-gross");
  await expect(page.getByTestId("hero-gross")).toHaveText(gross.toLocaleString("de-DE"));
});

test("letters are keys until they are turned off", async ({ page }) => {
  await open(page, "settings");
  await page.getByTestId("letters").uncheck();
  await page.getByTestId("letters").blur();
  await page.keyboard.press("b");
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await page.getByTestId("letters").check();
  await page.getByTestId("letters").blur();
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog")).toBeVisible();
});

test("a toast covers no way on, and goes when the next import begins", async ({ page }) => {
  await page.setViewportSize({ width: 1024, height: 700 });
  await open(page, "certificates");
  await page.keyboard.press("r");
  await page.getByTestId("retire-quantity").fill(String(number(await page.getByTestId("retire-total").textContent())));
  await page.getByTestId("retire-confirm").check();
  await expect(page.getByTestId("retire-submit")).toBeEnabled();
  await page.keyboard.press("Control+Enter");
  await expect(page.getByTestId("toast")).toContainText("Retired");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await page.getByTestId("lot-pane").getByRole("button", { name: "Retire…" }).click();
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+o");
  await expect(page.getByTestId("import-commit")).toBeEnabled();
  await expect(page.getByTestId("toast")).toHaveCount(0);
});

test("a vintage whose last usable day has passed is said", async ({ page }) => {
  await open(page, "certificates");
  await page.keyboard.press("b");
  await expect(page.getByText("has passed")).toHaveCount(0);
  await page.getByTestId("purchase-vintage").fill("2021");
  await expect(page.getByText("has passed")).toBeVisible();
});

test("enlarged to 200 %, everything can be reached", async ({ page }) => {
  await page.setViewportSize({ width: 640, height: 400 });
  await open(page, "certificates");
  await page.getByTestId("lot-pane").getByRole("button", { name: "Retire…" }).click();
  await expect(page.getByTestId("retire-submit")).toBeInViewport();
  await page.keyboard.press("Escape");
  await open(page, "import");
  await page.getByTestId("import-commit").click();
  await expect(page.getByTestId("toast")).toContainText("imported");
});
