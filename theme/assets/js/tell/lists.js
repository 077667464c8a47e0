// Lists of groups that grow: another voice, another measure, another moment.

/** Add an empty group to a list; gives its number. */
export function add(list) {
  const { list: name, key } = list.dataset;
  const number = Number(list.dataset.made ?? 0);
  list.dataset.made = number + 1;
  const item = list.querySelector(":scope > template").content.querySelector("[data-item]").cloneNode(true);
  nameAnew(item, [[`${name}.#`, `${name}.${number}`], [`${key}-#`, `${key}-${number}`]]);
  item.dataset.item = number;
  list.querySelector(":scope > [data-items]").append(item);
  renumber(list);
  return number;
}

// What lies in a template is no part of the page, nor of the element that holds it.
function nameAnew(part, names) {
  for (const element of part.querySelectorAll("*")) {
    for (const attribute of element.attributes) {
      for (const [before, after] of names) attribute.value = attribute.value.replaceAll(before, after);
    }
    if (element.content) nameAnew(element.content, names);
  }
}

/** Take a group out; what is left is counted anew for those who read it. */
export function remove(item) {
  const list = item.closest("[data-list]");
  item.remove();
  renumber(list);
  list.querySelector(":scope > p > [data-add]").focus();
}

function renumber(list) {
  const items = list.querySelector(":scope > [data-items]").children;
  [...items].forEach((item, index) => { item.querySelector("[data-number]").textContent = index + 1; });
}

