// @ts-check
// What of a search needs no page: the words that are asked for, and how answers are joined.

/**
 * @typedef {object} Card What the index keeps of a page.
 * @property {string} url
 * @property {string} excerpt
 * @property {Record<string, string>} meta
 *
 * @typedef {object} Result
 * @property {string} id
 * @property {number} score
 * @property {{ search_term: string }[]} [scores]
 * @property {{ matched_terms: string[] }[]} [verbose_meta_scores]
 * @property {() => Promise<Card>} data
 *
 * @typedef {object} Answer What one shard found.
 * @property {Result[]} results
 * @property {string[]} [search_keywords] The stems of the words, as the engine made them.
 *
 * @typedef {(words: string) => Promise<Answer>} Shard
 */

// Words that nearly every page has: with others beside them they find nothing that those do not.
const COMMON = new Set(
  "a an and are as at be by for from had has have he her his i in is it my of on or our she that the their they this to was we were what when who with you"
    .split(" "),
);

/**
 * Write an apostrophe in one way: both ways of typing it find the same word.
 *
 * @param {string} words
 */
export const straighten = (words) => words.replaceAll(/[\u2018\u2019\u02BC]/g, "'").trim();

/**
 * Leave out the common words, unless there are no others or the words are a quotation.
 *
 * @param {string} words
 */
export function shorten(words) {
  if (words.includes('"')) return words;
  const rare = words.split(/\s+/).filter((word) => !COMMON.has(word.toLowerCase()));
  return rare.length ? rare.join(" ") : words;
}

/**
 * Measure how much of a stem an answer's best word has: all of it, or the beginning that came
 * nearest. A shard without the word offers the nearest beginning that it has, though another has
 * the word.
 *
 * @param {Answer} answer
 * @param {string} stem
 */
export function reach(answer, stem) {
  // A shard has the word or guesses, for all its results alike; a title's words stand by themselves.
  const words = answer.results.slice(0, 10).flatMap((
    { scores = [], verbose_meta_scores: titles = [] },
  ) => [
    ...scores.map((score) => score.search_term),
    ...titles.flatMap((score) => score.matched_terms),
  ]);
  return Math.max(
    0,
    ...words.map((word) => {
      if (word.startsWith(stem)) return stem.length;
      return stem.startsWith(word) ? word.length : 0;
    }),
  );
}

/**
 * Join what the shards find as if they were one index: for each word the shards that have it
 * speak, and where none has it, those that come nearest to it.
 *
 * @param {Shard[]} shards
 * @param {Answer[]} answers
 * @param {string[]} stems
 */
async function choose(shards, answers, stems) {
  const silent = new Set();
  for (const stem of stems) {
    const reached = answers.map((answer) => reach(answer, stem));
    const partly = reached.some((length, at) => answers[at].results.length && length < stem.length);
    if (!partly) continue;
    const alone = stems.length === 1
      ? reached
      : await Promise.all(shards.map(async (find) => reach(await find(stem), stem)));
    const most = Math.max(...alone);
    reached.forEach((length, at) => {
      if (length < most) silent.add(at);
    });
  }
  return answers.filter((_, at) => !silent.has(at));
}

/**
 * Ask all shards, and put what they found in one order, the nearest first.
 *
 * @param {Shard[]} shards
 * @param {string} typed
 * @returns {Promise<Result[]>}
 */
export async function searchShards(shards, typed) {
  const words = shorten(straighten(typed));
  const answers = await Promise.all(shards.map((find) => find(words)));
  const stems = answers.find((answer) => answer.search_keywords)?.search_keywords ?? [];
  const isOne = shards.length === 1 || words.includes('"');
  const chosen = isOne ? answers : await choose(shards, answers, stems);
  return chosen.flatMap((answer) => answer.results).toSorted((a, b) => b.score - a.score);
}

/**
 * Split an excerpt into what was found and what stands around it.
 *
 * The engine puts <mark> around what was found, and writes &lt; and &gt; for the signs in its words.
 *
 * @param {string} html
 * @returns {{ words: string, isFound: boolean }[]}
 */
export function splitExcerpt(html) {
  return html
    .split(/<mark>(.*?)<\/mark>/s)
    .map((part, at) => ({
      words: part.replaceAll("&lt;", "<").replaceAll("&gt;", ">"),
      isFound: at % 2 === 1,
    }))
    .filter(({ words }) => words);
}

/**
 * Do one piece of work at a time, and after it the latest asked for: what was typed on the way is
 * passed over. Whoever asks is answered when the latest is done.
 *
 * @param {() => Promise<void>} work
 * @returns {() => Promise<void>}
 */
export function latest(work) {
  /** @type {Promise<void> | null} */
  let running = null;
  let isAsked = false;
  async function run() {
    try {
      while (isAsked) {
        isAsked = false;
        await work();
      }
    } finally {
      running = null;
    }
  }
  return () => {
    isAsked = true;
    running ??= run();
    return running;
  };
}
