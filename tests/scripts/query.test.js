// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { latest, sayFound } from "../../theme/assets/js/query.js";

/**
 * @param {number} page
 * @param {boolean} hasAll
 * @param {boolean} [hasSome]
 */
const found = (page, hasAll, hasSome = true) => ({
  page,
  hasAll,
  hasSome,
  actions: [],
  tier: 1,
  score: 1,
  lacks: 0,
  earned: 0,
  senses: [],
});

test("the count says how many have all words, and how many some of them", () => {
  const none = new Map();
  const two = [found(0, true), found(1, false), found(2, false)];
  assert.equal(sayFound(two, "sssp", 2, none), "1 story has all of your words, 2 have some.");
  const word = [found(0, true), found(1, true), found(2, true)];
  assert.equal(sayFound(word, "sqsp", 1, none), "3 stories and quick wins have your word.");
  const some = [found(0, false)];
  assert.match(sayFound(some, "s", 2, none), /^None has all of your words; 1 story has some\.$/);
  const other = [found(0, false, false), found(1, false, false)];
  assert.equal(
    sayFound([...some, ...other], "sss", 2, none),
    "None has all of your words; 1 story has some, 2 have other words for them.",
  );
  assert.equal(
    sayFound([...word, ...other], "sss", 1, none),
    "3 stories have your word, 2 have other words for it.",
  );
  assert.equal(sayFound([], "s", 1, none), "Nothing found.");
  assert.match(sayFound([found(0, true)], "p", 1, none), /Only pages/);
});

test("what was looked for in place of a slip is said first", () => {
  const slips = new Map([["nicknmae", "nickname"]]);
  assert.match(
    sayFound([found(0, true)], "s", 1, slips),
    /^Looked for “nickname” \(you typed “nicknmae”\)\. 1 story has your word\.$/,
  );
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
