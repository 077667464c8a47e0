// The search index in the browser: its shards merged into one when it is first needed.
const root = document.documentElement;
export const base = new URL(`${root.dataset.base.replace(/\/$/, "")}/`, location.href);

let loading;
export function openIndex() {
  loading ??= import(new URL("pagefind/pagefind.js", base).href).then(async (bundle) => {
    const pagefind = { ...bundle };
    await pagefind.options({ baseUrl: "/", excerptLength: 24 });
    await pagefind.init();
    const others = await (await fetch(new URL("pagefind/shards.json", base))).json();
    pagefind.shards = ["0", ...others.map((_, at) => String(at + 1))];
    for (const shard of others) {
      await pagefind.mergeIndex(new URL(`pagefind/${shard}`, base).href, { baseUrl: "/" });
    }
    return pagefind;
  });
  return loading;
}

// Both ways of typing an apostrophe find the same word.
export const straighten = (words) => words.replace(/[\u2018\u2019\u02bc]/g, "'").trim();

export const addressOf = (result) => new URL(result.url.replace(/^\//, ""), base).href;

// An excerpt comes as HTML with <mark>; it is shown as text and marks, and nothing else.
export function showExcerpt(html, into) {
  for (const part of html.split(/(<mark>.*?<\/mark>)/)) {
    const words = new DOMParser().parseFromString(part, "text/html").body.textContent;
    if (!words) continue;
    const node = part.startsWith("<mark>") ? document.createElement("mark") : document.createTextNode(words);
    if (node.nodeType === Node.ELEMENT_NODE) node.textContent = words;
    into.append(node);
  }
}
