// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import rules from "../../generator/build/search_language.json" with { type: "json" };
import { decodePostings, readFormLines } from "../../theme/assets/js/parts.js";
import { orderPhrases, readQuestion } from "../../theme/assets/js/question.js";
import { rank } from "../../theme/assets/js/ranking.js";
import { mend } from "../../theme/assets/js/slips.js";
import { makeReader } from "../../theme/assets/js/words.js";

/** @type {any} */
const language = rules;
const reader = makeReader(language);
const phrases = orderPhrases({
  bell: ["call bell", ["cal bel", "buzzer"], 0],
  hello: ["hello my name is", ["hello my name is"], 0],
  home: ["care home", ["care home", "nurs home"], 0],
  alone: ["home", ["home"], 0],
  insulin: ["insulin pen", ["insulin pen"], 0, "diabetes"],
  laundry: ["laundry", ["laundri"], 0, "home"],
  parking: ["parking for staff", ["park for staf"], 0],
  diabetes: ["diabetes", ["diabete"], 0],
  porter: ["porter", [reader.stem("porter")], 1],
  talking: ["talking together", ["heart to heart"], 0],
}, reader);

/**
 * Make an index of pages: of each its kind, and the weight of each word that it has.
 *
 * @param {[kind: string, words: Record<string, number>][]} pages
 * @param {Record<string, [word: string, common: number][]>} [forms]
 */
function makeSource(pages, forms = {}) {
  return {
    kinds: pages.map(([kind]) => kind).join(""),
    readTermWords: () => Promise.resolve(["dignity"]),
    isRight: (/** @type {string} */ stem) => reader.isCommon(stem) || reader.isEveryday(stem),
    isThing: reader.isThing,
    isSmall: reader.isSmall,
    readForms: (/** @type {string} */ letter) => Promise.resolve(forms[letter] ?? []),
    readPostings: (/** @type {string[]} */ words) =>
      Promise.resolve(
        new Map(words.map((word) => {
          const has = pages.flatMap(([, told], page) => (word in told ? [page] : []));
          return [word, { pages: has, weights: has.map((page) => pages[page][1][word]) }];
        })),
      ),
  };
}

/**
 * @param {string} typed
 * @param {ReturnType<typeof makeSource>} source
 */
async function ask(typed, source) {
  const mended = await mend(readQuestion(typed, reader, phrases), source);
  const answer = await rank(readQuestion(typed, reader, phrases, mended), source);
  return { ...answer, slips: mended.slips };
}

/** @param {Awaited<ReturnType<typeof ask>>} answer */
const order = ({ found }) => found.map(({ page }) => page);
/** @type {[string, Record<string, number>][]} */
const OTHERS = Array.from({ length: 20 }, () => ["s", { kettle: 0.5 }]);

test("one missing word ends no search, and who has all words stands first", async () => {
  const source = makeSource([
    ["s", { window: 0.9 }],
    ["s", { window: 0.2, jug: 0.2 }],
    ...OTHERS,
  ]);
  assert.deepEqual(order(await ask("the jug at the window", source)), [1, 0]);
  assert.deepEqual(order(await ask("window zzyzzyva", source)), [0, 1]);
});

test("a rare word weighs more than one that most pages have", async () => {
  const source = makeSource([["s", { jug: 0.5 }], ["s", { kettle: 0.9 }], ...OTHERS]);
  assert.equal((await ask("kettle jug saucer", source)).found[0].page, 0);
});

test("other words for a thing find it, and the word itself weighs more", async () => {
  const source = makeSource([["s", { "=bell": 0.6 }], ["s", { buzzer: 0.6 }], ...OTHERS]);
  const answer = await ask("buzzer", source);
  assert.deepEqual(order(answer), [1, 0]);
  assert.deepEqual(answer.found[1].senses.map(({ label }) => label), ["call bell"]);
});

test("a phrase is one thing on the whole run of words, and hides the shorter one in it", async () => {
  const source = makeSource([["s", { "=home": 0.7 }], ["s", { "=alone": 0.7 }], ...OTHERS]);
  assert.deepEqual(order(await ask("a nursing home", source)), [0]);
  const hello = readQuestion("hello, my name is…", reader, phrases);
  assert.deepEqual(hello.senses.map(({ name, said }) => [name, said]), [
    ["hello", "hello my name is"],
  ]);
});

test("a story and its own actions are one result, and prose stands last", async () => {
  const source = makeSource([
    ["p", { jug: 1 }],
    ["s", { jug: 0.1 }],
    ["o", { jug: 0.5 }],
    ["o", { jug: 0.7 }],
    ["q", { jug: 0.3 }],
    ...OTHERS,
  ]);
  const { found } = await ask("jug", source);
  assert.deepEqual(found.map(({ page, actions }) => [page, actions]), [[1, [3, 2]], [4, []], [
    0,
    [],
  ]]);
});

test("a slip is mended and said, and half a word finds what it begins", async () => {
  const source = makeSource([["s", { [reader.stem("nickname")]: 0.7 }], ...OTHERS], {
    n: [["nickname", 2], ["night", 5]],
  });
  const slip = await ask("nicknmae", source);
  assert.deepEqual([...slip.slips], [["nicknmae", "nickname"]]);
  assert.deepEqual(order(slip), [0]);
  const half = await ask("nick", source);
  assert.deepEqual([order(half), half.slips.size], [[0], 0]);
});

test("a letter left out is likelier than one consonant for another", async () => {
  const source = makeSource([["s", { [reader.stem("basin")]: 0.7 }], ...OTHERS], {
    b: [["base", 5], ["basin", 1]],
  });
  assert.deepEqual([...(await ask("basn", source)).slips], [["basn", "basin"]]);
});

test("a slip of a small word, two words in one, and a slip that other words stand for", async () => {
  const source = makeSource([["s", { kettl: 0.7 }], ["s", { "=bell": 0.7 }], ...OTHERS], {
    k: [["kettle", 2]],
    l: [["lid", 1]],
    b: [["buzzer", 1]],
  });
  assert.deepEqual([...(await ask("teh kettle", source)).slips], [["teh", "the"]]);
  assert.deepEqual([...(await ask("kettlelid", source)).slips], [["kettlelid", "kettle lid"]]);
  assert.deepEqual([...(await ask("ket tle", source)).slips], [["ket", "kettle"]]);
  const buzzer = await ask("buzzre", source);
  assert.deepEqual([[...buzzer.slips], order(buzzer)], [[["buzzre", "buzzer"]], [1]]);
});

test("a record has all words only where it has the words themselves", async () => {
  const source = makeSource([["s", { "=bell": 0.9, jug: 0.9 }], ["s", { buzzer: 0.1, jug: 0.1 }]]);
  const { found } = await ask("buzzer jug", source);
  assert.deepEqual(found.map(({ page, hasAll }) => [page, hasAll]), [[1, true], [0, false]]);
});

test("the words of a phrase may stand in another order, close together", () => {
  const names = (/** @type {string} */ typed) =>
    readQuestion(typed, reader, phrases).senses.map(({ name }) => name);
  assert.deepEqual(names("a bell to call with"), ["bell"]);
  assert.deepEqual(names("call on Sunday if the garden has a bell"), []);
});

test("what nobody told is said to be untold, and what is in a title is not", async () => {
  const source = makeSource([["s", { window: 0.9, meal: 0.1 }], ...OTHERS]);
  assert.equal((await ask("window", source)).isTold, true);
  assert.equal((await ask("meals for desflurane", source)).isTold, false);
  assert.equal((await ask("zzyzzyva", source)).isTold, false);
});

test("an answer is one in spite of a turn of phrase, and of more where a title has the rest", async () => {
  const source = makeSource([["s", { window: 0.9, jug: 0.9 }], ...OTHERS]);
  assert.equal((await ask("flummoxed by the window", source)).isTold, true);
  assert.equal((await ask("a flummoxed, muddled, befuddled jug window", source)).isTold, true);
});

test("of a longer question a record may lack more", async () => {
  const source = makeSource([
    ["s", { jug: 0.25, window: 0.25, kettl: 0.25, lid: 0.25 }],
    ...OTHERS,
  ]);
  const isTold = async (/** @type {string} */ typed) => (await ask(typed, source)).isTold;
  assert.deepEqual(await Promise.all(["buzzer jug", "jug kettle buzzer lid window"].map(isTold)), [
    false,
    true,
  ]);
});

test("what the terms know and no page has is untold, where a turn of phrase is not", async () => {
  const source = makeSource([["s", { window: 0.3 }], ...OTHERS]);
  assert.equal((await ask("flummoxed by the window", source)).isTold, true);
  assert.equal((await ask("flummoxed, he insists, convinced: a window", source)).isTold, true);
  assert.equal((await ask("buzzers by the window", source)).isTold, false);
  assert.equal((await ask("flummoxed by bemused marmalade at the window", source)).isTold, false);
});

test("the words of a phrase that no page has do not tell of it, said of other things", async () => {
  const source = makeSource([["s", { pen: 0.5 }], ...OTHERS]);
  assert.equal((await ask("insulin pens", source)).isTold, false);
  assert.equal((await ask("unheard-of pens", source)).isTold, true);
  const told = makeSource([["s", { pen: 0.5, "=insulin": 0.7 }], ...OTHERS]);
  assert.equal((await ask("insulin pens", told)).isTold, true);
});

test("a shorter phrase is looked for where no page has the longer one", async () => {
  const source = makeSource([["s", { "=alone": 0.7 }], ...OTHERS]);
  const { found, isTold } = await ask("a nursing home", source);
  assert.deepEqual([found.map(({ page }) => page), isTold], [[0], false]);
});

test("what has the broader term is found, further down, and is no answer", async () => {
  const broader = makeSource([["s", { "=diabetes": 0.9 }], ...OTHERS]);
  const { found, isTold } = await ask("insulin pens", broader);
  assert.deepEqual([found.map(({ page }) => page), isTold], [[0], false]);
  assert.deepEqual(found[0].senses.map(({ label, isBroader }) => [label, isBroader]), [
    ["diabetes", true],
  ]);
  const both = makeSource([["s", { "=diabetes": 0.7 }], ["s", { "=insulin": 0.7 }], ...OTHERS]);
  assert.deepEqual(order(await ask("insulin pens", both)), [1, 0]);
});

test("a narrow subject that records have in passing alone is untold, and a broad one is told", async () => {
  const faint = makeSource([["s", { laundri: 0.1, "=laundry": 0.1 }], ...OTHERS]);
  assert.equal((await ask("the laundry", faint)).isTold, false);
  const told = makeSource([["s", { laundri: 0.4, "=laundry": 0.4 }], ...OTHERS]);
  assert.equal((await ask("the laundry", told)).isTold, true);
  const broad = makeSource([["s", { buzzer: 0.2, "=bell": 0.2 }], ...OTHERS]);
  assert.equal((await ask("buzzer", broad)).isTold, true);
});

test("a phrase that nobody told is one in another order too, and having its words is no answer", async () => {
  const source = makeSource([["s", { park: 0.4, staf: 0.4, jug: 0.2 }], ...OTHERS]);
  assert.equal((await ask("staff who park", source)).isTold, false);
  assert.equal((await ask("staff jug", source)).isTold, true);
});

test("a space left out is likelier than two wrong letters", async () => {
  const source = makeSource(OTHERS, { b: [["bad", 3], ["badges", 3]], n: [["news", 3]] });
  assert.deepEqual([...(await ask("badnews", source)).slips], [["badnews", "bad news"]]);
});

test("whom it is about is said in passing, and an everyday word for a thing is a subject", async () => {
  const source = makeSource([["s", { window: 0.5 }], ...OTHERS]);
  assert.equal((await ask("porters at the window", source)).isTold, true);
  assert.equal((await ask("buzzers at the window", source)).isTold, false);
  assert.equal((await ask("a pigeon at the window", source)).isTold, false);
  assert.equal((await ask("a punch at the window", source)).isTold, true); // a turn of phrase
  assert.equal((await ask("window zorbels", source)).isTold, false); // nor is one of two words
  assert.equal((await ask("zorbels at the window", source)).isTold, true);
  const hall = makeSource([["s", { "=bell": 0.9, "=porter": 0.9 }], ...OTHERS]);
  assert.equal((await ask("a porter and an accordion", hall)).isTold, false);
});

test("a slip of a word that the terms alone have is shown as it is written", async () => {
  const source = makeSource(OTHERS);
  assert.deepEqual([...(await ask("dignaty", source)).slips], [["dignaty", "dignity"]]);
});

test("an everyday word is spelt right, and no slip of another", async () => {
  const source = makeSource([["s", { bel: 0.7 }], ...OTHERS], { b: [["bells", 3]] });
  assert.deepEqual([...(await ask("the bills", source)).slips], []);
  assert.deepEqual([...(await ask("the belks", source)).slips], [["belks", "bells"]]);
  const first = makeSource([["s", { wear: 0.7 }], ...OTHERS], { w: [["weaving", 3]] });
  assert.deepEqual([...(await ask("sweaving", first)).slips], []);
});

test("a page that is no record is no answer", async () => {
  const source = makeSource([["p", { window: 0.9 }], ["s", { kettl: 0.1 }], ...OTHERS]);
  const { found, isTold } = await ask("window", source);
  assert.deepEqual([found.length, isTold], [1, false]);
  const prose = makeSource([["p", { "=insulin": 0.9 }], ["s", { pen: 0.5 }], ...OTHERS]);
  assert.equal((await ask("insulin pens", prose)).isTold, false);
});

test("postings and words are read as they were written", () => {
  assert.deepEqual(decodePostings("0:$D& 1:A", [0, 9]), {
    pages: [0, 2, 9],
    weights: [1 / 30, 3 / 30, 1],
  });
  assert.deepEqual(readFormLines("0nightB2cknameC"), [["night", 1], ["nickname", 2]]);
});

test("initials among small letters are no slip of a word", async () => {
  const source = makeSource([["s", { wide: 0.5 }], ...OTHERS], { w: [["wide", 3]] });
  assert.equal((await ask("wade through it", source)).slips.get("wade"), "wide");
  assert.equal((await ask("WADE at the door", source)).slips.size, 0);
});

test("the words of a phrase stand together, but for small ones", () => {
  assert.equal(readQuestion("a pen for insulin", reader, phrases).senses[0].name, "insulin");
  assert.deepEqual(readQuestion("a pen, doctor, insulin", reader, phrases).senses, []);
  assert.deepEqual(readQuestion("heart bypass", reader, phrases).senses, []); // not “heart to heart”
});

test("a concept in strength stands for its phrase, and is not counted as its words", async () => {
  for (const [weight, tier] of [[0.9, 0], [0.3, 1]]) {
    const source = makeSource([["s", { "=insulin": weight }], ...OTHERS]);
    const [{ tier: stood, hasAll }] = (await ask("insulin pens", source)).found;
    assert.deepEqual([stood, hasAll], [tier, false]);
  }
});
