// Passing a story on: its link, a paragraph, a citation or a frame to the clipboard, or the device's
// own share sheet. Nothing is sent anywhere from here.
const said = document.querySelector("[data-pass-said]");
const link = document.querySelector("link[rel=canonical]")?.href ?? location.href;
const title = document.querySelector("h1")?.textContent.trim() ?? document.title;

// The paragraph is the one that the e-mail holds: written once, where the page was made.
const mail = document.querySelector("[data-pass-words]");
const paragraph = mail ? new URLSearchParams(mail.search).get("body") : "";
const words = {
  link: () => link,
  words: () => paragraph,
  cite: () => document.querySelector("#_cite").textContent.trim(),
  frame: () => document.querySelector("#_frame").value,
};

function say(text) {
  // The same words twice are said twice.
  said.textContent = "";
  requestAnimationFrame(() => { said.textContent = text; });
}

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
    if (error.name !== "AbortError") say("This device could not share it.");
  }
}

for (const button of document.querySelectorAll("[data-pass]")) {
  const what = button.dataset.pass;
  if (what === "send") {
    button.hidden = !navigator.share;
    button.addEventListener("click", send);
  } else {
    button.hidden = !navigator.clipboard;
    button.addEventListener("click", () => copy(what));
  }
}
