// One step at a time: forward, back, and what is wrong said at the top, with the focus on it.

export function makeSteps(form) {
  const steps = [...form.querySelectorAll("[data-step]")];
  const summary = document.getElementById("_summary");
  const names = steps.map((step) => step.dataset.step);
  let at = 0;

  function show(name, moves = true) {
    at = names.indexOf(name);
    steps.forEach((step, index) => { step.hidden = index !== at; });
    for (const button of form.querySelectorAll("[data-go]")) {
      if (button.dataset.go === name) button.setAttribute("aria-current", "step");
      else button.removeAttribute("aria-current");
    }
    summary.hidden = true;
    if (!moves) return;
    steps[at].querySelector("h2").focus({ preventScroll: true });
    form.scrollIntoView({ block: "start" });
  }

  /** Go to the control that a problem is about, wherever it is. */
  function goTo(key) {
    const place = document.getElementById(key);
    const step = place.closest("[data-step]");
    if (step !== steps[at]) show(step.dataset.step, false);
    place.closest("details")?.setAttribute("open", "");
    const control = place.matches("fieldset, [data-list]")
      ? place.querySelector("input:not([hidden]), select, textarea, button") ?? place
      : place;
    control.focus();
    control.scrollIntoView({ block: "center" });
  }

  function makeLink({ key, message, hint }) {
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = `#${encodeURIComponent(key)}`;
    link.textContent = message;
    link.addEventListener("click", (event) => { event.preventDefault(); goTo(key); });
    item.append(link, ` ${hint}`);
    return item;
  }

  function summarise(problems) {
    summary.querySelector("[data-summary]").replaceChildren(...problems.map(makeLink));
    summary.hidden = problems.length === 0;
    if (!problems.length) return;
    summary.focus({ preventScroll: true });
    form.scrollIntoView({ block: "start" });
  }

  return {
    show,
    summarise,
    makeLink,
    current: () => steps[at],
    name: (offset) => names[at + offset],
    holds: (key) => steps[at].contains(document.getElementById(key)),
  };
}

/** Say beside each field what is wrong with it; `only` limits it to the fields in an element. */
export function mark(problems, only) {
  for (const place of only.querySelectorAll(".ask__error, .ask__note")) place.textContent = "";
  for (const control of only.querySelectorAll("[aria-invalid]")) control.removeAttribute("aria-invalid");
  for (const { key, message, hint, severity } of problems) {
    const control = document.getElementById(key);
    const place = document.getElementById(`${key}-${severity === "error" ? "error" : "note"}`);
    if (!place || !only.contains(place)) continue;
    place.textContent = `${place.textContent} ${message} ${hint}`.trim();
    if (severity === "error" && !control.matches("fieldset, [role=group]")) control.setAttribute("aria-invalid", "true");
  }
}
