// @ts-check
// A file that this form made, back to answers. One that anything else wrote is refused, so that
// nothing of it is lost in silence.

/** @typedef {import("./values.js").Field} Field */
/** @typedef {import("./values.js").Answers} Answers */

const PICTURE = /^!\[(.*)\]\((picture-\d+\.jpg)\)(?: (.*))?$/;

/**
 * Read a record's file to the answers that it was made of; throws an Error that says what the form
 * does not know.
 *
 * @param {string} text
 * @param {Field[]} fields
 * @returns {Answers}
 */
export function readFile(text, fields) {
  const [, head, body] = /^---\n([^]*?)\n---\n([^]*)$/.exec(text.replaceAll("\r\n", "\n")) ?? [];
  if (head === undefined) throw new Error("it does not begin with its fields");
  const told = makeReader(head.split("\n").filter((line) => line.trim())).group(0);
  /** @type {Answers} */
  const answers = {};
  for (const [name, value] of Object.entries(told)) {
    const field = fields.find((each) => each.path === name);
    if (!field) throw new Error(`this form does not ask for “${name}”`);
    answers[name] = makeAnswer(field, name === "image" ? [value] : value);
  }
  return { ...answers, ...readBody(body, fields, answers.image ?? []) };
}

/**
 * @param {Field} field
 * @param {any} value
 * @returns {import("./values.js").Answer}
 */
function makeAnswer(field, value) {
  if (field.form === "group") return makeGroup(field, value);
  if (field.form === "groups") {
    return value.map((/** @type {Answers} */ each) => makeGroup(field, each));
  }
  if (field.form !== "points") return value;
  return value.map((/** @type {Answers} */ { date, value: said, n = "", note = "" }) =>
    [date, said, n, note].join("\t").trimEnd()
  ).join("\n");
}

/**
 * @param {Field} field
 * @param {Answers} group
 */
function makeGroup(field, group) {
  return Object.fromEntries(
    Object.entries(group).map(([name, value]) => {
      const part = field.parts?.find((each) => each.name === name);
      if (!part) throw new Error(`this form does not ask for “${name}”`);
      return [name, makeAnswer(part, value)];
    }),
  );
}

/**
 * Read the lines that the form writes: names, texts as JSON has them, lists and groups by indents.
 *
 * @param {string[]} lines
 */
function makeReader(lines) {
  let at = 0;
  /** @param {string} line */
  const indentOf = (line) => line.length - line.trimStart().length;

  /**
   * @param {number} indent
   * @returns {Answers}
   */
  function group(indent) {
    /** @type {Answers} */
    const found = {};
    while (at < lines.length && indentOf(lines[at]) === indent) {
      const [, name, said] = /^ *([a-z_]+):(?: (.*))?$/.exec(lines[at]) ?? [];
      if (!name) throw new Error(`“${lines[at].trim()}” is not as this form writes it`);
      at++;
      found[name] = said === undefined ? inner(indent) : scalar(said);
    }
    return found;
  }

  /** @param {number} indent */
  function inner(indent) {
    const line = lines[at] ?? "";
    const deeper = indentOf(line);
    if (deeper <= indent) throw new Error("a field has nothing in it");
    return line.trimStart().startsWith("- ") ? list(deeper) : group(deeper);
  }

  /** @param {number} indent */
  function list(indent) {
    const items = [];
    while (at < lines.length && indentOf(lines[at]) === indent) {
      const said = lines[at].trimStart().slice(2);
      if (/^[a-z_]+:/.test(said)) {
        lines[at] = `${" ".repeat(indent + 2)}${said}`;
        items.push(group(indent + 2));
      } else {
        at++;
        items.push(scalar(said));
      }
    }
    return items;
  }

  return { group };
}

/**
 * @param {string} said
 * @returns {any}
 */
function scalar(said) {
  if (said.startsWith('"')) return JSON.parse(said);
  if (said.startsWith("[")) return said.slice(1, -1).split(", ").map((each) => scalar(each));
  if (/^[\w.+-]+$/.test(said)) return said;
  if (!said.startsWith("{")) throw new Error(`“${said}” is not as this form writes it`);
  const parts = said.slice(1, -1).matchAll(/([a-z]+): ("(?:\\.|[^"\\])*"|[^,]*)(?:, |$)/g);
  return Object.fromEntries([...parts].map(([, name, value]) => [name, scalar(value)]));
}

/**
 * @param {string} body
 * @param {Field[]} fields
 * @param {Answers[]} pictures
 */
function readBody(body, fields, pictures) {
  /** @type {Record<string, string[]>} */
  const told = { "body.done": [] };
  const image = [...pictures];
  let path = "body.done";
  for (const line of body.split("\n").filter((each) => each.trim())) {
    const titled = fields.find(({ heading }) => heading && line === `## ${heading}`);
    const [, alt, file, credit] = PICTURE.exec(line) ?? [];
    if (titled) {
      path = titled.path;
      told[path] = [];
    } else if (file) {
      image.push({ alt: plain(alt), file, ...(credit && { credit: plain(credit) }) });
    } else if (!/^[| -]+$/.test(line)) told[path].push(readLine(line));
  }
  const bodies = Object.entries(told).filter(([, lines]) => lines.length)
    .map(([name, lines]) => [name, lines.join("\n")]);
  return { ...Object.fromEntries(bodies), ...(image.length ? { image } : {}) };
}

/** @param {string} line */
function readLine(line) {
  if (line.startsWith("| ")) return line.slice(2, -2).split(" | ").map(plain).join("\t");
  return plain(line.replace(/^- /, "• ").replace(/^(\d{1,3})\. /, "$1.\t"));
}

/** @param {string} text */
const plain = (text) =>
  text.replaceAll(/\\([\\`*_[\]~|(#>+=.)-])/g, "$1").replaceAll("&lt;", "<").replaceAll(
    "&amp;",
    "&",
  );
