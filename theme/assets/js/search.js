// Search from every page: a dialog that answers while one types, from the keyboard alone if need be.
import { addressOf, openIndex, showExcerpt, straighten } from "./index.js";

const STEP = 8;
const dialog = document.getElementById("_search");
const input = document.getElementById("_q");
const found = document.getElementById("_found");
const list = document.getElementById("_results");
let asked = 0;
let most = STEP;

function open() {
  if (dialog.open) return;
  dialog.showModal();
  input.select();
  openIndex().catch(() => { found.textContent = "The search cannot be loaded just now."; });
}

function make(name, className, text) {
  const element = document.createElement(name);
  element.className = className;
  if (text) element.textContent = text;
  return element;
}

function showResult(result) {
  const { meta } = result;
  const item = make("li", `result domain-${Number(meta.number) || 0}`);
  const link = make("a", "result__title", meta.title);
  link.href = addressOf(result);
  const excerpt = make("p", "result__excerpt");
  showExcerpt(result.excerpt, excerpt);
  const about = [meta.kind, meta.domains, meta.setting, meta.evidence_label].filter(Boolean);
  item.append(link, excerpt, make("p", "result__about", about.join(" · ")));
  return item;
}

async function search(event) {
  const mine = ++asked;
  if (event) most = STEP;
  const words = straighten(input.value);
  if (!words) {
    list.replaceChildren();
    found.textContent = "";
    return;
  }
  const pagefind = await openIndex();
  const answer = await pagefind.search(words);
  const results = await Promise.all(answer.results.slice(0, most).map((each) => each.data()));
  if (mine !== asked) return;
  const total = answer.results.length;
  found.textContent = total === 0
    ? `Nothing found for “${words}”. A shorter or plainer word may find it.`
    : `${total} ${total === 1 ? "result" : "results"}${total > most ? `, the first ${most} of them here` : ""}`;
  list.replaceChildren(...results.map(showResult));
  if (total > most) {
    const item = make("li", "result result--more");
    const button = make("button", "search__more", "Show more");
    button.type = "button";
    button.addEventListener("click", async () => {
      const at = most;
      most += STEP;
      await search();
      list.querySelectorAll("a")[at]?.focus();
    });
    item.append(button);
    list.append(item);
  }
}

function move(step) {
  const links = [...list.querySelectorAll("a")];
  const at = links.indexOf(document.activeElement) + step;
  if (at < 0) input.focus();
  else links[Math.min(at, links.length - 1)]?.focus();
}

for (const opener of document.querySelectorAll("[data-search-open]")) {
  opener.setAttribute("role", "button");
  opener.setAttribute("aria-haspopup", "dialog");
  opener.addEventListener("click", (event) => { event.preventDefault(); open(); });
  opener.addEventListener("keydown", (event) => {
    if (event.key === " ") { event.preventDefault(); open(); }
  });
}
document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input, textarea, select, [contenteditable]");
  if (event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    open();
  } else if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
    event.preventDefault();
    open();
  }
});
dialog.addEventListener("keydown", (event) => {
  if (event.key === "ArrowDown") { event.preventDefault(); move(1); }
  if (event.key === "ArrowUp") { event.preventDefault(); move(-1); }
});
dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
dialog.querySelector("[data-search-close]").addEventListener("click", () => dialog.close());
dialog.querySelector("form").addEventListener("submit", (event) => {
  event.preventDefault();
  list.querySelector("a")?.click();
});
input.addEventListener("input", search);
