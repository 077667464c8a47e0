// @ts-check
// What was meant where a word is in no page: a slip of another, two words in one or one in
// two, half a word.
import { distance } from "./words.js";

/** @typedef {import("./question.js").Question} Question */
/** @typedef {import("./ranking.js").Source} Source */
/** @typedef {[word: string, common: number]} Form */

const LONG = 7; // letters from which on a word may have two slips
const LEAST = 4; // letters of a word that may be a slip
const PART = 3; // letters of each of two words that were typed as one
const MOST_HALVES = 12;
const UNLIKELY = 0.5; // what a consonant for another adds to how far two words are apart

/**
 * @typedef {object} Mended
 * @property {Map<string, string>} slips What is looked for in place of what was typed.
 * @property {Map<string, string[]>} halves What half a word may be the beginning of.
 */

/**
 * Look for what was meant by each word that no page has, and that is no other word for anything.
 *
 * @param {Question} question
 * @param {Source} source
 * @returns {Promise<Mended>}
 */
export async function mend({ units, senses, isOpen }, source) {
  const postings = await source.readPostings(units.map(({ stem }) => stem));
  const named = new Set(senses.flatMap((sense) => sense.units));
  /** @type {Mended} */
  const mended = { slips: new Map(), halves: new Map() };
  await Promise.all(units.map(async ({ word, stem, at, isInitials }, unit) => {
    const isLast = isOpen && unit === units.length - 1 && word.length > 1;
    const isKnown = Boolean(postings.get(stem)?.pages.length);
    if (named.has(unit) || (isKnown && !isLast) || /\d|^=/.test(word)) return;
    const forms = await source.readForms(word[0]);
    const joined = word + (units.find((other) => other.at === at + 1)?.word ?? "");
    if (joined !== word && forms.some(([form]) => form === joined)) {
      mended.slips.set(word, joined);
      return;
    }
    // What is typed so far may have the stem of another word: “lette” that of “let”.
    if (isLast && !forms.some(([form]) => form === word)) {
      const halves = forms.filter(([form]) => form.startsWith(word))
        .toSorted((one, two) => two[1] - one[1]).slice(0, MOST_HALVES);
      if (halves.length) {
        mended.halves.set(word, halves.map(([form]) => form));
        return;
      }
    }
    if (isKnown || isInitials || source.isRight(stem)) return;
    const meant = await findMeant(word, forms, source);
    if (meant) mended.slips.set(word, meant);
  }));
  return mended;
}

/**
 * @param {string} word
 * @param {Form[]} forms Those with its first letter.
 * @param {Source} source
 */
async function findMeant(word, forms, source) {
  const turned = listTurned(word).find(source.isSmall);
  if (turned) return turned;
  if (word.length < LEAST) return "";
  const turnedFirst = (word[1] === word[0] ? [] : await source.readForms(word[1]))
    .filter(([form]) => form[1] === word[0]);
  const terms = (await source.readTermWords())
    .filter((each) => each[0] === word[0] || (each[0] === word[1] && each[1] === word[0]))
    .map((each) => /** @type {Form} */ ([each, 0]));
  const near = [...forms, ...turnedFirst, ...terms];
  // One wrong letter is likelier than a space left out, and that likelier than two wrong letters.
  return findNearest(word, near, 1) || (await findTwo(word, forms, source)) ||
    findNearest(word, near, word.length >= LONG ? 2 : 1);
}

/**
 * List what a word is when two letters change places.
 *
 * @param {string} word
 */
const listTurned = (word) =>
  [...word].slice(1).map((letter, at) =>
    `${word.slice(0, at)}${letter}${word[at]}${word.slice(at + 2)}`
  );

/** @param {string} word */
const listConsonants = (word) => word.replaceAll(/[aeiou]/g, "");

/**
 * Say how likely a slip is, of two that are as near: letters are left out, doubled, turned and
 * mistaken for another vowel more often than for another consonant.
 *
 * @param {string} word
 * @param {string} form
 */
const isLikely = (word, form) =>
  word.length !== form.length || listConsonants(word) === listConsonants(form) ||
  [...word].toSorted().join("") === [...form].toSorted().join("");

/**
 * Find the word that a slip was meant to be: the nearest, and of those the likeliest, and the most
 * common.
 *
 * @param {string} word
 * @param {Form[]} forms
 * @param {number} most In how many letters they may differ.
 */
function findNearest(word, forms, most) {
  let meant = "";
  let least = most + 1;
  let often = -1;
  for (const [form, common] of forms) {
    if (form.length < LEAST) continue;
    const near = distance(word, form, most);
    if (near > least) continue;
    const far = near + (isLikely(word, form) ? 0 : UNLIKELY);
    if (far < least || (far === least && common > often)) {
      [meant, least, often] = [form, far, common];
    }
  }
  return meant;
}

/**
 * Find two known words that were typed as one.
 *
 * @param {string} word
 * @param {Form[]} forms
 * @param {Source} source
 */
async function findTwo(word, forms, source) {
  const first = forms.map(([form]) => form)
    .filter((form) => form.length >= PART && word.length - form.length >= PART)
    .filter((form) => word.startsWith(form))
    .toSorted((one, two) => two.length - one.length);
  for (const form of first) {
    const rest = word.slice(form.length);
    const known = await source.readForms(rest[0]); // oxlint-disable-line no-await-in-loop -- few
    if (known.some(([other]) => other === rest)) return `${form} ${rest}`;
  }
  return "";
}
