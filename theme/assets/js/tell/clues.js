// @ts-check
// Whose a day or a number is, by the words around it: the checker's `clues`, by the same tables.

const WORDS = 30;
const REACH = 240;
const BESIDE = 2;
const WORD = /[A-Za-zÀ-ɏ]+(?:['’][A-Za-z]+)?|[0-9]+|[^\sA-Za-z0-9À-ɏ]/gu;

/** @typedef {[number, number]} Stretch Where it begins and ends. */
/** @typedef {Map<string, number>} Weights The weight of each clue; under "", what all begin with. */

/**
 * Make tables ready to be asked.
 *
 * @param {Record<string, Record<string, string[]>>} tables By name, the clues that have each weight.
 * @returns {Map<string, Weights>}
 */
export function makeTables(tables) {
  return new Map(
    Object.entries(tables).map(([name, table]) => [
      name,
      new Map(
        Object.entries(table).flatMap(([weight, clues]) =>
          clues.map((clue) => /** @type {[string, number]} */ ([clue, Number(weight)]))
        ),
      ),
    ]),
  );
}

/**
 * Weigh what stands around a value in a text: more than nothing speaks for one person. A text that
 * is nothing but the value says nothing.
 *
 * @param {Weights} weights
 * @param {string} words
 * @param {Stretch} value
 * @param {Stretch} sentence
 */
export function weigh(weights, words, value, sentence) {
  if (words.trim().length === value[1] - value[0]) return 0;
  let sum = weights.get("") ?? 0;
  for (const clue of listClues(words, value, sentence)) sum += weights.get(clue) ?? 0;
  return sum;
}

/**
 * List the clues around a value, each once.
 *
 * @param {string} words
 * @param {Stretch} value
 * @param {Stretch} sentence
 */
function listClues(words, [start, end], sentence) {
  const [first, last] = findParagraph(words, start, end);
  const before = divide(words.slice(Math.max(first, sentence[0]), start)).slice(-WORDS);
  const after = divide(words.slice(end, Math.min(last, sentence[1]))).slice(0, WORDS);
  const around = [words.slice(first, Math.max(first, sentence[0])), words.slice(sentence[1], last)];
  const form = words.slice(start, end).replaceAll(/[0-9]+/g, "9").replaceAll(/[A-Za-zÀ-ɏ]+/g, "a");
  return new Set([
    `=${form}`,
    ...listSide(before.toReversed(), "<"),
    ...listSide(after, ">"),
    ...[before, after].flatMap((side) => side.slice(1).map((word, at) => `${side[at]} ${word}`)),
    ...around.flatMap((each) => divide(each).map((word) => `~${word}`)),
  ]);
}

/**
 * Find the paragraph of a value; that of a heading goes on with what stands below it.
 *
 * @param {string} words
 * @param {number} start
 * @param {number} end
 * @returns {Stretch}
 */
function findParagraph(words, start, end) {
  const near = Math.max(0, start - REACH);
  const gap = words.slice(near, start).lastIndexOf("\n\n");
  const first = gap < 0 ? near : near + gap + 2;
  const far = words.slice(0, end + REACH);
  let last = far.indexOf("\n\n", end);
  if (last >= 0 && words.startsWith("#", first)) last = far.indexOf("\n\n", last + 2);
  return [first, last < 0 ? far.length : last];
}

/**
 * Divide a text into words and signs; of figures only how many there are is kept.
 *
 * @param {string} words
 */
function divide(words) {
  const plain = words.replaceAll(/[‘’]/g, "'").replaceAll(/[“”]/g, '"').toLowerCase();
  return (plain.match(WORD) ?? []).map((word) =>
    /^[0-9]/.test(word) ? "9".repeat(Math.min(4, word.length)) : word
  );
}

/**
 * List the clues of the words on one side, the nearest first.
 *
 * @param {string[]} words
 * @param {string} side
 */
function listSide(words, side) {
  return (words.length ? words : ["^"]).flatMap((word, distance) => [
    word,
    side + word,
    ...(distance < BESIDE ? [`${side}${distance + 1}${word}`] : []),
  ]);
}
