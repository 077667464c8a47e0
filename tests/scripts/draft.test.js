// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { blocksOf } from "../../theme/assets/js/tell/blocks.js";
import {
  checkDays,
  checkDomains,
  checkFigures,
  endOf,
} from "../../theme/assets/js/tell/check-figures.js";
import { findSlug, isUnknown, learn } from "../../theme/assets/js/tell/examples.js";
import { sayLack } from "../../theme/assets/js/tell/figures.js";
import { makeHandover } from "../../theme/assets/js/tell/handover.js";
import { openDraft } from "../../theme/assets/js/tell/open-draft.js";
import { writeProse } from "../../theme/assets/js/tell/write.js";
import { readZip, writeZip } from "../../theme/assets/js/tell/zip.js";
import { field } from "./field.js";

/** @param {string} text */
const bytesOf = (text) => new TextEncoder().encode(text);

const FIELDS = [
  field("title", "line"),
  field("domains", "choices", { choices: ["naming", "privacy"] }),
  field("quick_win", "yes-no"),
  field("headroom", "group", { parts: [field("headroom.hours", "number")] }),
  field("voices", "groups", {
    parts: [
      field("voices.quote", "text"),
      field("voices.consent", "group", { parts: [field("voices.consent.scope", "choices")] }),
    ],
  }),
  field("measures", "groups", {
    parts: [field("measures.title", "line"), field("measures.points", "points")],
  }),
  field("lessons", "lines"),
  field("image", "groups", {
    parts: [
      field("image.file", "picture"),
      field("image.alt", "line"),
      field("image.credit", "line"),
    ],
  }),
  field("body.before", "body", { heading: "What it was like" }),
  field("body.done", "body", { heading: "What we did" }),
  field("actions", "groups", {
    parts: [
      field("actions.title", "line"),
      field("actions.made_on", "date"),
      field("actions.effort", "group", { parts: [field("actions.effort.hours", "number")] }),
      field("actions.body.done", "body", { name: "done", heading: "What we did" }),
    ],
  }),
];
const HOSTILE = 'It\'s "quoted": # - [x](y) *a* <b> &amp; | ~ `c` \\n 1. 🫶 {d: e, f}';
const ANSWERS = {
  title: "The desk",
  domains: ["naming", "privacy"],
  quick_win: "true",
  headroom: { hours: "1.5" },
  voices: [{ quote: `${HOSTILE}\nTwo`, consent: { scope: ["website"] } }, { quote: "Three" }],
  measures: [{
    title: HOSTILE,
    points: `2026-01-01\t4\t20\t${HOSTILE.slice(0, 12)}\n2026-02-01\t5`,
  }],
  lessons: [HOSTILE, "- two"],
  image: [{ file: "picture-1.jpg", alt: HOSTILE }, {
    file: "picture-2.jpg",
    alt: "A [lamp]",
    credit: "The *ward*",
  }],
  "body.before": "• one\n• two\n1.\tfirst\n2.\tsecond\na\tb\n1\t2",
  "body.done": `${HOSTILE}\n# head\n- item\n1. one\n> said\n| a | b |`,
  actions: [
    { title: "We moved it", made_on: "2026-03-01", effort: { hours: "2" }, done: HOSTILE },
    { title: "We moved it", done: "Again." },
  ],
};
const PICTURES = new Map([["picture-1.jpg", bytesOf("one")], ["picture-2.jpg", bytesOf("two")]]);

test("a draft that was handed over opens as it was", async () => {
  const { name, bytes, isFolder } = makeHandover(FIELDS, ANSWERS, PICTURES, []);
  assert.deepEqual([name, isFolder], ["the-desk.zip", true]);
  const { answers, files, wrong } = await openDraft(new File([bytes], name), FIELDS);
  assert.equal(wrong, undefined);
  assert.deepEqual(answers, ANSWERS);
  assert.deepEqual(files, PICTURES);
  const alone = { title: "The desk", "body.done": "We turned it.\nTwice." };
  const file = makeHandover(FIELDS, alone, new Map(), []);
  assert.equal(file.name, "the-desk.md");
  assert.deepEqual((await openDraft(new File([file.bytes], file.name), FIELDS)).answers, alone);
});

test("what the form did not make is refused, and says why", async () => {
  for (
    const [text, why] of [
      ["title: A\n", "does not begin with its fields"],
      ['---\ntitle: "A"\nevents: "x"\n---\n\nB\n', "does not ask for “events”"],
      ["---\ntitle: >\n  A\n---\n\nB\n", "not as this form writes it"],
      ["---\ntitle:\n---\n\nB\n", "has nothing in it"],
      ["PK\u0003\u0004", "is damaged"],
    ]
  ) {
    const { answers, wrong } = await openDraft(new File([text], "a.md"), FIELDS);
    assert.equal(answers, undefined);
    assert.match(`${wrong}`, new RegExp(why));
  }
});

test("a zip holds its files whole, and one that unfolds to far too much is not read", async () => {
  const files = new Map([["a/index.md", bytesOf("é\n")], ["a/b.jpg", new Uint8Array(70_000)]]);
  assert.deepEqual(await readZip(writeZip(files)), files);
  await assert.rejects(
    readZip(bytesOf("no zip at all, and long enough to hold an end")),
    RangeError,
  );
});

test("bullets, numbers and tables out of Word stay what they are, and other signs are text", () => {
  assert.equal(
    writeProse(
      "•\tone\n\uF0B7\ttwo\n\n1.\tfirst\n2)\tsecond\nWard\tFalls\n7\t4 | 5\nEnd\tof it\tall",
    ),
    "- one\n- two\n\n1. first\n2. second\n\n| Ward | Falls |\n| --- | --- |\n| 7 | 4 \\| 5 |\n\n" +
      "End\tof it\tall",
  );
  assert.deepEqual(blocksOf("- one\n* two").map(({ kind }) => kind), ["p", "p"]);
});

const LIMITS = {
  share: /** @type {[string, string]} */ (["%|per ?cent", "ui"]),
  expiry_months: 36,
  domains: 8,
};

test("figures are judged as the checker judges them", () => {
  const codes = (/** @type {string} */ unit, /** @type {string} */ points) =>
    checkFigures("m", { title: "T", unit, points }, LIMITS).map(([, code]) => code);
  assert.deepEqual(codes("%", "2026-01-01, 100\n2026-02-01, 0"), []);
  assert.deepEqual(codes("%", "2026-01-01, 114\n2026-02-01, 40"), ["L110"]);
  assert.deepEqual(codes("minutes", "2026-01-01, 114\n2026-01-01, 40"), ["L109"]);
  assert.deepEqual(codes("minutes", "2026-02-01, 114\n2026-01-01, 40"), ["L108"]);
});

test("consent, domains and the days of a step are judged as the checker judges them", () => {
  assert.equal(endOf({ given: "2023-02-28" }, LIMITS), "2026-02-28");
  assert.equal(endOf({ given: "2024-02-29" }, { ...LIMITS, expiry_months: 12 }), "2025-02-28");
  assert.equal(endOf({ given: "2023-02-28", expires: "2030-01-01" }, LIMITS), "2030-01-01");
  assert.equal(endOf({}, LIMITS), undefined);
  assert.equal(checkDomains([..."abcd"], LIMITS).length, 0);
  assert.equal(checkDomains([..."abcde"], LIMITS)[0][1], "L601");
  const days = { planned_on: "2026-02-01", made_on: "2026-01-01" };
  assert.equal(checkDays("actions.0", days, (day) => day)[0][0], "actions.0.made_on");
});

test("what a label lacks is said by counting", () => {
  const points = ["01", "02", "03"].map((month) => ({
    line: "",
    date: `2026-${month}-01`,
    value: "1",
  }));
  assert.match(
    sayLack(points, "2026-03-01", 6),
    /^2 points before the change and 1 point after it/,
  );
  assert.match(sayLack(points, "2026-03-01", 6), /4 more from before and 5 more from after/);
  assert.match(sayLack(points, "2026-03-01", 1), /enough to look for a signal/);
  assert.match(sayLack(points, undefined, 6), /Say on the first step/);
});

test("an address, a title or a slug names an example, and what is none is known for it", () => {
  assert.equal(isUnknown("anything"), false);
  learn([{ slug: "a-quiet-room", title: "A quiet room" }]);
  for (
    const text of [
      "https://a.example/stories/a-quiet-room/#desk",
      "../stories/a-quiet-room",
      "stories/2026/a-quiet-room.md",
      "stories/2026/a-quiet-room/index.md",
      " A QUIET room ",
      "a-quiet-room",
    ]
  ) assert.equal(findSlug(text), "a-quiet-room", text);
  assert.equal(isUnknown("a-quiet-room"), false);
  assert.equal(isUnknown("a-loud-room"), true);
});
