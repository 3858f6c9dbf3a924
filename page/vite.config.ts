import { defineConfig } from "vite";

export default defineConfig({
  base: "./",
  build: { outDir: "../src/unkink/web/page", emptyOutDir: true, target: "es2022", assetsInlineLimit: 0 },
});
