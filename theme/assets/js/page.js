// @ts-check
// What a script finds in its page: an element is there, and is what the script takes it for.

/**
 * Find the one element that a page has for a selector.
 *
 * @template {Element} T
 * @param {ParentNode} within
 * @param {string} selector
 * @param {new () => T} kind
 * @returns {T}
 */
export function one(within, selector, kind) {
  const found = within.querySelector(selector);
  if (found instanceof kind) return found;
  throw new TypeError(`There is no ${kind.name} at ${selector}.`);
}

/**
 * List the elements of a kind that a page has for a selector, in its order.
 *
 * @template {Element} T
 * @param {ParentNode} within
 * @param {string} selector
 * @param {new () => T} kind
 * @returns {T[]}
 */
export function all(within, selector, kind) {
  return [...within.querySelectorAll(selector)].flatMap((each) =>
    each instanceof kind ? [each] : []
  );
}

/**
 * Find what an event happened in, if it is in an element for the selector.
 *
 * @param {Event} event
 * @param {string} selector
 */
export function around(event, selector) {
  const found = event.target instanceof Element ? event.target.closest(selector) : null;
  return found instanceof HTMLElement ? found : null;
}

/**
 * Keep what is typed in a box that must not be completed: Safari takes such a box for a secret one,
 * and empties it when it goes back to the page, down to what it had from the beginning.
 *
 * @param {HTMLInputElement} box
 */
export function keepTyped(box) {
  addEventListener("pagehide", () => (box.defaultValue = box.value));
  box.addEventListener("input", () => (box.defaultValue = ""));
}
