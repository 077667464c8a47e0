// @ts-check
// A text to the words by which it is searched, by the same table of rules as the index was made.

/**
 * @typedef {object} Language The rules, as the index brings them.
 * @property {Record<string, string>} letters
 * @property {string} small The words of no meaning of their own.
 * @property {string} common The words that are said of nearly everything.
 * @property {string} things Everyday words for things, which people ask about.
 * @property {string} turns Everyday words that are as often turns of phrase, and no subject.
 * @property {Record<string, string>} same
 * @property {string} whole The words whose endings are no endings.
 * @property {[suffix: string, instead: string, least: number][][]} suffixes
 */

const VOWEL = /[aeiouy]/;
const SHORT = /^[^aeiouy]*[aeiouy][^aeiouywx]$/; // “car”, which “care” and “caring” are not
const WITH_E = /(?:ing|ed|er|or)$/; // endings before which an “e” is left out, as in “caring”

/**
 * Fold a text to the letters of every keyboard: without accents, ligatures and capitals.
 *
 * @param {string} text
 * @param {Record<string, string>} letters
 */
export function fold(text, letters) {
  const plain = text
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .replaceAll(/[\u2018\u2019\u02BC\u2032]/g, "'")
    .toLowerCase();
  return [...plain].map((each) => letters[each] ?? each).join("");
}

/** @param {Language} language */
export function makeReader({ letters, small, common, things, turns, same, whole, suffixes }) {
  const smallWords = new Set(small.replaceAll("'", "").split(" "));
  const wholeWords = new Set(whole.split(" "));

  /**
   * Split a text into words, folded: “A&E” is one word, “doctor's” is “doctor”.
   *
   * @param {string} text
   * @returns {string[]}
   */
  function split(text) {
    const folded = fold(text, letters)
      .replaceAll(/(?<![\p{L}\p{N}_])([a-z]) ?& ?([a-z])(?![\p{L}\p{N}_])/gu, "$1$2");
    return (folded.match(/[\p{L}\p{N}]+(?:'[\p{L}\p{N}]+)*/gu) ?? [])
      .map((word) => word.replace(/'(?:s|ll|ve|re|d|m)$/, "").replaceAll("'", ""));
  }

  /**
   * @param {string} word
   * @param {[suffix: string, instead: string, least: number][]} rules
   */
  function cut(word, rules) {
    for (const [suffix, instead, least] of rules) {
      if (!word.endsWith(suffix)) continue;
      const rest = word.slice(0, word.length - suffix.length);
      if (rest.length < least) continue;
      if (suffix !== instead && least && !VOWEL.test(rest)) continue;
      if ((suffix === "er" || suffix === "or") && rest.at(-1) === rest.at(-2)) return word;
      return rest + instead;
    }
    return word;
  }

  /** @param {string} typed */
  function cutEndings(typed) {
    let word = typed;
    let isShort = false;
    for (const rules of suffixes) {
      const before = word;
      word = cut(word, rules);
      if (word === before) continue;
      if (rules === suffixes[1] && word.at(-1) === word.at(-2)) word = word.slice(0, -1);
      else isShort ||= WITH_E.test(before) && SHORT.test(word);
    }
    return isShort ? `${word}e` : word;
  }

  /** @param {string} typed */
  function cutAll(typed) {
    let word = Object.hasOwn(same, typed) ? same[typed] : typed;
    const one = word.replace(/s$/, "");
    if (wholeWords.has(one)) return one;
    if (word.length < 3 || !/^\p{L}+$/u.test(word)) return word;
    word = cutEndings(word).replaceAll("ae", "e");
    if (word.length > 3 && word.endsWith("e") && !SHORT.test(word.slice(0, -1))) {
      word = word.slice(0, -1);
    }
    if (word.length > 2 && word.endsWith("y")) word = `${word.slice(0, -1)}i`;
    if (word.length > 3 && word.at(-1) === word.at(-2)) word = word.slice(0, -1);
    return word;
  }

  const smallStems = new Set([...smallWords].map(cutAll));

  /**
   * Cut a folded word's endings, so that “labelled”, “labelling” and “label” are one. What is left
   * of a word that counts is never a small word: “notes” are not “not”.
   *
   * @param {string} word
   */
  function stem(word) {
    const left = cutAll(word);
    return smallStems.has(left) && !smallWords.has(word) ? `${left}e` : left;
  }

  const commonStems = new Set(common.split(" ").map(stem));
  const thingStems = new Set(things.split(" ").map(stem));
  const turnStems = new Set(turns.split(" ").map(stem));

  return {
    split,
    stem,
    /** @param {string} word */
    isSmall: (word) => smallWords.has(word),
    /** @param {string} stemmed */
    isSmallStem: (stemmed) => smallStems.has(stemmed),
    /** @param {string} stemmed */
    isCommon: (stemmed) => commonStems.has(stemmed),
    /** @param {string} stemmed */
    isThing: (stemmed) => thingStems.has(stemmed),
    /** @param {string} stemmed */
    isEveryday: (stemmed) => thingStems.has(stemmed) || turnStems.has(stemmed),
  };
}

/** @typedef {ReturnType<typeof makeReader>} Reader */

/**
 * Count in how many letters two words differ; two that changed places are one. At most `most`,
 * else infinity.
 *
 * @param {string} one
 * @param {string} two
 * @param {number} most
 */
export function distance(one, two, most) {
  if (Math.abs(one.length - two.length) > most) return Infinity;
  /** @type {number[]} */
  let last = [];
  let row = Array.from({ length: two.length + 1 }, (_, at) => at);
  for (let at = 1; at <= one.length; at += 1) {
    /** @type {number[]} */
    const next = [at];
    for (let to = 1; to <= two.length; to += 1) {
      const isSame = one[at - 1] === two[to - 1];
      next[to] = Math.min(row[to] + 1, next[to - 1] + 1, row[to - 1] + (isSame ? 0 : 1));
      const isTurned = at > 1 && to > 1 && one[at - 1] === two[to - 2] &&
        one[at - 2] === two[to - 1];
      if (isTurned) next[to] = Math.min(next[to], last[to - 2] + 1);
    }
    if (Math.min(...next) > most) return Infinity;
    [last, row] = [row, next];
  }
  return row[two.length];
}
