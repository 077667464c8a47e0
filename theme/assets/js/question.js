// @ts-check
// What somebody typed to what is looked for: its words, and the concepts that they speak of.

/** @typedef {import("./words.js").Reader} Reader */

/**
 * @typedef {object} Unit One word that counts, or a concept that is told in small words alone.
 * @property {string} word As it was typed, folded.
 * @property {string} stem
 * @property {number} at Its place among all words.
 * @property {boolean} isCommon Whether it is said of nearly everything.
 *
 * @typedef {object} Sense A concept that some of the words speak of.
 * @property {string} name
 * @property {string} label
 * @property {string} said The words that speak of it.
 * @property {number[]} units
 *
 * @typedef {object} Question
 * @property {Unit[]} units
 * @property {Sense[]} senses
 * @property {boolean} isOpen Whether its last word may be half a word still.
 *
 * @typedef {Map<string, { name: string, label: string, phrase: string[] }[]>} Phrases
 */

/**
 * Order the phrases of all terms by their first words.
 *
 * @param {Record<string, [label: string, phrases: string[]]>} terms
 * @returns {Phrases}
 */
export function orderPhrases(terms) {
  /** @type {Phrases} */
  const phrases = new Map();
  for (const [name, [label, told]] of Object.entries(terms)) {
    for (const each of told) {
      const phrase = each.split(" ");
      const known = phrases.get(phrase[0]);
      if (known) known.push({ name, label, phrase });
      else phrases.set(phrase[0], [{ name, label, phrase }]);
    }
  }
  return phrases;
}

/**
 * @param {string} typed
 * @param {Reader} reader
 * @param {Phrases} phrases
 * @returns {Question}
 */
export function readQuestion(typed, reader, phrases) {
  const words = reader.split(typed);
  const stems = words.map(reader.stem);
  const matches = findMatches(stems, phrases);
  /** @type {Unit[]} */
  const units = [];
  /** @type {Map<number, number>} */
  const unitAt = new Map();
  words.forEach((word, at) => {
    if (reader.isSmall(word)) return;
    const known = units.findIndex((unit) => unit.stem === stems[at]);
    unitAt.set(at, known < 0 ? units.length : known);
    if (known < 0) units.push({ word, stem: stems[at], at, isCommon: reader.isCommon(stems[at]) });
  });
  /** @type {Sense[]} */
  const senses = [];
  for (const { name, label, from, to } of matches) {
    const places = Array.from({ length: to - from }, (_, at) => unitAt.get(from + at));
    const covered = [...new Set(places.filter((place) => place !== undefined))];
    const said = words.slice(from, to).join(" ");
    if (!covered.length) {
      covered.push(units.length);
      units.push({ word: said, stem: `=${name}`, at: from, isCommon: false });
    }
    const before = senses.find((sense) => sense.name === name);
    if (before) before.units = [...new Set([...before.units, ...covered])];
    else senses.push({ name, label, said, units: covered });
  }
  if (!units.length) { // nothing but small words: then they are what is meant
    stems.forEach((stem, at) => {
      if (!units.some((unit) => unit.stem === stem)) {
        units.push({ word: words[at], stem, at, isCommon: true });
      }
    });
  }
  return { units, senses, isOpen: /[\p{L}\p{N}]$/u.test(typed) };
}

/**
 * Find the phrases in a run of stems; one that lies within a longer one does not count.
 *
 * @param {string[]} stems
 * @param {Phrases} phrases
 */
function findMatches(stems, phrases) {
  const found = stems.flatMap((stem, from) =>
    (phrases.get(stem) ?? [])
      .filter(({ phrase }) => phrase.every((each, at) => stems[from + at] === each))
      .map(({ name, label, phrase }) => ({ name, label, from, to: from + phrase.length }))
  );
  return found.filter((one) =>
    !found.some((other) =>
      other.from <= one.from && one.to <= other.to && other.to - other.from > one.to - one.from
    )
  );
}
