import { parseAst } from "vite";
import { expect, it } from "vitest";
import { compare, misused, table } from "../../languages.js";

const english = `lots-title = Lots
lots-held = { $count ->
    [one] { $count } lot
   *[other] { $count } lots
} of { $entity }
`;
const german = `lots-title = Posten
lots-held = { $count } Posten von { $entity }
`;
const of = (en: string, de: string) => compare(new Map([["en", new Map([["lots.ftl", en]])], ["de", new Map([["lots.ftl", de]])]]));

it("finds nothing where both say the same", () => {
  const { messages, problems } = of(english, german);
  expect(problems).toEqual([]);
  expect(table(messages)).toContain(`  "lots-title": null;\n  "lots-held": { count: number; entity: string };`);
});

it.each([
  ["a message that German lacks", english, "lots-title = Posten", "de: lots-held is missing (en/lots.ftl:2)"],
  ["a message that only German has", english, `${german}lots-more = Mehr`, "de/lots.ftl:3: lots-more: en has no such message"],
  ["an argument too many", english, german.replace("Posten\n", "Posten { $year }\n"), "de/lots.ftl:1: lots-title: en has no argument $year"],
  ["an argument that is missing", english, german.replace(" von { $entity }", ""), "de/lots.ftl:2: lots-held: the argument $entity is missing"],
  ["a key that stands twice", english, `${german}lots-title = Lose`, "de/lots.ftl:3: lots-title: said before, in de/lots.ftl:1"],
  ["what cannot be read", english, `${german}lots-more = { $count`, "de/lots.ftl:3: "],
  ["markup", english, german.replace("= Posten", "= <b>Posten</b>"), "de/lots.ftl:1: lots-title: no markup in a message"],
  ["a formatter", english, german.replace("{ $count }", "{ NUMBER($count) }"), "de/lots.ftl:2: lots-held: NUMBER() is not called here"],
  ["a term that is not there", english, german.replace("= Posten", "= { -lot }"), "de/lots.ftl:1: lots-title: there is no -lot in de"],
])("finds %s", (_, en, de, problem) => {
  expect(of(en, de).problems.join("\n")).toContain(problem);
});

it("holds a third language to the first", () => {
  const { problems } = compare(new Map([["en", new Map([["lots.ftl", english]])], ["fr", new Map()]]));
  expect(problems).toEqual(["fr: lots-title is missing (en/lots.ftl:1)", "fr: lots-held is missing (en/lots.ftl:2)"]);
});

it("takes a plural of another language for a number in all", () => {
  const { messages } = of("lots-sheep = { $count } sheep", "lots-sheep = { $count ->\n    [one] { $count } Schaf\n   *[other] { $count } Schafe\n}");
  expect(messages.get("lots-sheep")).toEqual(new Map([["count", "number"]]));
});

it.each([
  [`say("lots-title")`, []],
  [`say("lots-held", { count, entity: name })`, []],
  [`say("lots-titel")`, ["there is no message lots-titel"]],
  [`say("lots-title", { year })`, ["lots-title has no argument $year"]],
  [`say("lots-held", { count })`, ["lots-held is not told $entity"]],
  [`say("lots-held")`, ["lots-held is not told $count", "lots-held is not told $entity"]],
  [`Sentence(node, { of: "lots-held", count: 1, entity: ($$anchor) => {}, $$slots: { entity: true } })`, []],
  [`Sentence(node, { of: "lots-held", get count() { return 1 }, year: 2 })`, ["lots-held is not told $entity", "lots-held has no argument $year"]],
])("looks at the call %s", (code, problems) => {
  expect(misused(parseAst(code), of(english, german).messages)).toEqual(problems);
});
