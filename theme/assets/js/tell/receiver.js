// @ts-check
// The way without an account: one post to the address that the site names, a number for the person,
// and in plain words what came of it. What was written stays where it is until it has arrived.
import { all, one } from "../page.js";

/**
 * @typedef {object} Parcel What is sent.
 * @property {string} name Of the file.
 * @property {string} title
 * @property {string} text Of the record's own file.
 * @property {string} [email] At which the person can be asked.
 * @property {Uint8Array<ArrayBuffer>} [bytes] Of the .zip, if there is more than the text.
 */

const LONGEST_WAIT = 120_000;
const LONGEST_WORDS = 160;

/** Make the number by which a person and whoever reads the story speak of it. */
export function makeReference() {
  const [number] = crypto.getRandomValues(new Uint32Array(1));
  const digits = String(number % 100_000_000).padStart(8, "0");
  return `${digits.slice(0, 4)}-${digits.slice(4)}`;
}

/**
 * Write the fields of the post, under names that tell a reader of a letter or a table what they are.
 *
 * @param {string} reference
 * @param {Parcel} parcel
 */
export function writePost(reference, { name, title, text, email, bytes }) {
  const fields = new FormData();
  const told = { reference, title, _subject: `${title} (${reference})`, file_name: name, email };
  for (const [field, value] of Object.entries(told)) if (value) fields.set(field, value);
  fields.set("story", text);
  if (bytes) fields.set("file", new File([bytes], name, { type: "application/zip" }));
  return fields;
}

/**
 * Say what an answer means; nothing if the story has arrived.
 *
 * @param {number} status
 * @param {string} text
 * @param {string} host Who answered.
 */
export function sayAnswer(status, text, host) {
  const told = parse(text);
  const words = findWords(told);
  const isTaken = status >= 200 && status < 300 && told.ok !== false && told.success !== false &&
    !told.error && !Object.keys(told.errors ?? {}).length;
  if (isTaken) return "";
  const said = words ? ` It says: “${words}”` : "";
  return `${sayRefusal(status, `${words} ${findCodes(told)}`, host)}${said}`;
}

/**
 * @param {number} status
 * @param {string} words What the receiver said, and its codes.
 * @param {string} host
 */
function sayRefusal(status, words, host) {
  if (status === 413 || /too.(?:big|large)|size limit/i.test(words)) {
    return `It is larger than ${host} takes.`;
  }
  if (status === 415 || /file.uploads?/i.test(words)) {
    return `${host} takes words alone, and no pictures or steps.`;
  }
  if (status === 402 || status === 429) {
    return `${host} takes no more just now. Try again in an hour.`;
  }
  if (status === 404 || status === 410 || /INACTIVE|BLOCKED|NOT_FOUND/.test(words)) {
    return `There is nobody at ${host} to take it any more.`;
  }
  if (status === 401 || status === 403) return `${host} takes nothing from this page.`;
  if (status >= 500) return `${host} is out of order just now. Try again in a while.`;
  return `${host} did not take it.`;
}

/**
 * Say why there was no answer at all.
 *
 * @param {unknown} error
 * @param {string} host
 * @param {boolean} isOnline
 */
export function saySilence(error, host, isOnline) {
  if (!isOnline) return "There is no connection just now, so that nothing was sent.";
  if (error instanceof Error && error.name === "TimeoutError") {
    return `${host} has not answered for two minutes. Send it again: it keeps its number, and counts once.`;
  }
  return `It did not reach ${host}: there is no connection, or ${host} takes nothing from this page.`;
}

/**
 * @param {string} text
 * @returns {Record<string, any>}
 */
function parse(text) {
  try {
    const told = JSON.parse(text);
    return told && typeof told === "object" ? told : {};
  } catch {
    return {}; // a page, which says nothing to a program
  }
}

/**
 * Find the receiver's own words for what was wrong, made short and of one line.
 *
 * @param {Record<string, any>} told
 */
function findWords({ error, errors, message }) {
  const listed = Object.values(errors ?? {}).flat();
  const said = [error?.message ?? error, ...listed.map((each) => each?.message ?? each), message]
    .find((each) => typeof each === "string" && each.trim());
  const line = String(said ?? "").replaceAll(/[\p{Cc}\p{Cf}\s]+/gu, " ").trim();
  return line.length > LONGEST_WORDS ? `${line.slice(0, LONGEST_WORDS)}…` : line;
}

/**
 * Find the codes of what was wrong, as some services give them.
 *
 * @param {Record<string, any>} told
 */
const findCodes = ({ code, errors }) =>
  [code, ...Object.values(errors ?? {}).flat().map((each) => each?.code)].filter(Boolean).join(" ");

/**
 * @param {import("./send.js").Send} send
 * @param {FormData} fields
 */
async function post({ receiver, site }, fields) {
  const address = new URL(receiver, location.href);
  const host = address.origin === location.origin ? site : address.hostname;
  try {
    const answer = await fetch(address, {
      method: "POST",
      body: fields,
      headers: { Accept: "application/json" },
      referrerPolicy: "strict-origin", // services ask which site a form stands on
      signal: AbortSignal.timeout(LONGEST_WAIT),
    });
    return sayAnswer(answer.status, await answer.text(), host);
  } catch (error) {
    return saySilence(error, host, navigator.onLine);
  }
}

/**
 * Make the way to the receiver, if the page has one.
 *
 * @param {HTMLElement} form
 * @param {import("./send.js").Send} send
 * @param {() => void} arrived Is told when the story is there.
 */
export function makePost(form, send, arrived) {
  const button = form.querySelector("[data-post]");
  /** @type {Parcel & { reference: string, hasArrived: boolean, isUnderway: boolean } | null} */
  let ready = null;

  /** @param {Parcel} parcel */
  function offer(parcel) {
    if (!button) return;
    const isSame = ready?.text === parcel.text && ready.bytes?.length === parcel.bytes?.length;
    const before = isSame ? ready : null;
    ready = {
      ...parcel,
      reference: before?.reference ?? makeReference(),
      hasArrived: before?.hasArrived ?? false,
      isUnderway: before?.isUnderway ?? false,
    };
    one(form, "[data-post-status]", HTMLElement).textContent = "";
    show(ready.hasArrived);
  }

  /** @param {boolean} hasArrived */
  function show(hasArrived) {
    one(form, "[data-arrived]", HTMLElement).hidden = !hasArrived;
    for (const way of all(form, "[data-post-way]", HTMLElement)) way.hidden = hasArrived;
  }

  async function go() {
    if (!ready || ready.isUnderway || ready.hasArrived) return;
    const parcel = ready;
    const status = one(form, "[data-post-status]", HTMLElement);
    parcel.isUnderway = true;
    status.textContent = "It is on its way …";
    const wrong = await post(send, writePost(parcel.reference, parcel));
    parcel.isUnderway = false;
    if (wrong) {
      const otherwise = send.mail ? `and attach it to an e-mail to ${send.mail}` : "and keep it";
      status.textContent =
        `${wrong} Nothing is lost: what you wrote stays here. If it fails again, download the file ${otherwise}.`;
      return;
    }
    parcel.hasArrived = true;
    status.textContent = "";
    tell(parcel);
    arrived();
  }

  /** @param {Parcel & { reference: string }} parcel */
  function tell({ reference, email }) {
    const about = one(form, "[data-arrived]", HTMLElement);
    one(about, "[data-reference]", HTMLElement).textContent = reference;
    one(about, "[data-asked]", HTMLElement).textContent = email
      ? `If something is not clear, they write to ${email}.`
      : "You gave no address, so that nobody can ask you: write to them yourself if something changes.";
    show(true);
    about.focus();
  }

  button?.addEventListener("click", go);
  return { offer };
}
