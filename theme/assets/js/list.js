// @ts-check
// A list of records, narrowed: or within a facet, and across facets. The address holds the state,
// so that back, reload and a link sent to a colleague all show the same list.
import { addressOf, ask, base, openTable, readPage } from "./index.js";
import { arrange, PER_PAGE, pick, readQuery, readTable, without, writeQuery } from "./narrowing.js";
import { all, around, keepTyped, one } from "./page.js";
import { count as countOf, latest } from "./query.js";

/** @typedef {import("./narrowing.js").Row} Row */
/** @typedef {import("./narrowing.js").State} State */

const form = one(document, "#_facets", HTMLFormElement);
const words = one(form, "[name=q]", HTMLInputElement);
const bar = one(document, "#_bar", HTMLElement);
const sort = bar.querySelector("select");
const count = one(document, "#_count", HTMLElement);
const none = one(document, "#_none", HTMLElement);
const cards = one(document, "#_cards", HTMLElement);
const more = one(document, "#_more", HTMLElement);
const pages = one(document, "#_pages", HTMLElement);
const clear = one(form, "[type=reset]", HTMLElement);
const boxes = all(form, "[type=checkbox]", HTMLInputElement);
const facets = all(form, ".facet", HTMLDetailsElement);
const keys = [...new Set(boxes.map((box) => box.name))];
const labels = new Map(facets.map((facet) => [
  one(facet, "input", HTMLInputElement).name,
  one(facet, "legend", HTMLElement).textContent,
]));
const first = [...cards.children];
const told = [...form.querySelectorAll(".facet__count")].map((each) => each.textContent);
const saidFirst = count.textContent;
const own = location.pathname;
const narrow = one(form, ".narrow", HTMLElement);
const close = one(form, ".facets__show", HTMLElement);
const { kind = "story", one: single = "story", many = "stories" } = form.dataset;
const place = new URL(form.action).pathname;
let shown = PER_PAGE;

/** @param {number} total */
const say = (total) => countOf(total, single, many);

/** @returns {State} */
function readState() {
  /** @type {State["chosen"]} */
  const chosen = {};
  for (const box of boxes) {
    if (box.checked) (chosen[box.name] ??= []).push(box.value);
  }
  return { words: words.value.trim(), chosen, sort: sort?.value ?? "date", shown };
}

/**
 * @param {State} state
 * @param {boolean} replace
 */
function writeAddress(state, replace) {
  const text = writeQuery(state, keys);
  const address = new URL(text ? `${place}?${text}` : place, base).href;
  if (address === location.href) return;
  if (replace) history.replaceState(history.state, "", address);
  else history.pushState(null, "", address);
}

function readAddress() {
  const state = readQuery(location.search, keys);
  words.value = state.words;
  for (const box of boxes) box.checked = state.chosen[box.name]?.includes(box.value) ?? false;
  if (sort) sort.value = state.sort;
  shown = state.shown;
  for (const facet of facets) facet.open ||= facet.querySelector(":checked") !== null;
}

/**
 * Find the rows with these words, the nearest first; without words all of them, the newest first.
 *
 * @param {string} typed
 * @returns {Promise<Row[]>}
 */
async function find(typed) {
  const rows = readTable(await openTable(kind));
  if (!typed) return rows;
  const places = new Map(rows.map((row) => [row.page, row]));
  const { found, scores } = await ask(typed);
  const order = kind === "story"
    ? found.map(({ page }) => page)
    : [...scores].toSorted(([, before], [, after]) => after - before).map(([page]) => page);
  return order.flatMap((page) => places.get(page) ?? []);
}

/**
 * @param {Record<string, Record<string, number>>} counts
 * @param {State} state
 */
function showCounts(counts, state) {
  for (const box of boxes) {
    const number = counts[box.name][box.value] ?? 0;
    const label = box.labels?.[0];
    if (!label) continue;
    one(label, ".facet__count", HTMLElement).textContent = `${number}`;
    label.classList.toggle("is-empty", number === 0 && !box.checked);
  }
  for (const key of keys) {
    const chosen = state.chosen[key]?.length ?? 0;
    one(form, `[data-chosen="${key}"]`, HTMLElement).textContent = chosen ? ` ${chosen}` : "";
  }
  const total = Object.values(state.chosen).flat().length;
  narrow.textContent = total ? `Narrow the list (${total})` : "Narrow the list";
}

/** @param {import("./index.js").PageFile} file */
function makeCard({ url, title, meta }) {
  const copy = one(document, "#_card", HTMLTemplateElement).content.cloneNode(true);
  const card = one(/** @type {DocumentFragment} */ (copy), "[data-card]", HTMLElement);
  card.classList.add(`domain-${Number(meta.number) || 0}`);
  const picture = card.querySelector("img");
  if (picture && meta.picture) {
    card.classList.add("card--pictured");
    picture.src = new URL(meta.picture, base).href;
  } else picture?.remove();
  const link = one(card, "[data-title]", HTMLAnchorElement);
  link.textContent = title;
  link.href = addressOf(url);
  for (const part of all(card, "[data-part]", HTMLElement)) {
    part.textContent = meta[part.dataset.part ?? ""] ?? "";
  }
  card.querySelector(".status")?.classList.add(`status--${meta.status}`);
  const worse = card.querySelector(".evidence--worse");
  if (worse && meta.worse_label) {
    one(worse, "span", HTMLElement).textContent = meta.worse_label;
  } else worse?.remove();
  const figures = card.querySelector(".card__figures");
  if (figures && meta.figures) {
    figures.replaceChildren(
      ...meta.figures.split("\n").map((line) => {
        const item = document.createElement("li");
        item.textContent = line;
        return item;
      }),
    );
  } else figures?.remove();
  const evidence = card.querySelector(".evidence:not(.evidence--worse)");
  if (meta.evidence) evidence?.classList.add(`evidence--${meta.evidence}`);
  else evidence?.remove();
  return card;
}

/**
 * @param {State} state
 * @param {Row[]} rows
 */
async function offerNearest(state, rows) {
  const parts = Object.keys(state.chosen).map((key) => ({
    text: `Without “${labels.get(key)}”`,
    state: without(state, key),
    act: () => {
      for (const box of boxes) if (box.name === key) box.checked = false;
    },
  }));
  if (state.words) {
    parts.push({
      text: `Without the words “${state.words}”`,
      state: { ...state, words: "" },
      act: () => {
        words.value = "";
      },
    });
  }
  const totals = await Promise.all(parts.map(async ({ state: less }) => (
    pick(less.words === state.words ? rows : await find(less.words), less.chosen, keys).picked
      .length
  )));
  const paragraph = document.createElement("p");
  paragraph.textContent = `No ${single} has all of these.`;
  const choices = document.createElement("ul");
  choices.className = "plain";
  parts.forEach((part, at) => {
    const total = totals[at];
    if (!total) return;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "browse__nearest";
    button.textContent = `${part.text}: ${say(total)}`;
    button.addEventListener("click", () => {
      part.act();
      shown = PER_PAGE;
      update();
    });
    const item = document.createElement("li");
    item.append(button);
    choices.append(item);
  });
  if (!choices.children.length) paragraph.textContent += " Clear the list and begin again.";
  none.replaceChildren(paragraph, choices);
}

const show = latest(async () => {
  const state = readState();
  const narrowed = state.words || Object.keys(state.chosen).length > 0;
  if (!narrowed && state.sort === "date" && shown === PER_PAGE) {
    showAll();
    return;
  }
  const rows = await find(state.words);
  const { picked, counts } = pick(rows, state.chosen, keys);
  const results = await Promise.all(
    arrange(picked, state.sort).slice(0, shown).map(({ page }) => readPage(page)),
  );
  if (picked.length === 0) await offerNearest(state, rows);
  showCounts(counts, state);
  count.textContent = say(picked.length);
  close.textContent = `Show ${say(picked.length)}`;
  clear.hidden = !narrowed;
  none.hidden = picked.length > 0;
  cards.replaceChildren(...results.map(makeCard));
  more.hidden = picked.length <= shown;
  pages.hidden = true;
  cards.setAttribute("aria-busy", "false");
});

// The list as the page came with it, which is also what a reader sees to whom no table comes.
function showAll() {
  if (location.pathname !== own) location.reload();
  all(form, ".facet__count", HTMLElement).forEach((each, at) => {
    each.textContent = told[at];
  });
  for (const each of form.querySelectorAll("[data-chosen]")) each.textContent = "";
  for (const each of form.querySelectorAll(".is-empty")) each.classList.remove("is-empty");
  count.textContent = saidFirst;
  close.textContent = `Show ${saidFirst}`;
  cards.replaceChildren(...first);
  pages.hidden = false;
  narrow.textContent = "Narrow the list";
  more.hidden = true;
  none.hidden = true;
  clear.hidden = true;
  cards.setAttribute("aria-busy", "false");
}

/** @param {{ replace?: boolean, address?: boolean }} [how] */
function update({ replace = false, address = true } = {}) {
  if (address) writeAddress(readState(), replace);
  cards.setAttribute("aria-busy", "true");
  return show().catch(showAll);
}

narrow.addEventListener("click", () => {
  narrow.setAttribute("aria-expanded", String(narrow.getAttribute("aria-expanded") !== "true"));
});
close.addEventListener("click", () => {
  narrow.setAttribute("aria-expanded", "false");
  count.tabIndex = -1;
  count.focus();
});
form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("change", () => {
  shown = PER_PAGE;
  update();
});
words.addEventListener("input", () => {
  shown = PER_PAGE;
  update({ replace: true });
});
sort?.addEventListener("change", () => {
  shown = PER_PAGE;
  update();
});
keepTyped(words);
clear.addEventListener("click", () => (words.defaultValue = ""));
form.addEventListener("reset", () =>
  setTimeout(() => {
    shown = PER_PAGE;
    update();
  }));
one(more, "button", HTMLElement).addEventListener("click", () => {
  const last = cards.children.length;
  shown += PER_PAGE;
  update().then(() => all(cards, "[data-title]", HTMLElement).at(last)?.focus());
});
addEventListener("popstate", () => {
  readAddress();
  update({ address: false });
});
// Back from a record finds the list as it was left: the place, and the record in focus.
cards.addEventListener("click", (event) => {
  const link = around(event, "a");
  if (!(link instanceof HTMLAnchorElement)) return;
  history.replaceState({ ...history.state, list: { top: scrollY, link: link.href } }, "");
});

async function begin() {
  readAddress();
  const left = history.state?.list;
  await update({ replace: true, address: Boolean(location.search) });
  if (!left) return;
  const link = all(cards, "a", HTMLAnchorElement).find(({ href }) => href === left.link);
  link?.focus({ preventScroll: true });
  scrollTo(0, left.top);
}
begin();
