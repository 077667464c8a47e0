// @ts-check
// Lists of groups that grow: another voice, another measure, another moment.
import { all, one } from "../page.js";

/**
 * Add an empty group to a list; gives its number.
 *
 * @param {HTMLElement} list
 */
export function add(list) {
  const { list: name, key } = list.dataset;
  const number = Number(list.dataset.made ?? 0);
  list.dataset.made = `${number + 1}`;
  const empty = one(list, ":scope > template", HTMLTemplateElement).content;
  const item = document.importNode(one(empty, "[data-item]", HTMLElement), true);
  nameAnew(item, [[`${name}.#`, `${name}.${number}`], [`${key}-#`, `${key}-${number}`]]);
  item.dataset.item = `${number}`;
  one(list, ":scope > [data-items]", HTMLElement).append(item);
  renumber(list);
  return number;
}

/**
 * Write the number of a group into all names. What lies in a template is no part of the page, nor
 * of the element that holds it.
 *
 * @param {ParentNode} part
 * @param {[before: string, after: string][]} names
 */
function nameAnew(part, names) {
  for (const element of part.querySelectorAll("*")) {
    for (const attribute of element.attributes) {
      for (const [before, after] of names) {
        attribute.value = attribute.value.replaceAll(before, after);
      }
    }
    if (element instanceof HTMLTemplateElement) nameAnew(element.content, names);
  }
}

/**
 * Take a group out; what is left is counted anew for those who read it.
 *
 * @param {HTMLElement} item
 */
export function remove(item) {
  const list = item.closest("[data-list]");
  item.remove();
  if (!(list instanceof HTMLElement)) return;
  renumber(list);
  one(list, ":scope > p > [data-add]", HTMLElement).focus();
}

/** @param {HTMLElement} list */
function renumber(list) {
  all(list, ":scope > [data-items] > *", HTMLElement).forEach((item, index) => {
    one(item, "[data-number]", HTMLElement).textContent = `${index + 1}`;
  });
}
