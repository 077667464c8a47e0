// The list of stories, narrowed: or within a facet, and across facets. The address holds the state,
// so that back, reload and a link sent to a colleague all show the same list.
import { addressOf, base, openIndex, straighten } from "./index.js";

const PER_PAGE = 24;
const form = document.getElementById("_facets");
const bar = document.getElementById("_bar");
const sort = bar.querySelector("select");
const count = document.getElementById("_count");
const none = document.getElementById("_none");
const cards = document.getElementById("_cards");
const more = document.getElementById("_more");
const pages = document.getElementById("_pages");
const clear = form.querySelector("[type=reset]");
const boxes = [...form.querySelectorAll("[type=checkbox]")];
const keys = [...new Set(boxes.map((box) => box.name))];
const labels = new Map([...form.querySelectorAll(".facet")].map((facet) => [
  facet.querySelector("input").name, facet.querySelector("legend").textContent,
]));
const first = [...cards.children];
let shown = PER_PAGE;
let asked = 0;
let filters;

const say = (total) => `${total} ${total === 1 ? "story" : "stories"}`;

function readState() {
  const chosen = {};
  for (const box of boxes) if (box.checked) (chosen[box.name] ??= []).push(box.value);
  return { words: straighten(form.elements.q.value), chosen, sort: sort.value };
}

function writeAddress({ words, chosen, sort }, replace) {
  const query = new URLSearchParams();
  if (words) query.set("q", words);
  for (const key of keys) for (const value of chosen[key] ?? []) query.append(key, value);
  if (sort !== "date") query.set("sort", sort);
  if (shown > PER_PAGE) query.set("show", shown);
  const text = query.toString();
  const address = new URL(text ? `stories/?${text}` : "stories/", base).href;
  if (address !== location.href) history[replace ? "replaceState" : "pushState"](null, "", address);
}

function readAddress() {
  const query = new URLSearchParams(location.search);
  form.elements.q.value = query.get("q") ?? "";
  for (const box of boxes) box.checked = query.getAll(box.name).includes(box.value);
  sort.value = query.get("sort") === "evidence" ? "evidence" : "date";
  shown = Math.min(Math.max(Number(query.get("show")) || PER_PAGE, PER_PAGE), 480);
  for (const facet of form.querySelectorAll(".facet")) {
    facet.open ||= facet.querySelector(":checked") !== null;
  }
}

const toFilters = (chosen) => ({
  kind: "story",
  ...Object.fromEntries(Object.entries(chosen).map(([key, values]) => [key, { any: values }])),
});

// A word that every story has: a search without words would fetch the whole index.
const EVERY_STORY = "xqeverystory";

// With words the nearest come first.
const ask = (pagefind, { words, chosen }, also = {}) => (
  pagefind.search(words || EVERY_STORY, { filters: { ...toFilters(chosen), ...also.filters }, ...also.order })
);

// Without words the newest come first, or the strongest evidence. Each shard of the index sorts its
// own stories, and they are newer from shard to shard, so the list is asked for piece by piece.
const LEVELS = ["sustained", "signal", "measured", "told"];

async function list(pagefind, state, answer) {
  if (state.words && state.sort === "date") return answer.results.slice(0, shown);
  const chosen = state.chosen.evidence ?? LEVELS;
  const levels = state.sort === "evidence" ? LEVELS.filter((level) => chosen.includes(level)) : [null];
  const shards = state.words ? [null] : pagefind.shards;
  const results = [];
  for (const level of levels) {
    for (const shard of shards) {
      if (results.length >= shown) break;
      const filters = { ...(level && { evidence: level }), ...(shard && { shard }) };
      const order = state.words ? {} : { sort: { date: "desc" } };
      results.push(...(await ask(pagefind, state, { filters, order })).results);
    }
  }
  return results.slice(0, shown);
}

const without = (state, key) => {
  const { [key]: _, ...chosen } = state.chosen;
  return { ...state, chosen };
};

// A choice's count says how many stories there would be with it: the other facets as they are,
// and this one's own choices set aside, because they are joined by "or".
async function countChoices(pagefind, state, answer) {
  const counts = {};
  await Promise.all(keys.map(async (key) => {
    const own = state.chosen[key] ? await ask(pagefind, without(state, key)) : answer;
    counts[key] = own.filters[key] ?? {};
  }));
  return counts;
}

function showCounts(counts, state) {
  for (const box of boxes) {
    const number = counts[box.name][box.value] ?? 0;
    const label = box.closest("label");
    label.querySelector(".facet__count").textContent = number;
    label.classList.toggle("is-empty", number === 0 && !box.checked);
  }
  for (const key of keys) {
    const chosen = state.chosen[key]?.length ?? 0;
    form.querySelector(`[data-chosen="${key}"]`).textContent = chosen ? ` ${chosen}` : "";
  }
}

function showCard(result) {
  const { meta } = result;
  const card = document.getElementById("_card").content.cloneNode(true).firstElementChild;
  const find = (name) => card.querySelector(name);
  card.classList.add(`domain-${Number(meta.number) || 0}`);
  const picture = find(".card__picture");
  if (meta.picture) {
    card.classList.add("card--pictured");
    picture.src = new URL(meta.picture, base).href;
  } else picture.remove();
  find(".card__over").textContent = meta.domains ?? "";
  find(".card__title a").textContent = meta.title;
  find(".card__title a").href = addressOf(result);
  find(".card__summary").textContent = meta.summary ?? "";
  find(".card__setting").textContent = meta.setting ? `${meta.setting} ·` : "";
  find(".status").classList.add(`status--${meta.status}`);
  find(".status").textContent = meta.status_label;
  find(".evidence").classList.add(`evidence--${meta.evidence}`);
  find(".evidence > span").textContent = meta.evidence_label;
  find(".sides").textContent = meta.sides_label;
  return card;
}

async function offerNearest(pagefind, state) {
  const parts = Object.keys(state.chosen).map((key) => ({
    text: `Without “${labels.get(key)}”`,
    state: without(state, key),
    act: () => boxes.filter((box) => box.name === key).forEach((box) => { box.checked = false; }),
  }));
  if (state.words) {
    parts.push({
      text: `Without the words “${state.words}”`,
      state: { ...state, words: "" },
      act: () => { form.elements.q.value = ""; },
    });
  }
  const answers = await Promise.all(parts.map((part) => ask(pagefind, part.state)));
  const paragraph = document.createElement("p");
  paragraph.textContent = "No story has all of these.";
  const choices = document.createElement("ul");
  choices.className = "plain";
  parts.forEach((part, at) => {
    const total = answers[at].results.length;
    if (!total) return;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "browse__nearest";
    button.textContent = `${part.text}: ${say(total)}`;
    button.addEventListener("click", () => { part.act(); shown = PER_PAGE; update(); });
    const item = document.createElement("li");
    item.append(button);
    choices.append(item);
  });
  if (!choices.children.length) paragraph.textContent += " Clear the list and begin again.";
  none.replaceChildren(paragraph, choices);
}

async function update({ replace = false, address = true } = {}) {
  const mine = ++asked;
  const state = readState();
  if (address) writeAddress(state, replace);
  cards.setAttribute("aria-busy", "true");
  const pagefind = await openIndex();
  await (filters ??= pagefind.filters()); // a facet is counted only once its file has come
  const answer = await ask(pagefind, state);
  const counts = await countChoices(pagefind, state, answer);
  const total = answer.results.length;
  const found = await list(pagefind, state, answer);
  const results = await Promise.all(found.map((each) => each.data()));
  if (total === 0) await offerNearest(pagefind, state);
  if (mine !== asked) return;
  const narrowed = state.words || Object.keys(state.chosen).length > 0;
  showCounts(counts, state);
  count.textContent = say(total);
  clear.hidden = !narrowed;
  none.hidden = total > 0;
  cards.replaceChildren(...results.map(showCard));
  more.hidden = total <= shown;
  pages.hidden = true;
  cards.setAttribute("aria-busy", "false");
}

function showAll() {
  asked += 1;
  cards.replaceChildren(...first);
  pages.hidden = false;
  more.hidden = true;
  none.hidden = true;
  cards.setAttribute("aria-busy", "false");
}

const narrow = form.querySelector(".narrow");
narrow.addEventListener("click", () => {
  narrow.setAttribute("aria-expanded", String(narrow.getAttribute("aria-expanded") !== "true"));
});
form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("change", () => { shown = PER_PAGE; update(); });
form.elements.q.addEventListener("input", () => { shown = PER_PAGE; update({ replace: true }); });
sort.addEventListener("change", () => { shown = PER_PAGE; update(); });
form.addEventListener("reset", () => setTimeout(() => { shown = PER_PAGE; update(); }));
more.querySelector("button").addEventListener("click", () => {
  const last = cards.children.length;
  shown += PER_PAGE;
  update().then(() => cards.children[last]?.querySelector("a")?.focus());
});
addEventListener("popstate", () => { readAddress(); update({ address: false }); });
readAddress();
if (location.search) update({ replace: true });
else update({ address: false }).catch(showAll);
