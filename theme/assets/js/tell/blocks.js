// @ts-check
// The paragraphs, lists and tables of a text, as they come out of Word: bullets, and tabs in rows.

/**
 * @typedef {object} Block
 * @property {"p" | "ul" | "ol" | "table"} kind
 * @property {string[]} lines A paragraph has one; a row of a table has tabs between its cells.
 */

const BULLET = /^[•·▪◦‣●○■□\uF0B7]\s*/u;
const NUMBER = /^\(?\d{1,3}[.)]\t\s*/;

/**
 * Part a text into blocks; a line that is nothing else is a paragraph.
 *
 * @param {string} text
 * @returns {Block[]}
 */
export function blocksOf(text) {
  const lines = text.split("\n").map((line) => line.replaceAll(/^ +| +$/g, "")).filter((line) =>
    line.trim()
  );
  /** @type {Block[]} */
  const blocks = [];
  lines.forEach((line, at) => {
    const kind = kindOf(lines, at);
    const mark = { ul: BULLET, ol: NUMBER, p: /^\s+/, table: /^$/ }[kind];
    const last = blocks.at(-1);
    const plain = kind === "table" ? line : line.replace(mark, "").trim();
    if (kind !== "p" && last?.kind === kind) last.lines.push(plain);
    else blocks.push({ kind, lines: [plain] });
  });
  return blocks;
}

/**
 * @param {string[]} lines
 * @param {number} at
 * @returns {Block["kind"]}
 */
function kindOf(lines, at) {
  if (BULLET.test(lines[at])) return "ul";
  if (NUMBER.test(lines[at])) return "ol";
  const width = widthOf(lines[at]);
  return width > 1 && [at - 1, at + 1].some((next) => widthOf(lines[next]) === width)
    ? "table"
    : "p";
}

/** @param {string} [line] */
const widthOf = (line) => line && !NUMBER.test(line) ? line.split("\t").length : 0;
