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
 * @property {(stem: string) => boolean} isThing Whether it is a word for a thing that is asked about.
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
 * @property {number} earned Of its score, what tells of the question.
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
 * @typedef {object} Own
 * @property {number[]} scores By unit.
 * @property {Set<number>} words The units whose very words it has.
 * @property {Set<number>} covered Those, and the ones of phrases whose concept it has in strength.
 *
 * @typedef {object} Seen What was seen of a family while the postings were read.
 * @property {number[]} best The best score of each unit.
 * @property {number[]} has How much it is about each unit, from 0 to 1.
 * @property {number[]} earned The best score of each unit that tells of it.
 * @property {Map<number, Own>} pages What each page has by itself.
 * @property {Set<Sense>} senses
 */

// Tuned on one half of the questions of tests/search, and on the other only where it is said.
const PROSE = "dp"; // the kinds of pages that are no records
const PROSE_TIER = 2;
const CONCEPT = 0.9; // what a concept weighs beside the word itself
const BROADER = 0.4; // and one that the word is a part of
const SPREAD = 0.6; // how far a concept of several words is shared out among them
const SLIP = 0.8;
const HALF = 0.8;
const COMMON = 0.5; // what a word weighs that is said of nearly everything
const WHOLE = 2; // what all words weigh beside some of them
const OWN = 0.8; // what a page adds that has much of the question by itself
const COVERS = 0.7; // the weight from which on a concept of several words stands for all of them
const SURE = 0.65; // how much a page that has a concept is about the word
const STRONG = 0.55; // the weight from which on a page is about a word, and does not just have it
// When a record is an answer, as parts of what the rarest word weighs. `SPARE` and `ASIDE` were
// chosen by the totals of questions that nobody had read: 1 of 90 told ones is called untold.
const SUBJECT = 2.2; // what is lacking of a thing that people ask about and no page has
const PASSING = 0.4; // of that, where it is a person, a way of working or an outcome
const HARDLY = 0.5; // what such a one tells of the question where a record has it
const UNHEARD = 0.3; // of a word that is no thing, and that no page has: a turn of phrase
const SHORT = 2; // how many words a question has in which there is no turn of phrase
const EARNED = 2.5; // how much of its score makes up for what a record lacks
const SPARE = 0.3; // how much any record may lack
const ASIDE = 0.1; // and more for each word that is asked beside the first two
const FAINT = 0.28; // the weight below which a narrow subject stands in a record in passing
const LOOSE = 0.75; // and where the words of a phrase stand apart, and may mean something else

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
  /** @param {string} key */
  const findPeak = (key) => {
    const { pages, weights } = postings.get(key) ?? { pages: [], weights: [] };
    return Math.max(0, ...weights.filter((_, at) => !PROSE.includes(source.kinds[pages[at]])));
  };
  /** @param {string} key */
  const isKnown = (key) => findPeak(key) > 0; // to some record
  // Words within a longer phrase that some record has speak of that alone.
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
  const untold = listUntold(units, senses, findPeak);
  /** @param {string} stem */
  const isThing = (stem) => source.isThing(stem) || units.every(({ at }) => at < SHORT);
  const worth = units.map((unit, at) =>
    weighUnit(unit, ways[at].filter(({ key }) => isKnown(key)), untold[at], rarity, isThing)
  );
  const families = readFamilies(units, ways, postings, source.kinds, rarity, untold);
  // A word that is said of nearly everything stands in long pages by chance.
  const isPlain = units.length > 1 && units.every(({ isCommon }) => !isCommon);
  /** @type {(page: number, isCovered: boolean) => number} */
  const findTier = (page, isCovered) =>
    PROSE.includes(source.kinds[page]) ? PROSE_TIER : Number(!isPlain || !isCovered);
  const isTelling = units.length > 1 && units.some(({ isCommon }) => !isCommon);
  const found = [...families]
    .map(([page, seen]) => judge(page, seen, worth, findTier, isTelling))
    .toSorted((one, two) => one.tier - two.tier || two.score - one.score || two.page - one.page);
  const spare = (SPARE + ASIDE * Math.max(0, units.length - SHORT)) * rarity("");
  const isTold = found.some(({ tier, earned, lacks }) =>
    tier !== PROSE_TIER && EARNED * earned + spare >= lacks
  );
  const stems = ways.flat().filter(({ sense }) => !sense).map(({ key }) => key);
  return { found, scores: listScores(families), stems, isTold };
}

/**
 * List for each unit the concepts that it speaks of, if no record is about one of them: its words
 * alone, said of other things, are not it, and neither is a narrow subject that is said in passing.
 *
 * @param {Question["units"]} units
 * @param {Sense[]} senses
 * @param {(key: string) => number} findPeak
 * @returns {Sense[][]}
 */
function listUntold(units, senses, findPeak) {
  return units.map((_, unit) => {
    const meant = senses.filter((sense) => !sense.isBroader && sense.units.includes(unit))
      .map((sense) => ({ sense, peak: findPeak(`=${sense.name}`) }));
    if (meant.some(({ sense, peak }) => peak >= FAINT || (peak && !sense.isNarrow))) return [];
    // Words that are said of nearly everything, and apart, are no phrase.
    return meant.map(({ sense }) => sense)
      .filter((sense) => !sense.isLoose || sense.units.some((at) => !units[at].isCommon));
  });
}

/**
 * Read what each family has of the question.
 *
 * @param {Question["units"]} units
 * @param {Way[][]} ways
 * @param {Map<string, Postings>} postings
 * @param {string} kinds
 * @param {(key: string) => number} rarity
 * @param {Sense[][]} untold
 */
function readFamilies(units, ways, postings, kinds, rarity, untold) {
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
            earned: units.map(() => 0),
            pages: new Map(),
            senses: new Set(),
          };
        families.set(heads[page], seen);
        const score = rare * told.weights[at];
        const own = seen.pages.get(page) ??
          { scores: units.map(() => 0), words: new Set(), covered: new Set() };
        seen.pages.set(page, own);
        own.scores[unit] = Math.max(own.scores[unit], score);
        const isWord = !sense || stem.startsWith("=");
        if (isWord) own.words.add(unit);
        if (isWord || (sense && stands(sense, told.weights[at]))) own.covered.add(unit);
        seen.best[unit] = Math.max(seen.best[unit], score);
        if (!untold[unit].length && !sense?.isBroader) {
          const has = Math.min(1, told.weights[at] / STRONG) * (sense ? SURE : 1);
          seen.has[unit] = Math.max(seen.has[unit], has);
          const tells = sense?.isPassing ? HARDLY : 1;
          seen.earned[unit] = Math.max(seen.earned[unit], score * tells);
        }
        if (sense) seen.senses.add(sense);
      });
    }
  });
  return families;
}

/**
 * Say whether a concept stands for the words of its phrase, as if a page had them all.
 *
 * @param {Sense} sense
 * @param {number} weight
 */
const stands = ({ isBroader, isLoose, units }, weight) =>
  !isBroader && !isLoose && units.length > 1 && weight >= COVERS;

/** @param {number[]} numbers */
const total = (numbers) => numbers.reduce((sum, each) => sum + each, 0);

/**
 * @param {number} page
 * @param {Seen} seen
 * @param {number[]} worth
 * @param {(page: number, isCovered: boolean) => number} findTier
 * @param {boolean} isTelling Whether it tells anything that a page has all words.
 * @returns {Found}
 */
function judge(page, { best, has, earned, pages, senses }, worth, findTier, isTelling) {
  const own = [...pages].map(([each, part]) => ({ each, ...part, score: total(part.scores) }))
    .toSorted((one, two) => two.score - one.score);
  const isCovered = own.some(({ covered }) => covered.size === worth.length);
  const score = (total(best) + OWN * own[0].score) * (isCovered && isTelling ? WHOLE : 1);
  return {
    page,
    actions: own.map(({ each }) => each).filter((each) => each !== page),
    tier: findTier(page, isCovered),
    score,
    earned: total(earned) * (1 + OWN),
    lacks: total(has.map((each, unit) => (1 - each) * worth[unit])),
    hasAll: own.some(({ words }) => words.size === worth.length),
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

/**
 * Weigh how much of the question a unit is: as much as its word is rare, or its commonest concept. A
 * thing that people ask about and no record has weighs most: that is a subject nobody told of.
 *
 * @param {import("./question.js").Unit} unit
 * @param {Way[]} told The ways by which some page has it.
 * @param {Sense[]} untold
 * @param {(key: string) => number} rarity
 * @param {(stem: string) => boolean} isThing Whether a word that nobody knows is one for a thing.
 */
function weighUnit({ stem, isCommon }, told, untold, rarity, isThing) {
  const most = rarity("");
  const own = isCommon ? COMMON : 1;
  if (untold.length) {
    const spread = Math.min(...untold.map((sense) => sense.units.length)) ** SPREAD;
    const passing = untold.every(({ isPassing }) => isPassing) ? PASSING : 1;
    const loose = untold.every(({ isLoose }) => isLoose) ? LOOSE : 1;
    return (SUBJECT * most * own * passing * loose) / spread;
  }
  if (!told.length) return most * (isThing(stem) && !isCommon ? SUBJECT : UNHEARD);
  return Math.min(...told.map(({ key }) => rarity(key))) * own;
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
