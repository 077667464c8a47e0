// @ts-check
// What somebody typed to what is looked for: its words, and the concepts that they speak of.

/** @typedef {import("./words.js").Reader} Reader */

/**
 * @typedef {object} Unit One word that counts, or a concept that is told in small words alone.
 * @property {string} word As it was typed, folded.
 * @property {string} stem
 * @property {number} at Its place among all words.
 * @property {boolean} isCommon Whether it is said of nearly everything.
 * @property {boolean} isMended Whether something else was typed.
 * @property {boolean} isInitials Whether it was typed in capitals, among words that are not.
 * @property {string[]} others The stems of what else it may be: of what it is half of.
 *
 * @typedef {object} Sense A concept that some of the words speak of.
 * @property {string} name
 * @property {string} label
 * @property {string} said The words that speak of it.
 * @property {number[]} units
 * @property {boolean} isBroader Whether the words speak of a part of it.
 * @property {boolean} isPassing Whether it is mostly said in passing: a person, a way, an outcome.
 * @property {boolean} isNarrow Whether it is a part of a broader one.
 * @property {boolean} isLoose Whether they stand in another order, or with others between them.
 * @property {{ name: string, isLoose: boolean }[]} within The concepts of longer phrases that have
 *   these words.
 *
 * @typedef {object} Named A concept's name and the plain word for it.
 * @property {string} name
 * @property {string} label
 *
 * @typedef {object} Question
 * @property {Unit[]} units
 * @property {Sense[]} senses
 * @property {boolean} isOpen Whether its last word may be half a word still.
 *
 * @typedef {Named & { phrase: string[], isPassing: boolean, broader?: Named }} Phrase
 * @typedef {Map<string, Phrase[]>} Phrases
 */

/**
 * Order the phrases of all terms by their first word that counts.
 *
 * @param {Record<string, [label: string, phrases: string[], isPassing: 0 | 1, broader?: string]>} terms
 * @param {Reader} reader
 * @returns {Phrases}
 */
export function orderPhrases(terms, reader) {
  /** @type {Phrases} */
  const phrases = new Map();
  for (const [name, [label, told, passing, wider]] of Object.entries(terms)) {
    const broader = wider ? { name: wider, label: terms[wider][0] } : undefined;
    for (const each of told) {
      const phrase = each.split(" ");
      const entry = { name, label, phrase, isPassing: Boolean(passing), broader };
      const main = phrase.find((word) => !reader.isSmallStem(word)) ?? phrase[0];
      const known = phrases.get(main);
      if (known) known.push(entry);
      else phrases.set(main, [entry]);
    }
  }
  return phrases;
}

const LOOSE = 1; // small words more than in the phrase that may stand between its words
const UNIT = { isCommon: false, isMended: false, isInitials: false, others: [] };
/** @type {import("./slips.js").Mended} */
const AS_TYPED = { slips: new Map(), halves: new Map() };

/**
 * @param {string} typed
 * @param {Reader} reader
 * @param {Phrases} phrases
 * @param {import("./slips.js").Mended} [mended]
 * @returns {Question}
 */
export function readQuestion(typed, reader, phrases, { slips, halves } = AS_TYPED) {
  const meant = new Set([...slips.values()].flatMap(reader.split));
  const initials = new Set(reader.split(listInitials(typed).join(" ")));
  const words = reader.split(typed).flatMap((word) => reader.split(slips.get(word) ?? word));
  const stems = words.map(reader.stem);
  const matches = findMatches(stems, phrases, reader);
  /** @type {Unit[]} */
  const units = [];
  /** @type {Map<number, number>} */
  const unitAt = new Map();
  words.forEach((word, at) => {
    if (reader.isSmall(word)) return;
    const known = units.findIndex((unit) => unit.stem === stems[at]);
    unitAt.set(at, known < 0 ? units.length : known);
    if (known < 0) {
      const others = (halves.get(word) ?? []).map(reader.stem);
      const isCommon = reader.isCommon(stems[at]);
      const typedAs = { isMended: meant.has(word), isInitials: initials.has(word) };
      units.push({ word, stem: stems[at], at, isCommon, ...typedAs, others });
    }
  });
  /** @type {Sense[]} */
  const senses = [];
  /** @param {Sense} sense */
  const addSense = (sense) => {
    const before = senses.find(({ name }) => name === sense.name);
    if (!before) senses.push(sense);
    else if (!sense.isBroader) {
      before.units = [...new Set([...before.units, ...sense.units])];
      before.isLoose &&= sense.isLoose;
      if (!sense.within.length) before.within = [];
    }
  };
  /** @type {Sense[]} */
  const wider = [];
  for (const { name, label, isPassing, broader, from, to, isLoose, within } of matches) {
    const places = Array.from({ length: to - from }, (_, at) => unitAt.get(from + at));
    const covered = [...new Set(places.filter((place) => place !== undefined))];
    const said = words.slice(from, to).join(" ");
    if (!covered.length) {
      covered.push(units.length);
      units.push({ ...UNIT, word: said, stem: `=${name}`, at: from });
    }
    const isNarrow = Boolean(broader);
    const sense = { said, units: covered, isPassing, isNarrow, isLoose, within };
    addSense({ ...sense, name, label, isBroader: false });
    if (broader) wider.push({ ...sense, ...broader, isBroader: true });
  }
  wider.forEach(addSense);
  if (!units.length) { // nothing but small words: then they are what is meant
    stems.forEach((stem, at) => {
      if (!units.some((unit) => unit.stem === stem)) {
        units.push({ ...UNIT, word: words[at], stem, at, isCommon: true });
      }
    });
  }
  return { units, senses, isOpen: /[\p{L}\p{N}]$/u.test(typed) };
}

/** @param {string} typed */
const listInitials = (typed) =>
  /\p{Ll}/u.test(typed) ? typed.match(/(?<!\p{L})\p{Lu}{2,}(?!\p{L})/gu) ?? [] : [];

/**
 * Find the phrases in a run of stems, and within which longer ones each lies. Of a phrase that has
 * two words that count, these are enough, in whatever order, if no other one stands between them.
 *
 * @param {string[]} stems
 * @param {Phrases} phrases
 * @param {Reader} reader
 */
function findMatches(stems, phrases, reader) {
  const found = [...new Set(stems)].flatMap((stem) => phrases.get(stem) ?? [])
    .flatMap((each) => findPhrase(stems, each.phrase, reader).map((at) => ({ ...each, ...at })));
  return found.map((one) => ({
    ...one,
    within: found.filter(({ from, to }) =>
      from <= one.from && one.to <= to && to - from > one.to - one.from
    ),
  }));
}

/**
 * @param {string[]} stems
 * @param {string[]} phrase
 * @param {Reader} reader
 */
function findPhrase(stems, phrase, reader) {
  /** @type {{ from: number, to: number, isLoose: boolean }[]} */
  const found = [];
  stems.forEach((_, from) => {
    if (phrase.every((each, at) => stems[from + at] === each)) {
      found.push({ from, to: from + phrase.length, isLoose: false });
    }
  });
  const main = phrase.filter((each) => !reader.isSmallStem(each));
  if (found.length || new Set(main).size < 2) return found;
  if (!main.every((each) => stems.includes(each))) return found;
  const places = main.map((each) => stems.indexOf(each));
  const [from, to] = [Math.min(...places), Math.max(...places) + 1];
  const isTogether = stems.slice(from, to).every((each) =>
    main.includes(each) || reader.isSmallStem(each)
  );
  return isTogether && to - from <= phrase.length + LOOSE ? [{ from, to, isLoose: true }] : [];
}
