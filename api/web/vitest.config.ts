import { defineConfig } from "vitest/config";

// pure functions all of them: one process will do
export default defineConfig({ test: { isolate: false, fileParallelism: false } });
