// @ts-check
// What the checker would say of the answers, as far as a page can know, in the checker's words.
import { checkDays, checkDomains, checkFigures, endOf } from "./check-figures.js";
import { isUnknown } from "./examples.js";
import { findPersonal } from "./personal.js";
import { readPoints } from "./points.js";
import { find, fits, put, quote, shorten } from "./sayings.js";
import { keyOf } from "./values.js";

/** @typedef {import("./values.js").Field} Field */
/** @typedef {import("./values.js").Answer} Answer */

/**
 * @typedef {object} Problem
 * @property {string} key The element that it is about.
 * @property {string} code
 * @property {string} message
 * @property {string} hint
 * @property {string} severity
 *
 * @typedef {object} Rules
 * @property {Field[]} fields
 * @property {Record<string, Record<string, string[]>>} says What is said of each kind of fault.
 * @property {[number, number]} years
 * @property {import("./values.js").Pattern} share
 * @property {number} expiry_months
 * @property {number} fewest
 *
 * @typedef {Record<string, string | number>} Values
 */

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)$/;
const WHOLE = /^[+-]?\d+(\.0*)?$/;

/**
 * Make the judge of a form.
 *
 * @param {import("./values.js").Reader} form
 * @param {Rules} data
 * @param {import("./personal.js").Sign[]} signs
 * @param {string} today A day as year-month-day.
 * @returns {() => Problem[]} Lists all that is wrong now, in the order of the form.
 */
export function makeChecker({ read, itemsOf }, data, signs, today) {
  /** @type {Problem[]} */
  const problems = [];
  const known = data.fields.find((each) => each.path === "domains")?.choices ?? [];
  const limits = { ...data, domains: known.length };

  /** @param {string} path */
  const readField = (path) => {
    const field = data.fields.find((each) => each.path === path);
    return field && read(field, path);
  };

  /**
   * @param {string} name
   * @param {string} code
   * @param {string} kind
   * @param {Values} values
   * @param {string} [severity]
   */
  function tell(name, code, kind, values, severity = "error") {
    const [message, hint] = data.says[code][kind].map((text) => put(text, values));
    // The question itself stands there and says what belongs: no second sentence is needed.
    problems.push({ key: keyOf(name), code, message, hint: code === "V302" ? "" : hint, severity });
  }

  /**
   * @param {Field} field
   * @param {string} name
   * @param {string} where
   */
  function checkField(field, name, where) {
    const value = read(field, name);
    if (value === undefined) {
      if (field.required) {
        const kind = field.choices || field.form === "picture" ? "choose" : "enter";
        tell(name, "V302", kind, { name: field.label, where });
      }
    } else if (field.form === "group") {
      checkParts(field, name, ` in ${quote(field.label)}`);
    } else if (field.form === "groups") {
      itemsOf(name).forEach((number, index) => {
        const item = `${name}.${number}`;
        const used = field.parts?.some((part) => read(part, `${item}.${part.name}`) !== undefined);
        if (used) checkParts(field, item, ` in ${quote(`${field.label} ${index + 1}`)}`);
      });
    } else {
      for (const each of [value].flat()) checkValue(field, name, each);
    }
  }

  /**
   * @param {Field} field
   * @param {string} name
   * @param {string} where
   */
  function checkParts(field, name, where) {
    for (const part of field.parts ?? []) checkField(part, `${name}.${part.name}`, where);
  }

  /**
   * @param {Field} field
   * @param {string} name
   * @param {Answer} value
   */
  function checkValue(field, name, value) {
    const told = { name: quote(field.label), value: quote(shorten(String(value))) };
    if (field.form === "number" || field.form === "count") {
      checkNumber(field, name, value, told);
    } else if (field.form === "date" || field.form === "dates") {
      checkDate(field, name, value, told);
    } else if (field.form === "points") {
      checkPoints(field, name, value);
    } else if (["line", "text", "lines"].includes(field.form)) {
      const length = [...value].length;
      const { least = 0, most = Infinity } = field;
      if (length > most) tell(name, "V306", "text", { ...told, length, most });
      else if (length < least) tell(name, "V312", "text", { ...told, least });
      else if (field.pattern && !fits(field.pattern, value)) {
        tell(name, "V309", field.shape ?? "", told);
      } else if (field.shape === "slug" && isUnknown(value)) {
        tell(name, "R605", "", { slug: value });
      }
    }
    if (typeof value === "string" && !field.choices) checkPersonal(name, value);
  }

  /**
   * @param {Field} field
   * @param {string} name
   * @param {string} value
   * @param {Values} told
   */
  function checkNumber(field, name, value, told) {
    const isWhole = field.form === "count";
    if (!(isWhole ? WHOLE : NUMBER).test(value)) {
      tell(name, "V303", isWhole ? "whole number" : "number", told);
      return;
    }
    const { low = -Infinity, high = Infinity } = field;
    const isLess = Number(value) < low;
    if (isLess || Number(value) > high) {
      const limit = (isLess ? low : high).toLocaleString("en-GB");
      tell(name, "V308", "range", { ...told, way: isLess ? "less" : "more", limit });
    }
  }

  /**
   * @param {Field} field
   * @param {string} name
   * @param {string} value
   * @param {Values} told
   */
  function checkDate(field, name, value, told) {
    if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) {
      tell(name, "V305", "date", told);
      return;
    }
    const year = Number(value.split("-")[0]);
    if (year < data.years[0] || year > data.years[1]) tell(name, "V305", "date of our time", told);
    else if (field.past && value > today) tell(name, "V310", "", { ...told, value });
  }

  /**
   * @param {Field} field
   * @param {string} name
   * @param {string} text
   */
  function checkPoints(field, name, text) {
    for (const point of readPoints(text)) {
      const { wrong } = point;
      if (wrong?.kind === "width") {
        tell(name, "D403", "width", { ...wrong, name: quote(point.line) });
        return;
      }
      if (wrong) {
        const told = { name: quote(point.line), value: quote(shorten(wrong.value)) };
        tell(name, wrong.kind === "date" ? "V305" : "V303", wrong.kind, told);
        return;
      }
      /** @type {Record<string, Answer>} */
      const cells = { ...point };
      for (const part of field.parts ?? []) {
        if (cells[part.name] !== undefined) checkValue(part, name, cells[part.name]);
      }
    }
  }

  /**
   * @param {string} name
   * @param {string} text
   */
  function checkPersonal(name, text) {
    const inContact = name.startsWith("contact");
    for (const { code, severity, value } of findPersonal(text, signs)) {
      if (inContact && (code === "P103" || code === "P104")) continue;
      tell(name, code, "", { where: "here", value }, severity);
    }
  }

  function checkVoices() {
    const field = data.fields.find((each) => each.path === "voices");
    /** @type {string[]} */
    const roles = [];
    for (const number of field ? itemsOf("voices") : []) {
      const name = `voices.${number}`;
      /** @param {string} path */
      const part = (path) => field && read(find(field, path), `${name}.${path}`);
      if (part("quote") === undefined) continue;
      roles.push(part("role"));
      const scope = part("consent.scope");
      const key = `${name}.consent.scope`;
      const ends = endOf(
        { given: part("consent.given"), expires: part("consent.expires") },
        limits,
      );
      if (ends && ends <= today) {
        tell(`${name}.consent.given`, "C102", "", { date: ends }, "warning");
      }
      if (part("consent") === undefined) tell(`${name}.consent`, "C101", "", {}, "warning");
      else if (scope && part("identity") === "named") {
        const all = (field && find(field, "consent.scope").choices) ?? [];
        const needed = ["patient", "carer"].includes(part("role")) ? all : all.slice(0, 1);
        const places = needed.filter((place) => !scope.includes(place)).join(", ");
        if (places) tell(key, "C106", "", { places }, "warning");
      } else if (scope && !scope.includes("website")) {
        tell(key, "C105", "", { places: scope.join(", ") }, "advice");
      }
    }
    checkSides(roles);
  }

  function checkMeasures() {
    const field = data.fields.find((each) => each.path === "measures");
    if (!field) return;
    for (const number of itemsOf("measures")) {
      const name = `measures.${number}`;
      const title = read(find(field, "title"), `${name}.title`);
      if (title === undefined) continue;
      const [unit, points] = ["unit", "points"].map((key) =>
        read(find(field, key), `${name}.${key}`)
      );
      say(checkFigures(`${name}.points`, { title, unit, points }, limits));
      const { "": _, ...wanted } = data.says.L103;
      const lacking = Object.keys(wanted)
        .filter((key) => read(find(field, key), `${name}.${key}`) === undefined)
        .map((key) => wanted[key][0]);
      const last = lacking.pop();
      const before = lacking.length ? `${lacking.join(", ")} or ` : "";
      if (!last) continue;
      tell(`${name}.title`, "L103", "", { title, lacking: before + last }, "warning");
    }
  }

  /** @param {import("./check-figures.js").Told[]} told */
  function say(told) {
    for (const [name, code, values, severity] of told) tell(name, code, "", values, severity);
  }

  function checkActions() {
    const field = data.fields.find((each) => each.path === "actions");
    for (const number of field ? itemsOf("actions") : []) {
      const name = `actions.${number}`;
      /** @param {string} day */
      const label = (day) => field ? find(field, day).label : day;
      const parts = (field?.parts ?? []).filter((part) => part.form === "date");
      const days = parts.map((part) => [part.name, read(part, `${name}.${part.name}`)]);
      say(checkDays(name, Object.fromEntries(days), label));
    }
  }

  /** @param {string[]} roles */
  function checkSides(roles) {
    /** @type {{ from: string }[]} */
    const list = readField("experience") ?? [];
    const heard = [...roles, ...list.map((each) => each.from)];
    const patients = heard.some((each) => /^(patient|carer)s?$/.test(each));
    const staff = heard.includes("staff");
    if ((patients && staff) || readField("source")) return;
    const one = staff ? "staff only" : "no voices yet";
    const kind = patients ? "patients only" : one;
    tell("voices", "L201", kind, {}, "advice");
  }

  return () => {
    problems.length = 0;
    for (const field of data.fields) checkField(field, field.path, "");
    checkVoices();
    checkMeasures();
    checkActions();
    say(checkDomains(readField("domains") ?? [], limits));
    return [...problems];
  };
}
