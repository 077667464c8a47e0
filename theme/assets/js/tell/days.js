// @ts-check
// Days as people type them, in all the ways that the checker reads, and as they are said aloud.
import { monthFirst, MONTHS, patternOf, plain, WAYS } from "./ways.js";

const DATES = WAYS.dates.map((each) => patternOf(each));
const BEFORE_DATE = patternOf(WAYS.before_date, "");

/** @typedef {{ year: string, month: number, day: number, isOpen: boolean }} Written A date. */

/**
 * Read a date as it is written; which number is the month is for `makeDate` to know.
 *
 * @param {string} text
 * @returns {Written | undefined}
 */
export function readWritten(text) {
  const bare = plain(text).replace(BEFORE_DATE, "");
  for (const pattern of DATES) {
    const told = pattern.exec(bare)?.groups;
    if (!told) continue;
    const year = told.year.replace(/^'/, "");
    if (told.first) return { year, month: +told.second, day: +told.first, isOpen: true };
    const start = told.quarter ? 3 * Number(told.quarter) - 2 : Number(told.month);
    const month = told.name ? MONTHS.indexOf(told.name.slice(0, 3)) + 1 : start;
    return { year, month, day: +(told.day ?? 1), isOpen: false };
  }
  return undefined;
}

/**
 * Read a single day as year-month-day; the first of a month.
 *
 * @param {string} text
 */
export function readDate(text) {
  const written = readWritten(text);
  return written && makeDate(written, findOrder([written]));
}

/**
 * Read several days, typed on lines of their own or between commas; what is no day stays as it is.
 *
 * @param {string} text
 */
export function readDays(text) {
  const lines = text.split(/[\n;]|,(?!\s*\d{4}(?![-/.\d]))/)
    .map((line) => line.trim().replace(/^[-*•]\s+/, "")).filter(Boolean);
  const written = lines.map(readWritten);
  const isMonthFirst = findOrder(written);
  return lines.map((line, at) => {
    const day = written[at];
    return (day && makeDate(day, isMonthFirst)) || line;
  });
}

/**
 * Find whether the month comes first, from all dates; undefined if nothing says.
 *
 * @param {(Written | undefined)[]} dates
 */
export function findOrder(dates) {
  const known = dates.filter((each) => each !== undefined);
  const byDay = known.some(({ isOpen, day }) => isOpen && day > 12);
  const byMonth = known.some(({ isOpen, month }) => isOpen && month > 12);
  if (byDay || byMonth) return byDay && byMonth ? undefined : byMonth;
  const [isEven, isEvenTurned] = [false, true].map((turned) =>
    areEven(known.map((each) => makeDate(each, turned)))
  );
  return isEven === isEvenTurned ? monthFirst() : isEvenTurned;
}

/**
 * @param {(string | undefined)[]} days
 * @returns {boolean}
 */
function areEven(days) {
  if (days.length < 3 || days.includes(undefined)) return false;
  const known = days.map((day) => Date.parse(`${day}`) / 86_400_000);
  const gaps = new Set(known.slice(1).map((day, at) => day - known[at]));
  if ([...gaps].some((gap) => gap <= 0)) {
    return [...gaps].every((gap) => gap < 0) && areEven(days.toReversed());
  }
  const isLast = (/** @type {number} */ day) => new Date((day + 1) * 86_400_000).getUTCDate() === 1;
  const isOneDay = new Set(days.map((day) => day?.slice(8))).size === 1;
  return gaps.size === 1 || isOneDay || known.every(isLast) ||
    [...gaps].every((gap) => gap % 7 === 0);
}

/**
 * @param {Written} written
 * @param {boolean | undefined} isMonthFirst
 */
export function makeDate({ year, isOpen, ...written }, isMonthFirst) {
  const isOdd = written.month !== written.day;
  if (isOpen && isMonthFirst === undefined && isOdd) return undefined;
  const [month, day] = isOpen && isMonthFirst
    ? [written.day, written.month]
    : [written.month, written.day];
  const today = new Date();
  const isShort = year.length < 4;
  const latest = today.getUTCFullYear() - 2000 + 20;
  const whole = isShort ? Number(year) + (Number(year) <= latest ? 2000 : 1900) : Number(year);
  const date = new Date(Date.UTC(whole, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  if (isShort && date > today) return undefined;
  return date.toISOString().slice(0, 10);
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
