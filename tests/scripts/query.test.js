// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  latest,
  reach,
  searchShards,
  shorten,
  splitExcerpt,
  straighten,
} from "../../theme/assets/js/query.js";

/** @typedef {import("../../theme/assets/js/query.js").Answer} Answer */

/**
 * Make an answer in which each result was found by its words.
 *
 * @param {Record<string, [words: string, score: number]>} found
 * @param {string[]} [stems]
 * @returns {Answer}
 */
function answer(found, stems) {
  const results = Object.entries(found).map(([id, [words, score]]) => ({
    id,
    score,
    scores: words.split(" ").map((word) => ({ search_term: word })),
    data: () => Promise.reject(new Error("Nobody asks for it.")),
  }));
  return { results, search_keywords: stems };
}

/**
 * Make a shard that answers each of these words, and nothing else.
 *
 * @param {Record<string, Answer>} answers
 */
const shard = (answers) => (/** @type {string} */ words) =>
  Promise.resolve(answers[words] ?? { results: [], search_keywords: words.split(" ") });

/**
 * @param {Parameters<typeof searchShards>[0]} shards
 * @param {string} words
 */
const find = async (shards, words) => (await searchShards(shards, words)).map(({ id }) => id);

test("an apostrophe is the same however it is typed", () => {
  for (const typed of ["patient's", "patient’s", "patient‘s", "  patientʼs "]) {
    assert.equal(straighten(typed), "patient's");
  }
});

test("common words are left out beside others, and kept where they are all there is", () => {
  assert.equal(shorten("The name of the patient"), "name patient");
  assert.equal(shorten("who we are"), "who we are");
  assert.equal(shorten('"in the room"'), '"in the room"');
  assert.equal(shorten(""), "");
});

test("an answer reaches as far as its best word, in the text or in a title", () => {
  assert.equal(reach(answer({ a: ["nicknames", 1] }), "nicknam"), 7);
  assert.equal(reach(answer({ a: ["nick", 1], b: ["nic", 1] }), "nicknam"), 4);
  assert.equal(reach(answer({ a: ["fridge", 1] }), "nicknam"), 0);
  assert.equal(reach({ results: [] }, "nicknam"), 0);
  const { results: [result] } = answer({ a: ["fridge", 1] });
  const titled = { ...result, verbose_meta_scores: [{ matched_terms: ["nickname"] }] };
  assert.equal(reach({ results: [titled] }, "nicknam"), 7);
});

test("results of all shards stand in one order, the nearest first", async () => {
  const shards = [
    shard({ bell: answer({ a: ["bell", 1], b: ["bell", 3] }, ["bell"]) }),
    shard({ bell: answer({ c: ["bell", 2] }, ["bell"]) }),
  ];
  assert.deepEqual(await find(shards, "the bell"), ["b", "c", "a"]);
});

test("a shard that guesses is silent where another has the word", async () => {
  const has = shard({ bell: answer({ a: ["bell", 1] }, ["bell"]) });
  const guesses = shard({ bell: answer({ b: ["be", 9] }, ["bell"]) });
  assert.deepEqual(await find([guesses, has], "bell"), ["a"]);
  assert.deepEqual(await find([guesses], "bell"), ["b"]);
});

test("where no shard has the word those that come nearest to it speak", async () => {
  const near = shard({ bells: answer({ a: ["bel", 1] }, ["bells"]) });
  const far = shard({ bells: answer({ b: ["be", 9] }, ["bells"]) });
  assert.deepEqual(await find([far, near], "bells"), ["a"]);
});

test("each of two words is asked for alone where an answer has it in part", async () => {
  const stems = ["red", "bell"];
  const one = shard({
    "red bell": answer({ a: ["red be", 3] }, stems),
    red: answer({ a: ["red", 1] }),
    bell: answer({ a: ["be", 1] }),
  });
  const two = shard({
    "red bell": answer({ b: ["red bell", 2] }, stems),
    red: answer({ b: ["red", 1] }),
    bell: answer({ b: ["bell", 1] }),
  });
  assert.deepEqual(await find([one, two], "red bell"), ["b"]);
});

test("an excerpt is split into text and what was found in it, and no sign is left out", () => {
  assert.deepEqual(splitExcerpt("a &lt;b&gt; <mark>bell</mark> &amp; <i>x</i>"), [
    { words: "a <b> ", isFound: false },
    { words: "bell", isFound: true },
    { words: " &amp; <i>x</i>", isFound: false },
  ]);
  assert.deepEqual(splitExcerpt("<mark>two\nlines</mark>"), [{
    words: "two\nlines",
    isFound: true,
  }]);
  assert.deepEqual(splitExcerpt(""), []);
});

test("what is asked for while work goes on is done once, after it", async () => {
  /** @type {(() => void)[]} */
  const ends = [];
  const ask = latest(() => new Promise((resolve) => ends.push(resolve)));
  const asked = [ask(), ask(), ask()];
  assert.equal(ends.length, 1);
  ends[0]();
  await Promise.resolve();
  await Promise.resolve();
  assert.equal(ends.length, 2);
  ends[1]();
  await Promise.all(asked);
  assert.equal(ends.length, 2);
});

test("work that fails says so, and the next is done all the same", async () => {
  let times = 0;
  const ask = latest(() => {
    times += 1;
    return times === 1 ? Promise.reject(new Error("no")) : Promise.resolve();
  });
  await assert.rejects(ask(), /no/);
  await ask();
  assert.equal(times, 2);
});
