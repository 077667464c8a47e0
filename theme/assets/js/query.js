// @ts-check
// What of a search needs no page: one piece of work at a time, and what is said of what was found.

/** @typedef {import("./ranking.js").Found} Found */

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

/**
 * Count things in words: “1 story”, “3 stories”.
 *
 * @param {number} total
 * @param {string} one
 * @param {string} many
 */
export const count = (total, one, many) => `${total} ${total === 1 ? one : many}`;

/**
 * Say what was found: how many have all words, and how many some of them.
 *
 * @param {Found[]} found
 * @param {string} kinds
 * @param {number} words
 * @param {Map<string, string>} slips
 */
export function sayFound(found, kinds, words, slips) {
  const records = found.filter(({ page }) => !"dp".includes(kinds[page]));
  const all = records.filter(({ hasAll }) => hasAll).length;
  const some = records.length - all;
  const isStories = records.every(({ page }) => kinds[page] === "s");
  const [one, many] = isStories
    ? ["story", "stories"]
    : ["story or quick win", "stories and quick wins"];
  const looked = [...slips].map(([typed, meant]) =>
    `Looked for “${meant}” (you typed “${typed}”). `
  );
  if (!found.length) return `${looked.join("")}Nothing found.`;
  const has = all === 1 ? "has" : "have";
  const last = !some || words < 2 ? "" : `, ${some} ${some === 1 ? "has" : "have"} some`;
  if (!records.length) return `${looked.join("")}Only pages about this site have your words.`;
  if (words < 2) {
    return `${looked.join("")}${count(records.length, one, many)} ${
      records.length === 1 ? "has" : "have"
    } your word.`;
  }
  if (!all) {
    return `${looked.join("")}None has all of your words; ${count(some, one, many)} ${
      some === 1 ? "has" : "have"
    } some.`;
  }
  return `${looked.join("")}${count(all, one, many)} ${has} all of your words${last}.`;
}
