// @ts-check
// One step at a time: forward, back, and what is wrong said at the top, with the focus on it.

import { all, one } from "../page.js";

/** @typedef {import("./check.js").Problem} Problem */

/**
 * Make the steps of a form.
 *
 * Each is a place in the browser's history, so that its Back and Forward move between them.
 *
 * @param {HTMLFormElement} form
 * @param {(name: string) => void} entered Is told of each step that is shown.
 */
export function makeSteps(form, entered) {
  const steps = all(form, "[data-step]", HTMLElement);
  const summary = one(document, "#_summary", HTMLElement);
  const names = steps.map((step) => step.dataset.step ?? "");
  let at = 0;

  /**
   * @param {string} name
   * @param {boolean} [moves] Whether the focus goes along.
   */
  function show(name, moves = true) {
    at = names.indexOf(name);
    steps.forEach((step, index) => {
      step.hidden = index !== at;
    });
    for (const button of all(form, "[data-go]", HTMLElement)) {
      if (button.dataset.go === name) button.setAttribute("aria-current", "step");
      else button.removeAttribute("aria-current");
    }
    summary.hidden = true;
    if (history.state?.step !== name) {
      history[history.state?.step ? "pushState" : "replaceState"]({ step: name }, "");
    }
    if (moves) {
      one(steps[at], "h2", HTMLElement).focus({ preventScroll: true });
      form.scrollIntoView({ block: "start" });
    }
    entered(name);
  }

  /**
   * Go to the control that a problem is about, wherever it is.
   *
   * @param {string} key
   */
  function goTo(key) {
    const place = one(form, `#${CSS.escape(key)}`, HTMLElement);
    const step = steps.findIndex((each) => each.contains(place));
    if (step !== at) show(names[step], false);
    place.closest("details")?.setAttribute("open", "");
    const control = place.matches("fieldset, [data-list]")
      ? all(place, "input:not([type=hidden]), select, textarea, button", HTMLElement).at(0) ?? place
      : place;
    control.focus();
    control.scrollIntoView({ block: "center" });
  }

  /** @param {Problem} problem */
  function makeLink({ key, message, hint }) {
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = `#${encodeURIComponent(key)}`;
    link.textContent = message;
    link.addEventListener("click", (event) => {
      event.preventDefault();
      goTo(key);
    });
    item.append(link, ` ${hint}`);
    return item;
  }

  /** @param {Problem[]} problems */
  function summarise(problems) {
    one(summary, "[data-summary]", HTMLElement).replaceChildren(...problems.map(makeLink));
    summary.hidden = problems.length === 0;
    if (!problems.length) return;
    summary.focus({ preventScroll: true });
    form.scrollIntoView({ block: "start" });
  }

  addEventListener("popstate", ({ state }) => {
    if (names.includes(state?.step)) show(state.step);
  });

  return {
    show,
    goTo,
    first: () => names.includes(history.state?.step) ? history.state.step : names[0],
    summarise,
    makeLink,
    current: () => steps[at],
    at: () => at,
    name: (/** @type {number} */ offset) => names[at + offset],
    holds: (/** @type {string} */ key) => steps[at].contains(document.querySelector(`#${key}`)),
  };
}

/**
 * Say beside each field what is wrong with it; `only` limits it to the fields in an element.
 *
 * @param {Problem[]} problems
 * @param {HTMLElement} only
 */
export function mark(problems, only) {
  for (const place of only.querySelectorAll(".ask__error, .ask__note")) place.textContent = "";
  for (const control of only.querySelectorAll("[aria-invalid]")) {
    control.removeAttribute("aria-invalid");
  }
  for (const { key, message, hint, severity } of problems) {
    const control = document.querySelector(`#${key}`);
    const place = document.querySelector(
      `#${CSS.escape(key)}-${severity === "error" ? "error" : "note"}`,
    );
    if (!place || !only.contains(place)) continue;
    place.textContent = `${place.textContent} ${message} ${hint}`.trim();
    if (severity === "error" && control && !control.matches("fieldset, [role=group]")) {
      control.setAttribute("aria-invalid", "true");
    }
  }
}
