// @ts-check
// The form at /tell/: it asks in steps, checks as the checker does, shows the story, and hands the
// text over to the person, who sends it. It sends nothing itself.
import { all, around, one } from "../page.js";
import { makeChecker } from "./check.js";
import { readDate, sayDate } from "./days.js";
import { makeDoors } from "./doors.js";
import { deleteDraft, deleteLongDraft, keepDraft, keepPictures, readDraft } from "./draft.js";
import { offerExamples } from "./examples.js";
import { makeFigures } from "./figures.js";
import { add, remove } from "./lists.js";
import { openDraft } from "./open-draft.js";
import { readFigures } from "./open-figures.js";
import { makeSigns } from "./personal.js";
import { pictures, showPicture, takePicture } from "./pictures.js";
import { readPoints } from "./points.js";
import { makeSteps, mark } from "./steps.js";
import { clean, fill, isControl, makeReader, readAll } from "./values.js";

/** @typedef {import("./values.js").Field} Field */
/** @typedef {import("./values.js").Answers} Answers */

/**
 * What the page says of its form.
 *
 * @typedef {import("./check.js").Rules & {
 *   signs: import("./personal.js").RawSign[],
 *   sentence_end: import("./values.js").Pattern,
 *   clues: Record<string, Record<string, string[]>>,
 *   forbidden: import("./values.js").Pattern,
 *   headings: import("./preview.js").Headings,
 *   pseudonym: import("./preview.js").Pseudonym,
 *   taken: string[],
 *   send: import("./send.js").Send,
 * }} Data
 */

/** @type {Data} */
const data = JSON.parse(one(document, "[data-tell]", HTMLElement).dataset.tell ?? "");
const form = one(document, "#_tell", HTMLFormElement);
const keep = one(document, "#_keep", HTMLInputElement);
const kept = one(form, "[data-kept]", HTMLElement);
const area = one(form, "[data-file]", HTMLTextAreaElement);
const now = new Date();
const today = [now.getFullYear(), now.getMonth() + 1, now.getDate()]
  .map((part) => String(part).padStart(2, "0")).join("-");
const forbidden = new RegExp(data.forbidden[0], `${data.forbidden[1]}g`);
const reader = makeReader(form, forbidden);
const check = makeChecker(
  reader,
  data,
  makeSigns(data.signs, data.sentence_end, data.clues),
  today,
);
const steps = makeSteps(form, (name) => name === "send" && prepare());
const doors = makeDoors(form, data, (key) => steps.goTo(key), sent);
/** @type {Map<string, Field>} */
const fieldsByPath = new Map();
let isUnsaved = false;

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
const answersNow = () => readAll(data.fields, reader);

/**
 * Show beside a control the text's length, and a day or figures as they were read.
 *
 * @param {import("./values.js").Control} control
 */
function showBeside(control) {
  const field = fieldOf(control.name);
  const beside = (/** @type {string} */ sign) => control.parentElement?.querySelector(sign);
  const count = beside("[data-count]");
  if (count && field?.most) {
    const length = [...clean(control.value, forbidden)].length;
    const isTold = field.most < 300 || length > field.most * 0.8;
    count.textContent = isTold ? `${length} of ${field.most} characters` : "";
  }
  const day = beside("[data-day]");
  const read = day && readDate(control.value);
  if (day) day.textContent = read ? sayDate(read) : "A day, such as 3 March 2026.";
  const changedOn = readDate(one(form, "#_t-changed_on", HTMLInputElement).value);
  const points = beside("[data-read]");
  points?.replaceChildren(...makeFigures(readPoints(control.value), changedOn, data.fewest));
}

/** @param {string} name */
function goOn(name) {
  const wrong = check().filter((each) => each.severity === "error" && steps.holds(each.key));
  mark(check().filter((each) => steps.holds(each.key)), steps.current());
  if (wrong.length) steps.summarise(wrong);
  else steps.show(name);
}

/** Make the story ready, or say what keeps it from being sent. */
function prepare() {
  const problems = check();
  const wrong = problems.filter((each) => each.severity === "error");
  const rest = problems.filter((each) => each.severity !== "error");
  mark(problems, form);
  const advice = one(form, "[data-advice]", HTMLElement);
  advice.hidden = rest.length === 0;
  one(advice, "[data-advice-list]", HTMLElement).replaceChildren(...rest.map(steps.makeLink));
  doors.prepare(answersNow(), wrong.length > 0);
  if (wrong.length) steps.summarise(wrong);
}

/** @type {Record<string, (button: HTMLElement) => void>} */
const clicks = {
  ...doors.clicks,
  "[data-next]": () => goOn(steps.name(1)),
  "[data-go-on]": (button) => goOn(button.dataset.goOn ?? ""),
  "[data-back]": () => steps.show(steps.name(-1)),
  "[data-go]": (button) => steps.show(button.dataset.go ?? ""),
  "[data-add]": (button) => {
    const list = button.closest("[data-list]");
    if (!(list instanceof HTMLElement)) return;
    add(list);
    const items = one(list, ":scope > [data-items]", HTMLElement);
    const controls = ":scope > :last-child :is(input:not([type=hidden]), select, textarea)";
    all(items, controls, HTMLElement).at(0)?.focus();
  },
  "[data-remove]": (button) => {
    const item = button.closest("[data-item]");
    if (item instanceof HTMLElement) remove(item);
    change();
  },
  "[data-clear]": () => {
    deleteDraft();
    pictures.clear();
    show({ date: today });
    keep.checked = false;
    isUnsaved = false;
    steps.show(steps.name(-steps.at()));
    kept.textContent = "Nothing is kept on this computer now.";
  },
};

function change() {
  const done = keepDraft(answersNow(), keep.checked);
  isUnsaved = !(done && keep.checked);
}

function keepNow() {
  const done = keepDraft(answersNow(), true) && keepPictures(pictures, true);
  kept.textContent = done
    ? "A draft is kept on this device."
    : "This browser keeps nothing. Download the file before you close the page.";
  keep.checked = done;
  isUnsaved = !done;
}

/** Forget what has been handed over; the words stay on the page until it is left. */
function sent() {
  deleteDraft();
  keep.checked = false;
  isUnsaved = false;
  kept.textContent = "What was kept on this computer is gone; the words stay here until you leave.";
}

/**
 * Fill the form with answers, and with nothing else.
 *
 * @param {Answers} answers
 */
function show(answers) {
  const isLong = keep.checked;
  form.reset();
  keep.checked = isLong;
  for (const list of all(form, "[data-items]", HTMLElement)) list.replaceChildren();
  for (const field of data.fields) fill(field, field.path, answers[field.path], form, add);
  for (const control of all(form, ":is(textarea, input[type=text])[name]", HTMLElement)) {
    if (isControl(control)) showBeside(control);
  }
  for (const input of all(form, "[data-picture]", HTMLInputElement)) showPicture(input);
  mark([], form);
  doors.tellLimits(answersNow());
}

/**
 * Take in a file that was chosen; true if the control is one for files.
 *
 * @param {HTMLInputElement} input
 */
async function takeFile(input) {
  const place = input.closest(".ask") ?? form;
  if (input.matches("[data-picture]")) {
    const wrong = await takePicture(input);
    if (wrong) one(place, "[data-taken]", HTMLElement).textContent = wrong;
    change();
    if (!keepPictures(pictures, keep.checked)) {
      kept.textContent = "The pictures are more than this browser keeps: do not reload the page.";
    }
  } else if (input.files?.[0] && input.matches("[data-figures]")) {
    const { text, wrong } = await readFigures(input.files[0]);
    const control = one(place, "textarea", HTMLTextAreaElement);
    if (!wrong) control.value = text;
    one(place, "[data-opened]", HTMLElement).textContent = wrong ??
      `${input.files[0].name} is read.`;
    showBeside(control);
    change();
  } else if (input.files?.[0]) {
    const { answers, files, wrong } = await openDraft(input.files[0], data.fields);
    kept.textContent = wrong ?? `${input.files[0].name} is open.`;
    if (answers) {
      pictures.clear();
      for (const [name, bytes] of files) pictures.set(name, bytes);
      show(answers);
      change();
      keepPictures(pictures, keep.checked);
      steps.show(steps.name(-steps.at()), false);
    }
    input.value = "";
  }
  doors.tellLimits(answersNow());
}

form.addEventListener("click", (event) => {
  for (const [selector, act] of Object.entries(clicks)) {
    const button = around(event, `:is(button, a)${selector}`);
    if (button) act(button);
  }
});
form.addEventListener("focusin", ({ target }) => {
  if (!(target instanceof HTMLInputElement) || fieldOf(target.name)?.shape !== "slug") return;
  offerExamples(target, new URL("../stories.json", location.href));
});
form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("input", ({ target }) => {
  if (target === keep || target === area) return;
  if (target instanceof HTMLInputElement && target.type === "file") return;
  if (isControl(target)) showBeside(target);
  change();
});
form.addEventListener("change", (event) => {
  const { target } = event;
  if (target === keep) {
    if (keep.checked) keepNow();
    else {
      deleteLongDraft();
      kept.textContent = "The draft is deleted from this device.";
      isUnsaved = true;
    }
    return;
  }
  if (target instanceof HTMLInputElement && target.type === "file") {
    takeFile(target);
    return;
  }
  doors.tellLimits(answersNow());
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
  /** @type {Answers} */
  const answers = { date: today, ...draft?.answers };
  const offers = (/** @type {string} */ path) => (/** @type {string} */ value) =>
    fieldsByPath.get(path)?.choices?.includes(value);
  const given = {
    domains: asked.getAll("domain").filter(offers("domains")),
    setting: asked.getAll("setting").find(offers("setting")),
    adapted_from: asked.get("adapted_from"),
    problem: asked.get("asked"),
  };
  for (const [path, value] of Object.entries(given)) {
    if (!answers[path] && value?.length) answers[path] = value;
  }
  for (const [name, bytes] of draft?.pictures ?? []) pictures.set(name, bytes);
  show(answers);
  if (draft?.isLong) {
    keep.checked = true;
    kept.textContent = "This is the draft that was kept on this device.";
  }
  steps.show(steps.first(), false);
}

begin();
