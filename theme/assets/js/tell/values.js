// @ts-check
// The answers as they stand in the page, read as plain values; nothing here judges them.
import { all, one } from "../page.js";
import { findSlug } from "./examples.js";
import { readDate, readDays, sayDate } from "./days.js";

/**
 * @typedef {[source: string, flags: string]} Pattern
 *
 * @typedef {object} Field A field of the form, as the page describes it.
 * @property {string} path
 * @property {string} name
 * @property {string} label
 * @property {string} form What kind of answer it takes.
 * @property {string} [heading]
 * @property {boolean} [money] A number of pounds.
 * @property {boolean} [required]
 * @property {boolean} [past]
 * @property {string[]} [choices]
 * @property {number} [least] The fewest characters, and with `most` the most.
 * @property {number} [most]
 * @property {number} [low] The lowest number, and with `high` the highest.
 * @property {number} [high]
 * @property {string} [shape]
 * @property {Pattern} [pattern]
 * @property {Field[]} [parts]
 *
 * @typedef {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} Control
 *
 * @typedef {any} Answer A text, a list, a group of such, or undefined where nothing was answered.
 * @typedef {Record<string, Answer>} Answers By the path of the field, or in a group by its name.
 *
 * @typedef {object} Reader What can be asked of a form.
 * @property {(field: Field, name: string) => Answer} read
 * @property {(name: string) => string[]} itemsOf The groups that a list holds now, by number.
 */

/**
 * Name the element that a question has in the page.
 *
 * @param {string} name
 */
export const keyOf = (name) => `_t-${name.replaceAll(".", "-")}`;

/**
 * Take out what no file may hold, unseen signs and half characters, and the space around.
 *
 * @param {string} text
 * @param {RegExp} forbidden
 */
export function clean(text, forbidden) {
  return text.replaceAll(/\r\n?/g, "\n").replace(forbidden, "").trim();
}

/**
 * Make what reads the answers of a form.
 *
 * @param {HTMLFormElement} form
 * @param {RegExp} forbidden
 * @returns {Reader}
 */
export function makeReader(form, forbidden) {
  /** @type {Reader["itemsOf"]} */
  function itemsOf(name) {
    const list = one(form, `#${CSS.escape(keyOf(name))}`, HTMLElement);
    return all(list, ":scope > [data-items] > *", HTMLElement)
      .map((item) => item.dataset.item ?? "");
  }

  /** @type {Reader["read"]} */
  function read(field, name) {
    if (field.form === "group") return readGroup(field, name);
    if (field.form === "groups") {
      const groups = itemsOf(name).map((number) => readGroup(field, `${name}.${number}`));
      return orNothing(groups.filter(Boolean));
    }
    const controls = listControls(form, name);
    if (field.form === "choices" || field.form === "yes-no") {
      const ticked = controls.filter((box) => isTick(box) && box.checked);
      if (field.form === "yes-no") return ticked.length ? true : undefined;
      return orNothing(ticked.map((box) => box.value));
    }
    const text = clean(readControl(controls), forbidden);
    if (field.form === "dates") return orNothing(readDays(text));
    if (field.form === "lines") {
      return orNothing(text.split("\n").map((line) => line.trim()).filter(Boolean));
    }
    if (field.shape === "slug" && text) return findSlug(text);
    return (field.form === "date" && readDate(text)) || text || undefined;
  }

  /**
   * @param {Field} field
   * @param {string} name
   */
  function readGroup(field, name) {
    return orNone(
      (field.parts ?? []).map((part) => [part.name, read(part, `${name}.${part.name}`)]),
    );
  }

  return {
    read,
    itemsOf,
  };
}

/**
 * List the controls of a name.
 *
 * @param {HTMLFormElement} form
 * @param {string} name
 */
export function listControls(form, name) {
  const found = form.querySelectorAll(`[name="${CSS.escape(name)}"]`);
  return [...found].flatMap((each) => isControl(each) ? [each] : []);
}

/**
 * Whether it can be answered in.
 *
 * @param {EventTarget | null} element
 * @returns {element is Control}
 */
export function isControl(element) {
  return [HTMLInputElement, HTMLTextAreaElement, HTMLSelectElement]
    .some((kind) => element instanceof kind);
}

/** @param {Control[]} controls */
function readControl(controls) {
  const isChosen = controls.some(isTick);
  return (isChosen ? controls.find((each) => isTick(each) && each.checked) : controls[0])?.value ??
    "";
}

/**
 * Whether a control is ticked, and not written in.
 *
 * @param {Control} control
 * @returns {control is HTMLInputElement}
 */
function isTick(control) {
  return control.type === "radio" || control.type === "checkbox";
}

/** @param {[string, Answer][]} entries */
function orNone(entries) {
  const told = entries.filter(([, value]) => value !== undefined);
  return told.length ? Object.fromEntries(told) : undefined;
}

/**
 * @template T
 * @param {T[]} list
 */
function orNothing(list) {
  return list.length ? list : undefined;
}

/**
 * Read all that was answered, by the path of the field, in the order of the table of fields.
 *
 * @param {Field[]} fields
 * @param {Reader} reader
 * @returns {Answers}
 */
export function readAll(fields, reader) {
  return orNone(fields.map((field) => [field.path, reader.read(field, field.path)])) ?? {};
}

/**
 * Put an answer back into the page, as a draft or an address has it.
 *
 * @param {Field} field
 * @param {string} name
 * @param {Answer} value
 * @param {HTMLFormElement} form
 * @param {(list: HTMLElement) => number} add Adds an empty group to a list, and gives its number.
 */
export function fill(field, name, value, form, add) {
  if (value === undefined) return;
  if (field.form === "group") {
    fillParts(field, name, value, form, add);
  } else if (field.form === "groups") {
    for (const group of value) {
      const number = add(one(form, `#${CSS.escape(keyOf(name))}`, HTMLElement));
      fillParts(field, `${name}.${number}`, group, form, add);
    }
  } else {
    const isDay = field.form === "date" || field.form === "dates";
    const wanted = [value].flat().map((each) =>
      isDay && /^\d{4}-\d\d-\d\d$/.test(each) ? sayDate(each) : String(each)
    );
    for (const control of listControls(form, name)) {
      if (isTick(control)) control.checked = wanted.includes(control.value);
      else control.value = wanted.join("\n");
    }
  }
}

/** @type {typeof fill} */
function fillParts(field, name, group, form, add) {
  for (const part of field.parts ?? []) {
    fill(part, `${name}.${part.name}`, group[part.name], form, add);
  }
}
