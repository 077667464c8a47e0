// Lists of groups that grow: another voice, another measure, another moment.

/** Add an empty group to a list; gives its number. */
export function add(list) {
  const { list: name, key } = list.dataset;
  const number = Number(list.dataset.made ?? 0);
  list.dataset.made = number + 1;
  const template = document.createElement("template");
  template.innerHTML = list.querySelector(":scope > template").innerHTML
    .replaceAll(`${name}.#`, `${name}.${number}`)
    .replaceAll(`${key}-#`, `${key}-${number}`);
  const item = template.content.querySelector("[data-item]");
  item.dataset.item = number;
  list.querySelector(":scope > [data-items]").append(item);
  renumber(list);
  return number;
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

