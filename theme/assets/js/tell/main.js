// The form at /tell/: it asks in steps, checks as the checker does, shows the story, and hands the
// text over to the person, who sends it. It sends nothing itself.
import { makeChecker } from "./check.js";
import { deleteDraft, keepDraft, readDraft } from "./draft.js";
import { add, remove } from "./lists.js";
import { makeSigns } from "./personal.js";
import { readPoints } from "./points.js";
import { makePreview, makeTable } from "./preview.js";
import { addressOfLetter, addressOfNewFile, copy, download } from "./send.js";
import { makeSteps, mark } from "./steps.js";
import { clean, fill, readAll } from "./values.js";
import { nameFile, writeFile } from "./write.js";

const data = JSON.parse(document.querySelector("[data-tell]").dataset.tell);
const form = document.getElementById("_tell");
const keep = document.getElementById("_keep");
const kept = form.querySelector("[data-kept]");
const status = form.querySelector("[data-status]");
const doors = form.querySelector("[data-send]");
const area = form.querySelector("[data-file]");
const now = new Date();
const today = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
form.forbidden = new RegExp(data.forbidden[0], `${data.forbidden[1]}g`);
const check = makeChecker(form, data, makeSigns(data.signs), today);
const steps = makeSteps(form);
const fieldsByPath = new Map();
let isUnsaved = false;
let ready = null;

(function list(fields) {
  for (const field of fields) {
    fieldsByPath.set(field.path, field);
    list(field.parts ?? []);
  }
})(data.fields);
const fieldOf = (name) => fieldsByPath.get(name.replace(/\.\d+(?=\.)/g, ""));

/** Show the text's length where there is little room, and the points as they were read. */
function showBeside(control) {
  const field = fieldOf(control.name);
  const count = control.parentElement.querySelector("[data-count]");
  if (count && field?.most) {
    const length = [...clean(control.value, form.forbidden)].length;
    count.textContent = field.most < 300 || length > field.most * 0.8 ? `${length} of ${field.most} characters` : "";
  }
  const read = control.parentElement.querySelector("[data-read]");
  if (read) {
    const points = readPoints(control.value);
    read.replaceChildren(...(points.length ? [makeTable(points)] : []));
  }
}

function goOn(name) {
  const wrong = check().filter((each) => each.severity === "error" && steps.holds(each.key));
  mark(check().filter((each) => steps.holds(each.key)), steps.current());
  if (wrong.length) steps.summarise(wrong);
  else enter(name);
}

function enter(name) {
  steps.show(name);
  if (name === "send") prepare();
}

/** Make the story ready, or say what keeps it from being sent. */
function prepare() {
  const problems = check();
  const wrong = problems.filter((each) => each.severity === "error");
  const rest = problems.filter((each) => each.severity !== "error");
  const answers = readAll(data.fields, form);
  mark(problems, form);
  const advice = form.querySelector("[data-advice]");
  advice.hidden = rest.length === 0;
  advice.querySelector("[data-advice-list]").replaceChildren(...rest.map(steps.makeLink));
  form.querySelector("[data-preview]").replaceChildren(makePreview(data, answers, form));
  doors.hidden = wrong.length > 0;
  status.textContent = "";
  ready = null;
  if (wrong.length) {
    steps.summarise(wrong);
    return;
  }
  const slug = nameFile(answers.title, data.taken);
  ready = { slug, title: answers.title, text: writeFile(data.fields, answers) };
  area.value = ready.text;
  form.querySelector("[data-name]").textContent = `${slug}.md`;
  openDoors(`stories/${answers.date.slice(0, 4)}/${slug}.md`);
}

function openDoors(path) {
  const propose = form.querySelector("[data-propose]");
  if (propose) {
    const { url, isWhole } = addressOfNewFile(data.send, path, ready.text);
    propose.href = url;
    ready.isWhole = isWhole;
    form.querySelector("[data-propose-about]").textContent = isWhole
      ? "GitHub opens in a new tab with the text filled in. You need an account there; it keeps your copy and proposes your story to us."
      : "Your story is too long to go along in an address. It is copied, GitHub opens in a new tab with the file's name, and you paste it there.";
  }
  const letter = form.querySelector("[data-mail]");
  if (letter) {
    const { url, isWhole } = addressOfLetter(data.send, ready.title, ready.text);
    letter.href = url;
    form.querySelector("[data-mail-about]").textContent = isWhole
      ? `Your mail program opens with the text in it, to ${data.send.mail}.`
      : `The story is too long for that: download the file, then attach it to the letter to ${data.send.mail}.`;
  }
}

async function copyText() {
  const done = await copy(ready.text, area);
  status.textContent = done ? "The text is copied." : "Your browser does not let this page copy. The text is marked below: copy it from there.";
  return done;
}

const clicks = {
  "[data-next]": () => goOn(steps.name(1)),
  "[data-go-on]": (button) => goOn(button.dataset.goOn),
  "[data-back]": () => enter(steps.name(-1)),
  "[data-go]": (button) => enter(button.dataset.go),
  "[data-add]": (button) => {
    const list = button.closest("[data-list]");
    add(list);
    list.querySelector(":scope > [data-items]").lastElementChild.querySelector("input, select, textarea").focus();
  },
  "[data-remove]": (button) => { remove(button.closest("[data-item]")); change(); },
  "[data-download]": () => {
    download(`${ready.slug}.md`, ready.text);
    status.textContent = `${ready.slug}.md is in your downloads.`;
    isUnsaved = false;
  },
  "[data-copy]": async () => { if (await copyText()) isUnsaved = false; },
  "[data-propose]": async () => {
    isUnsaved = false;
    if (!ready.isWhole && (await copyText())) status.textContent = "The text is copied. Paste it into the page that has opened.";
  },
  "[data-mail]": () => { isUnsaved = false; },
};

function change() {
  isUnsaved = true;
  if (keep.checked) keepNow();
}

function keepNow() {
  const done = keepDraft(readAll(data.fields, form));
  kept.textContent = done ? "A draft is kept on this device." : "This browser keeps nothing. Download the file before you close the page.";
  keep.checked = done;
  isUnsaved = !done;
}

form.addEventListener("click", (event) => {
  for (const [selector, act] of Object.entries(clicks)) {
    const button = event.target.closest(`:is(button, a)${selector}`);
    if (button) act(button);
  }
});
form.addEventListener("submit", (event) => { event.preventDefault(); });
form.addEventListener("input", (event) => {
  if (event.target === keep || event.target === area) return;
  showBeside(event.target);
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
  const ask = event.target.closest("[data-ask]");
  const wasWrong = ask?.querySelector(".ask__error")?.textContent;
  if (ask) mark(check().filter((each) => wasWrong || each.code.startsWith("P")), ask);
});
addEventListener("beforeunload", (event) => { if (isUnsaved) event.preventDefault(); });

/** Begin with what is known: a draft, what the link to this page said, the day. */
function begin() {
  const draft = readDraft();
  const asked = new URLSearchParams(location.search);
  const answers = { date: today, ...draft };
  const offers = (path, value) => fieldsByPath.get(path)?.choices?.includes(value);
  if (!answers.domains && offers("domains", asked.get("domain"))) answers.domains = [asked.get("domain")];
  if (!answers.setting && offers("setting", asked.get("setting"))) answers.setting = asked.get("setting");
  for (const field of data.fields) fill(field, field.path, answers[field.path], form, add);
  for (const control of form.querySelectorAll("textarea[name]")) showBeside(control);
  if (draft) {
    keep.checked = true;
    kept.textContent = "This is the draft that was kept on this device.";
  }
  steps.show(steps.name(0), false);
}

begin();
