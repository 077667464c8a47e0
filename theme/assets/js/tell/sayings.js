// @ts-check
// The checker's sentences put into words, and the parts of a field that they are about.

/**
 * Find a part of a field, or a part of that.
 *
 * @param {import("./values.js").Field} field
 * @param {string} path
 */
export function find(field, path) {
  let at = field;
  for (const name of path.split(".")) {
    const part = at.parts?.find((each) => each.name === name);
    if (!part) throw new RangeError(`${field.path} has no part ${path}.`);
    at = part;
  }
  return at;
}

/** @param {string} text */
export const quote = (text) => `“${text}”`;
/** @param {string} text */
export const shorten = (
  text,
) => ([...text].length > 40 ? `${[...text].slice(0, 40).join("")}…` : text);
/**
 * @param {string} text
 * @param {Record<string, string | number>} values
 */
export const put = (text, values) =>
  text
    .replaceAll(/`([^`]+)`/g, "“$1”")
    .replaceAll(/\{(\w+)\}/g, (whole, name) => `${values[name] ?? whole}`);
/**
 * @param {import("./values.js").Pattern} pattern
 * @param {string} value
 */
export const fits = ([source, flags], value) => new RegExp(`^(?:${source})$`, flags).test(value);
