// @ts-check
// The two short forms: an update of a story, and “we tried this too”. What is written becomes a file,
// and the person takes it where it is to go.
import { one } from "../page.js";
import { keepDraft, readDraft } from "./draft.js";
import { sayDate } from "./days.js";
import { makePost } from "./receiver.js";
import { addressOfLetter, addressOfNewFile, download } from "./send.js";
import { startWhole } from "./whole.js";
import { writeProse } from "./write.js";

const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const LANGUAGE = /^[a-zA-Z]{2,3}(?:-[a-zA-Z0-9]{2,8}){0,4}$/;
const NUMBER = /^-?\d+(?:\.\d+)?$/;

/** @typedef {{ measure: string, title: string, date: string, value: string, n: string }} Point */
/**
 * @typedef {object} Told
 * @property {string} of
 * @property {string} today
 * @property {string} moment What tells two files of one day apart.
 * @property {Record<string, string>} answers
 * @property {Point[]} points
 */
/** @typedef {{ path: string, text: string }} Made */

/**
 * Read from an address which record a form is about: `stories/SLUG` or `actions/SLUG`; nothing if it
 * names none.
 *
 * @param {URLSearchParams} query
 */
export function readGoal(query) {
  const told = query.get("update") ?? query.get("from") ?? "";
  const [folder, slug] = told.includes("/") ? told.split("/") : ["stories", told];
  return ["stories", "actions"].includes(folder) && SLUG.test(slug ?? "")
    ? `${folder}/${slug}`
    : "";
}

/**
 * Find what is missing or wrong, each in a sentence.
 *
 * @param {"update" | "adoption"} kind
 * @param {Told} told
 */
export function findWrong(kind, { today, answers, points }) {
  const wrong = [];
  for (const { title, date, value, n } of points) {
    if (!date) wrong.push(`Enter the day of the value for “${title}”.`);
    if (date > today) wrong.push(`The day of the value for “${title}” has not come yet.`);
    if (!NUMBER.test(value)) wrong.push(`Enter the value for “${title}” in digits, such as 4.5.`);
    if (n && !NUMBER.test(n)) wrong.push(`Enter in digits how many “${title}” was counted from.`);
  }
  if (kind === "adoption") {
    if (!answers.outcome) wrong.push("Choose what came of it.");
    if (!answers.why) wrong.push("Enter why, in one line.");
    if (answers.why?.length > 200) wrong.push("Shorten the reason to 200 characters.");
  } else if (points.length === 0 && !answers.status && !answers.body) {
    wrong.push("Enter a value, how it stands, or what has happened.");
  }
  if (answers.language && !LANGUAGE.test(answers.language)) {
    wrong.push("Enter the language by its code, such as cy for Welsh.");
  }
  return wrong;
}

/**
 * Write the file of an update or an adoption.
 *
 * @param {"update" | "adoption"} kind
 * @param {Told} told
 * @returns {Made}
 */
export function writeShort(kind, { of, today, moment, answers, points }) {
  const [folder, slug] = of.split("/");
  const lines = ["---"];
  const say = (/** @type {string} */ name) => {
    if (answers[name]) lines.push(`${name}: ${JSON.stringify(answers[name])}`);
  };
  if (kind === "adoption") {
    lines.push(`of: ${of}`, `date: ${today}`);
    ["organisation", "team", "setting", "outcome", "why", "changed", "language"].forEach(say);
  } else {
    lines.push(`${folder === "actions" ? "action" : "story"}: ${slug}`, `date: ${today}`);
    say("status");
    if (points.length > 0) lines.push("measures:", ...points.flatMap(writePoint));
    say("language");
  }
  const body = answers.body ? `\n${writeProse(answers.body)}\n` : "";
  const name = kind === "adoption" ? "adoptions" : "updates";
  return {
    path: `stories/${name}/${today}-${slug}-${moment}.md`,
    text: `${lines.join("\n")}\n---\n${body}`,
  };
}

/** @param {Point} point */
function writePoint({ measure, date, value, n }) {
  const size = n ? `, n: ${n}` : "";
  return [
    `  - measure: ${JSON.stringify(measure)}`,
    "    points:",
    `      - {date: ${date}, value: ${value}${size}}`,
  ];
}

/** @param {HTMLFormElement} form */
async function begin(form) {
  const query = new URLSearchParams(location.search);
  const of = readGoal(query);
  const kind = form.dataset.short === "adoption" ? "adoption" : "update";
  const root = new URL(form.dataset.root ?? "", location.href);
  document.querySelector(".short__without")?.remove();
  const record = of ? await fetchRecord(of, root).catch(() => null) : null;
  one(document, "[data-no-goal]", HTMLElement).hidden = record !== null;
  if (!record) return;
  form.hidden = false;
  const link = document.createElement("a");
  link.href = String(new URL(`${of}/`, root));
  link.textContent = record.title;
  find(form, "goal").append(link);
  if (kind === "update") showMeasures(form, record.measures);
  form.querySelector('button[data-way="download"]')?.addEventListener("click", () => {
    const path = find(form, "path").textContent ?? "";
    const { value } = /** @type {HTMLTextAreaElement} */ (find(form, "file"));
    download(path.split("/").at(-1) ?? path, value);
  });
  const whole = form.querySelector("a[data-whole]");
  if (whole instanceof HTMLAnchorElement) leadOn(whole, () => readForm(form, of), record);
  const way = makePost(form, JSON.parse(form.dataset.form ?? "{}").send, () => {});
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const told = readForm(form, of);
    const wrong = findWrong(kind, told);
    tellWrong(form, wrong);
    if (wrong.length > 0) return;
    const made = writeShort(kind, told);
    handOver(form, made, record.title);
    const name = made.path.split("/").at(-1) ?? made.path;
    way.offer({ name, title: record.title, text: made.text });
  });
}

/**
 * Lead on to a whole story, and take along what was written; one that was begun in this tab stays.
 *
 * @param {HTMLAnchorElement} link
 * @param {() => Told} read
 * @param {import("./whole.js").Example} record
 */
function leadOn(link, read, record) {
  const { href } = link;
  link.addEventListener("click", () => {
    const { of, answers } = read();
    const begun = startWhole(of, record, answers);
    const draft = readDraft();
    keepDraft({ ...begun.answers, ...draft?.answers }, draft?.isLong ?? false);
    link.href = href + begun.query;
  });
}

/**
 * @param {HTMLElement} form
 * @param {string} name
 * @returns {HTMLElement}
 */
function find(form, name) {
  const found = form.querySelector(`[data-${name}]`);
  if (!(found instanceof HTMLElement)) throw new Error(`no ${name} in the form`);
  return found;
}

/**
 * Fetch what the site has as data of a record; nothing if it is not there.
 *
 * @param {string} of
 * @param {URL} root
 */
async function fetchRecord(of, root) {
  const [folder, slug] = of.split("/");
  const file = folder === "stories" ? `${of}/story.json` : "actions.json";
  const answer = await fetch(new URL(file, root));
  if (!answer.ok) return null;
  const { story, actions = [] } = await answer.json();
  return story ?? actions.find((/** @type {{ slug: string }} */ each) => each.slug === slug) ??
    null;
}

/**
 * @param {HTMLElement} form
 * @param {any[]} measures
 */
function showMeasures(form, measures) {
  const template = form.querySelector("template[data-measure]");
  if (!(template instanceof HTMLTemplateElement)) return;
  measures.forEach((measure, at) => {
    const last = measure.points.at(-1);
    if (!last) return;
    const part = /** @type {DocumentFragment} */ (template.content.cloneNode(true));
    const group = /** @type {HTMLElement} */ (part.firstElementChild);
    group.dataset.measureName = measure.id ?? measure.title;
    group.dataset.measureTitle = measure.title;
    find(group, "title").textContent = measure.title;
    const unit = measure.unit && measure.unit !== "%" ? ` ${measure.unit}` : measure.unit ?? "";
    find(group, "last").textContent = `The last: ${last.value}${unit} on ${sayDate(last.date)}.`;
    for (const label of group.querySelectorAll("label")) {
      const name = label.dataset.for ?? "";
      const input = group.querySelector(`[data-name="${name}"]`);
      if (input) input.id = label.htmlFor = `_m${at}-${name}`;
    }
    find(form, "measures").append(part);
  });
}

/**
 * @param {HTMLFormElement} form
 * @param {string} of
 * @returns {Told}
 */
function readForm(form, of) {
  const data = new FormData(form);
  const answers = Object.fromEntries(
    [...data].map(([name, value]) => [name, String(value).trim()]),
  );
  const points = [...form.querySelectorAll("[data-measure-name]")].map((group) => {
    const { measureName = "", measureTitle = "" } = /** @type {HTMLElement} */ (group).dataset;
    const cells = [...group.querySelectorAll("input")].map((input) => [
      input.dataset.name,
      input.value.trim().replace(",", "."),
    ]);
    return { measure: measureName, title: measureTitle, ...Object.fromEntries(cells) };
  });
  const now = new Date();
  now.setMinutes(now.getMinutes() - now.getTimezoneOffset());
  const told = /** @type {Point[]} */ (points).filter(({ value }) => value);
  const [today, time] = now.toISOString().split("T");
  return { of, today, moment: time.slice(0, 8).replaceAll(":", ""), answers, points: told };
}

/**
 * @param {HTMLElement} form
 * @param {string[]} wrong
 */
function tellWrong(form, wrong) {
  const list = document.createElement("ul");
  for (const sentence of wrong) {
    const item = document.createElement("li");
    item.textContent = sentence;
    list.append(item);
  }
  find(form, "wrong").replaceChildren(...(wrong.length > 0 ? [list] : []));
}

/**
 * @param {HTMLElement} form
 * @param {Made} made
 * @param {string} title
 */
function handOver(form, { path, text }, title) {
  const { send } = JSON.parse(form.dataset.form ?? "{}");
  const ways = find(form, "ways");
  find(form, "path").textContent = path;
  /** @type {HTMLTextAreaElement} */ (find(form, "file")).value = text;
  const offers = {
    propose: send.repo && addressOfNewFile(send, path, text),
    mail: send.mail && addressOfLetter(send, title, text),
  };
  for (const [way, offer] of Object.entries(offers)) {
    const link = form.querySelector(`a[data-way="${way}"]`);
    if (link instanceof HTMLAnchorElement && offer) {
      link.href = offer.url;
      link.hidden = false;
    }
  }
  const parts = Object.values(offers).filter((offer) => offer && !offer.isWhole);
  find(form, "note").textContent = parts.length > 0
    ? "It is too long for an address: download it first, and add it yourself."
    : "";
  ways.hidden = false;
  ways.focus();
}

const form = globalThis.document?.querySelector("form[data-short]");
if (form) begin(/** @type {HTMLFormElement} */ (form));
