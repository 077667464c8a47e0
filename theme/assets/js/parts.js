// @ts-check
// The parts of the index as they are written, to the words and the postings that they hold.

/** @typedef {import("./ranking.js").Postings} Postings */

const FIRST_WEIGHT = 35;
const FIRST_DIGIT = 67;
const DIGITS = 56;
const IMPACTS = 30;

/**
 * Read the postings of a word: of each shard that has it, its number, and then for each page the
 * gap to the page before, and the weight.
 *
 * @param {string} text
 * @param {number[]} bases The number of the first page of each shard.
 * @returns {Postings}
 */
export function decodePostings(text, bases) {
  /** @type {number[]} */
  const pages = [];
  /** @type {number[]} */
  const weights = [];
  for (const line of text.split(" ")) {
    const colon = line.indexOf(":");
    let page = bases[Number.parseInt(line.slice(0, colon), 16)] - 1;
    let gap = 0;
    for (let at = colon + 1; at < line.length; at += 1) {
      const code = line.charCodeAt(at); // oxlint-disable-line unicorn/prefer-code-point -- ASCII
      if (code < FIRST_DIGIT) {
        page += gap + 1;
        gap = 0;
        pages.push(page);
        weights.push((code - FIRST_WEIGHT) / IMPACTS);
      } else gap = gap * DIGITS + code - FIRST_DIGIT;
    }
  }
  return { pages, weights };
}

/**
 * Read the written words of a letter, each with how common it is: of each line how much of the word
 * before it repeats, the rest, and a capital.
 *
 * @param {string} text
 * @returns {[word: string, common: number][]}
 */
export function readFormLines(text) {
  let before = "";
  return [...text.matchAll(/([^A-Z])([^A-Z]*)([A-Z])/g)].map(([, same, rest, common]) => {
    before = before.slice(0, (same.codePointAt(0) ?? 48) - 48) + rest;
    return [before, (common.codePointAt(0) ?? 65) - 65];
  });
}
