// @ts-check
// What the checker would say of figures, consent, domains and actions, as far as a page can know.
import { readPoints } from "./points.js";

/** @typedef {import("./values.js").Answers} Answers */
/** @typedef {[name: string, code: string, values: Record<string, string | number>, severity: string]} Told */

/**
 * @typedef {object} Limits
 * @property {import("./values.js").Pattern} share Units that no value over 100 fits.
 * @property {number} expiry_months How long a consent holds.
 * @property {number} domains How many there are.
 */

/**
 * List what is wrong with a measure that has these points, in the checker's order.
 *
 * @param {string} name
 * @param {Answers} measure
 * @param {Limits} limits
 * @returns {Told[]}
 */
export function checkFigures(name, { title = "", unit = "", points = "" }, { share }) {
  const read = readPoints(points).filter((point) => !point.wrong);
  /** @type {Told[]} */
  const told = [];
  const isShare = new RegExp(`^(?:${share[0]})$`, share[1]).test(unit);
  const beyond = read.find(({ value }) => isShare && (Number(value) > 100 || Number(value) < 0));
  if (beyond) {
    const side = Number(beyond.value) > 100 ? "more than 100" : "less than 0";
    told.push([name, "L110", { ...beyond, n: "", note: "", wrong: "", side }, "error"]);
  }
  const twice = read.find(({ date }, at) => read.findIndex((each) => each.date === date) < at);
  if (twice) told.push([name, "L109", { title, date: twice.date }, "warning"]);
  const late = read.findIndex(({ date }, at) => at > 0 && date < read[at - 1].date);
  if (late > 0) {
    told.push([name, "L108", { date: read[late].date, before: read[late - 1].date }, "advice"]);
  }
  return told;
}

/**
 * Say the day on which a consent ends; undefined if nobody can know.
 *
 * @param {Answers} consent
 * @param {Limits} limits
 */
export function endOf({ given, expires }, { expiry_months: months }) {
  if (expires || !/^\d{4}-\d{2}-\d{2}$/.test(given ?? "")) return expires;
  const [year, month, day] = given.split("-").map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  const end = new Date(Date.UTC(year, month - 1 + months, Math.min(day, last)));
  return end.toISOString().slice(0, 10);
}

/**
 * Say that there are more domains than a reader believes.
 *
 * @param {string[]} domains
 * @param {Limits} limits
 * @returns {Told[]}
 */
export function checkDomains(domains, { domains: known }) {
  const named = domains.length;
  return named >= 4 && 2 * named > known ? [["domains", "L601", { named, known }, "warning"]] : [];
}

const ORDER = ["planned_on", "started_on", "made_on", "stopped_on"];

/**
 * List the days of an action that cannot be in this order.
 *
 * @param {string} name
 * @param {Answers} action
 * @param {(day: string) => string} label Says what a day is called.
 * @returns {Told[]}
 */
export function checkDays(name, action, label) {
  const told = ORDER.filter((day) => action[day]);
  return told.slice(1).flatMap((after, at) => {
    const [early, late] = [action[told[at]], action[after]];
    const values = { after: label(after), late, before: label(told[at]), early };
    /** @type {Told[]} */
    const wrong = late < early ? [[`${name}.${after}`, "V311", values, "error"]] : [];
    return wrong;
  });
}
