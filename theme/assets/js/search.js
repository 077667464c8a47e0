// @ts-check
// Search from every page: a dialog that answers while one types, from the keyboard alone if need be.
import { all, around, keepTyped } from "./page.js";
import { latest, sayFound } from "./query.js";

const LOADING = "One moment: the index is on its way.";
// What answers comes when somebody asks: no page is slower for it.
const load = () => import("./results.js");
const STEP = 8;
const LEAST = 2; // one letter begins so many words that it finds nearly everything
// Made here, and not in every page: without a script it would be of no use there.
const dialog = put(document.createElement("dialog"), {
  class: "search",
  id: "_search",
  "aria-label": "Search",
});
const form = put(document.createElement("form"), {
  class: "search__form",
  role: "search",
  method: "dialog",
}, dialog);
const label = put(document.createElement("label"), { class: "unseen", for: "_q" }, form);
label.textContent = "Search the stories";
const glass = put(makeShape("svg"), {
  viewBox: "0 0 20 20",
  width: "22",
  height: "22",
  "aria-hidden": "true",
}, form);
put(makeShape("circle"), { cx: "8.5", cy: "8.5", r: "5.5" }, glass);
put(makeShape("path"), { d: "M13 13l4.5 4.5" }, glass);
const input = put(document.createElement("input"), {
  id: "_q",
  type: "search",
  name: "q",
  autocomplete: "off",
  autocapitalize: "off",
  spellcheck: "false",
  "aria-describedby": "_found",
}, form);
const close = put(document.createElement("button"), {
  class: "search__close",
  type: "button",
}, form);
close.textContent = "Close";
const found = put(document.createElement("p"), {
  class: "search__found",
  id: "_found",
  role: "status",
}, dialog);
const notTold = put(document.createElement("div"), { id: "_untold" }, dialog);
const list = put(document.createElement("ol"), {
  class: "search__results",
  id: "_results",
}, dialog);
document.body.append(dialog);
let most = STEP;
let answered = Promise.resolve(); // kept when the list answers what was typed; keys wait for it

/**
 * @template {Element} T
 * @param {T} element
 * @param {Record<string, string>} attributes
 * @param {Element} [into]
 */
function put(element, attributes, into) {
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  into?.append(element);
  return element;
}

/** @param {string} name */
function makeShape(name) {
  return document.createElementNS("http://www.w3.org/2000/svg", name);
}

function open() {
  if (dialog.open) return;
  dialog.showModal();
  input.select();
  if (!found.textContent) found.textContent = LOADING;
  load().then(({ openIndex }) => openIndex()).then(() => {
    if (found.textContent === LOADING) answered = show().catch(cannot);
  }, cannot);
}

function makeMore() {
  const button = put(document.createElement("button"), { class: "search__more", type: "button" });
  button.textContent = "Show more";
  button.addEventListener("click", async () => {
    const at = most;
    most += STEP;
    await show();
    listLinks().at(at)?.focus();
  });
  const item = put(document.createElement("li"), { class: "result result--more" });
  item.append(button);
  return item;
}

const listLinks = () => all(list, "a", HTMLAnchorElement);

/**
 * Ask something for the reader: more like a result, or what others told of.
 *
 * @param {string} words
 */
function askFor(words) {
  input.value = words;
  most = STEP;
  input.focus();
  answered = show().catch(cannot);
}

async function makeIdeas() {
  const { make, openIndex } = await load();
  const { entry } = await openIndex();
  return entry.ideas.map((words) => {
    const button = make("button", "search__idea", words);
    button.type = "button";
    button.addEventListener("click", () => askFor(words));
    return make("li", "result result--idea", button);
  });
}

const show = latest(async () => {
  const typed = input.value;
  if (typed.trim().length < LEAST) {
    list.replaceChildren(...(typed.trim() ? [] : await makeIdeas()));
    notTold.replaceChildren();
    found.textContent = typed.trim() ? "" : "Some of what was told here:";
    return;
  }
  const { ask, makeNotTold, makeResults, openIndex } = await load();
  const [answer, { entry }] = await Promise.all([ask(typed), openIndex()]);
  const results = await makeResults(answer, most, askFor);
  const total = answer.found.length;
  notTold.replaceChildren(...(answer.isTold ? [] : [await makeNotTold(answer, typed.trim())]));
  list.replaceChildren(...results, ...(total > most ? [makeMore()] : []));
  found.textContent = sayFound(
    answer.found,
    entry.kinds,
    answer.question.units.length,
    answer.slips,
  );
  list.dataset.answers = typed;
});

const cannot = () => {
  found.textContent = "The search cannot be loaded just now.";
};

/** @param {number} step */
function move(step) {
  const links = listLinks();
  const at = links.findIndex((link) => link === document.activeElement) + step;
  if (at < 0) input.focus();
  else links[Math.min(at, links.length - 1)]?.focus();
}

for (const opener of all(document, "[data-search-open]", HTMLElement)) {
  opener.setAttribute("role", "button");
  opener.setAttribute("aria-haspopup", "dialog");
  opener.addEventListener("click", (event) => {
    event.preventDefault();
    open();
  });
  opener.addEventListener("keydown", (event) => {
    if (event.key === " ") {
      event.preventDefault();
      open();
    }
  });
}
document.addEventListener("keydown", (event) => {
  const typing = around(event, "input, textarea, select, [contenteditable]");
  if (event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    open();
  } else if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
    event.preventDefault();
    open();
  }
});
dialog.addEventListener("keydown", (event) => {
  if (event.key === "ArrowDown") {
    event.preventDefault();
    answered.then(() => move(1));
  }
  if (event.key === "ArrowUp") {
    event.preventDefault();
    answered.then(() => move(-1));
  }
});
dialog.addEventListener("click", (event) => {
  if (event.target === dialog) dialog.close();
});
close.addEventListener("click", () => dialog.close());
form.addEventListener("submit", (event) => {
  event.preventDefault();
  answered.then(() => {
    if (dialog.open) listLinks().at(0)?.click();
  });
});
input.addEventListener("input", () => {
  most = STEP;
  answered = show().catch(cannot);
});

// Back from a result finds the search as it was left: its words, how many it showed, and the place.
list.addEventListener("click", (event) => {
  const link = around(event, "a");
  if (!link) return;
  const at = listLinks().findIndex((each) => each === link);
  history.replaceState({ ...history.state, search: { words: input.value, most, at } }, "");
});
dialog.addEventListener("close", () => {
  const { search: _, ...rest } = history.state ?? {};
  history.replaceState(rest, "");
});

async function restore() {
  const left = history.state?.search;
  if (!left || dialog.open) return;
  [input.value, most] = [left.words, left.most];
  dialog.showModal();
  answered = show().catch(cannot);
  await answered;
  listLinks().at(left.at)?.focus();
}
keepTyped(input);
restore();
