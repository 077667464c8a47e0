// @ts-check
// The ways in which figures are read, in the checker's own table, which `make fix` writes here.
import { TABLE } from "./ways-table.js";

/** @typedef {[source: string, flags: string]} Pattern */

/**
 * @type {{
 *   dates: Pattern[], before_date: Pattern, total: Pattern, number: Pattern, percent: Pattern,
 *   by_space: Pattern, gaps: string[], headings: Record<string, string>, months: string[],
 * }}
 */
export const WAYS = JSON.parse(TABLE);
export const GAPS = new Set(WAYS.gaps);
export const MONTHS = WAYS.months;
export const HEADINGS = new Map(Object.entries(WAYS.headings));

/**
 * Make a pattern that fits a whole text, or with `ends` of nothing, wherever it says itself.
 *
 * @param {Pattern} pattern
 * @param {string} [ends]
 */
export function patternOf([source, flags], ends = "$") {
  return new RegExp(ends ? `^(?:${source})$` : source, flags);
}

/** Whether the month is written first where the site is at home. */
export const monthFirst = () => globalThis.document?.documentElement.lang.toLowerCase() === "en-us";

/**
 * Bring what was written to plain signs: small letters, ordinary spaces, hyphens and digits.
 *
 * @param {string} text
 */
export function plain(text) {
  return text
    .replaceAll(/[\u200B-\u200F\u2060\uFEFF\u00AD]/g, "")
    .replaceAll(
      /[\uFF01-\uFF5E]/g,
      (wide) => String.fromCodePoint((wide.codePointAt(0) ?? 0) - 0xFEE0),
    )
    .replaceAll(/[‐‑‒–—―−﹣－]/g, "-")
    .replaceAll(/[’‘ʼ]/g, "'")
    .trim()
    .replaceAll(/\s+/g, " ")
    .toLowerCase();
}
