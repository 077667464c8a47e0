// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { findWrong, readGoal, writeShort } from "../../theme/assets/js/tell/short.js";
import { startWhole } from "../../theme/assets/js/tell/whole.js";

const today = "2026-11-23";
const moment = "143205";
const point = { measure: "woken", title: "Woken", date: "2026-11-01", value: "1.4", n: "50" };

test("a form is about what its address names, and about nothing else", () => {
  const goals = {
    "?update=a-bell": "stories/a-bell",
    "?from=actions/a-hook": "actions/a-hook",
    "?from=stories/../x": "",
    "?from=domains/naming": "",
    "?update=%3Cb%3E": "",
    "": "",
  };
  for (const [query, goal] of Object.entries(goals)) {
    assert.equal(readGoal(new URLSearchParams(query)), goal);
  }
});

test("an update is written with its points, its status and its own words", () => {
  const answers = { status: "stopped", body: "# It is *gone*." };
  const told = { of: "stories/a-bell", today, moment, answers, points: [point] };
  assert.deepEqual(findWrong("update", told), []);
  assert.deepEqual(writeShort("update", told), {
    path: "stories/updates/2026-11-23-a-bell-143205.md",
    text: [
      "---",
      "story: a-bell",
      "date: 2026-11-23",
      'status: "stopped"',
      "measures:",
      '  - measure: "woken"',
      "    points:",
      "      - {date: 2026-11-01, value: 1.4, n: 50}",
      "---",
      "",
      "\\# It is \\*gone\\*.",
      "",
    ].join("\n"),
  });
});

test("what is told in another language says which, by its code, and by nothing else", () => {
  const update = { of: "stories/a-bell", today, moment, points: [] };
  const told = { ...update, answers: { body: "Mae'n dda.", language: "cy" } };
  assert.deepEqual(findWrong("update", told), []);
  assert.match(writeShort("update", told).text, /^language: "cy"$/m);
  const answers = { outcome: "kept", why: "Ystafelloedd sengl", language: "Cymraeg" };
  assert.deepEqual(findWrong("adoption", { ...update, answers }), [
    "Enter the language by its code, such as cy for Welsh.",
  ]);
  const made = writeShort("adoption", { ...update, answers: { ...answers, language: "en-GB" } });
  assert.match(made.text, /^language: "en-GB"$/m);
});

test("an adoption is written with what was answered and with nothing that was not", () => {
  const answers = { outcome: "decided-against", why: 'Our "rooms" are single', team: "" };
  const made = writeShort("adoption", { of: "actions/a-hook", today, moment, answers, points: [] });
  assert.equal(made.path, "stories/adoptions/2026-11-23-a-hook-143205.md");
  assert.deepEqual(made.text.split("\n"), [
    "---",
    "of: actions/a-hook",
    "date: 2026-11-23",
    'outcome: "decided-against"',
    'why: "Our \\"rooms\\" are single"',
    "---",
    "",
  ]);
});

test("what is missing or wrong is said all at once", () => {
  const wrong = { ...point, date: "2027-01-01", value: "many", n: "x" };
  const told = {
    of: "stories/a-bell",
    today,
    moment,
    answers: {},
    points: [wrong, { ...point, date: "" }],
  };
  assert.equal(findWrong("update", told).length, 4);
  assert.equal(findWrong("update", { ...told, points: [] }).length, 1);
  assert.equal(findWrong("adoption", { ...told, points: [] }).length, 2);
});

test("a whole story begins with what the short form and the example know", () => {
  const example = { domains: ["naming", "privacy"], setting: "ward" };
  const told = {
    outcome: "given-up",
    why: "Nobody read it & it fell down",
    changed: "",
    setting: "hospice",
    team: "Larch",
  };
  assert.deepEqual(startWhole("actions/a-hook", example, told), {
    answers: {
      adapted_from: "a-hook",
      domains: ["naming", "privacy"],
      setting: "hospice",
      team: "Larch",
      status: "stopped",
      lessons: ["Nobody read it & it fell down"],
    },
    query: "?adapted_from=a-hook&domain=naming&domain=privacy&setting=hospice",
  });
  assert.deepEqual(startWhole("stories/a-bell", { domains: [], setting: null }, {}), {
    answers: { adapted_from: "a-bell" },
    query: "?adapted_from=a-bell",
  });
  assert.equal(startWhole("stories/a-bell", example, {}).answers.setting, "ward");
});
