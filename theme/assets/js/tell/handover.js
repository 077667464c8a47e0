// @ts-check
// What is handed over: one file of text, or with pictures or actions a .zip of the story's folder.
import { nameFile, writeFile, writePicture } from "./write.js";
import { writeZip } from "./zip.js";

/** @typedef {import("./values.js").Answers} Answers */
/** @typedef {import("./values.js").Field} Field */

/**
 * @typedef {object} Handover
 * @property {string} slug
 * @property {string} name Of the file.
 * @property {string} text Of the story's own file.
 * @property {Uint8Array<ArrayBuffer>} bytes Of all of it.
 * @property {boolean} isFolder
 */

/**
 * Make what is handed over.
 *
 * @param {Field[]} fields
 * @param {Answers} answers
 * @param {Map<string, Uint8Array>} pictures
 * @param {string[]} taken The names that no file may have.
 * @returns {Handover}
 */
export function makeHandover(fields, answers, pictures, taken) {
  const slug = nameFile(answers.title ?? "", taken);
  const ofStory = fields.filter(({ path }) => path !== "actions")
    .map((field) => field.path === "image" ? { ...field, form: "group" } : field);
  const [image, ...others] = answers.image ?? [];
  const shown = others.map(writePicture).join("\n\n");
  const alone = writeFile(ofStory, { ...answers, image });
  const text = shown ? `${alone}\n${shown}\n` : alone;
  const actions = answers.actions ?? [];
  const files = new Map([[`${slug}/index.md`, new TextEncoder().encode(text)]]);
  for (const { file } of answers.image ?? []) {
    const bytes = pictures.get(file);
    if (bytes) files.set(`${slug}/${file}`, bytes.slice());
  }
  for (const action of actions) {
    const parts = fields.find(({ path }) => path === "actions")?.parts ?? [];
    let name = nameFile(action.title ?? "", taken);
    while (files.has(`${slug}/actions/${name}.md`)) name += "-2";
    const own = parts.map((part) => ({ ...part, path: part.path.slice("actions.".length) }));
    const told = Object.fromEntries(own.map((part) => [part.path, action[part.name]]));
    files.set(`${slug}/actions/${name}.md`, new TextEncoder().encode(writeFile(own, told)));
  }
  const isFolder = files.size > 1;
  const bytes = isFolder ? writeZip(files) : new TextEncoder().encode(text);
  return { slug, name: `${slug}.${isFolder ? "zip" : "md"}`, text, bytes, isFolder };
}
