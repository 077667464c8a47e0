// @ts-check
// The ways out of the page: each one is taken by the person, and none by the page itself.

/**
 * @typedef {object} Send Where a story can go.
 * @property {string} mail
 * @property {string} receiver The address that takes it without an account, or nothing.
 * @property {string} site
 * @property {string} repo
 * @property {string} branch
 * @property {number} longest How long an address may be, and with `longest_mail` a letter's.
 * @property {number} longest_mail
 */

/**
 * Find where GitHub takes a new file; with the text in the address if it is not too long for one.
 *
 * @param {Pick<Send, "repo" | "branch" | "longest">} send
 * @param {string} path
 * @param {string} text
 */
export function addressOfNewFile({ repo, branch, longest }, path, text) {
  const base = `${repo}/new/${branch.split("/").map(encodeURIComponent).join("/")}`;
  const short = `${base}?filename=${encodeURIComponent(path)}`;
  const whole = `${short}&value=${encodeURIComponent(text)}`;
  return whole.length > longest ? { url: short, isWhole: false } : { url: whole, isWhole: true };
}

/**
 * Write the address of a letter to the steward, with the text in it if mail programs can be trusted
 * to take it.
 *
 * @param {Pick<Send, "mail" | "site" | "longest_mail">} send
 * @param {string} title
 * @param {string} text
 */
export function addressOfLetter({ mail, site, longest_mail: longest }, title, text) {
  const base = `mailto:${mail}?subject=${encodeURIComponent(`A story for ${site}: ${title}`)}`;
  /** @param {string} words */
  const lines = (words) => encodeURIComponent(words.replaceAll("\n", "\r\n"));
  const whole = `${base}&body=${lines(text)}`;
  if (whole.length <= longest) return { url: whole, isWhole: true };
  return {
    url: `${base}&body=${lines("The story is in the file that goes with this letter.")}`,
    isWhole: false,
  };
}

/**
 * Put a text where it can be pasted from; false if the browser does not allow it.
 *
 * @param {string} text
 * @param {HTMLTextAreaElement} area
 */
export async function copy(text, area) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    area.closest("details")?.setAttribute("open", "");
    area.focus();
    area.select();
    return document.execCommand("copy");
  }
}

/**
 * Say which way will not take the story any more, while it is written; nothing while all do.
 *
 * @param {Send} send
 * @param {string} path
 * @param {import("./handover.js").Handover} story
 * @param {string} title
 */
export function sayLimits(send, path, { text, isFolder }, title) {
  if (send.receiver) return ""; // which takes what is long, and folders
  if (isFolder) {
    return "With pictures or steps your story is a folder: at the end you download it as one .zip file, and attach that to an e-mail.";
  }
  const isLetter = send.mail && !addressOfLetter(send, title, text).isWhole;
  const isAddress = send.repo && !addressOfNewFile(send, path, text).isWhole;
  if (isAddress) {
    return "Your story is too long to go along in an address by now: at the end it is copied for you to paste, or you download the file and attach it to an e-mail.";
  }
  return isLetter
    ? "Your story is too long for the text of an e-mail by now: at the end you download the file and attach it."
    : "";
}

/**
 * Give the person a file.
 *
 * @param {string} name
 * @param {Uint8Array<ArrayBuffer> | string} bytes
 */
export function download(name, bytes) {
  const type = name.endsWith(".zip") ? "application/zip" : "text/markdown";
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([bytes], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
