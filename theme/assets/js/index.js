// @ts-check
// The search index in the browser: one engine, and the shards of the index that it searches.
import { searchShards } from "./query.js";

/** @typedef {import("./query.js").Answer} Answer */
/** @typedef {import("./query.js").Card} Card */
/** @typedef {import("./query.js").Shard} Shard */

/** @typedef {<T>(instance: string, method: string, ...args: unknown[]) => Promise<T>} Ask */

const root = document.documentElement;
export const base = new URL(`${root.dataset.base?.replace(/\/$/, "")}/`, location.href);

/** @type {Promise<string[]> | undefined} */
let named;
/** List the addresses of the shards' folders. */
export const folders = () => {
  named ??= fetch(new URL("pagefind/shards.json", base))
    .then((answer) => answer.json())
    .then((/** @type {string[]} */ others) =>
      ["", ...others].map((folder) => new URL(`pagefind/${folder}`, base).href)
    );
  return named;
};

// The one address of which a program is made in a page: the policy lets no other text become one.
const engine = new URL("pagefind/pagefind-worker.js", base).href;
/** @type {{ createPolicy: (name: string, rules: object) => { createScriptURL: (address: string) => string } } | undefined} */
const trusted = Reflect.get(globalThis, "trustedTypes");
const programs = trusted?.createPolicy("improvement-stories", {
  createScriptURL: (/** @type {string} */ address) => {
    if (address !== engine) throw new TypeError(`${address} is not the search engine.`);
    return address;
  },
});

// Pagefind's engine in its worker, asked without the interface that Pagefind puts before it: that
// one joins shards so that nobody can tell any more which of them had a word, and which guessed.
function startEngine() {
  const worker = new Worker(programs ? programs.createScriptURL(engine) : engine);
  /** @type {Map<string, { resolve: (found: any) => void, reject: (reason: Error) => void }>} */
  const waiting = new Map();
  let last = 0;
  worker.addEventListener("message", ({ data: { id, result, error } }) => {
    const asker = waiting.get(id);
    waiting.delete(id);
    if (error) asker?.reject(new Error(error));
    else asker?.resolve(result);
  });
  /** @param {string} reason */
  const giveUp = (reason) => {
    for (const { reject } of waiting.values()) reject(new Error(reason));
    waiting.clear();
  };
  worker.addEventListener("error", (event) => giveUp(event.message));
  /** @type {Ask} */
  const ask = (instanceId, method, ...args) =>
    new Promise((resolve, reject) => {
      last += 1;
      const id = `${last}`;
      waiting.set(id, { resolve, reject });
      worker.postMessage({ id, instanceId, method, args });
    });
  const stop = () => {
    worker.terminate();
    giveUp("The engine was stopped.");
  };
  return { ask, stop };
}

/**
 * @param {Ask} ask
 * @param {string} folder
 * @returns {Promise<Shard>}
 */
async function openShard(ask, folder) {
  const basePath = new URL(folder).pathname;
  await ask(folder, "init", { basePath, baseUrl: "/", excerptLength: 24, language: "en" });
  // In this mode each answer says which words it found, and not only where.
  await ask(folder, "enterPlaygroundMode");
  return async (words) => {
    /** @type {{ results: any[] }} */
    const answer = await ask(folder, "search", words, {});
    kept += answer.results.length;
    for (const result of answer.results) {
      const name = result.data;
      result.data = () => ask(folder, "getData", name);
    }
    return answer;
  };
}

// The worker keeps what it found, in case somebody asks for it; after so many it begins anew.
const MOST_KEPT = 100_000;

/** @type {Promise<{ shards: Shard[], stop: () => void }> | undefined} */
let loading;
let kept = 0;
/** Open the index, once. */
export function openIndex() {
  loading ??= (async () => {
    const { ask, stop } = startEngine();
    const [first, ...others] = await folders();
    // The first brings the engine; two that did so at once would take it from each other.
    const shard = await openShard(ask, first);
    const rest = await Promise.all(others.map((folder) => openShard(ask, folder)));
    return { shards: [shard, ...rest], stop };
  })();
  loading.catch(() => {
    loading = undefined;
  });
  return loading;
}

/**
 * Find what was typed, the nearest first.
 *
 * @param {string} typed
 */
export async function search(typed) {
  if (kept > MOST_KEPT) {
    (await loading)?.stop();
    [loading, kept] = [undefined, 0];
  }
  const { shards } = await openIndex();
  return searchShards(shards, typed);
}

/**
 * Say where a result's page is.
 *
 * @param {Card} card
 */
export const addressOf = (card) => new URL(card.url.replace(/^\//, ""), base).href;
