// @ts-check
// The pages that answer a question, the nearest first. Rare words weigh most (the inverse document
// frequency of BM25); how much a word weighs within a page the index says.
import { distance } from "./words.js";

/** @typedef {import("./question.js").Question} Question */
/** @typedef {import("./question.js").Sense} Sense */

/**
 * @typedef {object} Postings The pages that have a word, and how much it weighs in each, up to 1.
 * @property {number[]} pages
 * @property {number[]} weights
 *
 * @typedef {object} Source Where the parts of an index come from.
 * @property {string} kinds A letter for each page: what it is.
 * @property {(words: string[]) => Promise<Map<string, Postings>>} readPostings
 * @property {(letter: string) => Promise<[word: string, common: number][]>} readForms
 * @property {string[]} termWords The single words of the terms, cut.
 * @property {(word: string) => string} stem
 *
 * @typedef {object} Way A word or a concept by which a unit of the question is looked for.
 * @property {string} key
 * @property {number} factor
 * @property {Sense} [sense]
 *
 * @typedef {object} Found A story with its actions, or whatever stands alone.
 * @property {number} page
 * @property {number[]} actions Its own actions that were found, the nearest first.
 * @property {number} score
 * @property {number} share How much of the question it has, from 0 to 1.
 * @property {boolean} hasAll
 * @property {Sense[]} senses The concepts by which it was found where it has not the word.
 *
 * @typedef {object} Ranking
 * @property {Found[]} found
 * @property {Map<string, string>} slips What was looked for in place of what was typed.
 * @property {string[]} stems What is to be marked.
 * @property {boolean} isTold Whether anything comes near enough to be called an answer.
 */

export const TUNE = {
  concept: 0.7,
  spread: 0.5,
  slip: 0.8,
  half: 0.8,
  conceptHas: 0.9,
  unknown: 1,
  told: 0.5,
  family: 0.15,
  strong: 0.5,
  floor: 0,
  common: 0.3,
  allMode: 1,
  shareP: 0,
};
const LONG = 7; // letters from which on a word may have two slips
const MOST_HALVES = 12;

/**
 * @param {Question} question
 * @param {Source} source
 * @returns {Promise<Ranking>}
 */
export async function rank(question, source) {
  const { units, senses } = question;
  /** @type {Way[][]} */
  const ways = units.map(({ stem }) => [{ key: stem, factor: 1 }]);
  for (const sense of senses) {
    const factor = TUNE.concept / sense.units.length ** TUNE.spread;
    for (const unit of sense.units) ways[unit].push({ key: `=${sense.name}`, factor, sense });
  }
  const postings = await source.readPostings(ways.flat().map(({ key }) => key));
  const slips = await mend(question, ways, postings, source);
  const families = findFamilies(source.kinds);
  const total = source.kinds.length;
  /** @param {string} key */
  const rarity = (key) => {
    const often = postings.get(key)?.pages.length ?? 0;
    return Math.log(1 + (total - often + 0.5) / (often + 0.5));
  };
  const worth = units.map((unit, at) => weighUnit(ways[at], rarity, postings) * (unit.isCommon ? TUNE.common : 1));
  /** @type {Map<number, { best: number[], own: Map<number, number>, has: number[], senses: Set<Sense> }>} */
  const heads = new Map();
  units.forEach((_, unit) => {
    for (const { key, factor, sense } of ways[unit]) {
      const told = postings.get(key);
      if (!told) continue;
      const rare = rarity(key) * factor * (units[unit].isCommon && !sense ? TUNE.common : 1);
      told.pages.forEach((page, at) => {
        const head = families[page];
        let seen = heads.get(head);
        if (!seen) {
          seen = { best: units.map(() => 0), own: new Map(), has: units.map(() => 0), senses: new Set(), bits: new Map() };
          heads.set(head, seen);
        }
        const score = rare * told.weights[at];
        if (score > seen.best[unit]) seen.best[unit] = score;
        seen.has[unit] = Math.max(seen.has[unit], (sense ? TUNE.conceptHas : 1) * Math.min(1, TUNE.floor + told.weights[at] / TUNE.strong));
        if (sense) seen.senses.add(sense);
        seen.own.set(page, (seen.own.get(page) ?? 0) + score);
        if (!sense || TUNE.allMode < 2) { const m = seen.bits.get(TUNE.allMode % 2 ? page : 0) ?? new Set(); m.add(unit); seen.bits.set(TUNE.allMode % 2 ? page : 0, m); }
      });
    }
  });
  const whole = worth.reduce((sum, each) => sum + each, 0) || 1;
  const found = [...heads].map(([page, seen]) => {
    const share = seen.has.reduce((sum, has, unit) => sum + has * worth[unit], 0) / whole;
    const sum = seen.best.reduce((all, each) => all + each, 0);
    const own = [...seen.own].sort((one, two) => two[1] - one[1]);
    const score = sum * share ** TUNE.shareP + TUNE.family * own[0][1];
    const hasAll = [...seen.bits.values()].some((m) => m.size === units.length);
    const actions = own.map(([each]) => each).filter((each) => each !== page);
    return { page, actions, score, share, hasAll, senses: [...seen.senses] };
  });
  /** @param {Found} each */
  const isProse = (each) => "dp".includes(source.kinds[each.page]);
  found.sort((one, two) =>
    Number(isProse(one)) - Number(isProse(two)) || Number(two.hasAll) - Number(one.hasAll) ||
    two.score - one.score || two.page - one.page
  );
  const best = Math.max(0, ...found.filter((each) => !isProse(each)).slice(0, 5).map((each) => each.share));
  return { found, slips, stems: listStems(ways), isTold: best >= TUNE.told };
}

/** @param {Way[][]} ways */
const listStems = (ways) => ways.flat().filter(({ sense }) => !sense).map(({ key }) => key);

/**
 * Weigh how much of the question a unit is: as much as its word is rare, or its rarest concept.
 *
 * @param {Way[]} ways
 * @param {(key: string) => number} rarity
 * @param {Map<string, Postings>} postings
 */
function weighUnit(ways, rarity, postings) {
  const known = ways.filter(({ key }) => postings.get(key)?.pages.length);
  if (!known.length) return rarity("") * TUNE.unknown;
  return Math.min(...known.map(({ key }) => rarity(key)));
}

/**
 * Find the head of every page's family: of an action its story, of any other page itself.
 *
 * @param {string} kinds
 */
function findFamilies(kinds) {
  let head = 0;
  return [...kinds].map((kind, page) => {
    if (kind !== "o") head = page;
    return head;
  });
}

/**
 * Look for what was meant where a word is in no page: what it is the beginning of, or is a slip of.
 *
 * @param {Question} question
 * @param {Way[][]} ways
 * @param {Map<string, Postings>} postings
 * @param {Source} source
 */
async function mend({ units, isOpen }, ways, postings, source) {
  /** @type {Map<string, string>} */
  const slips = new Map();
  await Promise.all(units.map(async ({ word }, unit) => {
    const isKnown = ways[unit].some(({ key, sense }) => sense || postings.get(key)?.pages.length);
    if (isKnown || /\d|^=/.test(word)) return;
    const forms = await source.readForms(word[0]);
    const isLast = isOpen && unit === units.length - 1;
    const halves = isLast && word.length > 1 ? forms.filter(([form]) => form.startsWith(word)) : [];
    if (halves.length) {
      halves.sort((one, two) => two[1] - one[1]);
      for (const [form] of halves.slice(0, MOST_HALVES)) {
        ways[unit].push({ key: source.stem(form), factor: TUNE.half });
      }
      return;
    }
    const others = word[1] && word[1] !== word[0] ? await source.readForms(word[1]) : [];
    const meant = findMeant(word, [...forms, ...others], source.termWords);
    if (!meant) return;
    slips.set(word, meant);
    ways[unit].push({ key: source.stem(meant), factor: TUNE.slip });
  }));
  const added = ways.flat().map(({ key }) => key).filter((key) => !postings.has(key));
  for (const [key, each] of await source.readPostings(added)) postings.set(key, each);
  return slips;
}

/**
 * Find the word that a slip was meant to be: the nearest, and of those the most common.
 *
 * @param {string} word
 * @param {[word: string, common: number][]} forms
 * @param {string[]} others
 */
export function findMeant(word, forms, others) {
  if (word.length < 4) return "";
  const most = word.length >= LONG ? 2 : 1;
  let meant = "";
  let least = most + 1;
  let often = -1;
  for (const [form, common] of [...forms, ...others.map((each) => /** @type {[string, number]} */ ([each, 0]))]) {
    if (form.length < 4) continue;
    const far = distance(word, form, most);
    if (far < least || (far === least && common > often)) [meant, least, often] = [form, far, common];
  }
  return least <= most ? meant : "";
}
