// @ts-check
// How a text becomes the words by which it is searched, and how far two words are apart.
import assert from "node:assert/strict";
import { test } from "node:test";
import rules from "../../generator/build/search_language.json" with { type: "json" };
import { distance, makeReader } from "../../theme/assets/js/words.js";
import stems from "./stems.json" with { type: "json" };

/** @type {any} */
const language = rules;
const reader = makeReader(language);

test("a word is cut here as the index was made", () => {
  for (const [word, cut] of Object.entries(stems)) {
    assert.deepEqual(reader.split(word).map(reader.stem), cut, word);
  }
});

test("two letters that changed places are one slip", () => {
  assert.equal(distance("nicknmae", "nickname", 2), 1);
  assert.equal(distance("hospise", "hospice", 2), 1);
  assert.equal(distance("wating", "waiting", 2), 1);
  assert.equal(distance("bell", "window", 2), Infinity);
});

test("notes are not the small word that is left of them", () => {
  assert.notEqual(reader.stem("notes"), reader.stem("not"));
  assert.equal(reader.stem("notes"), reader.stem("note"));
});

test("an everyday word is one for a thing, or a turn of phrase", () => {
  for (const word of ["pigeon", "punch"]) assert.ok(reader.isEveryday(reader.stem(word)), word);
  assert.ok(reader.isThing(reader.stem("pigeon")));
  assert.ok(!reader.isThing(reader.stem("punch")));
});
