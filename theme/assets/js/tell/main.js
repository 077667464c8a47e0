// @ts-check
// The form at /tell/: it asks in steps, checks as the checker does, shows the story, and hands the
// text over to the person, who sends it. It sends nothing itself.
import { all, around, one } from "../page.js";
import { makeChecker } from "./check.js";
import { deleteDraft, keepDraft, readDraft } from "./draft.js";
import { add, remove } from "./lists.js";
import { makeSigns } from "./personal.js";
import { readPoints } from "./points.js";
import { makePreview, makeTable } from "./preview.js";
import { addressOfLetter, addressOfNewFile, copy, download } from "./send.js";
import { makeSteps, mark } from "./steps.js";
import { clean, fill, isControl, makeReader, readAll } from "./values.js";
import { nameFile, writeFile } from "./write.js";

/** @typedef {import("./values.js").Field} Field */

/**
 * What the page says of its form.
 *
 * @type {import("./check.js").Rules & {
 *   signs: import("./personal.js").RawSign[],
 *   sentence_end: import("./values.js").Pattern,
 *   forbidden: import("./values.js").Pattern,
 *   headings: import("./preview.js").Headings,
 *   pseudonym: import("./preview.js").Pseudonym,
 *   taken: string[],
 *   send: import("./send.js").Send,
 * }}
 */
const data = JSON.parse(one(document, "[data-tell]", HTMLElement).dataset.tell ?? "");
const form = one(document, "#_tell", HTMLFormElement);
const keep = one(document, "#_keep", HTMLInputElement);
const kept = one(form, "[data-kept]", HTMLElement);
const status = one(form, "[data-status]", HTMLElement);
const doors = one(form, "[data-send]", HTMLElement);
const area = one(form, "[data-file]", HTMLTextAreaElement);
const now = new Date();
const today = [now.getFullYear(), now.getMonth() + 1, now.getDate()]
  .map((part) => String(part).padStart(2, "0")).join("-");
const forbidden = new RegExp(data.forbidden[0], `${data.forbidden[1]}g`);
const reader = makeReader(form, forbidden);
const check = makeChecker(reader, data, makeSigns(data.signs, data.sentence_end), today);
const steps = makeSteps(form);
/** @type {Map<string, Field>} */
const fieldsByPath = new Map();
let isUnsaved = false;
/** @type {{ slug: string, title: string, text: string, isWhole: boolean } | null} */
let ready = null;

/** @param {Field[]} fields */
function listFields(fields) {
  for (const field of fields) {
    fieldsByPath.set(field.path, field);
    listFields(field.parts ?? []);
  }
}
listFields(data.fields);
/** @param {string} name */
const fieldOf = (name) => fieldsByPath.get(name.replaceAll(/\.\d+(?=\.)/g, ""));

/**
 * Show the text's length where there is little room, and the points as they were read.
 *
 * @param {import("./values.js").Control} control
 */
function showBeside(control) {
  const field = fieldOf(control.name);
  const count = control.parentElement?.querySelector("[data-count]");
  if (count && field?.most) {
    const length = [...clean(control.value, forbidden)].length;
    const isTold = field.most < 300 || length > field.most * 0.8;
    count.textContent = isTold ? `${length} of ${field.most} characters` : "";
  }
  const asRead = control.parentElement?.querySelector("[data-read]");
  if (asRead) {
    const points = readPoints(control.value);
    asRead.replaceChildren(...(points.length ? [makeTable(points)] : []));
  }
}

/** @param {string} name */
function goOn(name) {
  const wrong = check().filter((each) => each.severity === "error" && steps.holds(each.key));
  mark(check().filter((each) => steps.holds(each.key)), steps.current());
  if (wrong.length) steps.summarise(wrong);
  else enter(name);
}

/** @param {string} name */
function enter(name) {
  steps.show(name);
  if (name === "send") prepare();
}

/** Make the story ready, or say what keeps it from being sent. */
function prepare() {
  const problems = check();
  const wrong = problems.filter((each) => each.severity === "error");
  const rest = problems.filter((each) => each.severity !== "error");
  const answers = readAll(data.fields, reader);
  mark(problems, form);
  const advice = one(form, "[data-advice]", HTMLElement);
  advice.hidden = rest.length === 0;
  one(advice, "[data-advice-list]", HTMLElement).replaceChildren(...rest.map(steps.makeLink));
  one(form, "[data-preview]", HTMLElement)
    .replaceChildren(makePreview(data, answers, form));
  doors.hidden = wrong.length > 0;
  status.textContent = "";
  ready = null;
  if (wrong.length) {
    steps.summarise(wrong);
    return;
  }
  const slug = nameFile(answers.title, data.taken);
  const text = writeFile(data.fields, answers);
  area.value = text;
  one(form, "[data-name]", HTMLElement).textContent = `${slug}.md`;
  const path = `stories/${answers.date.slice(0, 4)}/${slug}.md`;
  ready = { slug, title: answers.title, text, isWhole: openDoors(path, answers.title, text) };
}

/**
 * Open the ways out; false if the text is too long for an address of GitHub's.
 *
 * @param {string} path
 * @param {string} title
 * @param {string} text
 */
function openDoors(path, title, text) {
  const { url: address, isWhole } = addressOfNewFile(data.send, path, text);
  for (const propose of all(form, "[data-propose]", HTMLAnchorElement)) {
    propose.href = address;
    one(form, "[data-propose-about]", HTMLElement).textContent = isWhole
      ? "GitHub opens in a new tab with the text filled in. You need an account there; it keeps your copy and proposes your story to us."
      : "Your story is too long to go along in an address. It is copied, GitHub opens in a new tab with the file's name, and you paste it there.";
  }
  const letter = addressOfLetter(data.send, title, text);
  for (const mail of all(form, "[data-mail]", HTMLAnchorElement)) {
    mail.href = letter.url;
    one(form, "[data-mail-about]", HTMLElement).textContent = letter.isWhole
      ? `Your mail program opens with the text in it, to ${data.send.mail}.`
      : `The story is too long for that: download the file, then attach it to the letter to ${data.send.mail}.`;
  }
  return isWhole;
}

async function copyText() {
  const done = await copy(area.value, area);
  status.textContent = done
    ? "The text is copied."
    : "Your browser does not let this page copy. The text is marked below: copy it from there.";
  return done;
}

/** @type {Record<string, (button: HTMLElement) => void>} */
const clicks = {
  "[data-next]": () => goOn(steps.name(1)),
  "[data-go-on]": (button) => goOn(button.dataset.goOn ?? ""),
  "[data-back]": () => enter(steps.name(-1)),
  "[data-go]": (button) => enter(button.dataset.go ?? ""),
  "[data-add]": (button) => {
    const list = button.closest("[data-list]");
    if (!(list instanceof HTMLElement)) return;
    add(list);
    const items = one(list, ":scope > [data-items]", HTMLElement);
    all(items, ":scope > :last-child :is(input, select, textarea)", HTMLElement).at(0)?.focus();
  },
  "[data-remove]": (button) => {
    const item = button.closest("[data-item]");
    if (item instanceof HTMLElement) remove(item);
    change();
  },
  "[data-download]": () => {
    if (!ready) return;
    download(`${ready.slug}.md`, ready.text);
    status.textContent = `${ready.slug}.md is in your downloads.`;
    isUnsaved = false;
  },
  "[data-copy]": async () => {
    if (await copyText()) isUnsaved = false;
  },
  "[data-propose]": async () => {
    isUnsaved = false;
    if (ready?.isWhole === false && (await copyText())) {
      status.textContent = "The text is copied. Paste it into the page that has opened.";
    }
  },
  "[data-mail]": () => {
    isUnsaved = false;
  },
};

function change() {
  isUnsaved = true;
  if (keep.checked) keepNow();
}

function keepNow() {
  const done = keepDraft(readAll(data.fields, reader));
  kept.textContent = done
    ? "A draft is kept on this device."
    : "This browser keeps nothing. Download the file before you close the page.";
  keep.checked = done;
  isUnsaved = !done;
}

form.addEventListener("click", (event) => {
  for (const [selector, act] of Object.entries(clicks)) {
    const button = around(event, `:is(button, a)${selector}`);
    if (button) act(button);
  }
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
});
form.addEventListener("input", (event) => {
  if (event.target === keep || event.target === area) return;
  if (isControl(event.target)) showBeside(event.target);
  change();
});
form.addEventListener("change", (event) => {
  if (event.target === keep) {
    if (keep.checked) keepNow();
    else {
      deleteDraft();
      kept.textContent = "The draft is deleted from this device.";
      isUnsaved = true;
    }
    return;
  }
  // What was marked as wrong is judged anew; personal data is pointed out at once.
  const ask = around(event, "[data-ask]");
  const wasWrong = ask?.querySelector(".ask__error")?.textContent;
  if (ask) mark(check().filter((each) => wasWrong || each.code.startsWith("P")), ask);
});
addEventListener("beforeunload", (event) => {
  if (isUnsaved) event.preventDefault();
});

/** Begin with what is known: a draft, what the link to this page said, the day. */
function begin() {
  const draft = readDraft();
  const asked = new URLSearchParams(location.search);
  /** @type {import("./values.js").Answers} */
  const answers = { date: today, ...draft };
  /**
   * @param {string} path
   * @param {string | null} value
   */
  const offers = (path, value) => value && fieldsByPath.get(path)?.choices?.includes(value);
  if (!answers.domains && offers("domains", asked.get("domain"))) {
    answers.domains = [asked.get("domain")];
  }
  if (!answers.setting && offers("setting", asked.get("setting"))) {
    answers.setting = asked.get("setting");
  }
  if (!answers.problem && asked.get("asked")) answers.problem = asked.get("asked");
  for (const field of data.fields) fill(field, field.path, answers[field.path], form, add);
  for (const control of all(form, "textarea[name]", HTMLTextAreaElement)) showBeside(control);
  if (draft) {
    keep.checked = true;
    kept.textContent = "This is the draft that was kept on this device.";
  }
  steps.show(steps.name(0), false);
}

begin();
