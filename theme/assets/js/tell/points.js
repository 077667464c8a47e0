// @ts-check
// The points of a measure, from lines that were typed or pasted out of a spreadsheet.
// The ways in which figures are read are the checker's own, and so is what they come to.
import { findOrder, makeDate, readWritten } from "./days.js";
import { GAPS, HEADINGS, patternOf, plain, WAYS } from "./ways.js";

const TYPED = /\s*\|\s*|:\s+|\s{2,}|(?<=[\d%])\s+(?=[-+]?[\d#])|\s+(?=(?:-|n\/?a|#\S+)$)/i;
const NAMES = ["date", "value", "n", "note"];
const [TOTAL, NUMBER] = [WAYS.total, WAYS.number].map((each) => patternOf(each));
const PERCENT = patternOf(WAYS.percent, "");
const BY_SPACE = patternOf(WAYS.by_space, "");

/**
 * @typedef {object} Point
 * @property {string} line As it was written.
 * @property {string} date A day as year-month-day, or what stands in its place.
 * @property {string} value
 * @property {string} [n]
 * @property {string} [note]
 * @property {Wrong} [wrong] What of it cannot be read.
 *
 * @typedef {{ kind: "date" | "number", value: string } | { kind: "width", cells: number, columns: number }} Wrong
 *
 * @typedef {{ sign: string, digits: string, power: string, mark: string }} Figure A number.
 */

/**
 * Read lines as points. A line that cannot be read has `wrong`; one of a gap is left out.
 *
 * @param {string} text
 * @returns {Point[]}
 */
export function readPoints(text) {
  const lines = text.split("\n").map((line) => line.trim()).filter(Boolean);
  const said = /^"?sep=(.)"?$/i.exec(lines[0] ?? "");
  if (said) lines.shift();
  const sign = said?.[1] ?? findSign(lines);
  let rows = lines.map((line) => ({ line, cells: split(line, sign) }));
  let names = NAMES;
  const at = rows.slice(0, 12).findIndex(({ cells }) => {
    const named = new Set(cells.map(nameOf));
    return named.has("date") && named.has("value");
  });
  const first = rows.findIndex(({ cells }) => cells.length > 1 && readWritten(cells[0]));
  const below = rows.slice(at >= 0 ? at + 1 : Math.max(first, 0));
  if (at >= 0) names = completeNames(rows[at].cells, below);
  rows = below;
  const told = rows.map(({ line, cells }) => {
    const of = (/** @type {string} */ name) => cells[names.indexOf(name)]?.trim() ?? "";
    const surplus = cells.findLastIndex((cell) => cell.trim()) + 1;
    const isWide = surplus > names.length;
    const width = isWide ? { cells: surplus, columns: names.length } : undefined;
    return { line, width, date: of("date"), value: of("value"), n: of("n"), note: of("note") };
  }).filter(({ date, value, n, note }) =>
    !TOTAL.test(plain(date)) && (value || n || note || /\d/.test(date) || !date)
  );
  const isMonthFirst = findOrder(told.map(({ date }) => readWritten(date)));
  const marks = [findMark(told.map(({ value }) => value)), findMark(told.map(({ n }) => n))];
  return told.flatMap((row) => readRow(row, isMonthFirst, marks));
}

/**
 * @typedef {{ cells: number, columns: number }} Width
 * @param {Record<"line" | "date" | "value" | "n" | "note", string> & { width?: Width }} row
 * @param {boolean | undefined} isMonthFirst
 * @param {(string | undefined)[]} marks
 * @returns {Point[]}
 */
function readRow(row, isMonthFirst, marks) {
  const written = readWritten(row.date);
  const date = written && makeDate(written, isMonthFirst);
  const [value, n] = [row.value, row.n].map((cell, at) => readNumber(cell, marks[at]));
  /** @type {Point} */
  const point = { line: row.line, date: date ?? row.date, value: value ?? row.value };
  if (n !== "") point.n = n ?? row.n;
  if (row.note) point.note = row.note;
  if (row.width) point.wrong = { kind: "width", ...row.width };
  else if (!date) point.wrong = { kind: "date", value: row.date };
  else if (value === undefined) point.wrong = { kind: "number", value: row.value };
  else if (n === undefined) point.wrong = { kind: "number", value: row.n };
  else if (value === "") return [];
  else if (n === "0" && value !== "0") point.wrong = { kind: "number", value: row.n };
  return [point];
}

/**
 * Name the columns that rows have beyond their heading, in the usual order; none where a comma in a
 * number may have made one too many.
 *
 * @param {string[]} heading
 * @param {{ line: string, cells: string[] }[]} rows
 */
function completeNames(heading, rows) {
  const names = heading.slice(0, heading.findLastIndex((cell) => cell.trim()) + 1).map(nameOf);
  const wide = rows.filter(({ cells }) => cells.slice(names.length).some((cell) => cell.trim()));
  const isUsual = names.every((name, at) => name === NAMES[at]);
  const isSure = wide.every(({ line }) => !/^[^\t;|]*\d,\d{3}(?!\d)[^\t;|]*$/.test(line));
  return wide.length && isUsual && isSure ? NAMES : names;
}

/** @param {string[]} lines */
function findSign(lines) {
  const bare = lines.slice(0, 40).map((line) =>
    line.split('"').filter((_, at) => !(at % 2)).join("")
  );
  const count = (/** @type {string} */ sign) => bare.filter((line) => line.includes(sign)).length;
  const most = ["\t", ";"].find((sign) => 2 * count(sign) > bare.length);
  const signs = [",", ";", "\t", "|"].filter(count);
  return most ?? signs.reduce((best, sign) => count(sign) > count(best) ? sign : best, signs[0]);
}

/**
 * @param {string} line
 * @param {string | undefined} sign
 */
function split(line, sign) {
  const bare = line.replace(/^[-*] /, "").replaceAll(/^[| ]+|[| ]+$/g, "");
  if (!sign || !bare.includes(sign)) return bare.split(TYPED);
  const cells = [];
  let [cell, isQuoted] = ["", false];
  for (const letter of bare.replaceAll(/(?<=[^\t,;|])""(?=[^\t,;|])/g, "\u0001")) {
    if (letter === '"' && (isQuoted || !cell.trim())) isQuoted = !isQuoted;
    else if (letter === sign && !isQuoted) {
      cells.push(cell.trim());
      cell = "";
    } else cell += letter;
  }
  cells.push(cell.trim());
  cells.forEach((text, at) => {
    cells[at] = text.replaceAll("\u0001", '"');
  });
  return [...cells.slice(0, 3), cells.slice(3).filter(Boolean).join(", ")];
}

/** @param {string} cell */
function nameOf(cell) {
  const told = plain(cell);
  if (told.replaceAll(/[()]/g, "") === "%") return "value";
  const words = [told, told.replaceAll(/\([^()]*\)|\[[^[\]]*\]|%/g, " ")]
    .map((each) => (each.match(/[\p{L}\p{N}]+/gu) ?? []).join(" "));
  return words.map((each) => HEADINGS.get(each)).find(Boolean) ?? "";
}

/**
 * @param {string} text
 * @returns {Figure | undefined}
 */
function readFigure(text) {
  const bare = plain(text).replace(PERCENT, "").replace(/^(-?)[£€$ ]+/, "$1");
  const told = NUMBER.exec(bare)?.groups;
  if (!told) return undefined;
  let digits = told.digits.trim();
  const grouped = BY_SPACE.exec(digits)?.[0] ?? "";
  digits = grouped.replaceAll(/[ ']/g, "") + digits.slice(grouped.length);
  const mark = /[ ']/.test(digits) ? undefined : markOf(digits);
  if (mark === undefined) return undefined;
  return { sign: told.sign, digits, power: told.power ?? "", mark };
}

/** @param {string} digits */
function markOf(digits) {
  const [commas, points] = [",", "."].map((sign) => digits.split(sign).length - 1);
  if (!commas && !points) return "";
  if (/^[1-9]\d{0,2}(?:,\d{3})+(?:\.\d*)?$/.test(digits)) return points || commas > 1 ? "." : "";
  if (/^(?:[1-9]\d{0,2}(?:\.\d{3})+,\d+|[1-9]\d{0,2}(?:\.\d{3}){2,})$/.test(digits)) return ",";
  if (commas + points > 1 || /[,.]$/.test(digits)) return undefined;
  return commas ? "," : ".";
}

/**
 * Find the decimal sign of a column; undefined if it has both.
 *
 * @param {string[]} cells
 */
function findMark(cells) {
  const marks = new Set(cells.map((cell) => readFigure(cell)?.mark).filter(Boolean));
  return marks.size > 1 ? undefined : [...marks][0] ?? ".";
}

/**
 * Read a number: empty for a gap, undefined if it is none.
 *
 * @param {string} cell
 * @param {string | undefined} mark
 */
function readNumber(cell, mark) {
  if (GAPS.has(plain(cell))) return "";
  const figure = readFigure(cell);
  if (!figure || (mark === undefined && figure.mark)) return undefined;
  const { sign, digits, power } = figure;
  const isDecimal = mark === "," && digits.split(",").length < 3;
  const bare = isDecimal
    ? digits.replaceAll(".", "").replace(",", ".")
    : digits.replaceAll(",", "");
  return String(Number(sign + bare + power));
}
