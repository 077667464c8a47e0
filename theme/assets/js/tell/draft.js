// @ts-check
// A draft on this device: kept only while the person wants it, and nowhere else.

const NAME = "tell-draft";

/**
 * Read the answers that were kept; null if there are none.
 *
 * @returns {import("./values.js").Answers | null}
 */
export function readDraft() {
  try {
    return JSON.parse(localStorage.getItem(NAME) ?? "null");
  } catch {
    return null;
  }
}

/**
 * Keep the answers; false if the browser keeps nothing.
 *
 * @param {import("./values.js").Answers} answers
 */
export function keepDraft(answers) {
  try {
    localStorage.setItem(NAME, JSON.stringify(answers));
    return true;
  } catch {
    return false;
  }
}

/** Delete what was kept. */
export function deleteDraft() {
  try {
    localStorage.removeItem(NAME);
  } catch { /* where nothing can be kept, there is nothing to delete */ }
}
