// @ts-check
// A file of figures to the text that stands in the form: CSV, whatever a spreadsheet saved it as.

const WORKBOOK =
  "This is a workbook. Open it in Excel at the sheet with the figures, choose File, Save As, and “CSV UTF-8 (Comma delimited)” as its type, and open the new file here. Or mark the columns there, copy them, and paste them here.";

/**
 * Read the text of a file; `wrong` says why it cannot be read.
 *
 * @param {File} file
 * @returns {Promise<{ text: string, wrong?: string }>}
 */
export async function readFigures(file) {
  if (file.size > 1_000_000) return { text: "", wrong: "The file is larger than figures need." };
  const bytes = new Uint8Array(await file.arrayBuffer());
  const [first, second] = bytes;
  if ((first === 0x50 && second === 0x4B) || (first === 0xD0 && second === 0xCF)) {
    return { text: "", wrong: WORKBOOK };
  }
  const text = decode(bytes).replace(/^\uFEFF/, "").replaceAll(/\r\n?/g, "\n").trim();
  return text.includes("\0") ? { text: "", wrong: "This is not a file of text." } : { text };
}

/** @param {Uint8Array} bytes */
function decode(bytes) {
  if (bytes[0] === 0xFF && bytes[1] === 0xFE) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xFE && bytes[1] === 0xFF) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}
