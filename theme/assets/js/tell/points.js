// @ts-check
// The points of a measure, from lines that were typed or pasted out of a spreadsheet.

const MONTHS = [
  "january",
  "february",
  "march",
  "april",
  "may",
  "june",
  "july",
  "august",
  "september",
  "october",
  "november",
  "december",
];
const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)$/;

/**
 * @typedef {object} Point
 * @property {string} line As it was written.
 * @property {string} date A day as year-month-day, or what stands in its place.
 * @property {string} value
 * @property {string} [n]
 * @property {string} [note]
 * @property {{ kind: "date" | "number", value: string }} [wrong] What of it cannot be read.
 */

/**
 * Read lines as points. A line that cannot be read has `wrong`.
 *
 * @param {string} text
 */
export function readPoints(text) {
  const lines = text.split("\n").map((line) => line.trim()).filter(Boolean);
  const points = lines.map(readLine);
  // A first line without a figure in it has the names of the columns.
  if (points.length && points[0].wrong && !/\d/.test(lines[0])) points.shift();
  return points;
}

/**
 * @param {string} line
 * @returns {Point}
 */
function readLine(line) {
  const sign = ["\t", ";", ","].find((each) => line.includes(each)) ?? /\s+(?=\S+$)/;
  const [when = "", ...cells] = line.split(sign).map((cell) => cell.trim());
  const [value = "", n = "", ...note] = cells;
  /** @type {Point} */
  const point = { date: readDate(when) ?? when, value: readNumber(value, sign), line };
  if (n) point.n = readNumber(n, sign);
  if (note.join("").trim()) point.note = note.filter(Boolean).join(", ");
  if (!readDate(when)) point.wrong = { kind: "date", value: when };
  else if (!NUMBER.test(point.value)) point.wrong = { kind: "number", value };
  else if (n && !NUMBER.test(point.n ?? "")) point.wrong = { kind: "number", value: n };
  return point;
}

/**
 * @param {string} cell
 * @param {string | RegExp} sign
 */
function readNumber(cell, sign) {
  const bare = cell.replace(/\s*%$/, "").replaceAll(/[\u2212\u2013]/g, "-");
  return sign === "," ? bare : bare.replaceAll(/(\d),(?=\d{3}\b)/g, "$1");
}

/**
 * Read a day as year-month-day, from the ways in which it is written here; the first of a month.
 *
 * @param {string} text
 */
export function readDate(text) {
  let found = /^(\d{4})-(\d{1,2})(?:-(\d{1,2}))?(?:[T ].*)?$/.exec(text);
  if (found) return makeDate(found[1], found[2], found[3] ?? "1");
  found = /^(\d{1,2})[./](\d{1,2})[./](\d{4}|\d{2})$/.exec(text);
  if (found) return makeDate(found[3], found[2], found[1]);
  found = /^(?:(\d{1,2})(?:st|nd|rd|th)?[ -])?([a-z]{3,9})\.?[ -](\d{4}|\d{2})$/i.exec(text);
  if (!found) return undefined;
  const [, day = "1", named, year] = found;
  const month = MONTHS.findIndex((name) => name.startsWith(named.toLowerCase())) + 1;
  return month ? makeDate(year, `${month}`, day) : undefined;
}

/**
 * @param {string} year
 * @param {string} month
 * @param {string} day
 */
function makeDate(year, month, day) {
  const whole = Number(year) < 100 ? 2000 + Number(year) : Number(year);
  const date = new Date(Date.UTC(whole, Number(month) - 1, Number(day)));
  const is = date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
  return is ? date.toISOString().slice(0, 10) : undefined;
}

/**
 * Say a day as it is said aloud.
 *
 * @param {string} iso
 */
export function sayDate(iso) {
  const date = new Date(`${iso}T00:00:00Z`);
  return date.toLocaleDateString("en-GB", {
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  });
}
