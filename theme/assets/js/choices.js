// The table of choices: for every story, newest first, the values by which a list can be narrowed.
import { folders } from "./index.js";

const FIRST_SIGN = 48;

function readTable(folder, { facets, stories }) {
  const keys = Object.entries(facets);
  return stories.map((line) => {
    const [id, ...signs] = line.split(".");
    const has = {};
    keys.forEach(([key, values], at) => {
      has[key] = [...signs[at]].map((sign) => values[sign.codePointAt(0) - FIRST_SIGN]);
    });
    return { id, folder, has };
  });
}

let loading;
export function openChoices() {
  loading ??= (async () => {
    const tables = await Promise.all((await folders()).map(async (folder) => {
      const answer = await fetch(new URL("choices.json", folder));
      return readTable(folder, await answer.json());
    }));
    return tables.flat();
  })();
  loading.catch(() => { loading = undefined; });
  return loading;
}

// A story's card is kept in the search index, packed and signed.
const SIGNATURE = "pagefind_dcd".length;
const cards = new Map();

async function fetchCard({ id, folder }) {
  const answer = await fetch(new URL(`fragment/${id}.pf_fragment`, folder));
  const packed = await answer.arrayBuffer();
  const [one, two] = new Uint8Array(packed);
  // Some servers say that a packed file is packed, and the browser has unpacked it already.
  const text = one === 0x1f && two === 0x8b
    ? await new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"))).text()
    : new TextDecoder().decode(packed);
  return JSON.parse(text.slice(SIGNATURE));
}

export function readCard(row) {
  if (row.result) return row.result.data();
  if (!cards.has(row.id)) cards.set(row.id, fetchCard(row));
  return cards.get(row.id);
}
