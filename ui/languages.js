// @ts-check
// Looks through assets/languages: every language says every message, with the same arguments. Writes the table of them
// that types `say`, and looks at each call as the page is built. `node languages.js` does the first two.

import { FluentParser, Visitor, lineOffset } from "@fluent/syntax";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** @typedef {Map<string, string>} Files text by the name of its file */
/** @typedef {"text" | "number"} Kind what an argument is: a number chooses a plural */
/** @typedef {Map<string, Map<string, Kind>>} Messages arguments by the key of their message */
/** @typedef {{ where: string, arguments: Map<string, Kind>, uses: Set<string> }} Said */

/** The language that the others are held against. */
const FIRST = "en";
const HERE = dirname(fileURLToPath(import.meta.url));
const FOLDER = join(HERE, "../assets/languages");
const TABLE = join(HERE, "src/lib/generated/messages.ts");
const PLURALS = new Set(["zero", "one", "two", "few", "many", "other"]);

/** @param {string} folder @returns {Map<string, Files>} */
export function read(folder) {
  const named = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return new Map(
    named.map(({ name }) => {
      const files = readdirSync(join(folder, name)).filter((file) => file.endsWith(".ftl")).sort();
      return [name, new Map(files.map((file) => [file, readFileSync(join(folder, name, file), "utf8")]))];
    }),
  );
}

class Uses extends Visitor {
  /** @type {Map<string, Kind>} */ arguments = new Map();
  /** @type {Set<string>} */ uses = new Set();
  /** @type {string[]} */ problems = [];

  /** @param {import("@fluent/syntax").SelectExpression} node */
  visitSelectExpression(node) {
    const isPlural = node.variants.some(({ key }) => key.type === "NumberLiteral" || (key.name !== "other" && PLURALS.has(key.name)));
    if (isPlural && node.selector.type === "VariableReference") this.arguments.set(node.selector.id.name, "number");
    this.genericVisit(node);
  }
  /** @param {import("@fluent/syntax").VariableReference} node */
  visitVariableReference({ id: { name } }) {
    if (!this.arguments.has(name)) this.arguments.set(name, "text");
    if (name === "of" || name === "children") this.problems.push(`an argument may not be named ${name}`);
  }
  /** @param {import("@fluent/syntax").MessageReference} node */
  visitMessageReference(node) {
    this.uses.add(node.id.name);
  }
  /** @param {import("@fluent/syntax").TermReference} node */
  visitTermReference(node) {
    this.uses.add(`-${node.id.name}`);
  }
  /** @param {import("@fluent/syntax").FunctionReference} node */
  visitFunctionReference(node) {
    this.problems.push(`${node.id.name}() is not called here: hand the text in as the page writes it`);
  }
  /** @param {import("@fluent/syntax").TextElement} node */
  visitTextElement({ value }) {
    if (/<\/?[a-z]|&[a-z]+;/i.test(value)) this.problems.push("no markup in a message");
  }
}

/** What one language says, and what is wrong with its files.
 * @param {string} language @param {Files} files @returns {{ said: Map<string, Said>, problems: string[] }} */
function understand(language, files) {
  /** @type {Map<string, Said>} */ const said = new Map();
  /** @type {string[]} */ const problems = [];
  const parser = new FluentParser({ withSpans: true });
  for (const [file, text] of files) {
    for (const entry of parser.parse(text).body) {
      const where = `${language}/${file}:${lineOffset(text, entry.span?.start ?? 0) + 1}`;
      if (entry.type === "Junk") problems.push(`${where}: ${entry.annotations.map((one) => one.message).join("; ") || "not to be read"}`);
      if (entry.type !== "Message" && entry.type !== "Term") continue;
      const key = entry.type === "Term" ? `-${entry.id.name}` : entry.id.name;
      const uses = new Uses();
      if (entry.value) uses.visit(entry.value);
      if (!entry.value || entry.attributes.length > 0) uses.problems.push("a message is a text, without attributes");
      if (said.has(key)) uses.problems.push(`said before, in ${said.get(key)?.where}`);
      said.set(key, { where, arguments: uses.arguments, uses: uses.uses });
      problems.push(...uses.problems.map((problem) => `${where}: ${key}: ${problem}`));
    }
  }
  for (const [key, one] of said) for (const used of one.uses) if (!said.has(used)) problems.push(`${one.where}: ${key}: there is no ${used} in ${language}`);
  return { said, problems };
}

/** Every message with its arguments, also those of the messages that it is made of.
 * @param {Map<string, Said>} said @param {string} key @param {Set<string>} [seen] @returns {Map<string, Kind>} */
function argumentsOf(said, key, seen = new Set()) {
  const one = said.get(key);
  if (!one || seen.has(key)) return new Map();
  seen.add(key);
  const inner = [...one.uses].filter((used) => !used.startsWith("-")).flatMap((used) => [...argumentsOf(said, used, seen)]);
  return new Map([...inner, ...one.arguments]);
}

/** Messages and terms that differ between the languages, in words.
 * @param {Map<string, Files>} languages @returns {{ messages: Messages, problems: string[] }} */
export function compare(languages) {
  const understood = new Map([...languages].map(([language, files]) => [language, understand(language, files)]));
  const first = understood.get(FIRST)?.said ?? new Map();
  const problems = [...understood.values()].flatMap((one) => one.problems);
  const keys = [...first.keys()].filter((key) => !key.startsWith("-"));
  /** @type {Messages} */ const messages = new Map(keys.map((key) => [key, argumentsOf(first, key)]));
  for (const [language, { said }] of understood) {
    for (const key of said.keys()) if (!key.startsWith("-") && !first.has(key)) problems.push(`${said.get(key)?.where}: ${key}: ${FIRST} has no such message`);
    for (const [key, wanted] of messages) {
      if (!said.has(key)) {
        problems.push(`${language}: ${key} is missing (${first.get(key)?.where})`);
        continue;
      }
      const given = argumentsOf(said, key);
      const where = said.get(key)?.where;
      for (const name of wanted.keys()) if (!given.has(name)) problems.push(`${where}: ${key}: the argument $${name} is missing`);
      for (const name of given.keys()) if (!wanted.has(name)) problems.push(`${where}: ${key}: ${FIRST} has no argument $${name}`);
      // A number in one language is one in all: another may have a plural where English has none.
      for (const [name, kind] of given) if (kind === "number" && wanted.has(name)) wanted.set(name, kind);
    }
  }
  return { messages, problems };
}

/** The table of messages as TypeScript.
 * @param {Messages} messages @returns {string} */
export function table(messages) {
  const types = { text: "string", number: "number" };
  const lines = [...messages].map(([key, given]) => `  "${key}": ${given.size === 0 ? "null" : `{ ${[...given].map(([name, kind]) => `${name}: ${types[kind]}`).join("; ")} }`};`);
  const families = new Set([...messages.keys()].flatMap((key) => key.split("-").slice(0, -1).map((_, index, parts) => parts.slice(0, index + 1).join("-"))));
  return `// Made of assets/languages by languages.js; not to be edited.\n\n/** What each message is told; null for nothing. */\nexport interface Arguments {\n${lines.join("\n")}\n}\n\n/** What keys begin with. */\nexport type Family = ${[...families].map((one) => `"${one}"`).join(" | ") || "never"};\n`;
}

/** Looks through the folder and writes the table anew where it changed. Throws with everything that is wrong.
 * @returns {Messages} */
export function prepare() {
  const { messages, problems } = compare(read(FOLDER));
  if (problems.length > 0) throw new Error(`assets/languages:\n${problems.join("\n")}`);
  const made = table(messages);
  let old = "";
  try {
    old = readFileSync(TABLE, "utf8");
  } catch {
    mkdirSync(dirname(TABLE), { recursive: true });
  }
  if (made !== old) writeFileSync(TABLE, made);
  return messages;
}

/** Names in an object that is written out; null where something else is spread into it.
 * @param {any} node @returns {string[] | null} */
function namesIn(node) {
  if (node?.type !== "ObjectExpression" || node.properties.some((/** @type {any} */ one) => one.type !== "Property")) return null;
  return node.properties.map((/** @type {any} */ one) => one.key.name ?? one.key.value);
}

/** What is wrong with one call of `say`, or one sentence.
 * @param {Messages} messages @param {string} key @param {string[] | null} given @returns {string[]} */
function misuse(messages, key, given) {
  const wanted = messages.get(key);
  if (!wanted) return [`there is no message ${key}`];
  if (given === null) return [];
  const missing = [...wanted.keys()].filter((name) => !given.includes(name)).map((name) => `${key} is not told $${name}`);
  return [...missing, ...given.filter((name) => !wanted.has(name)).map((name) => `${key} has no argument $${name}`)];
}

/** What is wrong with the messages that a tree of code names.
 * @param {any} node @param {Messages} messages @returns {string[]} */
export function misused(node, messages) {
  if (Array.isArray(node)) return node.flatMap((one) => misused(one, messages));
  if (!node || typeof node !== "object" || typeof node.type !== "string") return [];
  const inner = Object.values(node).flatMap((one) => (one && typeof one === "object" ? misused(one, messages) : []));
  if (node.type !== "CallExpression") return inner;
  const [first, second] = node.arguments;
  if (node.callee.name === "say" && typeof first?.value === "string") return [...inner, ...misuse(messages, first.value, second ? namesIn(second) : [])];
  if (node.callee.name !== "Sentence") return inner;
  const key = second?.properties?.find((/** @type {any} */ one) => one.key?.name === "of")?.value?.value;
  const given = namesIn(second)?.filter((name) => name !== "of" && !name.startsWith("$$")) ?? null;
  return typeof key === "string" ? [...inner, ...misuse(messages, key, given)] : inner;
}

/** Holds the build to the messages.
 * @returns {import("vite").Plugin} */
export function languages() {
  /** @type {Messages} */ let messages = new Map();
  return {
    name: "languages",
    enforce: "post",
    buildStart() {
      messages = prepare();
    },
    transform(code, id) {
      if (!/\/src\/.*\.(svelte|ts)$/.test(id) || !/\/(say|Sentence)\.svelte"/.test(code)) return;
      const problems = misused(this.parse(code), messages);
      if (problems.length > 0) this.error(`${id}: ${problems.join("; ")}`);
    },
    handleHotUpdate({ file }) {
      if (file.endsWith(".ftl")) messages = prepare();
    },
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    prepare();
  } catch (thrown) {
    console.error(/** @type {Error} */ (thrown).message);
    process.exitCode = 1;
  }
}
