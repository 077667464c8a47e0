// The answers as they stand in the page, read as plain values; nothing here judges them.

export const keyOf = (name) => `_t-${name.replaceAll(".", "-")}`;

/** Take out what no file may hold, unseen signs and half characters, and the space around. */
export function clean(text, forbidden) {
  return text.replace(/\r\n?/g, "\n").replace(forbidden, "").trim();
}

/** The numbers of the groups that a list holds now, in their order on the page. */
export function itemsOf(name) {
  const list = document.getElementById(keyOf(name));
  const items = list.querySelector(":scope > [data-items]").children;
  return [...items].map((item) => item.dataset.item);
}

/** What was answered to a field: a text, a list, a group of such, or undefined if nothing was. */
export function read(field, name, form) {
  if (field.form === "group") return readGroup(field, name, form);
  if (field.form === "groups") {
    const groups = itemsOf(name).map((number) => readGroup(field, `${name}.${number}`, form));
    return orNothing(groups.filter(Boolean));
  }
  const control = form.elements[name];
  if (field.form === "choices" || field.form === "yes-no") {
    const ticked = [...form.querySelectorAll(`[name="${CSS.escape(name)}"]`)].filter((box) => box.checked);
    if (field.form === "yes-no") return ticked.length ? true : undefined;
    return orNothing(ticked.map((box) => box.value));
  }
  const text = clean(control?.value ?? "", form.forbidden);
  if (field.form === "lines") return orNothing(text.split("\n").map((line) => line.trim()).filter(Boolean));
  return text || undefined;
}

function readGroup(field, name, form) {
  const entries = (field.parts ?? [])
    .map((part) => [part.name, read(part, `${name}.${part.name}`, form)])
    .filter(([, value]) => value !== undefined);
  return entries.length ? Object.fromEntries(entries) : undefined;
}

function orNothing(list) {
  return list.length ? list : undefined;
}

/** All that was answered, by the path of the field, in the order of the table of fields. */
export function readAll(fields, form) {
  const all = fields.map((field) => [field.path, read(field, field.path, form)]);
  return Object.fromEntries(all.filter(([, value]) => value !== undefined));
}

/** Put an answer back into the page, as a draft or an address has it. */
export function fill(field, name, value, form, add) {
  if (value === undefined) return;
  if (field.form === "group") {
    for (const part of field.parts) fill(part, `${name}.${part.name}`, value[part.name], form, add);
  } else if (field.form === "groups") {
    for (const group of value) {
      const number = add(document.getElementById(keyOf(name)));
      for (const part of field.parts) fill(part, `${name}.${number}.${part.name}`, group[part.name], form, add);
    }
  } else if (field.form === "choices" || field.form === "yes-no") {
    const wanted = [value].flat().map(String);
    for (const box of form.querySelectorAll(`[name="${CSS.escape(name)}"]`)) box.checked = wanted.includes(box.value);
  } else if (form.elements[name]) {
    form.elements[name].value = Array.isArray(value) ? value.join("\n") : value;
  }
}
