// @ts-check
// The pictures of a story: drawn anew, small and without what the camera wrote into them.
import { one } from "../page.js";

const MOST_PIXELS = 1600;
const QUALITY = 0.85;

/** The pictures that were taken in, by the name of their file. @type {Map<string, Uint8Array>} */
export const pictures = new Map();

/**
 * Take a picture in; gives what to say of it, and undefined if nothing is wrong.
 *
 * @param {HTMLInputElement} input The control that a file was chosen in.
 * @returns {Promise<string | undefined>}
 */
export async function takePicture(input) {
  const file = input.files?.[0];
  if (!file) return undefined;
  const canvas = document.createElement("canvas");
  try {
    await draw(file, canvas);
  } catch {
    return "Your browser cannot read this picture. Save it as JPEG or PNG, and choose that.";
  }
  const name = nameOf(input).value || nextName();
  const bytes = await pack(canvas);
  if (!bytes) return "Your browser cannot make this picture small.";
  pictures.set(name, bytes);
  nameOf(input).value = name;
  await showPicture(input);
  return undefined;
}

/**
 * Show the picture of a control, if it has one, and say its name.
 *
 * @param {HTMLInputElement} input
 */
export async function showPicture(input) {
  const place = input.parentElement ?? input;
  const canvas = one(place, "[data-shown]", HTMLCanvasElement);
  const bytes = pictures.get(nameOf(input).value);
  canvas.hidden = !bytes;
  if (!bytes) return;
  await draw(new Blob([bytes.slice()], { type: "image/jpeg" }), canvas);
  const size = Math.ceil(bytes.length / 1000);
  one(place, "[data-taken]", HTMLElement).textContent = `${
    nameOf(input).value
  }, ${canvas.width} by ${canvas.height} pixels, ${size} kB.`;
}

/** @param {HTMLInputElement} input */
const nameOf = (input) => one(input.parentElement ?? input, "[type=hidden]", HTMLInputElement);

function nextName() {
  let number = 1;
  while (pictures.has(`picture-${number}.jpg`)) number++;
  return `picture-${number}.jpg`;
}

/**
 * @param {Blob} file
 * @param {HTMLCanvasElement} canvas
 */
async function draw(file, canvas) {
  const image = await createImageBitmap(file);
  const scale = Math.min(1, MOST_PIXELS / Math.max(image.width, image.height));
  canvas.width = Math.round(image.width * scale);
  canvas.height = Math.round(image.height * scale);
  const pen = canvas.getContext("2d");
  if (!pen) throw new TypeError("This browser draws nothing.");
  pen.fillStyle = "white";
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(image, 0, 0, canvas.width, canvas.height);
}

/**
 * @param {HTMLCanvasElement} canvas
 * @returns {Promise<Uint8Array | undefined>}
 */
async function pack(canvas) {
  /** @type {Blob | null} */
  const blob = await new Promise((done) => canvas.toBlob(done, "image/jpeg", QUALITY));
  return blob ? new Uint8Array(await blob.arrayBuffer()) : undefined;
}
