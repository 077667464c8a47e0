// @ts-check
// What of a narrowed list needs no page: the table of choices, what is picked from it, its address.

/**
 * @typedef {Record<string, string[]>} Choices The values chosen in each facet, or had by a story.
 *
 * @typedef {object} Table
 * @property {Record<string, string[]>} facets The values of each facet, in the order of their signs.
 * @property {string[]} rows For each record its number, its name and a sign for each value, facet by
 * facet; the newest first.
 *
 * @typedef {object} Row
 * @property {number} page Its number in the index.
 * @property {Choices} has
 *
 * @typedef {object} State What a list shows, as its address has it.
 * @property {string} words
 * @property {Choices} chosen
 * @property {string} sort
 * @property {number} shown
 */

export const PER_PAGE = 24;
const MOST_SHOWN = 480;
const FIRST_SIGN = 48;
const LEVELS = ["sustained", "signal", "measured", "told"];

/**
 * Read a table of choices, the newest record first.
 *
 * @param {Table} table
 * @returns {Row[]}
 */
export function readTable({ facets, rows }) {
  const keys = Object.entries(facets);
  return rows.map((line) => {
    const [page, ...signs] = line.split(".");
    /** @type {Choices} */
    const has = {};
    keys.forEach(([key, values], at) => {
      has[key] = [...signs[at]].map((sign) => values[(sign.codePointAt(0) ?? 0) - FIRST_SIGN]);
    });
    return { page: Number(page), has };
  });
}

/**
 * Pick the stories that have all that was chosen, and count for each choice how many there would be
 * with it: the other facets as they are, and this one's own choices set aside, because they are
 * joined by "or".
 *
 * @template {{ has: Choices }} R
 * @param {R[]} rows
 * @param {Choices} chosen
 * @param {string[]} keys
 */
export function pick(rows, chosen, keys) {
  const wanted = Object.entries(chosen);
  /** @type {Record<string, Record<string, number>>} */
  const counts = Object.fromEntries(keys.map((key) => [key, {}]));
  const picked = rows.filter(({ has }) => {
    const lacking = wanted.filter(([key, values]) =>
      !values.some((value) => has[key]?.includes(value))
    );
    if (lacking.length > 1) return false;
    for (const key of lacking.length ? [lacking[0][0]] : keys) {
      for (const value of has[key] ?? []) counts[key][value] = (counts[key][value] ?? 0) + 1;
    }
    return lacking.length === 0;
  });
  return { picked, counts };
}

/**
 * Put the strongest evidence first if that is asked for, and leave the order as it is otherwise.
 *
 * @template {{ has: Choices }} R
 * @param {R[]} rows
 * @param {string} order
 */
export function arrange(rows, order) {
  if (order !== "evidence") return rows;
  /** @param {R} row */
  const level = ({ has }) => LEVELS.indexOf(has.evidence?.[0] ?? "");
  return rows.toSorted((one, two) => level(one) - level(two));
}

/**
 * Set a facet's choices aside.
 *
 * @param {State} state
 * @param {string} key
 * @returns {State}
 */
export function without(state, key) {
  const { [key]: _, ...chosen } = state.chosen;
  return { ...state, chosen };
}

/**
 * Write a list's state as the query of its address; what is as it always is stays unsaid.
 *
 * @param {State} state
 * @param {string[]} keys
 */
export function writeQuery({ words, chosen, sort, shown }, keys) {
  const query = new URLSearchParams();
  if (words) query.set("q", words);
  for (const key of keys) for (const value of chosen[key] ?? []) query.append(key, value);
  if (sort !== "date") query.set("sort", sort);
  if (shown > PER_PAGE) query.set("show", `${shown}`);
  return query.toString();
}

/**
 * Read a list's state from the query of an address, whatever somebody wrote there.
 *
 * @param {string} text
 * @param {string[]} keys
 * @returns {State}
 */
export function readQuery(text, keys) {
  const query = new URLSearchParams(text);
  const asked = keys.map((key) => /** @type {const} */ ([key, query.getAll(key)]));
  const shown = Math.floor(Number(query.get("show"))) || PER_PAGE;
  return {
    words: query.get("q") ?? "",
    chosen: Object.fromEntries(asked.filter(([, values]) => values.length)),
    sort: query.get("sort") === "evidence" ? "evidence" : "date",
    shown: Math.min(Math.max(shown, PER_PAGE), MOST_SHOWN),
  };
}
