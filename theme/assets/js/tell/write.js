// @ts-check
// The answers to the text of a file: its fields, and its body in plain paragraphs.
import { blocksOf } from "./blocks.js";
import { readPoints } from "./points.js";

const PLAIN = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** @typedef {import("./values.js").Field} Field */
/** @typedef {import("./values.js").Answer} Answer */
/** @typedef {import("./values.js").Answers} Answers */

/**
 * Write a record.
 *
 * @param {Field[]} fields In the order of the table of fields.
 * @param {Answers} answers By path.
 */
export function writeFile(fields, answers) {
  const lines = ["---"];
  for (const field of fields) {
    if (field.form !== "body" && answers[field.path] !== undefined) {
      lines.push(...writeField(field, answers[field.path], ""));
    }
  }
  return [...lines, "---", "", writeBody(fields, answers), ""].join("\n");
}

/**
 * @param {Field} field
 * @param {Answer} value
 * @param {string} indent
 * @returns {string[]}
 */
function writeField(field, value, indent) {
  const start = `${indent}${field.name}:`;
  const deeper = `${indent}  `;
  if (field.form === "group") return [start, ...writeParts(field, value, deeper)];
  if (field.form === "groups") {
    return [
      start,
      ...value.flatMap((/** @type {Answers} */ group) => writeItem(field, group, deeper)),
    ];
  }
  if (field.form === "points") {
    return [
      start,
      ...readPoints(value).map((point) => `${deeper}- ${writePoint(point)}`),
    ];
  }
  if (field.form === "lines" || field.form === "dates") {
    const write = field.form === "lines" ? writeText : String;
    return [
      start,
      ...value.map((/** @type {string} */ each) => `${deeper}- ${write(each)}`),
    ];
  }
  if (field.form === "choices") return [`${start} [${value.map(writeName).join(", ")}]`];
  return [`${start} ${writeScalar(field, value)}`];
}

/**
 * @param {Field} field
 * @param {Answers} group
 * @param {string} indent
 */
function writeParts(field, group, indent) {
  return (field.parts ?? [])
    .filter((part) => group[part.name] !== undefined)
    .flatMap((part) => writeField(part, group[part.name], indent));
}

/**
 * @param {Field} field
 * @param {Answers} group
 * @param {string} indent
 */
function writeItem(field, group, indent) {
  const lines = writeParts(field, group, `${indent}  `);
  return [`${indent}- ${lines[0].trimStart()}`, ...lines.slice(1)];
}

/** @param {import("./points.js").Point} point */
function writePoint({ date, value, n, note }) {
  const cells = [`date: ${date}`, `value: ${value}`];
  if (n) cells.push(`n: ${n}`);
  if (note) cells.push(`note: ${writeText(note)}`);
  return `{${cells.join(", ")}}`;
}

/**
 * @param {Field} field
 * @param {Answer} value
 */
function writeScalar(field, value) {
  if (["date", "number", "count", "yes-no"].includes(field.form)) return String(value);
  return field.form === "choice" ? writeName(value) : writeText(value);
}

// Text in double quotation marks, as JSON writes it, reads back the same in YAML whatever is in it.
/** @param {string} text */
const writeText = (text) => JSON.stringify(text);
/** @param {string} name */
const writeName = (name) => (PLAIN.test(name) && name !== "null" ? name : writeText(name));

/**
 * Write the body: what was done stands alone if it is all there is, else each under its heading.
 *
 * @param {Field[]} fields
 * @param {Answers} answers
 */
function writeBody(fields, answers) {
  const told = fields.filter((field) => field.form === "body" && answers[field.path]);
  if (told.length === 1 && told[0].path === "body.done") return writeProse(answers[told[0].path]);
  return told.map((field) => `## ${field.heading}\n\n${writeProse(answers[field.path])}`).join(
    "\n\n",
  );
}

/**
 * Write text as Markdown: paragraphs, lists and tables; every sign stands for itself alone.
 *
 * @param {string} text
 */
export function writeProse(text) {
  return blocksOf(text).map(({ kind, lines }) => {
    if (kind === "p") return escapeLine(lines[0]);
    if (kind === "table") return writeTable(lines.map((line) => line.split("\t").map(writeCell)));
    return lines.map((line, at) => `${kind === "ul" ? "-" : `${at + 1}.`} ${escapeLine(line)}`)
      .join("\n");
  }).join("\n\n");
}

/** @param {string} cell */
const writeCell = (cell) => escapeLine(cell.trim());

/** @param {string[][]} rows */
function writeTable([head, ...rows]) {
  const line = (/** @type {string[]} */ cells) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

/**
 * Write a picture that stands in the text, with who made it behind it.
 *
 * @param {Answers} picture
 */
export function writePicture({ file, alt = "", credit }) {
  const shown = `![${escapeLine(alt)}](${file})`;
  return credit ? `${shown} ${escapeLine(credit)}` : shown;
}

/** @param {string} line */
function escapeLine(line) {
  return line
    .replaceAll(/[\\`*_[\]~|]/g, "\\$&")
    .replaceAll("](", "]\\(")
    .replaceAll(/&(?=#?\w+;)/g, "&amp;")
    .replaceAll("<", "&lt;")
    .replace(/^(?:[#>+=-])/, "\\$&")
    .replace(/^(\d{1,9})([.)])/, "$1\\$2");
}

/**
 * Name the file after the title: small letters, digits and hyphens, at most 80 of them.
 *
 * @param {string} title
 * @param {string[]} taken The names that no file may have.
 */
export function nameFile(title, taken) {
  const folded = title
    .replaceAll(/['’ʼ]/g, "")
    .toLowerCase()
    .replaceAll(/[ßæœøłđðþı]/g, (letter) => LETTERS[letter])
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "");
  let slug = folded.replaceAll(/[^a-z0-9]+/g, "-").replaceAll(/^-|-$/g, "") || "story";
  if (slug.length > 80) {
    slug = slug.slice(0, 81).replace(/-[^-]*$/, "").slice(0, 80).replace(/-$/, "");
  }
  return taken.includes(slug) ? `story-${slug}` : slug;
}

/** @type {Record<string, string>} */
const LETTERS = { ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", ı: "i" };
