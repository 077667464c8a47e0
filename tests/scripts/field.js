// @ts-check
/** @typedef {import("../../theme/assets/js/tell/values.js").Field} Field */

/**
 * Describe a field.
 *
 * @param {string} path
 * @param {string} form
 * @param {Partial<Field>} [more]
 * @returns {Field}
 */
export const field = (path, form, more = {}) => {
  const name = path.slice(path.lastIndexOf(".") + 1);
  return { path, name, label: name, form, ...more };
};
