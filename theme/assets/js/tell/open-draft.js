// @ts-check
// A draft that this form made and a person has kept: its .md, or the .zip of its folder.
import { readFile } from "./read-file.js";
import { readZip } from "./zip.js";

/** @typedef {import("./values.js").Answers} Answers */
/** @typedef {import("./values.js").Field} Field */

/**
 * Open a draft; `wrong` says why it cannot be opened.
 *
 * @param {File} file
 * @param {Field[]} fields
 * @returns {Promise<{ answers?: Answers, files: Map<string, Uint8Array>, wrong?: string }>}
 */
export async function openDraft(file, fields) {
  /** @type {Map<string, Uint8Array>} */
  const files = new Map();
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const isZip = bytes[0] === 0x50 && bytes[1] === 0x4B;
    const all = isZip ? await readZip(bytes) : new Map([["index.md", bytes]]);
    const answers = read(all, fields);
    for (const { file: name } of answers.image ?? []) {
      const content = [...all].find(([path]) => path.split("/").at(-1) === name)?.[1];
      if (content) files.set(name, content);
    }
    return { answers, files };
  } catch (error) {
    const why = error instanceof RangeError ? "it is damaged, or is none of ours" : said(error);
    return { files, wrong: `${file.name} was not opened, and nothing is changed: ${why}.` };
  }
}

/** @param {unknown} error */
const said = (error) => error instanceof Error ? error.message.replace(/\.$/, "") : `${error}`;

/**
 * @param {Map<string, Uint8Array>} files
 * @param {Field[]} fields
 * @returns {Answers}
 */
function read(files, fields) {
  const texts = [...files].filter(([path]) => path.endsWith(".md"))
    .map(([path, bytes]) => ({ path, text: new TextDecoder().decode(bytes) }));
  const isAction = (/** @type {string} */ path) => /(?:^|\/)actions\/[^/]+$/.test(path);
  const stories = texts.filter(({ path }) => !isAction(path));
  if (stories.length !== 1) throw new Error("it does not hold one story");
  const ofStory = fields.filter(({ path }) => path !== "actions");
  const answers = readFile(stories[0].text, ofStory);
  const parts = fields.find(({ path }) => path === "actions")?.parts ?? [];
  const ofAction = parts.map((part) => ({ ...part, path: part.path.slice(8) }));
  const actions = texts.filter(({ path }) => isAction(path))
    .map(({ text }) => {
      const { "body.done": done, ...action } = readFile(text, ofAction);
      return { ...action, done };
    });
  return actions.length ? { ...answers, actions } : answers;
}
