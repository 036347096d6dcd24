import svelte from "eslint-plugin-svelte";
import { readdirSync } from "node:fs";
import ts from "typescript-eslint";
import svelteConfig from "./svelte.config.js";

const screens = readdirSync(new URL("./src/screens", import.meta.url));
const tauri = { group: ["@tauri-apps/*"], message: "Only src/ipc knows Tauri." };
const host = { group: ["**/ipc/tauri", "**/ipc/recorded", "**/ipc/host"], message: "Call the typed functions of src/ipc." };
const limit = (...patterns) => ({ "no-restricted-imports": ["error", { patterns }] });

export default ts.config(
  { ignores: ["dist", "node_modules", "test-results", "src/ipc/generated", "src/lib/generated"] },
  ts.configs.recommended,
  svelte.configs.recommended,
  {
    files: ["**/*.svelte", "**/*.svelte.ts"],
    languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } },
  },
  {
    rules: {
      "svelte/no-at-html-tags": "error",
      "svelte/no-navigation-without-resolve": "off",
      "svelte/prefer-svelte-reactivity": "off",
      "@typescript-eslint/no-non-null-assertion": "off",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "no-undef": "off",
      "max-lines": ["error", 250],
    },
  },
  { files: ["src/{parts,lib}/**"], rules: limit(tauri, { group: ["**/ipc/**", "**/shell/**", "**/screens/**"], message: "Parts and helpers know no screen and no core." }) },
  { files: ["src/shell/**"], rules: limit(tauri, host) },
  ...screens.map((screen) => ({
    files: [`src/screens/${screen}/**`],
    rules: limit(tauri, host, { group: ["../*/**", "!../../**"], message: "Screens do not import one another." }),
  })),
);
