// The search index in the browser: one engine, and the shards of the index that it searches.
const root = document.documentElement;
export const base = new URL(`${root.dataset.base.replace(/\/$/, "")}/`, location.href);

let named;
export const folders = () => {
  named ??= fetch(new URL("pagefind/shards.json", base))
    .then((answer) => answer.json())
    .then((others) => ["", ...others].map((folder) => new URL(`pagefind/${folder}`, base).href));
  return named;
};

// The one address of which a program is made in a page: the policy lets no other text become one.
const engine = new URL("pagefind/pagefind-worker.js", base).href;
const programs = globalThis.trustedTypes?.createPolicy("improvement-stories", {
  createScriptURL: (address) => {
    if (address !== engine) throw new TypeError(`${address} is not the search engine.`);
    return address;
  },
});

// Pagefind's engine in its worker, asked without the interface that Pagefind puts before it: that
// one joins shards so that nobody can tell any more which of them had a word, and which guessed.
function startEngine() {
  const worker = new Worker(programs ? programs.createScriptURL(engine) : engine);
  const waiting = new Map();
  let last = 0;
  worker.addEventListener("message", ({ data: { id, result, error } }) => {
    const { resolve, reject } = waiting.get(id);
    waiting.delete(id);
    if (error) reject(new Error(error));
    else resolve(result);
  });
  const giveUp = (reason) => {
    for (const { reject } of waiting.values()) reject(new Error(reason));
    waiting.clear();
  };
  worker.addEventListener("error", (event) => giveUp(event.message));
  const ask = (instanceId, method, ...args) => new Promise((resolve, reject) => {
    const id = `${last += 1}`;
    waiting.set(id, { resolve, reject });
    worker.postMessage({ id, instanceId, method, args });
  });
  const stop = () => { worker.terminate(); giveUp("The engine was stopped."); };
  return { ask, stop };
}

async function openShard(ask, folder) {
  const options = { basePath: new URL(folder).pathname, baseUrl: "/", excerptLength: 24, language: "en" };
  await ask(folder, "init", options);
  // In this mode each answer says which words it found, and not only where.
  await ask(folder, "enterPlaygroundMode");
  return async (words) => {
    const answer = await ask(folder, "search", words, {});
    for (const result of answer.results) {
      const name = result.data;
      result.data = () => ask(folder, "getData", name);
    }
    return answer;
  };
}

// The worker keeps what it found, in case somebody asks for it; after so many it begins anew.
const MOST_KEPT = 100_000;

let loading;
let kept = 0;
export function openIndex() {
  loading ??= (async () => {
    const { ask, stop } = startEngine();
    const [first, ...others] = await folders();
    // The first brings the engine; two that did so at once would take it from each other.
    const shards = [await openShard(ask, first)];
    shards.push(...await Promise.all(others.map((folder) => openShard(ask, folder))));
    return { shards, stop };
  })();
  loading.catch(() => { loading = undefined; });
  return loading;
}

// Words that nearly every page has: with others beside them they find nothing that those do not.
const COMMON = new Set(
  "a an and are as at be by for from had has have he her his i in is it my of on or our she that the their they this to was we were what when who with you".split(" "),
);

// Both ways of typing an apostrophe find the same word.
export const straighten = (words) => words.replace(/[\u2018\u2019\u02bc]/g, "'").trim();

function shorten(words) {
  if (words.includes('"')) return words;
  const rare = words.split(/\s+/).filter((word) => !COMMON.has(word.toLowerCase()));
  return rare.length ? rare.join(" ") : words;
}

// How much of a stem an answer's best word has: all of it, or the beginning that came nearest.
// A shard without the word offers the nearest beginning that it has, though another has the word.
function reach(answer, stem) {
  // A shard has the word or guesses, for all its results alike; a title's words stand by themselves.
  const words = answer.results.slice(0, 10).flatMap(({ scores = [], verbose_meta_scores: titles = [] }) => [
    ...scores.map((score) => score.search_term), ...titles.flatMap((score) => score.matched_terms),
  ]);
  return Math.max(0, ...words.map((word) => {
    if (word.startsWith(stem)) return stem.length;
    return stem.startsWith(word) ? word.length : 0;
  }));
}

// What the shards find, joined as if they were one index: for each word the shards that have it
// speak, and where none has it, those that come nearest to it.
async function join(shards, answers, stems) {
  const silent = new Set();
  for (const stem of stems) {
    const reached = answers.map((answer) => reach(answer, stem));
    const partly = reached.some((length, at) => answers[at].results.length && length < stem.length);
    if (!partly) continue;
    const alone = stems.length === 1 ? reached : await Promise.all(
      shards.map(async (find) => reach(await find(stem), stem)),
    );
    const most = Math.max(...alone);
    reached.forEach((length, at) => { if (length < most) silent.add(at); });
  }
  return answers.filter((_, at) => !silent.has(at));
}

export async function search(typed) {
  if (kept > MOST_KEPT) {
    (await loading).stop();
    [loading, kept] = [undefined, 0];
  }
  const { shards } = await openIndex();
  const words = shorten(straighten(typed));
  let answers = await Promise.all(shards.map((find) => find(words)));
  const stems = answers.find((answer) => answer.search_keywords)?.search_keywords ?? [];
  if (shards.length > 1 && !words.includes('"')) answers = await join(shards, answers, stems);
  for (const answer of answers) kept += answer.results.length;
  return answers.flatMap((answer) => answer.results).sort((one, two) => two.score - one.score);
}

export const addressOf = (result) => new URL(result.url.replace(/^\//, ""), base).href;

// One search at a time, and after it the latest asked for: what was typed on the way is passed over.
// Whoever asks is answered when the latest is done.
export function latest(work) {
  let running = null;
  let next = null;
  async function run() {
    try {
      while (next) {
        const now = next;
        next = null;
        await work(...now);
      }
    } finally {
      running = null;
    }
  }
  return (...asked) => {
    next = asked;
    running ??= run();
    return running;
  };
}

// An excerpt comes with <mark> around what was found, and with &lt; and &gt; for the signs in its
// words; it is shown as text and marks, and nothing else.
export function showExcerpt(html, into) {
  for (const [at, part] of html.split(/<mark>(.*?)<\/mark>/s).entries()) {
    const words = part.replaceAll("&lt;", "<").replaceAll("&gt;", ">");
    if (!words) continue;
    const node = at % 2 ? document.createElement("mark") : into;
    node.append(words);
    if (node !== into) into.append(node);
  }
}
