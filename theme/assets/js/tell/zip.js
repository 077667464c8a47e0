// @ts-check
// A .zip of a few small files, written without packing them and read back, packed or not.

/** @typedef {Map<string, Uint8Array>} Files By the path in it. */

const MOST_BYTES = 40_000_000;
const TABLE = Uint32Array.from({ length: 256 }, (_, start) => {
  let value = start;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xEDB88320 : value >>> 1;
  return value;
});

/** @param {Uint8Array} bytes */
function sumUp(bytes) {
  let sum = 0xFFFFFFFF;
  for (const byte of bytes) sum = TABLE[(sum ^ byte) & 0xFF] ^ (sum >>> 8);
  return (sum ^ 0xFFFFFFFF) >>> 0;
}

/**
 * Write numbers of two bytes (as they are) and of four (in a list of one), the lowest byte first.
 *
 * @param {(number | [number])[]} numbers
 */
function pack(numbers) {
  return numbers.flatMap((each) =>
    (typeof each === "number" ? [0, 8] : [0, 8, 16, 24])
      .map((by) => (typeof each === "number" ? each : each[0]) >>> by & 0xFF)
  );
}

/**
 * Write a .zip of files, with paths in UTF-8 and no time of theirs.
 *
 * @param {Files} files
 */
export function writeZip(files) {
  /** @type {Uint8Array[]} */
  const parts = [];
  /** @type {Uint8Array[]} */
  const directory = [];
  let at = 0;
  for (const [path, bytes] of files) {
    const name = new TextEncoder().encode(path);
    const size = bytes.length;
    const told = [20, 0x800, 0, 0, 0x21, [sumUp(bytes)], [size], [size], name.length, 0];
    const common = /** @type {(number | [number])[]} */ (told);
    parts.push(Uint8Array.from(pack([[0x04034B50], ...common])), name, bytes);
    const entry = pack([[0x02014B50], 20, ...common, 0, 0, 0, [0], [at]]);
    directory.push(Uint8Array.from(entry), name);
    at += 30 + name.length + size;
  }
  const length = directory.reduce((sum, part) => sum + part.length, 0);
  const end = pack([[0x06054B50], 0, 0, files.size, files.size, [length], [at], 0]);
  return join([...parts, ...directory, Uint8Array.from(end)]);
}

/** @param {Uint8Array[]} parts */
function join(parts) {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/**
 * Read the files of a .zip; throws a RangeError if it is none, or unfolds to far too much.
 *
 * @param {Uint8Array} bytes
 * @returns {Promise<Files>}
 */
export async function readZip(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  while (end >= 0 && view.getUint32(end, true) !== 0x06054B50) end--;
  /** @type {Files} */
  const files = new Map();
  let at = view.getUint32(end + 16, true);
  let left = MOST_BYTES;
  for (let count = view.getUint16(end + 10, true); count > 0; count--) {
    const [method, size] = [view.getUint16(at + 10, true), view.getUint32(at + 20, true)];
    const [name, extra, comment] = readShorts(view, at + 28);
    const start = view.getUint32(at + 42, true);
    const skip = 30 + view.getUint16(start + 26, true) + view.getUint16(start + 28, true);
    const path = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + name));
    const packed = bytes.slice(start + skip, start + skip + size);
    const content = method === 8 ? await unpack(packed, left) : packed;
    left -= content.length;
    if (left < 0 || files.size > 500) throw new RangeError("The file unfolds to far too much.");
    if (!path.endsWith("/")) files.set(path, content);
    at += 46 + name + extra + comment;
  }
  return files;
}

/**
 * @param {DataView} view
 * @param {number} at
 */
const readShorts = (view, at) => [0, 2, 4].map((by) => view.getUint16(at + by, true));

/**
 * @param {Uint8Array<ArrayBuffer>} packed
 * @param {number} most
 */
async function unpack(packed, most) {
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  /** @type {Uint8Array[]} */
  const parts = [];
  let size = 0;
  for (const reader = stream.getReader();;) {
    const { done, value } = await reader.read();
    if (done) return join(parts);
    size += value.length;
    if (size > most) throw new RangeError("The file unfolds to far too much.");
    parts.push(value);
  }
}
