// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { readDate, readDays, sayDate } from "../../theme/assets/js/tell/days.js";
import { readPoints } from "../../theme/assets/js/tell/points.js";
import { addressOfLetter, addressOfNewFile } from "../../theme/assets/js/tell/send.js";
import { clean, keyOf } from "../../theme/assets/js/tell/values.js";
import { blocksOf } from "../../theme/assets/js/tell/blocks.js";
import { nameFile, writeFile, writeProse } from "../../theme/assets/js/tell/write.js";
import { field } from "./field.js";

test("a day is read as it is written here", () => {
  /** @type {[string, string | undefined][]} */
  const days = [
    ["2026-03-01", "2026-03-01"],
    ["2026-3", "2026-03-01"],
    ["29/02/2028", "2028-02-29"],
    ["29/02/2026", undefined],
    ["1.2.26", "2026-02-01"],
    ["2nd Sept 2026", "2026-09-02"],
    ["Mar-26", "2026-03-01"],
    ["Foo 2026", undefined],
    ["", undefined],
  ];
  for (const [written, day] of days) assert.equal(readDate(written), day, written);
  assert.equal(sayDate("2026-03-01"), "1 March 2026");
});

test("days are read from lines and between commas, all in one order, and what is none stays", () => {
  const typed = "- 3 March 2026\n14/03/2026; 05/06/2026, May 7, 2026\nsome day in June";
  const days = ["2026-03-03", "2026-03-14", "2026-06-05", "2026-05-07", "some day in June"];
  assert.deepEqual(readDays(typed), days);
  assert.deepEqual(readDays("03/14/2026\n05/06/2026"), ["2026-03-14", "2026-05-06"]);
  assert.deepEqual(readDays("3 March 2026, 2026-04-05"), ["2026-03-03", "2026-04-05"]);
  assert.deepEqual(readDays(" \n"), []);
});

test("days of rare events are written as days, one on each line", () => {
  const parts = [field("events", "dates"), field("per", "number")];
  const fields = [field("measures", "groups", { parts })];
  const file = writeFile(fields, {
    measures: [{ events: ["2026-03-03", "2026-04-05"], per: "1000" }],
  });
  assert.match(file, /^ {2}- events:\n {6}- 2026-03-03\n {6}- 2026-04-05\n {4}per: 1000$/m);
});

test("points are read from what a spreadsheet gives, without its first line of names", () => {
  const [first, second] = readPoints(
    "Month\tFalls\tOut of\tNote\n2026-01\t1,204\t30\tmoved\n\nFeb 26\t−3%",
  );
  assert.deepEqual(first, {
    line: "2026-01\t1,204\t30\tmoved",
    date: "2026-01-01",
    value: "1204",
    n: "30",
    note: "moved",
  });
  assert.deepEqual([second.date, second.value, second.wrong], ["2026-02-01", "-3", undefined]);
  assert.deepEqual(readPoints("2026-01; x")[0].wrong, { kind: "number", value: "x" });
  assert.deepEqual(readPoints(""), []);
});

test("an answer loses its unseen signs and its space, and nothing else", () => {
  assert.equal(clean(" one\r\ntwo\u200B\rthree ", /\u200B/g), "one\ntwo\nthree");
  assert.equal(keyOf("voices.0.consent.scope"), "_t-voices-0-consent-scope");
});

test("a text too long for an address stays out of it", () => {
  const send = { repo: "https://github.com/a/b", branch: "a branch/x", longest: 120 };
  const whole = addressOfNewFile(send, "stories/2026/a.md", "Text & more");
  assert.ok(whole.isWhole);
  const query = new URL(whole.url).searchParams;
  assert.deepEqual([query.get("filename"), query.get("value")], [
    "stories/2026/a.md",
    "Text & more",
  ]);
  assert.ok(whole.url.startsWith("https://github.com/a/b/new/a%20branch/x?"));
  const short = addressOfNewFile(send, "stories/2026/a.md", "Text ".repeat(20));
  assert.deepEqual([short.isWhole, new URL(short.url).searchParams.get("value")], [false, null]);
  const letter = addressOfLetter(
    { mail: "a@b.c", site: "S", longest_mail: 60 },
    "T",
    "x".repeat(60),
  );
  assert.ok(!letter.isWhole && letter.url.includes("goes%20with%20this%20letter"));
});

test("a file has its fields in their order, and every text as a text", () => {
  const fields = [
    field("title", "line"),
    field("domains", "choices"),
    field("voices", "groups", {
      parts: [field("voices.quote", "text"), field("voices.age", "count")],
    }),
    field("lessons", "lines"),
    field("points", "points"),
    field("body.done", "body", { heading: "What we did" }),
    field("body.next", "body", { heading: "What comes next" }),
  ];
  const answers = {
    title: 'Yes: "no" # \\ {x}',
    domains: ["naming", "null", "Two Words"],
    voices: [{ quote: "One\ntwo", age: "81" }, { age: "7" }],
    lessons: ["- first"],
    points: "2026-01, 4, 9, moved",
    "body.done": "We *moved*.\n\n# 1 desk",
  };
  assert.equal(
    writeFile(fields, answers),
    [
      "---",
      'title: "Yes: \\"no\\" # \\\\ {x}"',
      'domains: [naming, "null", "Two Words"]',
      "voices:",
      '  - quote: "One\\ntwo"',
      "    age: 81",
      "  - age: 7",
      "lessons:",
      '  - "- first"',
      "points:",
      '  - {date: 2026-01-01, value: 4, n: 9, note: "moved"}',
      "---",
      "",
      "We \\*moved\\*.",
      "",
      "\\# 1 desk",
      "",
    ].join("\n"),
  );
  const both = writeFile(fields, { ...answers, "body.next": "More." });
  assert.ok(
    both.includes("## What we did\n\nWe") && both.endsWith("## What comes next\n\nMore.\n"),
  );
});

test("every sign of a text stands for itself in Markdown", () => {
  assert.equal(
    writeProse("1. one\n- two\n<b> &amp; [a](b)"),
    "1\\. one\n\n\\- two\n\n&lt;b> &amp;amp; \\[a\\]\\(b)",
  );
  assert.deepEqual(blocksOf("\n a \n\n b").flatMap(({ lines }) => lines), ["a", "b"]);
});

test("a file is named after its title", () => {
  assert.equal(nameFile("Peggy’s name: Straße nach Łódź", []), "peggys-name-strasse-nach-lodz");
  assert.equal(nameFile("Index", ["index"]), "story-index");
  assert.equal(nameFile("!!!", []), "story");
  assert.ok(nameFile("word ".repeat(40), []).length <= 80);
});
