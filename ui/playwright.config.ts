import { defineConfig } from "@playwright/test";

const port = process.env.PORT ?? "4173";

export default defineConfig({
  testDir: "tests",
  testMatch: "*.spec.ts",
  workers: 1,
  timeout: 30_000,
  outputDir: "test-results/runs",
  reporter: [["list"]],
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
      args: ["--no-sandbox", "--disable-quic", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run", "--disable-features=OptimizationHints,MediaRouter,Translate"],
    },
  },
  webServer: { command: "node tests/server.mjs", port: Number(port), env: { PORT: port }, reuseExistingServer: false },
});
