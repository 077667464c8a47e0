// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import rules from "../../generator/build/search_language.json" with { type: "json" };
import { cutExcerpt, nearness } from "../../theme/assets/js/excerpt.js";
import { makeReader } from "../../theme/assets/js/words.js";

/** @type {any} */
const language = rules;
const reader = makeReader(language);

test("a passage is cut about its words, and they are marked", () => {
  const long = `${"a ".repeat(60)}jug by the window ${"b ".repeat(60)}`;
  const { text, pieces } = cutExcerpt(
    ["nothing", long],
    new Set(["jug", "window"]),
    [],
    reader,
  );
  assert.equal(text, long);
  assert.deepEqual(pieces.filter(({ isFound }) => isFound).map(({ words }) => words), [
    "jug",
    "window",
  ]);
  assert.ok(pieces.map(({ words }) => words).join("").length < 140);
  const told = cutExcerpt(["Press the call bell."], new Set(), [["cal", "bel"]], reader);
  assert.deepEqual(told.pieces.filter(({ isFound }) => isFound).map(({ words }) => words), [
    "call",
    "bell",
  ]);
});

test("words that stand near each other count as near", () => {
  const both = new Set(["jug", "window"]);
  const far = `jug ${"a ".repeat(40)}window`;
  assert.equal(nearness(["a jug by the window"], both, reader), 1);
  assert.equal(nearness([far], both, reader), 0);
});
