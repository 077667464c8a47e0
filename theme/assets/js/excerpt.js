// @ts-check
// The passage of a page that says why it was found, with the words marked.

/** @typedef {import("./words.js").Reader} Reader */

/**
 * @typedef {object} Piece Some words, marked or not.
 * @property {string} words
 * @property {boolean} isFound
 */

const WORD = /[\p{L}\p{N}]+(?:['\u2019][\p{L}\p{N}]+)*/gu;
const LONGEST = 34; // words of a passage
const BEFORE = 9; // of them before the first that is marked
const NEAR = 12; // words within which two stand near each other

/**
 * Find the words of a text that are looked for: those with the stems, and whole phrases.
 *
 * @param {string} text
 * @param {Set<string>} stems
 * @param {string[][]} phrases
 * @param {Reader} reader
 */
function findWords(text, stems, phrases, reader) {
  const words = [...text.matchAll(WORD)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
    stem: reader.stem(reader.split(match[0])[0] ?? ""),
    isFound: false,
  }));
  words.forEach((word, at) => {
    word.isFound ||= stems.has(word.stem);
    for (const phrase of phrases) {
      if (phrase.every((each, next) => words[at + next]?.stem === each)) {
        phrase.forEach((_, next) => {
          words[at + next].isFound = true;
        });
      }
    }
  });
  return words;
}

/**
 * Measure how near each other the words of a question stand: from 0, one by one, to 1, all within a
 * dozen words.
 *
 * @param {string[]} texts
 * @param {Set<string>} stems
 * @param {Reader} reader
 */
export function nearness(texts, stems, reader) {
  if (stems.size < 2) return 0;
  let most = 0;
  for (const text of texts) {
    const places = findWords(text, stems, [], reader)
      .flatMap(({ isFound, stem }, at) => (isFound ? [{ stem, at }] : []));
    for (const { at } of places) {
      const near = places.filter((other) => other.at >= at && other.at < at + NEAR);
      most = Math.max(most, new Set(near.map(({ stem }) => stem)).size);
    }
  }
  return Math.max(0, most - 1) / (stems.size - 1);
}

/**
 * Cut the passage that has most of the words, in pieces.
 *
 * @param {string[]} texts
 * @param {Set<string>} stems
 * @param {string[][]} phrases
 * @param {Reader} reader
 * @returns {{ text: string, pieces: Piece[] }} `text` is that which the passage was cut from.
 */
export function cutExcerpt(texts, stems, phrases, reader) {
  let best = {
    text: texts[0] ?? "",
    words: findWords(texts[0] ?? "", stems, phrases, reader),
    has: -1,
  };
  for (const text of texts) {
    const words = findWords(text, stems, phrases, reader);
    const has = new Set(words.filter(({ isFound }) => isFound).map(({ stem }) => stem)).size;
    if (has > best.has) best = { text, words, has };
  }
  const { text, words } = best;
  const first = Math.max(0, words.findIndex(({ isFound }) => isFound) - BEFORE);
  const begin = words.length <= LONGEST ? 0 : Math.min(first, words.length - LONGEST);
  const shown = words.slice(begin, begin + LONGEST);
  const last = shown.at(-1)?.to ?? text.length;
  const end = begin + LONGEST >= words.length ? text.length : last;
  /** @type {Piece[]} */
  const pieces = [];
  let at = begin ? words[begin].from : 0;
  if (begin) pieces.push({ words: "… ", isFound: false });
  for (const { from, to, isFound } of shown) {
    if (!isFound) continue;
    if (from > at) pieces.push({ words: text.slice(at, from), isFound: false });
    pieces.push({ words: text.slice(from, to), isFound: true });
    at = to;
  }
  if (end > at) pieces.push({ words: text.slice(at, end), isFound: false });
  if (end < text.length) pieces.push({ words: " …", isFound: false });
  return { text, pieces };
}
