// The answers to the text of a file: its fields, and its body in plain paragraphs.
import { readPoints } from "./points.js";

const PLAIN = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** Write a record: `answers` by path, `fields` in the order of the table of fields. */
export function writeFile(fields, answers) {
  const lines = ["---"];
  for (const field of fields) {
    if (field.form !== "body" && answers[field.path] !== undefined) {
      lines.push(...writeField(field, answers[field.path], ""));
    }
  }
  return [...lines, "---", "", writeBody(fields, answers), ""].join("\n");
}

function writeField(field, value, indent) {
  const start = `${indent}${field.name}:`;
  const deeper = `${indent}  `;
  if (field.form === "group") return [start, ...writeParts(field, value, deeper)];
  if (field.form === "groups") return [start, ...value.flatMap((group) => writeItem(field, group, deeper))];
  if (field.form === "points") return [start, ...readPoints(value).map((point) => `${deeper}- ${writePoint(point)}`)];
  if (field.form === "lines") return [start, ...value.map((each) => `${deeper}- ${writeText(each)}`)];
  if (field.form === "choices") return [`${start} [${value.map(writeName).join(", ")}]`];
  return [`${start} ${writeScalar(field, value)}`];
}

function writeParts(field, group, indent) {
  return field.parts
    .filter((part) => group[part.name] !== undefined)
    .flatMap((part) => writeField(part, group[part.name], indent));
}

function writeItem(field, group, indent) {
  const lines = writeParts(field, group, `${indent}  `);
  return [`${indent}- ${lines[0].trimStart()}`, ...lines.slice(1)];
}

function writePoint({ date, value, n, note }) {
  const cells = [`date: ${date}`, `value: ${value}`];
  if (n) cells.push(`n: ${n}`);
  if (note) cells.push(`note: ${writeText(note)}`);
  return `{${cells.join(", ")}}`;
}

function writeScalar(field, value) {
  if (["date", "number", "count", "yes-no"].includes(field.form)) return String(value);
  return field.form === "choice" ? writeName(value) : writeText(value);
}

// Text in double quotation marks, as JSON writes it, reads back the same in YAML whatever is in it.
const writeText = (text) => JSON.stringify(text);
const writeName = (name) => (PLAIN.test(name) && name !== "null" ? name : writeText(name));

/** Write the body: what was done stands alone if it is all there is, else each under its heading. */
function writeBody(fields, answers) {
  const told = fields.filter((field) => field.form === "body" && answers[field.path]);
  if (told.length === 1 && told[0].path === "body.done") return writeProse(answers[told[0].path]);
  return told.map((field) => `## ${field.heading}\n\n${writeProse(answers[field.path])}`).join("\n\n");
}

/** Each line is a paragraph, and every sign stands for itself alone. */
export function writeProse(text) {
  return paragraphsOf(text).map(escapeLine).join("\n\n");
}

export function paragraphsOf(text) {
  return text.split("\n").map((line) => line.trim()).filter(Boolean);
}

function escapeLine(line) {
  return line
    .replace(/[\\`*_[\]~|]/g, "\\$&")
    .replace(/\]\(/g, "]\\(")
    .replace(/&(?=#?\w+;)/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/^(?:[#>+=-])/, "\\$&")
    .replace(/^(\d{1,9})([.)])/, "$1\\$2");
}

/** Name the file after the title: small letters, digits and hyphens, at most 80 of them. */
export function nameFile(title, taken) {
  const folded = title
    .replace(/['’ʼ]/g, "")
    .toLowerCase()
    .replace(/[ßæœøłđðþı]/g, (letter) => LETTERS[letter])
    .normalize("NFKD")
    .replace(/\p{M}/gu, "");
  let slug = folded.replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "") || "story";
  if (slug.length > 80) slug = slug.slice(0, 81).replace(/-[^-]*$/, "").slice(0, 80).replace(/-$/, "");
  return taken.includes(slug) ? `story-${slug}` : slug;
}

const LETTERS = { ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", ı: "i" };
