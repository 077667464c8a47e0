// Search from every page: a dialog that answers while one types, from the keyboard alone if need be.
import { addressOf, latest, openIndex, search, showExcerpt, straighten } from "./index.js";

const LOADING = "One moment: the index is on its way.";
const STEP = 8;
const LEAST = 2; // one letter begins so many words that it finds nearly everything
// Made here, and not in every page: without a script it would be of no use there.
const SVG = "http://www.w3.org/2000/svg";
const dialog = put("dialog", { class: "search", id: "_search", "aria-label": "Search" });
const form = put("form", { class: "search__form", role: "search", method: "dialog" }, dialog);
put("label", { class: "unseen", for: "_q" }, form).textContent = "Search the stories";
const glass = put("svg", { viewBox: "0 0 20 20", width: 22, height: 22, "aria-hidden": true }, form, SVG);
put("circle", { cx: 8.5, cy: 8.5, r: 5.5 }, glass, SVG);
put("path", { d: "M13 13l4.5 4.5" }, glass, SVG);
const input = put("input", {
  id: "_q",
  type: "search",
  name: "q",
  autocomplete: "off",
  autocapitalize: "off",
  spellcheck: false,
  placeholder: "nickname, waiting room, night…",
  "aria-describedby": "_found",
}, form);
const close = put("button", { class: "search__close", type: "button" }, form);
close.textContent = "Close";
const found = put("p", { class: "search__found", id: "_found", role: "status" }, dialog);
const list = put("ol", { class: "search__results", id: "_results" }, dialog);
document.body.append(dialog);
let most = STEP;
let answered = Promise.resolve(); // kept when the list answers what was typed; keys wait for it

function put(name, attributes, into, space = "http://www.w3.org/1999/xhtml") {
  const element = document.createElementNS(space, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  into?.append(element);
  return element;
}

function open() {
  if (dialog.open) return;
  dialog.showModal();
  input.select();
  if (!found.textContent) found.textContent = LOADING;
  openIndex().then(() => { if (found.textContent === LOADING) found.textContent = ""; }, cannot);
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

const show = latest(async () => {
  const words = straighten(input.value);
  if (words.length < LEAST) {
    list.replaceChildren();
    found.textContent = "";
    return;
  }
  const all = await search(words);
  const results = await Promise.all(all.slice(0, most).map((each) => each.data()));
  const total = all.length;
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
      await show();
      list.querySelectorAll("a")[at]?.focus();
    });
    item.append(button);
    list.append(item);
  }
});

const cannot = () => { found.textContent = "The search cannot be loaded just now."; };

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
  if (event.key === "ArrowDown") { event.preventDefault(); answered.then(() => move(1)); }
  if (event.key === "ArrowUp") { event.preventDefault(); answered.then(() => move(-1)); }
});
dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
close.addEventListener("click", () => dialog.close());
form.addEventListener("submit", (event) => {
  event.preventDefault();
  answered.then(() => { if (dialog.open) list.querySelector("a")?.click(); });
});
input.addEventListener("input", () => {
  most = STEP;
  answered = show().catch(cannot);
});
