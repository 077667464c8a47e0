// @ts-check
// What was typed and taken in, kept in this tab, and longer only while the person wants it.

const [NAME, PICTURES] = ["tell-draft", "tell-pictures"];

/** @typedef {import("./values.js").Answers} Answers */
/** @typedef {Map<string, Uint8Array>} Files By name. */

/**
 * Read what was kept, and whether it is kept for longer than the tab; null if there is nothing.
 *
 * @returns {{ answers: Answers, pictures: Files, isLong: boolean } | null}
 */
export function readDraft() {
  for (const [store, isLong] of stores()) {
    try {
      const answers = JSON.parse(store.getItem(NAME) ?? "null");
      const told = Object.entries(JSON.parse(store.getItem(PICTURES) ?? "{}"));
      const pictures = new Map(told.map(([name, text]) => [name, fromText(`${text}`)]));
      if (answers) return { answers, pictures, isLong: isLong || has(localStorage) };
    } catch { /* a store that is closed, or holds something else, holds no draft */ }
  }
  return null;
}

/** @param {Storage} store */
const has = (store) => store.getItem(NAME) !== null;

/** @returns {[Storage, boolean][]} */
function stores() {
  try {
    return [[sessionStorage, false], [localStorage, true]];
  } catch {
    return [];
  }
}

/**
 * Keep the answers in this tab, and with `isLong` beyond it; false if the browser keeps nothing.
 *
 * @param {Answers} answers
 * @param {boolean} isLong
 */
export function keepDraft(answers, isLong) {
  return keep(NAME, JSON.stringify(answers), isLong);
}

/**
 * Keep the pictures; false if they are more than the browser keeps.
 *
 * @param {Files} pictures
 * @param {boolean} isLong
 */
export function keepPictures(pictures, isLong) {
  const told = [...pictures].map(([name, bytes]) => [name, toText(bytes)]);
  return keep(PICTURES, JSON.stringify(Object.fromEntries(told)), isLong);
}

/**
 * @param {string} name
 * @param {string} text
 * @param {boolean} isLong
 */
function keep(name, text, isLong) {
  try {
    sessionStorage.setItem(name, text);
    if (isLong) localStorage.setItem(name, text);
    return true;
  } catch {
    return false;
  }
}

/** Delete what is kept for longer than the tab. */
export function deleteLongDraft() {
  for (const [store, isLong] of stores()) if (isLong) clear(store);
}

/** Delete all that was kept. */
export function deleteDraft() {
  for (const [store] of stores()) clear(store);
}

/** @param {Storage} store */
function clear(store) {
  store.removeItem(NAME);
  store.removeItem(PICTURES);
}

/** @param {Uint8Array} bytes */
function toText(bytes) {
  let text = "";
  for (const byte of bytes) text += String.fromCodePoint(byte);
  return btoa(text);
}

/** @param {string} text */
const fromText = (text) => Uint8Array.from(atob(text), (letter) => letter.codePointAt(0) ?? 0);
