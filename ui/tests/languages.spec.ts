// The page in German: chosen, remembered, and readable to the end on every screen.
import { expect, test } from "@playwright/test";
import { axeFinds, cutText, open, screens, watch } from "./app";

test("the language is chosen at once, keeps what is typed, and is remembered", async ({ page }) => {
  const watched = await watch(page);
  await open(page, "settings");
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await page.getByTestId("settings-organisation").fill("Larkmoor Werke AG");
  await page.getByTestId("language").getByRole("button", { name: "Deutsch" }).click();
  await expect(page.locator("h1")).toHaveText("Einstellungen");
  await expect(page.locator("html")).toHaveAttribute("lang", "de");
  await expect(page.getByTestId("settings-organisation")).toHaveValue("Larkmoor Werke AG");
  await expect(page.getByTestId("nav-overview")).toContainText("Übersicht");
  await page.reload();
  await expect(page.locator("h1")).toHaveText("Einstellungen");
  await page.getByTestId("language").getByRole("button", { name: "English" }).click();
  await expect(page.locator("h1")).toHaveText("Settings");
  expect(watched.problems).toEqual([]);
});

test("the locale chooses the language until a person does", async ({ page }) => {
  await open(page, "settings", "light", "&locale=de-AT");
  await expect(page.locator("h1")).toHaveText("Einstellungen");
  await expect(page.getByTestId("language").getByRole("button", { pressed: true })).toHaveText("System");
  await open(page, "settings", "light", "&locale=pt-BR");
  await expect(page.locator("h1")).toHaveText("Settings");
});

for (const screen of [...screens, "catalogue"]) {
  for (const [theme, width, height] of [
    ["light", 1024, 700],
    ["dark", 1280, 800],
  ] as const) {
    test(`${screen} in German, ${theme}, ${width} wide`, async ({ page }) => {
      await page.setViewportSize({ width, height });
      const watched = await watch(page);
      await page.addInitScript(() => localStorage.setItem("language", "de"));
      await open(page, screen, theme);
      await page.screenshot({ path: `test-results/${screen}-de-${theme}-${width}.png` });
      expect(await cutText(page)).toEqual([]);
      expect(await axeFinds(page)).toEqual([]);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      expect(overflow).toBeLessThanOrEqual(0);
      expect(watched.problems).toEqual([]);
    });
  }
}

for (const scene of ["first-run", "read-only", "elsewhere", "damaged"]) {
  test(`${scene} in German`, async ({ page }) => {
    await page.setViewportSize({ width: 1024, height: 700 });
    const watched = await watch(page);
    await page.addInitScript(() => localStorage.setItem("language", "de"));
    await open(page, "overview", "light", scene);
    await page.screenshot({ path: `test-results/${scene}-de.png` });
    expect(await cutText(page)).toEqual([]);
    expect(await axeFinds(page)).toEqual([]);
    expect(watched.problems).toEqual([]);
  });
}
