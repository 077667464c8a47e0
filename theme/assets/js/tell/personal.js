// @ts-check
// Signs of personal data in a text, by the checker's own patterns as far as a browser can use them.

const ADDRESS = /(?:[a-z][a-z0-9+.-]{1,20}:\/\/|www\.)[^\s<>()[\]"'`]*$/i;

/** @typedef {import("./values.js").Pattern} Pattern */

/**
 * @typedef {object} RawSign A sign as the page describes it.
 * @property {string} code
 * @property {string} severity
 * @property {Pattern} find
 * @property {string} [group] The part of what is found that is the value.
 * @property {Pattern | null} after What has to stand before it, at most `reach` characters away.
 * @property {Pattern | null} not_after
 * @property {number} reach
 * @property {Pattern[]} unless
 *
 * @typedef {object} Sign
 * @property {string} code
 * @property {string} severity
 * @property {string} [group]
 * @property {number} reach
 * @property {RegExp} find
 * @property {RegExp | null} after
 * @property {RegExp | null} notAfter
 * @property {RegExp[]} unless
 */

/**
 * Make the patterns of a form's signs ready to be asked.
 *
 * @param {RawSign[]} signs
 * @returns {Sign[]}
 */
export function makeSigns(signs) {
  /**
   * @param {Pattern} pattern
   * @param {string} [more]
   */
  const make = ([source, flags], more = "") => new RegExp(source, flags + more);
  return signs.map((sign) => ({
    ...sign,
    find: make(sign.find, "g"),
    after: sign.after && make(sign.after, "g"),
    notAfter: sign.not_after && make(sign.not_after),
    unless: sign.unless.map((pattern) => make(pattern)),
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
  return [...found.values()];
}

/**
 * @param {string} plain
 * @param {Sign} sign
 */
function findSign(plain, sign) {
  for (const stretch of listStretches(plain, sign)) {
    for (const match of stretch.matchAll(sign.find)) {
      const value = (sign.group && match.groups?.[sign.group]) || match[0];
      if (!isInnocent(value, sign, stretch.slice(0, match.index))) return value;
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
  if (sign.code !== "P104" && ADDRESS.test(before)) return true;
  if (sign.code === "P101") {
    return !isNhsNumber(value.replaceAll(/\D/g, "")) || (!sign.after && isOther(before));
  }
  const pieces = sign.code === "P103" ? [nationalise(value)] : value.split("@");
  return sign.unless.some((pattern) => pieces.some((piece) => pattern.test(piece)));
}

/**
 * List the stretches of a text in which a sign may stand.
 *
 * @param {string} plain
 * @param {Sign} sign
 */
function listStretches(plain, sign) {
  if (!sign.after) return [plain];
  return [...plain.matchAll(sign.after)]
    .filter((word) => !sign.notAfter?.test(plain.slice(0, word.index)))
    .map((word) => plain.slice(word.index + word[0].length).slice(0, sign.reach));
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
    .replaceAll(/\p{Zs}/gu, " ");
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
