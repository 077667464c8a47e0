// Printing: the whole story, or one page of it to hold up in a huddle.
const root = document.documentElement;
for (const buttons of document.querySelectorAll("[data-print-buttons]")) buttons.hidden = false;
for (const button of document.querySelectorAll("[data-print]")) {
  button.addEventListener("click", () => {
    root.dataset.printing = button.dataset.print;
    print();
  });
}
addEventListener("afterprint", () => { delete root.dataset.printing; });
