// The list of stories, narrowed: or within a facet, and across facets. The address holds the state,
// so that back, reload and a link sent to a colleague all show the same list.
import { openChoices, readCard } from "./choices.js";
import { addressOf, base, latest, search, straighten } from "./index.js";

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
const told = [...form.querySelectorAll(".facet__count")].map((each) => each.textContent);
const saidFirst = count.textContent;
const own = location.pathname;
let shown = PER_PAGE;

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

const without = (state, key) => {
  const { [key]: _, ...chosen } = state.chosen;
  return { ...state, chosen };
};

// Which stories have all that was chosen, and for each choice how many there would be with it: the
// other facets as they are, and this one's own choices set aside, because they are joined by "or".
function pick(rows, chosen) {
  const wanted = Object.entries(chosen);
  const counts = Object.fromEntries(keys.map((key) => [key, {}]));
  const picked = rows.filter(({ has }) => {
    const lacking = wanted.filter(([key, values]) => !values.some((value) => has[key]?.includes(value)));
    if (lacking.length > 1) return false;
    for (const key of lacking.length ? [lacking[0][0]] : keys) {
      for (const value of has[key] ?? []) counts[key][value] = (counts[key][value] ?? 0) + 1;
    }
    return lacking.length === 0;
  });
  return { picked, counts };
}

// With words the nearest come first; without, the newest; or else those with the strongest evidence.
const LEVELS = ["sustained", "signal", "measured", "told"];

async function find(words) {
  const rows = await openChoices();
  if (!words) return rows;
  const places = new Map(rows.map((row) => [row.id, row]));
  return (await search(words)).filter((result) => places.has(result.id))
    .map((result) => ({ ...places.get(result.id), result }));
}

function arrange(rows, order) {
  if (order !== "evidence") return rows;
  const level = ({ has }) => LEVELS.indexOf(has.evidence?.[0]);
  return [...rows].sort((one, two) => level(one) - level(two));
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

async function offerNearest(state, rows) {
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
  const totals = await Promise.all(parts.map(async ({ state: less }) => (
    pick(less.words === state.words ? rows : await find(less.words), less.chosen).picked.length
  )));
  const paragraph = document.createElement("p");
  paragraph.textContent = "No story has all of these.";
  const choices = document.createElement("ul");
  choices.className = "plain";
  parts.forEach((part, at) => {
    const total = totals[at];
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

const show = latest(async () => {
  const state = readState();
  const narrowed = state.words || Object.keys(state.chosen).length > 0;
  if (!narrowed && state.sort === "date" && shown === PER_PAGE) {
    showAll();
    return;
  }
  const rows = await find(state.words);
  const { picked, counts } = pick(rows, state.chosen);
  const results = await Promise.all(arrange(picked, state.sort).slice(0, shown).map(readCard));
  if (picked.length === 0) await offerNearest(state, rows);
  showCounts(counts, state);
  count.textContent = say(picked.length);
  clear.hidden = !narrowed;
  none.hidden = picked.length > 0;
  cards.replaceChildren(...results.map(showCard));
  more.hidden = picked.length <= shown;
  pages.hidden = true;
  cards.setAttribute("aria-busy", "false");
});

// The list as the page came with it, which is also what a reader sees to whom no table comes.
function showAll() {
  if (location.pathname !== own) location.reload();
  form.querySelectorAll(".facet__count").forEach((each, at) => { each.textContent = told[at]; });
  for (const each of form.querySelectorAll("[data-chosen]")) each.textContent = "";
  for (const each of form.querySelectorAll(".is-empty")) each.classList.remove("is-empty");
  count.textContent = saidFirst;
  cards.replaceChildren(...first);
  pages.hidden = false;
  more.hidden = true;
  none.hidden = true;
  clear.hidden = true;
  cards.setAttribute("aria-busy", "false");
}

function update({ replace = false, address = true } = {}) {
  if (address) writeAddress(readState(), replace);
  cards.setAttribute("aria-busy", "true");
  return show().catch(showAll);
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
update({ replace: true, address: Boolean(location.search) });
