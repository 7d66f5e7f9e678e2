/* One entry a page; file names carry a hash of what is in them, so that browsers may
   keep them for ever, and manifest.json says which is which. */

import { defineConfig } from "vite";

export default defineConfig({
  base: "./",
  publicDir: false,
  build: {
    outDir: "../pages/static/built",
    emptyOutDir: true,
    assetsDir: ".",
    assetsInlineLimit: 0,
    manifest: "manifest.json",
    modulePreload: false,
    target: "es2022",
    rolldownOptions: {
      input: {
        graph: "src/graph/main.ts",
        pages: "src/pages/main.ts",
        query: "src/query/main.ts",
      },
    },
  },
  worker: { format: "es" },
});
