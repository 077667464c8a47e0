// @ts-check
// Figures as they are typed: a run chart, what a label still lacks, and the table of what was read.
import { makeTable } from "./elements.js";
import { sayDate } from "./days.js";

/** @typedef {import("./points.js").Point} Point */

const SVG = "http://www.w3.org/2000/svg";

/**
 * Make what stands below the figures of a measure.
 *
 * @param {Point[]} points
 * @param {string | undefined} changedOn The day of the change.
 * @param {number} fewest How many points a label needs on each side.
 */
export function makeFigures(points, changedOn, fewest) {
  if (!points.length) return [];
  const read = points.filter((point) => !point.wrong)
    .toSorted((a, b) => a.date.localeCompare(b.date));
  const lacks = document.createElement("p");
  lacks.className = "ask__count";
  lacks.textContent = sayLack(read, changedOn, fewest);
  const shown = read.length > 1 ? [makeChart(read, changedOn)] : [];
  return [...shown, lacks, makeTable(points)];
}

/**
 * Say by counting what is missing for a label.
 *
 * @param {Point[]} points
 * @param {string | undefined} changedOn
 * @param {number} fewest
 */
export function sayLack(points, changedOn, fewest) {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(changedOn ?? "")) {
    return "Say on the first step when the change was made: then before and after can be counted.";
  }
  const before = points.filter(({ date }) => date < `${changedOn}`).length;
  const after = points.length - before;
  const said = `${count(before)} before the change and ${count(after)} after it.`;
  const lacking = [
    before < fewest && `${fewest - before} more from before`,
    after < fewest && `${fewest - after} more from after`,
  ].filter(Boolean).join(" and ");
  const rest = lacking
    ? `For a label that says more than “measured”, ${fewest} are needed on each side: ${lacking}.`
    : "That is enough to look for a signal; the label is worked out when the story is published.";
  return `${said} ${rest}`;
}

/** @param {number} number */
const count = (number) => `${number || "No"} ${number === 1 ? "point" : "points"}`;

/**
 * Draw a run chart: the points, the middle of those before the change, and the day of the change.
 *
 * @param {Point[]} points Oldest first.
 * @param {string | undefined} changedOn
 */
export function makeChart(points, changedOn) {
  const days = points.map(({ date }) => Date.parse(date));
  const values = points.map(({ value }) => Number(value));
  const [first, last] = [days[0], days.at(-1) ?? days[0]];
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const room = (most - least || 1) / 10;
  const [low, high] = [least - room, most + room];
  /** @param {number} day */
  const across = (day) => Math.round(1000 * (day - first) / (last - first || 1)) / 10;
  /** @param {number} value */
  const down = (value) => Math.round(1000 * (high - value) / (high - low || 1)) / 10;
  const chart = draw("svg", { class: "chart tell__chart", role: "img" });
  const [start, end] = [points[0], points.at(-1) ?? points[0]].map(({ date }) => sayDate(date));
  chart.setAttribute("aria-label", `${points.length} points from ${start} to ${end}.`);
  const shapes = draw("svg", { viewBox: "0 0 100 100", preserveAspectRatio: "none" });
  const path = days.map((day, at) => `${at ? "L" : "M"}${across(day)} ${down(values[at])}`);
  const before = values.filter((_, at) => !changedOn || points[at].date < changedOn)
    .toSorted((a, b) => a - b);
  if (before.length) {
    const half = before.length / 2;
    const middle = (before[Math.ceil(half) - 1] + before[Math.floor(half)]) / 2;
    const centre = `M0 ${down(middle)}H100`;
    shapes.append(draw("path", { class: "chart__level chart__centre", d: centre }));
  }
  shapes.append(draw("path", { class: "chart__line", d: path.join("") }));
  chart.append(shapes);
  const change = changedOn ? Date.parse(changedOn) : Number.NaN;
  if (change >= first && change <= last) {
    const x = `${across(change)}%`;
    chart.append(draw("line", { class: "chart__moment", x1: x, x2: x, y1: "0", y2: "100%" }));
    const isLate = across(change) > 60;
    const place = { dx: isLate ? "-6" : "6", "text-anchor": isLate ? "end" : "start" };
    const words = draw("text", { class: "chart__label", x, y: "100%", dy: "-8", ...place });
    words.textContent = "the change";
    chart.append(words);
  }
  for (const [at, day] of days.entries()) {
    const place = { cx: `${across(day)}%`, cy: `${down(values[at])}%` };
    chart.append(draw("circle", { class: "tell__dot", r: "4", ...place }));
  }
  const labels = [
    draw("text", { class: "chart__label", x: "0", y: "-8" }),
    draw("text", { class: "chart__label", x: "0", y: "100%", dy: "20" }),
    draw("text", { class: "chart__label", x: "100%", y: "100%", dy: "20", "text-anchor": "end" }),
  ];
  labels[0].textContent = `highest ${most}, lowest ${least}`;
  labels[1].textContent = start;
  labels[2].textContent = end;
  chart.append(...labels);
  return chart;
}

/**
 * @param {string} name
 * @param {Record<string, string>} attributes
 */
function draw(name, attributes) {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
}
