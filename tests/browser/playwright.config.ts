// How the browser tests run: Debian's Chromium, one demo for the whole run, nothing tried twice.
import { defineConfig } from "@playwright/test";

// Chromium's sandbox refuses root; the other flags keep it from looking for hosts of its own.
const flags = [
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
const root = process.getuid?.() === 0 ? ["--no-sandbox"] : [];

export default defineConfig({
  testDir: "rooms",
  outputDir: "results/tests",
  globalSetup: "./harness/run.ts",
  workers: 2,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [["list"], ["json", { outputFile: "results/report.json" }]],
  use: {
    browserName: "chromium",
    launchOptions: {
      executablePath: process.env.FORTHRIGHT_CHROMIUM ?? "/usr/bin/chromium",
      args: [...root, ...flags],
    },
    // A control that is not there fails the test soon, with the line that looks for it.
    actionTimeout: 15_000,
    viewport: { width: 1280, height: 900 },
    locale: "en-US",
    timezoneId: "America/Denver",
    trace: "off",
    screenshot: "off",
    video: "off",
  },
});
