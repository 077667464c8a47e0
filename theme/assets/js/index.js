// @ts-check
// The search index in the browser: its parts, fetched as a question needs them, and its answers.
import { nearness } from "./excerpt.js";
import { decodePostings, readFormLines } from "./parts.js";
import { orderPhrases, readQuestion } from "./question.js";
import { rank } from "./ranking.js";
import { mend } from "./slips.js";
import { makeReader } from "./words.js";

/** @typedef {import("./ranking.js").Found} Found */
/** @typedef {import("./ranking.js").Postings} Postings */

/**
 * @typedef {object} PageFile What a result shows of a page.
 * @property {string} url
 * @property {string} title
 * @property {Record<string, string>} meta
 * @property {string[]} text
 * @property {Record<string, string>} [languages] Passages in another language than the page.
 *
 * @typedef {object} Entry What there is.
 * @property {string} kinds
 * @property {number[]} shards
 * @property {string[]} parts
 * @property {string[]} forms
 * @property {string[]} ideas
 * @property {string} version
 */

const root = document.documentElement;
export const base = new URL(`${root.dataset.base?.replace(/\/$/, "")}/`, location.href);
const ADDRESSES = 256;
const NEAR = 0.2; // what words that stand near each other add
const WEIGHED = 8; // results for which this is looked into

/**
 * @param {string} name
 * @param {RequestInit} how
 */
async function fetchFile(name, how) {
  const address = new URL(`search/${name}`, base);
  const answer = await fetch(address, how);
  if (!answer.ok) throw new Error(`${address.pathname}: ${answer.status}`);
  return answer;
}

/**
 * Fetch a part of the index, which is packed. There is no other of the version under its name, so
 * that a browser may keep it.
 *
 * @param {string} name
 * @param {string} version
 */
async function fetchPart(name, version) {
  const answer = await fetchFile(`${name}.pack?v=${version}`, {});
  const packed = await answer.arrayBuffer();
  const [one, two] = new Uint8Array(packed);
  // Some servers say that a packed file is packed, and the browser has unpacked it already.
  const isPacked = one === 0x1F && two === 0x8B;
  const stream = new Blob([packed]).stream();
  const plain = isPacked ? stream.pipeThrough(new DecompressionStream("gzip")) : stream;
  return new Response(plain).json();
}

/**
 * Do a piece of work once for each name, and again only after it failed.
 *
 * @template T
 * @param {(name: string) => Promise<T>} work
 * @returns {(name: string) => Promise<T>}
 */
function once(work) {
  /** @type {Map<string, Promise<T>>} */
  const done = new Map();
  return (name) => {
    const known = done.get(name);
    if (known) return known;
    const doing = work(name);
    done.set(name, doing);
    doing.catch(() => done.delete(name));
    return doing;
  };
}

async function load() {
  /** @type {Entry} */
  const entry = await (await fetchFile("index.json", { cache: "no-cache" })).json();
  const part = once((name) => fetchPart(name, entry.version));
  const language = await part("terms");
  const reader = makeReader(language);
  const phrases = orderPhrases(language.terms, reader);
  let pages = 0;
  const bases = entry.shards.map((size) => {
    pages += size;
    return pages - size;
  });
  /** @param {string[]} words */
  async function readPostings(words) {
    const read = words.map(async (word) => {
      const at = entry.parts.findLastIndex((first) => first <= word);
      const line = at < 0 ? undefined : (await part(`postings-${at}`))[word];
      const told = line ? decodePostings(line, bases) : { pages: [], weights: [] };
      return /** @type {[string, Postings]} */ ([word, told]);
    });
    return new Map(await Promise.all(read));
  }
  /** @param {string} letter */
  async function readForms(letter) {
    if (!entry.forms.includes(letter)) return [];
    return readFormLines(await part(`forms-${letter.codePointAt(0)?.toString(16)}`));
  }
  /** @type {() => Promise<string[]>} */
  const readTermWords = () => part("term-words");
  /** @type {Map<string, string[][]>} */
  const phrasesOf = new Map();
  for (const { name, phrase } of [...phrases.values()].flat()) {
    phrasesOf.set(name, [...(phrasesOf.get(name) ?? []), phrase]);
  }
  const termStems = new Set([...phrases.values()].flat().flatMap(({ phrase }) => phrase));
  const { isCommon, isEveryday, isSmall, isThing } = reader;
  const source = {
    kinds: entry.kinds,
    readPostings,
    readForms,
    readTermWords,
    isSmall,
    isThing,
    /** @param {string} stem */
    isRight: (stem) => termStems.has(stem) || isCommon(stem) || isEveryday(stem),
  };
  return { entry, part, reader, phrases, phrasesOf, source };
}

const loading = once(load);
/** Open the index, once. */
export const openIndex = () => loading("");

/**
 * Ask the index, and put its answers in order, the nearest first.
 *
 * @param {string} typed
 */
export async function ask(typed) {
  const { reader, phrases, source } = await openIndex();
  const typedAs = readQuestion(typed, reader, phrases);
  const mended = await mend(typedAs, source);
  const question = readQuestion(typed, reader, phrases, mended);
  return { question, slips: mended.slips, ...(await rank(question, source)) };
}

/** @typedef {Awaited<ReturnType<typeof ask>>} Answer */

/**
 * Read what results show of a page.
 *
 * @param {number} page
 * @returns {Promise<PageFile>}
 */
export async function readPage(page) {
  const { part } = await openIndex();
  /** @type {string[]} */
  const addresses = await part(`addresses-${Math.floor(page / ADDRESSES)}`);
  const address = addresses[page % ADDRESSES];
  return part(`pages/${address.replaceAll(/^\/|\/$/g, "") || "index"}`);
}

/**
 * Read the first results; of the very first, one whose words stand near each other comes before
 * others that were found alike.
 *
 * @param {Answer} answer
 * @param {number} most
 */
export async function readResults({ found, stems, isTold }, most) {
  const { reader } = await openIndex();
  const wanted = new Set(stems);
  const read = await Promise.all(
    found.slice(0, most).map(async (each, at) => {
      const file = await readPage(each.page);
      const isWeighed = isTold && at < WEIGHED;
      const near = isWeighed ? nearness([file.title, ...file.text], wanted, reader) : 0;
      return { found: each, file, score: each.score * (1 + NEAR * near) };
    }),
  );
  const first = read.slice(0, WEIGHED).toSorted((one, two) =>
    one.found.tier - two.found.tier || two.score - one.score
  );
  return [...first, ...read.slice(WEIGHED)];
}

/**
 * Open the table of what each record can be narrowed by: of stories, of actions or of quick wins.
 *
 * @param {string} kind
 * @returns {Promise<import("./narrowing.js").Table>}
 */
export const openTable = async (kind) => (await openIndex()).part(`${kind}-choices`);

/**
 * Say where a page is.
 *
 * @param {string} url
 */
export const addressOf = (url) => new URL(url.replace(/^\//, ""), base).href;
