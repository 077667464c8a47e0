// @ts-check
// Signs of personal data in a text, by the checker's own patterns as far as a browser can use them.

import { makeTables, weigh } from "./clues.js";

const ADDRESS = /(?:[a-z][a-z0-9+.-]{1,20}:\/\/|www\.)[^\s<>()[\]"'`]*$/i;

/** @typedef {import("./values.js").Pattern} Pattern */

/**
 * @typedef {object} RawSign A sign as the page describes it; the checker's `Sign` says what is what.
 * @property {string} code
 * @property {string} severity
 * @property {Pattern} find
 * @property {string} [group] The part of what is found that is the value.
 * @property {Pattern | null} after What has to stand before it, at most `reach` characters away.
 * @property {Pattern | null} not_after
 * @property {number} reach
 * @property {Pattern[]} near What has to stand in its sentence, all of it.
 * @property {Pattern | null} not_near
 * @property {Pattern | null} not_before
 * @property {Pattern[]} unless
 * @property {boolean} in_address Whether it counts in a web address too.
 * @property {string} clues The table by which the words around it have to weigh more than nothing.
 *
 * @typedef {object} Sign
 * @property {string} code
 * @property {string} severity
 * @property {string} [group]
 * @property {number} reach
 * @property {RegExp} find
 * @property {RegExp | null} after
 * @property {RegExp | null} notAfter
 * @property {RegExp[]} near
 * @property {RegExp | null} notNear
 * @property {RegExp | null} notBefore
 * @property {RegExp[]} unless
 * @property {boolean} inAddress
 * @property {import("./clues.js").Weights | undefined} weights
 * @property {RegExp} sentenceEnd
 */

const REACH = 240;
const BEFORE = 60;

/**
 * Make the patterns of a form's signs ready to be asked.
 *
 * @param {RawSign[]} signs
 * @param {Pattern} sentenceEnd
 * @param {Record<string, Record<string, string[]>>} clues
 * @returns {Sign[]}
 */
export function makeSigns(signs, sentenceEnd, clues) {
  /**
   * @param {Pattern} pattern
   * @param {string} [more]
   */
  const make = ([source, flags], more = "") => new RegExp(source, flags + more);
  const end = make(sentenceEnd, "g");
  const tables = makeTables(clues);
  return signs.map((sign) => ({
    ...sign,
    find: make(sign.find, "dg"),
    after: sign.after && make(sign.after, "g"),
    notAfter: sign.not_after && make(sign.not_after),
    near: sign.near.map((pattern) => make(pattern)),
    notNear: sign.not_near && make(sign.not_near),
    notBefore: sign.not_before && make(sign.not_before),
    unless: sign.unless.map((pattern) => make(pattern)),
    inAddress: sign.in_address,
    weights: tables.get(sign.clues),
    sentenceEnd: end,
  }));
}

/**
 * Find what looks like personal data: each kind once, with its value.
 *
 * @param {string} text
 * @param {Sign[]} signs
 */
export function findPersonal(text, signs) {
  const plain = undisguise(text);
  const found = new Map();
  for (const sign of signs) {
    if (found.has(sign.code)) continue;
    const value = findSign(plain, sign);
    if (value) {
      found.set(sign.code, { code: sign.code, severity: sign.severity, value: mask(value) });
    }
  }
  // The day of a birth is told once.
  if (found.get("P107")?.value === found.get("P106")?.value) found.delete("P107");
  return [...found.values()];
}

/**
 * @param {string} plain
 * @param {Sign} sign
 */
function findSign(plain, sign) {
  for (const [from, to] of listStretches(plain, sign)) {
    for (const match of plain.slice(0, to).matchAll(sign.find)) {
      const [start, end] = (sign.group && match.indices?.groups?.[sign.group]) ||
        [match.index, match.index + match[0].length];
      const value = plain.slice(start, end);
      if (match.index < from || isInnocent(value, sign, plain.slice(0, start))) continue;
      if (isPlaced(plain, start, end, sign)) return value;
    }
  }
  return undefined;
}

/**
 * @param {string} value
 * @param {Sign} sign
 * @param {string} before
 */
function isInnocent(value, sign, before) {
  if (!sign.inAddress && ADDRESS.test(before)) return true;
  if (sign.code === "P101") {
    return !isNhsNumber(value.replaceAll(/\D/g, "")) || (!sign.after && isOther(before));
  }
  const asked = sign.code === "P103" ? nationalise(value) : value;
  return sign.unless.some((pattern) => pattern.test(asked));
}

/**
 * Whether the sentence around a value says that it is one.
 *
 * @param {string} plain
 * @param {number} start
 * @param {number} end
 * @param {Sign} sign
 */
function isPlaced(plain, start, end, sign) {
  let first = 0;
  let last = plain.length;
  for (const mark of plain.matchAll(sign.sentenceEnd)) {
    const at = mark.index + mark[0].length;
    if (at <= start) first = at;
    else if (at >= end) {
      last = at;
      break;
    }
  }
  first = Math.max(first, (Math.floor(start / REACH) - 1) * REACH);
  last = Math.min(last, (Math.floor(end / REACH) + 2) * REACH);
  if (sign.weights && weigh(sign.weights, plain, [start, end], [first, last]) <= 0) return false;
  if (sign.notBefore?.test(plain.slice(Math.max(first, start - BEFORE), start))) return false;
  const sentence = plain.slice(first, last);
  const head = plain[first] === "|" ? findHead(plain, first) : "";
  return !sign.notNear?.test(sentence) &&
    sign.near.every((pattern) => pattern.test(sentence) || (head && pattern.test(head)));
}

/**
 * Find the first row of the table that a row stands in: it says what is in each.
 *
 * @param {string} plain
 * @param {number} row
 */
function findHead(plain, row) {
  const rows = /(?:^|\n)((?:\|[^\n]*\n){1,40})$/.exec(plain.slice(0, row));
  return rows?.[1]?.split("\n")[0] ?? "";
}

/**
 * List the stretches of a text in which a sign may stand.
 *
 * @param {string} plain
 * @param {Sign} sign
 * @returns {[number, number][]}
 */
function listStretches(plain, sign) {
  if (!sign.after) return [[0, plain.length]];
  return [...plain.matchAll(sign.after)]
    .filter((word) =>
      !sign.notAfter?.test(plain.slice(Math.max(0, word.index - BEFORE), word.index))
    )
    .map((word) => [word.index + word[0].length, word.index + word[0].length + sign.reach]);
}

/** @param {string} before */
const isOther = (before) => /(?:\+\d{1,3}[ .-]?|\d[.,-]|isbn\D{0,8})$/i.test(before);
/** @param {string} value */
const nationalise = (value) =>
  value.replace(/^(?:\+|00)44/, "0").replace("(0)", "").replaceAll(/\D/g, "").replace(/^00/, "0");

/**
 * Whether ten digits have the check digit of an NHS number, worked out modulo 11.
 *
 * @param {string} digits
 */
export function isNhsNumber(digits) {
  if (digits.length !== 10) return false;
  let sum = 0;
  for (let at = 0; at < 9; at += 1) sum += Number(digits[at]) * (10 - at);
  const check = (11 - (sum % 11)) % 11;
  return check === Number(digits[9]);
}

/**
 * Write a text in plain signs, as the checker does before it looks.
 *
 * @param {string} text
 */
function undisguise(text) {
  return text.normalize("NFKC").replaceAll(/\p{Cf}/gu, "").replaceAll(/[\p{Pd}\u2212]/gu, "-")
    .replaceAll(/\p{Zs}/gu, " ")
    .replaceAll(/(?<=[0-9])O(?![A-Za-z])|(?<![A-Za-z0-9])O(?=[0-9])/gu, "0");
}

/**
 * Keep the first and last signs, so that nobody reads the rest over a shoulder.
 *
 * @param {string} value
 */
function mask(value) {
  const signs = [...value.replaceAll(/\s+/g, " ").trim()];
  const [keep, end] = signs.length >= 10 ? [3, 2] : [1, 1];
  return `“${signs.slice(0, keep).join("")}…${signs.slice(-end).join("")}”`;
}
