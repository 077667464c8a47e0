// @ts-check
// The table of choices and the cards of the stories, as they are fetched.
import { folders } from "./index.js";
import { readTable } from "./narrowing.js";

/** @typedef {import("./narrowing.js").Row} Row */
/** @typedef {import("./query.js").Card} Card */

/** @type {Promise<Row[]> | undefined} */
let loading;
/** Open the table of all shards, once. */
export function openChoices() {
  loading ??= (async () => {
    const tables = await Promise.all((await folders()).map(async (folder) => {
      const answer = await fetch(new URL("choices.json", folder));
      return readTable(folder, await answer.json());
    }));
    return tables.flat();
  })();
  loading.catch(() => {
    loading = undefined;
  });
  return loading;
}

// A story's card is kept in the search index, packed and signed.
const SIGNATURE = "pagefind_dcd".length;
/** @type {Map<string, Promise<Card>>} */
const cards = new Map();

/**
 * @param {Row} row
 * @returns {Promise<Card>}
 */
async function fetchCard({ id, folder }) {
  const answer = await fetch(new URL(`fragment/${id}.pf_fragment`, folder));
  const packed = await answer.arrayBuffer();
  const [one, two] = new Uint8Array(packed);
  // Some servers say that a packed file is packed, and the browser has unpacked it already.
  const isPacked = one === 0x1F && two === 0x8B;
  const stream = new Blob([packed]).stream();
  const plain = isPacked ? stream.pipeThrough(new DecompressionStream("gzip")) : stream;
  const text = await new Response(plain).text();
  return JSON.parse(text.slice(SIGNATURE));
}

/**
 * Read the card of a story: from the search that found it, or from the index.
 *
 * @param {Row} row
 * @returns {Promise<Card>}
 */
export function readCard(row) {
  if (row.result) return row.result.data();
  const card = cards.get(row.id) ?? fetchCard(row);
  cards.set(row.id, card);
  return card;
}
