// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { makeChecker } from "../../theme/assets/js/tell/check.js";
import { isNhsNumber, makeSigns } from "../../theme/assets/js/tell/personal.js";
import { field } from "./field.js";

/** @typedef {import("../../theme/assets/js/tell/values.js").Answers} Answers */

const FIELDS = [
  field("title", "line", { required: true, least: 4, most: 20 }),
  field("date", "date", { past: true }),
  field("cost", "number", { low: 0, high: 1000 }),
  field("staff", "count", { low: 1 }),
  field("slug", "line", { shape: "slug", pattern: ["[a-z]+", "u"] }),
  field("voices", "groups", {
    parts: [
      field("voices.quote", "text", { required: true }),
      field("voices.role", "choice", { choices: ["patient", "staff"], required: true }),
      field("voices.identity", "choice", { choices: ["named"] }),
      field("voices.consent", "group", {
        parts: [
          field("voices.consent.given", "date"),
          field("voices.consent.expires", "date"),
          field("voices.consent.scope", "choices", { choices: ["website", "print", "social"] }),
        ],
      }),
    ],
  }),
  field("measures", "groups", {
    parts: [
      field("measures.title", "line"),
      field("measures.unit", "line"),
      field("measures.points", "points", {
        parts: [
          field("measures.points.date", "date", { past: true }),
          field("measures.points.value", "number"),
        ],
      }),
    ],
  }),
  field("experience", "groups", { parts: [field("experience.from", "line")] }),
  field("source", "group", { parts: [field("source.url", "line")] }),
];

// Every saying names its own fault, and what it was given.
const KINDS = [
  ["V302", "enter"],
  ["V302", "choose"],
  ["V303", "number"],
  ["V303", "whole number"],
  ["V305", "date"],
  ["V305", "date of our time"],
  ["V306", "text"],
  ["V308", "range"],
  ["V309", "slug"],
  ["V310", ""],
  ["V312", "text"],
  ["C101", ""],
  ["C105", ""],
  ["C106", ""],
  ["L103", ""],
  ["L201", "patients only"],
  ["L201", "staff only"],
  ["L201", "no voices yet"],
  ["P101", ""],
];
/** @type {Record<string, Record<string, string[]>>} */
const SAYS = {};
for (const [code, kind] of KINDS) {
  const values = "{name}{where}|{value}|{limit}|{most}|{least}|{places}|{lacking}";
  (SAYS[code] ??= {})[kind] = [`${code} ${kind}: ${values}`, `do {value}`];
}
SAYS.L103 = { "": ["L103: {title} lacks {lacking}", ""], unit: ["a unit", ""] };

/**
 * Judge answers as if they stood in a form.
 *
 * @param {Answers} answers By the name of the control.
 * @param {Record<string, string[]>} [items] The groups of each list.
 */
function judge(answers, items = {}) {
  /** @type {import("../../theme/assets/js/tell/values.js").Reader} */
  const reader = {
    read: (_, name) => {
      if (answers[name] !== undefined) return answers[name];
      const isBegun = Object.keys(answers).some((each) => each.startsWith(`${name}.`));
      return isBegun ? {} : undefined;
    },
    itemsOf: (name) => items[name] ?? [],
  };
  /** @type {[number, number]} */
  const years = [1948, 2100];
  const signs = makeSigns(
    [{
      code: "P101",
      severity: "error",
      find: ["\\d{10}", "u"],
      after: null,
      not_after: null,
      reach: 0,
      near: [],
      not_near: null,
      not_before: null,
      unless: [],
      in_address: false,
      clues: "",
    }],
    ["[.] ", "u"],
    {},
  );
  /** @type {[string, string]} */
  const share = ["%", "u"];
  const data = { fields: FIELDS, says: SAYS, years, share, expiry_months: 36, fewest: 6 };
  return makeChecker(reader, data, signs, "2026-06-01")();
}

/** @param {Parameters<typeof judge>} asked */
const codes = (...asked) => judge(...asked).map(({ key, code }) => `${key} ${code}`);
const TOLD = { title: "A title", source: { url: "x" } };

test("nothing is said of a form without a fault", () => {
  assert.deepEqual(judge(TOLD), []);
});

test("a missing answer is named where it is missing", () => {
  assert.deepEqual(codes({ source: TOLD.source }), ["_t-title V302"]);
});

test("each kind of value is judged by its own limits, the limits being allowed", () => {
  const wrong = [
    ["title", "abc", "V312"],
    ["title", "a".repeat(21), "V306"],
    ["date", "1947-12-31", "V305"],
    ["date", "2101-01-01", "V305"],
    ["date", "2026-06-02", "V310"],
    ["cost", "ten", "V303"],
    ["cost", "1,5", "V303"],
    ["cost", "-1", "V308"],
    ["cost", "1000.5", "V308"],
    ["staff", "1.5", "V303"],
    ["staff", "0", "V308"],
    ["slug", "Two Words", "V309"],
  ];
  for (const [name, value, code] of wrong) {
    assert.deepEqual(codes({ ...TOLD, [name]: value }), [`_t-${name} ${code}`], value);
  }
  const right = [
    ["title", "abcd"],
    ["title", "👩".repeat(20)],
    ["date", "2026-06-01"],
    ["cost", "0"],
    ["cost", "+.5"],
    ["cost", "1000"],
    ["staff", "1.0"],
    ["slug", "words"],
  ];
  for (const [name, value] of right) assert.deepEqual(codes({ ...TOLD, [name]: value }), [], value);
});

test("a day that cannot be read is told", () => {
  assert.deepEqual(codes({ ...TOLD, date: "last spring" }), ["_t-date V305"]);
});

test("what is said names the value in a few words, and puts no pattern of its own in", () => {
  const [{ message }] = judge({ ...TOLD, cost: `{most} $& ${"x".repeat(50)}` });
  assert.match(message, /^V303 number: “cost”\{where\}\|“\{most\} \$& x{30}…”\|/);
});

test("a group that was begun asks for the rest of it, and one that was not asks for nothing", () => {
  const items = { voices: ["0", "3"] };
  const answers = { ...TOLD, "voices.3.quote": "It was quiet." };
  assert.deepEqual(codes(answers, items), [
    "_t-voices-3-role V302",
    "_t-voices-3-consent C101",
  ]);
});

test("consent that leaves out a place is pointed out", () => {
  const items = { voices: ["0"] };
  const voice = {
    ...TOLD,
    "voices.0.quote": "It was quiet.",
    "voices.0.role": "patient",
    "voices.0.consent": {},
  };
  const place = "_t-voices-0-consent-scope";
  const scope = "voices.0.consent.scope";
  assert.deepEqual(codes({ ...voice, [scope]: ["print"] }, items), [`${place} C105`]);
  const named = { ...voice, "voices.0.identity": "named" };
  assert.deepEqual(codes({ ...named, [scope]: ["website"] }, items), [`${place} C106`]);
  assert.deepEqual(codes({ ...named, [scope]: ["website", "print", "social"] }, items), []);
  const staff = { ...named, "voices.0.role": "staff", [scope]: ["website"] };
  assert.deepEqual(codes(staff, items), []);
});

test("both sides are asked for, unless the story is told after a source", () => {
  /** @param {string} from */
  const heard = (from) => ({ title: "A title", experience: [{ from }] });
  /** @param {Answers} answers */
  const said = (answers) => judge(answers).map(({ message }) => message.split(":")[0]);
  assert.deepEqual(said({ title: "A title" }), ["L201 no voices yet"]);
  assert.deepEqual(said(heard("carers")), ["L201 patients only"]);
  assert.deepEqual(said(heard("staff")), ["L201 staff only"]);
  assert.deepEqual(
    said({ title: "A title", experience: [{ from: "patient" }, { from: "staff" }] }),
    [],
  );
});

test("a measure without a unit is named, and a point that cannot be read", () => {
  const items = { measures: ["0"] };
  const measure = { ...TOLD, "measures.0.title": "Falls" };
  assert.deepEqual(judge(measure, items).map(({ message }) => message), [
    "L103: Falls lacks a unit",
  ]);
  const whole = { ...measure, "measures.0.unit": "falls a month" };
  /** @param {string} points */
  const read = (points) => codes({ ...whole, "measures.0.points": points }, items);
  assert.deepEqual(read("2026-01, 4\n2026-02, 3"), []);
  assert.deepEqual(read("2026-01, four"), ["_t-measures-0-points V303"]);
  assert.deepEqual(read("2026-13, 4"), ["_t-measures-0-points V305"]);
  assert.deepEqual(read("2026-07, 4"), ["_t-measures-0-points V310"]);
});

test("an NHS number is known by its check digit, and hidden in what is said", () => {
  assert.ok(isNhsNumber("9434765919"));
  for (const digits of ["9434765918", "943476591", "0000000001", ""]) {
    assert.ok(!isNhsNumber(digits));
  }
  const [{ code, message }] = judge({ ...TOLD, title: "Bed 9434765919" });
  assert.equal(code, "P101");
  assert.ok(!message.includes("4347659") && message.includes("“943…19”"), message);
});
