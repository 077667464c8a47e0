// @ts-check
// Printing: the whole story, or one page of it to hold up in a huddle.
import { all } from "./page.js";

const root = document.documentElement;
for (const buttons of all(document, "[data-print-buttons]", HTMLElement)) buttons.hidden = false;
for (const button of all(document, "[data-print]", HTMLElement)) {
  button.addEventListener("click", () => {
    root.dataset.printing = button.dataset.print;
    print();
  });
}
addEventListener("afterprint", () => {
  delete root.dataset.printing;
});
