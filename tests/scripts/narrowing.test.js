// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  arrange,
  PER_PAGE,
  pick,
  readQuery,
  readTable,
  without,
  writeQuery,
} from "../../theme/assets/js/narrowing.js";

const KEYS = ["domain", "setting", "evidence"];
const TABLE = {
  facets: {
    domain: ["naming", "privacy"],
    setting: ["ward", "surgery"],
    evidence: ["told", "measured", "signal", "sustained"],
  },
  rows: ["1.01.0.0", "2.0.1.3", "3.1.0.1", "4...0"],
};
const rows = readTable(TABLE);
/** @param {{ page: number }[]} some */
const ids = (some) => some.map(({ page }) => "-abcd"[page]);

test("a line of the table is a story with its values, facet by facet", () => {
  const has = { domain: ["naming", "privacy"], setting: ["ward"], evidence: ["told"] };
  assert.deepEqual(rows[0], { page: 1, has });
  assert.deepEqual(rows[3].has, { domain: [], setting: [], evidence: ["told"] });
});

test("a facet of more values than there are digits and letters is read", () => {
  const many = Array.from({ length: 200 }, (_, at) => `value-${at}`);
  const sign = String.fromCodePoint(48 + 199);
  const [row] = readTable({ facets: { many }, rows: [`7.${sign}0`] });
  assert.deepEqual(row.has, { many: ["value-199", "value-0"] });
});

test("choices are or within a facet, and and across", () => {
  assert.deepEqual(ids(pick(rows, {}, KEYS).picked), ["a", "b", "c", "d"]);
  assert.deepEqual(ids(pick(rows, { domain: ["naming", "privacy"] }, KEYS).picked), [
    "a",
    "b",
    "c",
  ]);
  assert.deepEqual(ids(pick(rows, { domain: ["naming"], setting: ["ward"] }, KEYS).picked), ["a"]);
  assert.deepEqual(ids(pick(rows, { domain: ["unknown"] }, KEYS).picked), []);
});

test("a count says how many stories there would be with the choice", () => {
  const chosen = { domain: ["naming"], setting: ["ward"] };
  const { counts } = pick(rows, chosen, KEYS);
  for (const [key, values] of Object.entries(TABLE.facets)) {
    for (const value of values) {
      const others = without({ words: "", chosen, sort: "date", shown: 24 }, key).chosen;
      const alone = pick(rows, { ...others, [key]: [value] }, KEYS).picked.length;
      assert.equal(counts[key][value] ?? 0, alone, `${key} ${value}`);
    }
  }
});

test("the strongest evidence comes first, and the newest among equals", () => {
  assert.deepEqual(ids(arrange(rows, "evidence")), ["b", "c", "a", "d"]);
  assert.deepEqual(ids(arrange(rows, "date")), ["a", "b", "c", "d"]);
});

test("an address leads back to the list that it was written for", () => {
  const state = {
    words: "patient's & <name>",
    chosen: { domain: ["naming", "privacy"], evidence: ["told"] },
    sort: "evidence",
    shown: 72,
  };
  assert.deepEqual(readQuery(`?${writeQuery(state, KEYS)}`, KEYS), state);
  assert.equal(writeQuery({ words: "", chosen: {}, sort: "date", shown: PER_PAGE }, KEYS), "");
});

test("whatever stands in an address is read as a list", () => {
  const plain = { words: "", chosen: {}, sort: "date", shown: PER_PAGE };
  for (const show of ["", "-5", "3", "x", "NaN", "24.9"]) {
    assert.deepEqual(readQuery(`?show=${show}&sort=up&colour=red`, KEYS), plain, show);
  }
  assert.equal(readQuery("?show=1e9", KEYS).shown, 480);
  assert.equal(readQuery("?show=Infinity", KEYS).shown, 480);
});
