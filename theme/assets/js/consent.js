// @ts-check
// Hides a quotation whose consent has ended by the reader's clock, and says when a site that ought to
// be made every night has not been.
import { base } from "./index.js";
import { all } from "./page.js";

const DAY = 86_400_000;
const OLD = 2;
const now = new Date();
const today = [now.getFullYear(), now.getMonth() + 1, now.getDate()]
  .map((part) => String(part).padStart(2, "0")).join("-");

for (const figure of all(document, "[data-ends]", HTMLElement)) {
  if ((figure.dataset.ends ?? "") > today) continue;
  const gone = document.createElement("p");
  gone.className = "small";
  gone.textContent = "Words stood here. The consent to show them has ended.";
  figure.replaceWith(gone);
}

/** @param {{ made: string }} site */
function tellAge({ made }) {
  if (Date.parse(today) - Date.parse(made) <= OLD * DAY) return;
  for (const line of all(document, "[data-made]", HTMLElement)) {
    line.hidden = false;
    line.textContent =
      `This site was last made on ${made}. What should have gone since then, such ` +
      "as words whose consent has ended, may still be in its feeds, its data and its search.";
  }
}

if (location.protocol.startsWith("http")) {
  fetch(new URL("made.json", base), { cache: "no-cache" })
    .then((answer) => (answer.ok ? answer.json() : undefined))
    .then((site) => site && tellAge(site))
    .catch(() => {}); // without a network the page stands as it is
}
