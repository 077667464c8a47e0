// @ts-check
// What the search shows of an answer: a story with its actions under it, and why it is there.
import { cutExcerpt } from "./excerpt.js";
import { addressOf, ask, openIndex, readPage, readResults } from "./index.js";

export { ask, openIndex };

/** @typedef {import("./index.js").Answer} Answer */
/** @typedef {import("./ranking.js").Found} Found */
/** @typedef {import("./ranking.js").Sense} Sense */

const MOST_SENSES = 3;
const MOST_ACTIONS = 4;
const MOST_NEAREST = 2;

/**
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} name
 * @param {string} className
 * @param {...(string | Node)} children
 */
export function make(name, className, ...children) {
  const element = document.createElement(name);
  element.className = className;
  element.append(...children);
  return element;
}

/**
 * @param {string} className
 * @param {string} url
 * @param {string} words
 */
function makeLink(className, url, words) {
  const link = make("a", className, words);
  link.href = addressOf(url);
  return link;
}

/**
 * Make the results of an answer, the first so many.
 *
 * @param {Answer} answer
 * @param {number} most
 * @param {(title: string) => void} askMore
 */
export async function makeResults(answer, most, askMore) {
  const results = await readResults(answer, most);
  return Promise.all(results.map(({ found, file }) => makeResult(found, file, answer, askMore)));
}

/**
 * @param {Found} found
 * @param {import("./index.js").PageFile} file
 * @param {Answer} answer
 * @param {(title: string) => void} askMore
 */
async function makeResult(found, file, answer, askMore) {
  const { reader, phrasesOf } = await openIndex();
  const { meta } = file;
  const told = found.senses.flatMap(({ name }) => phrasesOf.get(name) ?? []);
  const stems = new Set(answer.stems);
  const { text, pieces } = cutExcerpt(file.text, stems, told, reader);
  const marked = pieces.map(({ words, isFound }) => (isFound ? make("mark", "", words) : words));
  const about = [meta.kind, meta.domains, meta.setting, meta.evidence_label].filter(Boolean);
  const item = make("li", `result domain-${Number(meta.number) || 0}`);
  // What is found is in the language of its page or passage; what is said of it, in the site's.
  const link = makeLink("result__title", file.url, file.title);
  const excerpt = make("p", "result__excerpt", ...marked);
  if (meta.language) link.lang = meta.language;
  const language = file.languages?.[text] ?? meta.language;
  if (language) excerpt.lang = language;
  item.append(link, excerpt);
  const seen = new Set(
    pieces.filter(({ isFound }) => isFound).map(({ words }) => words.toLowerCase()),
  );
  const also = chooseSenses(found.senses, seen);
  if (also.length) item.append(make("p", "result__also", also.map(sayAlso).join("; ")));
  const actions = await Promise.all(found.actions.slice(0, MOST_ACTIONS).map(readPage));
  if (actions.length) {
    const list = actions.map(({ url, title }) =>
      make("li", "", makeLink("result__action", url, title))
    );
    item.append(make("ul", "result__actions", ...list));
  }
  const more = make("button", "result__like", "More like this");
  more.type = "button";
  more.setAttribute("aria-label", `More like “${file.title}”`);
  more.addEventListener("click", () => askMore(file.title));
  item.append(make("p", "result__about", about.join(" · "), " ", more));
  return item;
}

/**
 * Choose the concepts that say best why a result is there: the narrowest, of the most telling words,
 * and of the same words one.
 *
 * @param {Sense[]} senses
 * @param {Set<string>} seen What the passage shows already.
 */
function chooseSenses(senses, seen) {
  const named = senses
    .filter(({ said, label }) => said !== label.toLowerCase() && !seen.has(said))
    .toSorted((one, two) =>
      Number(one.isBroader) - Number(two.isBroader) || two.said.length - one.said.length
    );
  return named
    .filter(({ said }, at) => named.findIndex((each) => each.said === said) === at)
    .slice(0, MOST_SENSES);
}

/** @param {Sense} sense */
const sayAlso = ({ said, label, isBroader }) =>
  `“${said}”: ${isBroader ? "part of" : "also called"} “${label}”`;

/**
 * Make what is said where nobody has told of the question: what comes nearest, and the invitation.
 *
 * @param {Answer} answer
 * @param {string} typed
 */
export async function makeNotTold(answer, typed) {
  const { entry } = await openIndex();
  const place = make("div", "search__untold");
  place.append(make("p", "search__untold-title", "Not told yet"));
  place.append(
    make(
      "p",
      "",
      `Nobody here has told of “${typed}”.${
        answer.found.length ? " What follows comes nearest." : ""
      }`,
    ),
  );
  const ways = make("ul", "plain");
  for (const { key, value, label } of await listNearest(answer)) {
    const query = new URLSearchParams({ [key]: value });
    ways.append(
      make("li", "", makeLink("search__nearest", `stories/?${query}`, `Stories: ${label}`)),
    );
  }
  const invitation = new URLSearchParams({ asked: typed });
  const tell = makeLink("search__tell", `tell/?${invitation}`, "Tell the first story about it");
  ways.append(make("li", "", tell));
  place.append(ways);
  return entry.kinds.length ? place : make("div", "search__untold");
}

/**
 * List the domains and the settings that the nearest results have.
 *
 * @param {Answer} answer
 */
async function listNearest({ found }) {
  const { entry } = await openIndex();
  const records = found.filter(({ page }) => !"dp".includes(entry.kinds[page])).slice(
    0,
    MOST_NEAREST,
  );
  const files = await Promise.all(records.map(({ page }) => readPage(page)));
  /** @type {Map<string, { key: string, value: string, label: string }>} */
  const nearest = new Map();
  for (const { meta } of files) {
    if (meta.domain) {
      nearest.set(`d${meta.domain}`, {
        key: "domain",
        value: meta.domain,
        label: meta.domains.split(" · ")[0],
      });
    }
    if (meta.place) {
      nearest.set(`s${meta.place}`, { key: "setting", value: meta.place, label: meta.setting });
    }
  }
  return [...nearest.values()];
}
