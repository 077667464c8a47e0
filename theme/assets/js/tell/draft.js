// A draft on this device: kept only while the person wants it, and nowhere else.

const NAME = "tell-draft";

export function readDraft() {
  try {
    return JSON.parse(localStorage.getItem(NAME));
  } catch {
    return null;
  }
}

/** Keep the answers; false if the browser keeps nothing. */
export function keepDraft(answers) {
  try {
    localStorage.setItem(NAME, JSON.stringify(answers));
    return true;
  } catch {
    return false;
  }
}

export function deleteDraft() {
  try {
    localStorage.removeItem(NAME);
  } catch { /* where nothing can be kept, there is nothing to delete */ }
}
