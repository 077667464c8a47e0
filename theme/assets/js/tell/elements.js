// @ts-check
// Elements of the preview and of the figures. Every word is set as text, so that nothing can run.
import { sayDate } from "./days.js";

/** @typedef {import("./points.js").Point} Point */

/**
 * Make an element with its children; nothing stands for a child that is none.
 *
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} name
 * @param {string} className
 * @param {...(string | Node | undefined)} children
 */
export function make(name, className, ...children) {
  const element = document.createElement(name);
  if (className) element.className = className;
  element.append(...children.flatMap((child) => child ? [child] : []));
  return element;
}

/**
 * Make a table of the points as they were read, so that a day taken for a month shows.
 *
 * @param {Point[]} points
 */
export function makeTable(points) {
  /**
   * @param {string} text
   * @param {"col" | "row"} scope
   */
  const head = (text, scope) => {
    const made = make("th", "", text);
    made.scope = scope;
    return made;
  };
  const hasMore = points.some((point) => point.n || point.note);
  const titles = ["Date", "Value", ...(hasMore ? ["Out of", "Note"] : [])];
  const rows = points.map((point) =>
    make(
      "tr",
      "",
      head(point.wrong?.kind === "date" ? point.date : sayDate(point.date), "row"),
      make("td", "", point.value),
      ...(hasMore ? [make("td", "", point.n), make("td", "", point.note)] : []),
    )
  );
  const columns = titles.map((title) => head(title, "col"));
  return make(
    "table",
    "tell__points",
    make("thead", "", make("tr", "", ...columns)),
    make("tbody", "", ...rows),
  );
}
