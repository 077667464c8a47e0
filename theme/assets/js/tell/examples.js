// @ts-check
// The stories and actions that there are, asked for once somebody wants to name one: offered as it is typed, and
// known by their address, their title or the last part of the address.

/** @typedef {{ slug: string, title: string }} Example */

/** @type {Map<string, string> | undefined} The slugs, by what a person may write for them. */
let known;

/**
 * Offer the examples below a control; asks for them once, at `address`.
 *
 * @param {HTMLInputElement} control
 * @param {URL} address
 */
export async function offerExamples(control, address) {
  if (control.list) return;
  const list = document.createElement("datalist");
  list.id = `${control.id}-offers`;
  control.after(list);
  control.setAttribute("list", list.id);
  try {
    const { stories, actions = [] } = await (await fetch(address)).json();
    const examples = [...actions, ...stories];
    learn(examples);
    list.append(...examples.map((/** @type {Example} */ { slug, title }) => {
      const option = document.createElement("option");
      option.value = slug;
      option.label = title;
      return option;
    }));
  } catch { /* without them any name is taken, and whoever reads the story checks it */ }
}

/**
 * Learn which examples there are; of two with one name the later has it.
 *
 * @param {Example[]} examples
 */
export function learn(examples) {
  known = new Map(examples.flatMap(({ slug, title }) => [[fold(title), slug], [slug, slug]]));
}

/**
 * Find the slug that a person means by an address, a title or a slug; the text itself if none.
 *
 * @param {string} text
 */
export function findSlug(text) {
  const path = text.replace(/[#?].*/, "").replace(/(?:\/index)?\.md$/, "").replace(/\/$/, "");
  const told = /(?:^|\/)(?:stories|actions)\//.test(path) ? path.split("/").at(-1) ?? text : text;
  return known?.get(fold(told)) ?? told;
}

/**
 * Whether there is no such example, as far as the page knows.
 *
 * @param {string} slug
 */
export const isUnknown = (slug) => known !== undefined && ![...known.values()].includes(slug);

/** @param {string} text */
const fold = (text) => text.trim().toLowerCase();
