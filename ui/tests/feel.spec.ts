// What the window feels like: nothing unreadable, nothing covered, nothing cut without a word, no danger a key away.
import { expect, type Page, test } from "@playwright/test";
import { open, screens, sizes, watch } from "./app";

/** Contrast of an element's text on its own ground, as WCAG computes it. */
async function contrast(page: Page, testid: string): Promise<number> {
  return page.getByTestId(testid).evaluate((element) => {
    const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true })!;
    const light = (color: string) => {
      canvas.clearRect(0, 0, 1, 1);
      canvas.fillStyle = color;
      canvas.fillRect(0, 0, 1, 1);
      const [r, g, b] = [...canvas.getImageData(0, 0, 1, 1).data].map((one) => one / 255).map((one) => (one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4));
      return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
    };
    const { color, backgroundColor } = getComputedStyle(element);
    const [one, other] = [light(color), light(backgroundColor)].sort((a, b) => b - a);
    return (one! + 0.05) / (other! + 0.05);
  });
}

for (const theme of ["light", "dark"]) {
  test(`a disabled primary button stays readable under the pointer, ${theme}`, async ({ page }) => {
    await open(page, "procurement", theme);
    const button = page.getByTestId("apply-weights");
    await expect(button).toBeDisabled();
    const before = await contrast(page, "apply-weights");
    await button.hover({ force: true });
    await page.waitForTimeout(300);
    expect(await contrast(page, "apply-weights")).toBeCloseTo(before, 2);
    expect(before).toBeGreaterThanOrEqual(4.5);
  });
}

for (const size of sizes) {
  test(`a toast covers nothing, ${size.width}×${size.height}`, async ({ page }) => {
    await page.setViewportSize(size);
    await open(page, "procurement");
    await page.getByTestId("weight").first().fill("14.2");
    await page.getByTestId("weights-basis").click();
    await page.getByRole("option", { name: "a scale" }).click();
    await page.getByTestId("apply-weights").click();
    const toast = await page.getByTestId("toast").boundingBox();
    const main = await page.locator("main#main").boundingBox();
    expect(toast!.y).toBeGreaterThanOrEqual(main!.y + main!.height - 0.5);
    expect(toast!.y + toast!.height).toBeLessThanOrEqual(size.height + 0.5);
    await page.screenshot({ path: `test-results/toast-${size.width}.png` });
  });

  for (const screen of screens) {
    test(`no text of ${screen} is cut without telling it, ${size.width}×${size.height}`, async ({ page }) => {
      await page.setViewportSize(size);
      await open(page, screen);
      const silent = await page.evaluate(() => {
        const found: string[] = [];
        for (const element of document.querySelectorAll<HTMLElement>("#app *")) {
          const { overflowX, visibility } = getComputedStyle(element);
          const isSeen = element.clientWidth > 1 && visibility === "visible" && element.closest(".vh, [hidden]") === null;
          const hasText = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim());
          if (!isSeen || !hasText || !["hidden", "clip"].includes(overflowX) || element.scrollWidth <= element.clientWidth + 1) continue;
          element.dispatchEvent(new PointerEvent("pointerover", { bubbles: true }));
          // A cell of a grid tells it in a tooltip of the grid's own; in an element of this page it is the title.
          if (!element.closest("[title]:not([title=''])")) found.push(element.textContent ?? "");
        }
        return found;
      });
      expect(silent).toEqual([]);
    });
  }
}

test("a locked year has nothing to do", async ({ page }) => {
  const watched = await watch(page);
  await open(page, "overview");
  await page.getByTestId("years").getByText("2024").click();
  await expect(page.getByText("2024 is locked", { exact: true })).toBeVisible();
  await expect(page.locator(".todo li")).toHaveCount(0);
  await page.screenshot({ path: "test-results/overview-locked.png" });
  expect(watched.problems).toEqual([]);
});

test("an empty year says that nothing is imported yet, and what to do", async ({ page }) => {
  const watched = await watch(page);
  await open(page, "overview");
  await page.getByTestId("years").getByText("2026").click();
  await expect(page.getByTestId("nothing-imported")).toContainText("Nothing imported yet for 2026");
  await expect(page.getByTestId("nothing-imported").getByRole("button")).toBeVisible();
  await expect(page.getByTestId("hero-remaining")).toHaveCount(0);
  await page.screenshot({ path: "test-results/overview-nothing.png" });
  expect(watched.problems).toEqual([]);
});

test("what cannot be taken back begins empty and looks like it", async ({ page }) => {
  await open(page, "certificates");
  await page.locator(".ag-row").filter({ hasText: "BLM-2025-0007" }).first().click();
  await expect(page.getByTestId("lot-pane")).toHaveAttribute("data-lot", "BLM-2025-0007");
  for (const item of ["Cancel units", "Transfer to somebody"]) {
    await page.getByTestId("lot-menu").click();
    await page.getByRole("menuitem", { name: item }).click();
    await expect(page.getByTestId("lot-quantity")).toHaveValue("");
    await expect(page.getByTestId("lot-submit")).toBeDisabled();
    await expect(page.getByTestId("lot-submit")).toHaveClass(/dan/);
    await expect(page.getByTestId("lot-dialog")).toContainText("cannot be taken back");
    await page.screenshot({ path: `test-results/lot-${item.split(" ")[0]?.toLowerCase()}.png` });
    await page.keyboard.press("Escape");
    await expect(page.getByRole("dialog")).toHaveCount(0);
  }
  await page.getByTestId("lot-menu").click();
  await page.getByRole("menuitem", { name: "List for sale" }).click();
  await expect(page.getByTestId("lot-quantity")).not.toHaveValue("");
});

test("the smallest window keeps its titles and the mark of the ledger", async ({ page }) => {
  await page.setViewportSize(sizes[1]);
  await open(page, "overview");
  for (const title of ["Overview", "Procurement", "Dispositions", "Certificates", "Plan", "Disclosure", "History", "Settings"]) await expect(page.getByRole("navigation", { name: "Screens" }).getByText(title, { exact: true })).toBeVisible();
  await expect(page.locator("aside.side .foot")).toContainText(/Verified \d/);
  await expect(page.locator("aside.side .foot b")).toBeVisible();
});
