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
 * @property {number} share How much of the question it is about, from 0 to 1.
 * @property {boolean} hasAll Whether one of its pages has all words, or other words for them.
 * @property {Sense[]} senses The concepts by which it was found.
 *
 * @typedef {object} Ranking
 * @property {Found[]} found
 * @property {Map<number, number>} scores That of every page by itself.
 * @property {Map<string, string>} slips What was looked for in place of what was typed.
 * @property {string[]} stems What is to be marked.
 * @property {boolean} isTold Whether anything comes near enough to be called an answer.
 *
 * @typedef {object} Seen What was seen of a family while the postings were read.
 * @property {number[]} best The best score of each unit.
 * @property {number[]} has How much it is about each unit, from 0 to 1.
 * @property {Map<number, { score: number, units: Set<number> }>} pages
 * @property {Set<Sense>} senses
 */

// Tuned on one half of the questions of tests/search, never on the other.
const CONCEPT = 0.7; // what a concept weighs beside the word itself
const SPREAD = 0.6; // how far a concept of several words is shared out among them
const SLIP = 0.8;
const HALF = 0.8;
const COMMON = 0.3; // what a word weighs that is said of nearly everything
const OWN = 0.3; // what a page adds that has much of the question by itself
const SURE = 0.9; // how much a page that has a concept is about the word
const STRONG = 0.5; // the weight from which on a page is about a word, and does not just have it
const TOLD = 0.6; // the share, and a twentieth of the score, of what may be called an answer
const NEAREST = 3;
const LONG = 7; // letters from which on a word may have two slips
const MOST_HALVES = 12;

/**
 * Rank the pages that have some of the question; one that has all of it stands before those.
 *
 * @param {Question} question
 * @param {Source} source
 * @returns {Promise<Ranking>}
 */
export async function rank(question, source) {
  const { units, senses } = question;
  /** @type {Way[][]} */
  const ways = units.map(({ stem }) => [{ key: stem, factor: 1 }]);
  for (const sense of senses) {
    const factor = CONCEPT / sense.units.length ** SPREAD;
    for (const unit of sense.units) ways[unit].push({ key: `=${sense.name}`, factor, sense });
  }
  const postings = await source.readPostings(ways.flat().map(({ key }) => key));
  const slips = await mend(question, ways, postings, source);
  const total = source.kinds.length;
  /** @param {string} key */
  const rarity = (key) => {
    const often = postings.get(key)?.pages.length ?? 0;
    return Math.log(1 + (total - often + 0.5) / (often + 0.5));
  };
  const worth = units.map((unit, at) =>
    weighUnit(ways[at], rarity, postings) * (unit.isCommon ? COMMON : 1)
  );
  const families = readFamilies(units, ways, postings, source.kinds, rarity);
  const whole = worth.reduce((sum, each) => sum + each, 0) || 1;
  const all = [...families].map(([page, seen]) => judge(page, seen, worth, whole));
  /** @param {Found} each */
  const isProse = (each) => "dp".includes(source.kinds[each.page]);
  const found = all.toSorted((one, two) =>
    Number(isProse(one)) - Number(isProse(two)) || Number(two.hasAll) - Number(one.hasAll) ||
    two.score - one.score || two.page - one.page
  );
  const nearest = found.filter((each) => !isProse(each)).slice(0, NEAREST);
  const isTold = nearest.some(({ share, score }) => share + score / 20 >= TOLD);
  const scores = new Map(
    [...families.values()].flatMap(({ pages }) =>
      [...pages].map(([page, { score }]) => /** @type {const} */ ([page, score]))
    ),
  );
  return { found, scores, slips, stems: listStems(ways), isTold };
}

/**
 * Read what each family has of the question.
 *
 * @param {Question["units"]} units
 * @param {Way[][]} ways
 * @param {Map<string, Postings>} postings
 * @param {string} kinds
 * @param {(key: string) => number} rarity
 */
function readFamilies(units, ways, postings, kinds, rarity) {
  const heads = findHeads(kinds);
  /** @type {Map<number, Seen>} */
  const families = new Map();
  units.forEach(({ isCommon }, unit) => {
    for (const { key, factor, sense } of ways[unit]) {
      const told = postings.get(key) ?? { pages: [], weights: [] };
      const rare = rarity(key) * factor * (isCommon && !sense ? COMMON : 1);
      told.pages.forEach((page, at) => {
        const seen = families.get(heads[page]) ??
          {
            best: units.map(() => 0),
            has: units.map(() => 0),
            pages: new Map(),
            senses: new Set(),
          };
        families.set(heads[page], seen);
        const score = rare * told.weights[at];
        const own = seen.pages.get(page) ?? { score: 0, units: new Set() };
        seen.pages.set(page, own);
        own.score += score;
        own.units.add(unit);
        seen.best[unit] = Math.max(seen.best[unit], score);
        const has = Math.min(1, told.weights[at] / STRONG) * (sense ? SURE : 1);
        seen.has[unit] = Math.max(seen.has[unit], has);
        if (sense) seen.senses.add(sense);
      });
    }
  });
  return families;
}

/**
 * @param {number} page
 * @param {Seen} seen
 * @param {number[]} worth
 * @param {number} whole
 * @returns {Found}
 */
function judge(page, { best, has, pages, senses }, worth, whole) {
  const own = [...pages].toSorted(([, one], [, two]) => two.score - one.score);
  const score = best.reduce((sum, each) => sum + each, 0) + OWN * own[0][1].score;
  return {
    page,
    actions: own.map(([each]) => each).filter((each) => each !== page),
    score,
    share: has.reduce((sum, each, unit) => sum + each * worth[unit], 0) / whole,
    hasAll: own.some(([, { units }]) => units.size === worth.length),
    senses: [...senses],
  };
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
  if (!known.length) return rarity("");
  return Math.min(...known.map(({ key }) => rarity(key)));
}

/**
 * Find the head of every page's family: of an action its story, of any other page itself.
 *
 * @param {string} kinds
 */
function findHeads(kinds) {
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
      const likely = halves.toSorted((one, two) => two[1] - one[1]);
      for (const [form] of likely.slice(0, MOST_HALVES)) {
        ways[unit].push({ key: source.stem(form), factor: HALF });
      }
      return;
    }
    const others = word[1] && word[1] !== word[0] ? await source.readForms(word[1]) : [];
    const meant = findMeant(word, [...forms, ...others], source.termWords);
    if (!meant) return;
    slips.set(word, meant);
    ways[unit].push({ key: source.stem(meant), factor: SLIP });
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
  const known = others.map((each) => /** @type {[word: string, common: number]} */ ([each, 0]));
  for (const [form, common] of [...forms, ...known]) {
    if (form.length < 4) continue;
    const far = distance(word, form, most);
    if (far < least || (far === least && common > often)) {
      [meant, least, often] = [form, far, common];
    }
  }
  return least <= most ? meant : "";
}
