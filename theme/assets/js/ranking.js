// @ts-check
// The pages that answer a question, the nearest first. Rare words weigh most (the inverse document
// frequency of BM25); how much a word weighs within a page the index says.

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
 * @property {() => Promise<string[]>} readTermWords The words of the terms, as they are written.
 * @property {(stem: string) => boolean} isRight Whether a word is spelt right, found or not.
 * @property {(stem: string) => boolean} isEveryday Whether it is an everyday word for a thing.
 * @property {(word: string) => boolean} isSmall
 *
 * @typedef {object} Way A word or a concept by which a unit of the question is looked for.
 * @property {string} key
 * @property {number} factor
 * @property {Sense} [sense]
 *
 * @typedef {object} Found A story with its actions, or whatever stands alone.
 * @property {number} page
 * @property {number[]} actions Its own actions that were found, the nearest first.
 * @property {number} tier What stands before all else is 0, prose 2.
 * @property {number} score
 * @property {number} lacks How much of the question it is not about, as scores count.
 * @property {boolean} hasAll Whether one of its pages has all the words themselves.
 * @property {boolean} hasSome Whether it has any of the words themselves.
 * @property {Sense[]} senses The concepts by which it was found.
 *
 * @typedef {object} Ranking
 * @property {Found[]} found
 * @property {Map<number, number>} scores That of every page by itself.
 * @property {string[]} stems What is to be marked.
 * @property {boolean} isTold Whether any record comes near enough to be called an answer.
 *
 * @typedef {object} Seen What was seen of a family while the postings were read.
 * @property {number[]} best The best score of each unit.
 * @property {number[]} has How much it is about each unit, from 0 to 1.
 * @property {Map<number, { scores: number[], words: Set<number> }>} pages By unit the score of each
 * page, and the units whose very words it has.
 * @property {Set<Sense>} senses
 */

// Tuned on one half of the questions of tests/search, never on the other.
const PROSE = "dp"; // the kinds of pages that are no records
const PROSE_TIER = 2;
const CONCEPT = 0.8; // what a concept weighs beside the word itself
const BROADER = 0.4; // and one that the word is a part of
const SPREAD = 0.6; // how far a concept of several words is shared out among them
const SLIP = 0.8;
const HALF = 0.8;
const COMMON = 0.4; // what a word weighs that is said of nearly everything
const WHOLE = 2; // what all words weigh beside some of them
const OWN = 0.6; // what a page adds that has much of the question by itself
const SURE = 0.65; // how much a page that has a concept is about the word
const STRONG = 0.5; // the weight from which on a page is about a word, and does not just have it
// When a record is an answer, as parts of what the rarest word weighs. Chosen where the questions that
// may be read kept 98 of 100 with three in ten of the terms' phrases left out: nobody knows all words.
const SUBJECT = 2; // what is lacking of a thing that people ask about and no page has
const PASSING = 0.5; // of that, where it is a person, a way of working or an outcome
const UNHEARD = 0.4; // of a word that nobody knows: a turn of phrase
const EARNED = 2; // how much of its score makes up for what a record lacks
const SPARE = 0.3; // how much any record may lack

/**
 * Rank the pages that have some of the question; one that has all of it stands before those.
 *
 * @param {Question} question
 * @param {Source} source
 * @returns {Promise<Ranking>}
 */
export async function rank(question, source) {
  const { units } = question;
  const postings = await source.readPostings([
    ...units.flatMap(({ stem, others }) => [stem, ...others]),
    ...question.senses.map(({ name }) => `=${name}`),
  ]);
  /** @type {(key: string) => boolean} */
  const isKnown = (key) => Boolean(postings.get(key)?.pages.length);
  // Words within a longer phrase that some page has speak of that alone.
  const senses = question.senses.filter(({ within }) =>
    !within.some(({ name }) => isKnown(`=${name}`))
  ).map((sense) => ({
    ...sense,
    isBroader: sense.isBroader || sense.within.some(({ isLoose }) => !isLoose),
  }));
  /** @type {Way[][]} */
  const ways = units.map(({ stem, isMended, others }) => [
    { key: stem, factor: isMended ? SLIP : 1 },
    ...others.map((key) => ({ key, factor: HALF })),
  ]);
  for (const sense of senses) {
    const factor = (sense.isBroader ? BROADER : CONCEPT) / sense.units.length ** SPREAD;
    for (const unit of sense.units) ways[unit].push({ key: `=${sense.name}`, factor, sense });
  }
  const pages = source.kinds.length;
  /** @param {string} key */
  const rarity = (key) => {
    const often = postings.get(key)?.pages.length ?? 0;
    return Math.log(1 + (pages - often + 0.5) / (often + 0.5));
  };
  // The concepts that a word speaks of and no page has: its words alone, said of other things, are
  // not it. Words that stand apart may mean something else.
  const untold = units.map((_, unit) => {
    const meant = senses.filter((sense) => !sense.isBroader && sense.units.includes(unit));
    const isTold = meant.some(({ name }) => isKnown(`=${name}`));
    return isTold ? [] : meant.filter(({ isLoose }) => !isLoose);
  });
  const worth = units.map((unit, at) =>
    weighUnit(unit, ways[at].filter(({ key }) => isKnown(key)), untold[at], rarity, source)
  );
  const isPart = untold.map(({ length }) => length > 0);
  const families = readFamilies(units, ways, postings, source.kinds, rarity, isPart);
  // A word that is said of nearly everything stands in long pages by chance.
  const isPlain = units.length > 1 && units.every(({ isCommon }) => !isCommon);
  /** @type {(page: number, hasAll: boolean) => number} */
  const findTier = (page, hasAll) =>
    PROSE.includes(source.kinds[page]) ? PROSE_TIER : Number(!isPlain || !hasAll);
  const isTelling = units.length > 1 && units.some(({ isCommon }) => !isCommon);
  const found = [...families].map(([page, seen]) => judge(page, seen, worth, findTier, isTelling))
    .toSorted((one, two) => one.tier - two.tier || two.score - one.score || two.page - one.page);
  const isTold = found.some(({ tier, score, lacks }) =>
    tier !== PROSE_TIER && EARNED * score + SPARE * rarity("") >= lacks
  );
  return { found, scores: listScores(families), stems: listStems(ways), isTold };
}

/**
 * Read what each family has of the question.
 *
 * @param {Question["units"]} units
 * @param {Way[][]} ways
 * @param {Map<string, Postings>} postings
 * @param {string} kinds
 * @param {(key: string) => number} rarity
 * @param {boolean[]} isPart Of each unit, whether it is part of a phrase that no page has.
 */
function readFamilies(units, ways, postings, kinds, rarity, isPart) {
  const heads = findHeads(kinds);
  /** @type {Map<number, Seen>} */
  const families = new Map();
  units.forEach(({ stem, isCommon }, unit) => {
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
        const own = seen.pages.get(page) ?? { scores: units.map(() => 0), words: new Set() };
        seen.pages.set(page, own);
        own.scores[unit] = Math.max(own.scores[unit], score);
        if (!sense || stem.startsWith("=")) own.words.add(unit);
        seen.best[unit] = Math.max(seen.best[unit], score);
        if (!isPart[unit] && !sense?.isBroader) {
          const has = Math.min(1, told.weights[at] / STRONG) * (sense ? SURE : 1);
          seen.has[unit] = Math.max(seen.has[unit], has);
        }
        if (sense) seen.senses.add(sense);
      });
    }
  });
  return families;
}

/** @param {number[]} numbers */
const total = (numbers) => numbers.reduce((sum, each) => sum + each, 0);

/**
 * @param {number} page
 * @param {Seen} seen
 * @param {number[]} worth
 * @param {(page: number, hasAll: boolean) => number} findTier
 * @param {boolean} isTelling Whether it tells anything that a page has all words.
 * @returns {Found}
 */
function judge(page, { best, has, pages, senses }, worth, findTier, isTelling) {
  const own = [...pages].map(([each, { scores, words }]) => ({ each, score: total(scores), words }))
    .toSorted((one, two) => two.score - one.score);
  const hasAll = own.some(({ words }) => words.size === worth.length);
  return {
    page,
    actions: own.map(({ each }) => each).filter((each) => each !== page),
    tier: findTier(page, hasAll),
    score: (total(best) + OWN * own[0].score) * (hasAll && isTelling ? WHOLE : 1),
    lacks: total(has.map((each, unit) => (1 - each) * worth[unit])),
    hasAll,
    hasSome: own.some(({ words }) => words.size > 0),
    senses: [...senses],
  };
}

/** @param {Map<number, Seen>} families */
const listScores = (families) =>
  new Map(
    [...families.values()].flatMap(({ pages }) =>
      [...pages].map(([page, { scores }]) => /** @type {const} */ ([page, total(scores)]))
    ),
  );

/** @param {Way[][]} ways */
const listStems = (ways) => ways.flat().filter(({ sense }) => !sense).map(({ key }) => key);

/**
 * Weigh how much of the question a unit is: as much as its word is rare, or its commonest concept. A
 * thing that people ask about and no page has weighs most: that is a subject nobody told of.
 *
 * @param {import("./question.js").Unit} unit
 * @param {Way[]} told The ways by which some page has it.
 * @param {Sense[]} untold The concepts that it speaks of, if no page has one of them.
 * @param {(key: string) => number} rarity
 * @param {Source} source
 */
function weighUnit({ stem, isCommon }, told, untold, rarity, source) {
  const most = rarity("");
  const own = isCommon ? COMMON : 1;
  if (untold.length) {
    const spread = Math.min(...untold.map(({ units }) => units.length)) ** SPREAD;
    const isPassing = untold.every((sense) => sense.isPassing);
    return (SUBJECT * most * own * (isPassing ? PASSING : 1)) / spread;
  }
  if (!told.length && !isCommon) return most * (source.isEveryday(stem) ? SUBJECT : UNHEARD);
  return Math.min(most, ...told.map(({ key }) => rarity(key))) * own;
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
