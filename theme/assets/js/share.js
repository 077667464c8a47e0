// @ts-check
// Passing a story on: its link, a paragraph, a citation or a frame to the clipboard, or the device's
// own share sheet. Nothing is sent anywhere from here.
import { all, one } from "./page.js";

const said = one(document, "[data-pass-said]", HTMLElement);
const canonical = document.querySelector("link[rel=canonical]")?.getAttribute("href");
const link = canonical ?? location.href;
const title = document.querySelector("h1")?.textContent.trim() ?? document.title;

// The paragraph is the one that the e-mail holds: written once, where the page was made.
const mail = all(document, "[data-pass-words]", HTMLAnchorElement).at(0);
const paragraph = new URLSearchParams(mail?.search).get("body") ?? "";
/** @type {Record<string, () => string>} */
const words = {
  link: () => link,
  words: () => paragraph,
  cite: () => one(document, "#_cite", HTMLElement).textContent.trim(),
  frame: () => one(document, "#_frame", HTMLTextAreaElement).value,
};

/** @param {string} text */
function say(text) {
  // The same words twice are said twice.
  said.textContent = "";
  requestAnimationFrame(() => {
    said.textContent = text;
  });
}

/** @param {string} what */
async function copy(what) {
  try {
    await navigator.clipboard.writeText(words[what]());
    say("Copied.");
  } catch {
    say("This browser would not let the page copy. Select the words and copy them yourself.");
  }
}

async function send() {
  try {
    await navigator.share({ title, text: paragraph.split("\n\n")[1] ?? "", url: link });
  } catch (error) {
    if (!(error instanceof DOMException && error.name === "AbortError")) {
      say("This device could not share it.");
    }
  }
}

for (const button of all(document, "[data-pass]", HTMLElement)) {
  const what = button.dataset.pass ?? "";
  if (what === "send") {
    button.hidden = !navigator.share;
    button.addEventListener("click", send);
  } else {
    button.hidden = !navigator.clipboard;
    button.addEventListener("click", () => copy(what));
  }
}
