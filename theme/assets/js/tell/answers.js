// @ts-check
// “Check your answers”: every answer of every step in a list, each with a way back to it.
import { all, one } from "../page.js";
import { sayDate } from "./days.js";
import { readPoints } from "./points.js";
import { labelOf } from "./preview.js";
import { keyOf } from "./values.js";

/** @typedef {import("./values.js").Field} Field */
/** @typedef {import("./values.js").Answer} Answer */

/**
 * Make the list of all answers, step by step.
 *
 * @param {HTMLFormElement} form
 * @param {Field[]} fields
 * @param {import("./values.js").Answers} answers
 * @param {(key: string) => void} goTo Goes back to a question.
 */
export function makeAnswers(form, fields, answers, goTo) {
  return all(form, "[data-step]", HTMLElement).flatMap((step) => {
    const here = fields.filter(({ path }) =>
      answers[path] !== undefined && step.querySelector(`#${CSS.escape(keyOf(path))}`)
    );
    if (!here.length) return [];
    const title = document.createElement("h4");
    title.className = "label";
    title.textContent = one(step, "h2", HTMLElement).textContent;
    const list = document.createElement("dl");
    list.className = "tell__list";
    list.append(...here.map((field) => makeRow(form, field, answers[field.path], goTo)));
    return [title, list];
  });
}

/**
 * @param {HTMLFormElement} form
 * @param {Field} field
 * @param {Answer} value
 * @param {(key: string) => void} goTo
 */
function makeRow(form, field, value, goTo) {
  const row = document.createElement("div");
  const [name, said, back] = ["dt", "dd", "dd"].map((tag) => document.createElement(tag));
  name.textContent = field.label;
  for (const line of sayAnswer(form, field, field.path, value)) {
    const words = document.createElement("p");
    words.textContent = line;
    said.append(words);
  }
  const button = document.createElement("button");
  button.type = "button";
  button.className = "tell__change";
  const what = document.createElement("span");
  what.className = "unseen";
  what.textContent = ` “${field.label}”`;
  button.append("Change", what);
  button.addEventListener("click", () => goTo(keyOf(field.path)));
  back.append(button);
  row.append(name, said, back);
  return row;
}

/**
 * Say an answer in lines.
 *
 * @param {HTMLFormElement} form
 * @param {Field} field
 * @param {string} name
 * @param {Answer} value
 * @returns {string[]}
 */
function sayAnswer(form, field, name, value) {
  if (field.form === "groups") {
    return value.map((/** @type {Answer} */ group, /** @type {number} */ at) =>
      `${at + 1}. ${sayParts(form, field, name, group)}`
    );
  }
  if (field.form === "group") return [sayParts(form, field, name, value)];
  if (field.form === "yes-no") return ["Yes"];
  if (field.form === "date" || field.form === "dates") {
    return [value].flat().map((day) => /^\d{4}-\d\d-\d\d$/.test(day) ? sayDate(day) : day);
  }
  if (field.form === "points") {
    const points = readPoints(value);
    return [`${points.length} ${points.length === 1 ? "point" : "points"}`];
  }
  if (field.choices) {
    return [value].flat().map((each) => labelOf(form, name, each));
  }
  return [value].flat().flatMap((each) => String(each).split("\n")).filter(Boolean);
}

/**
 * @param {HTMLFormElement} form
 * @param {Field} field
 * @param {string} name
 * @param {Answer} group
 */
function sayParts(form, field, name, group) {
  return (field.parts ?? []).filter((part) => group[part.name] !== undefined).map((part) =>
    sayAnswer(form, part, `${name}.0.${part.name}`, group[part.name]).join("; ")
  ).join(" · ");
}
