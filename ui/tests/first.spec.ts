// A first start: who we are is asked once, and the window is named after what is open in it.
import { expect, test } from "@playwright/test";
import { axeFinds, open, sizes, watch } from "./app";

test("a first run asks who we are, and needs the name alone", async ({ page }) => {
  const watched = await watch(page);
  await open(page, "overview", "light", "first-run");
  await page.getByTestId("welcome-setup").click();
  await page.getByTestId("setup-currency").fill("euro");
  await expect(page.getByTestId("setup-dialog")).toContainText("Three letters");
  await page.getByTestId("setup-currency").fill("EUR");
  await expect(page.getByTestId("setup-submit")).toBeDisabled();
  await page.getByTestId("setup-organisation").fill("Halden AG");
  await page.getByTestId("setup-entities").fill("Halden NL\nHalden DE");
  await page.getByTestId("setup-person").fill("Ada Lund");
  expect(await axeFinds(page, "[role=dialog] .db")).toEqual([]);
  await page.getByTestId("setup-submit").click();
  await expect(page.getByTestId("toast")).toContainText("Halden AG is set up");
  expect(await page.evaluate(() => localStorage.getItem("recorded.person"))).toBe("Ada Lund");
  expect(watched.problems).toEqual([]);
});

test("the window is named after its workspace", async ({ page }) => {
  await open(page, "history");
  await expect(page).toHaveTitle(/^History · Larkmoor.*\.itec · I-TEC Planner$/);
});

test("a workspace that is open elsewhere says so until it is understood", async ({ page }) => {
  await open(page, "overview", "light", "elsewhere");
  await expect(page.getByTestId("elsewhere")).toContainText("Ada Lund has this workspace open on harbour-7");
  await expect(page.getByTestId("elsewhere")).toContainText("synced");
  expect(await axeFinds(page)).toEqual([]);
  await page.screenshot({ path: "test-results/elsewhere.png" });
  await page.getByRole("button", { name: "Understood" }).click();
  await expect(page.getByTestId("elsewhere")).toHaveCount(0);
});

test("settings keep a copy, show the folder and open what was open lately", async ({ page }) => {
  await open(page, "settings");
  await page.getByTestId("save-copy").click();
  await expect(page.getByTestId("toast")).toContainText("larkmoor copy.itec");
  await page.getByTestId("recent").click();
  await expect(page.locator("h1")).toHaveText("Overview");
});

for (const theme of ["light", "dark"]) {
  for (const size of sizes.filter((one) => one.width !== 1280)) {
    test(`first run in ${theme} at ${size.width}`, async ({ page }) => {
      await page.setViewportSize(size);
      await open(page, "overview", theme, "first-run");
      await page.screenshot({ path: `test-results/window/welcome-${theme}-${size.width}.png` });
      await page.getByTestId("welcome-setup").click();
      await page.waitForTimeout(250);
      await page.screenshot({ path: `test-results/window/setup-${theme}-${size.width}.png` });
    });
  }
}
