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
 * Say what was found: how many have all words, how many some of them, and how many have only other
 * words for them.
 *
 * @param {Found[]} found
 * @param {string} kinds
 * @param {number} words
 * @param {Map<string, string>} slips
 */
export function sayFound(found, kinds, words, slips) {
  const records = found.filter(({ page }) => !"dp".includes(kinds[page]));
  const looked = [...slips].map(([typed, meant]) =>
    `Looked for “${meant}” (you typed “${typed}”). `
  ).join("");
  if (!found.length) return `${looked}Nothing found.`;
  if (!records.length) return `${looked}Only pages about this site have your words.`;
  const all = records.filter(({ hasAll }) => hasAll).length;
  const some = records.filter(({ hasAll, hasSome }) => hasSome && !hasAll).length;
  const other = records.length - all - some;
  const isStories = records.every(({ page }) => kinds[page] === "s");
  const [one, many] = isStories
    ? ["story", "stories"]
    : ["story or quick win", "stories and quick wins"];
  const isOne = words < 2;
  const parts = [
    { total: all, what: isOne ? "your word" : "all of your words" },
    { total: some, what: "some" },
    { total: other, what: `other words for ${isOne ? "it" : "them"}` },
  ].filter(({ total }) => total).map(({ total, what }, at) =>
    `${at ? total : count(total, one, many)} ${total === 1 ? "has" : "have"} ${what}`
  );
  const none = all ? "" : `None has ${isOne ? "your word" : "all of your words"}; `;
  return `${looked}${none}${parts.join(", ")}.`;
}
