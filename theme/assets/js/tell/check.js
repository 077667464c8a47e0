// What the checker would say of the answers, as far as a page can know, in the checker's words.
import { findPersonal } from "./personal.js";
import { readPoints } from "./points.js";
import { itemsOf, keyOf, read } from "./values.js";

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)$/;
const WHOLE = /^[+-]?\d+(\.0*)?$/;

/** Make the judge of a form: `data` is the form's own, `today` a day as year-month-day. */
export function makeChecker(form, data, signs, today) {
  const problems = [];

  function tell(name, code, kind, values, severity = "error") {
    const [message, hint] = data.says[code][kind].map((text) => put(text, values));
    // The question itself stands there and says what belongs: no second sentence is needed.
    problems.push({ key: keyOf(name), code, message, hint: code === "V302" ? "" : hint, severity });
  }

  function checkField(field, name, where) {
    const value = read(field, name, form);
    const control = form.elements[name];
    if (control?.validity?.badInput) {
      tell(name, "V305", "date", { name: quote(field.label), value: "“…”" });
    } else if (value === undefined) {
      if (field.required) {
        tell(name, "V302", "missing", { name: field.label, where });
      }
    } else if (field.form === "group") {
      checkParts(field, name, ` in ${quote(field.label)}`);
    } else if (field.form === "groups") {
      itemsOf(name).forEach((number, index) => {
        const item = `${name}.${number}`;
        const used = field.parts.some((part) => read(part, `${item}.${part.name}`, form) !== undefined);
        if (used) checkParts(field, item, ` in ${quote(`${field.label} ${index + 1}`)}`);
      });
    } else {
      for (const each of [value].flat()) checkValue(field, name, each);
    }
  }

  function checkParts(field, name, where) {
    for (const part of field.parts) checkField(part, `${name}.${part.name}`, where);
  }

  function checkValue(field, name, value) {
    const told = { name: quote(field.label), value: quote(shorten(String(value))) };
    if (field.form === "number" || field.form === "count") {
      checkNumber(field, name, value, told);
    } else if (field.form === "date") {
      checkDate(field, name, value, told);
    } else if (field.form === "points") {
      checkPoints(field, name, value);
    } else if (["line", "text", "lines"].includes(field.form)) {
      const length = [...value].length;
      const { least = 0, most = Infinity } = field;
      if (length > most) tell(name, "V306", "text", { ...told, length, most });
      else if (length < least) tell(name, "V312", "text", { ...told, least });
      else if (field.pattern && !fits(field.pattern, value)) tell(name, "V309", field.shape, told);
    }
    if (typeof value === "string" && !field.choices) checkPersonal(name, value);
  }

  function checkNumber(field, name, value, told) {
    const isWhole = field.form === "count";
    if (!(isWhole ? WHOLE : NUMBER).test(value)) {
      tell(name, "V303", isWhole ? "whole number" : "number", told);
    } else if (Number(value) < field.low || Number(value) > field.high) {
      const isLess = Number(value) < field.low;
      const limit = (isLess ? field.low : field.high).toLocaleString("en-GB");
      tell(name, "V308", "range", { ...told, way: isLess ? "less" : "more", limit });
    }
  }

  function checkDate(field, name, value, told) {
    const year = Number(value.split("-")[0]);
    if (year < data.years[0] || year > data.years[1]) tell(name, "V305", "date of our time", told);
    else if (field.past && value > today) tell(name, "V310", "", { ...told, value });
  }

  function checkPoints(field, name, value) {
    const parts = Object.fromEntries(field.parts.map((part) => [part.name, part]));
    for (const point of readPoints(value)) {
      if (point.wrong) {
        const { kind } = point.wrong;
        const told = { name: quote(point.line), value: quote(shorten(point.wrong.value)) };
        tell(name, kind === "date" ? "V305" : "V303", kind, told);
        return;
      }
      for (const key of ["date", "value", "n", "note"]) {
        if (point[key] !== undefined) checkValue(parts[key], name, point[key]);
      }
    }
  }

  function checkPersonal(name, text) {
    const inContact = name.startsWith("contact");
    for (const { code, severity, value } of findPersonal(text, signs)) {
      if (inContact && (code === "P103" || code === "P104")) continue;
      tell(name, code, "", { where: "here", value }, severity);
    }
  }

  function checkVoices() {
    const field = data.fields.find((each) => each.path === "voices");
    const roles = [];
    for (const number of field ? itemsOf("voices") : []) {
      const name = `voices.${number}`;
      const part = (path) => read(find(field, path), `${name}.${path}`, form);
      if (part("quote") === undefined) continue;
      roles.push(part("role"));
      const scope = part("consent.scope");
      const key = `${name}.consent.scope`;
      if (part("consent") === undefined) tell(`${name}.consent`, "C101", "", {}, "warning");
      else if (scope && part("identity") === "named") {
        const all = find(field, "consent.scope").choices;
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
    for (const number of itemsOf("measures")) {
      const name = `measures.${number}`;
      const title = read(find(field, "title"), `${name}.title`, form);
      if (title === undefined) continue;
      const { "": _, ...wanted } = data.says.L103;
      const lacking = Object.keys(wanted)
        .filter((key) => read(find(field, key), `${name}.${key}`, form) === undefined)
        .map((key) => wanted[key][0]);
      const last = lacking.pop();
      const listed = lacking.length ? `${lacking.join(", ")} or ${last}` : last;
      if (last) tell(`${name}.title`, "L103", "", { title, lacking: listed }, "warning");
    }
  }

  function checkSides(roles) {
    const list = read(data.fields.find((each) => each.path === "experience"), "experience", form) ?? [];
    const heard = [...roles, ...list.map((each) => each.from)];
    const patients = heard.some((each) => /^(patient|carer)s?$/.test(each));
    const staff = heard.includes("staff");
    const source = read(data.fields.find((each) => each.path === "source"), "source", form);
    if ((patients && staff) || source) return;
    const kind = patients ? "patients only" : staff ? "staff only" : "no voices yet";
    tell("voices", "L201", kind, {}, "advice");
  }

  /** All that is wrong now, in the order of the form. */
  return () => {
    problems.length = 0;
    for (const field of data.fields) checkField(field, field.path, "");
    checkVoices();
    checkMeasures();
    return [...problems];
  };
}

export function find(field, path) {
  return path.split(".").reduce((at, name) => at.parts.find((part) => part.name === name), field);
}

const quote = (text) => `“${text}”`;
const shorten = (text) => ([...text].length > 40 ? `${[...text].slice(0, 40).join("")}…` : text);
const put = (text, values) => text
  .replace(/`([^`]+)`/g, "“$1”")
  .replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
const fits = ([source, flags], value) => new RegExp(`^(?:${source})$`, flags).test(value);
