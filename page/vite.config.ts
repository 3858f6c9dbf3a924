import { defineConfig } from "vitest/config";

export default defineConfig({
  base: "./",
  build: {
    outDir: "../src/unkink/web/page",
    emptyOutDir: true,
    target: ["chrome111", "edge111", "firefox114", "safari16.4"],
    // No picture inside a style sheet or script: the server's policy allows files only.
    assetsInlineLimit: 0,
  },
  // The camera's worker is a module, loaded with the page's own modules only when it is wanted.
  worker: { format: "es" },
  test: { include: ["tests/**/*.test.ts"] },
});
