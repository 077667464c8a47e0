// @ts-check
// Light or dark: the reader's choice, kept on the reader's device, or else the device's own.
(() => {
  const root = document.documentElement;
  root.classList.replace("no-js", "js");
  const recall = () => {
    try {
      return localStorage.getItem("scheme");
    } catch {
      return null;
    }
  };
  /** @param {string} scheme */
  const keep = (scheme) => {
    try {
      localStorage.setItem("scheme", scheme);
    } catch { /* the choice lasts for this page */ }
  };
  const device = matchMedia("(prefers-color-scheme: dark)");
  const kept = recall();
  if (kept === "light" || kept === "dark") root.dataset.scheme = kept;
  document.addEventListener("DOMContentLoaded", () => {
    const button = document.querySelector("[data-scheme-button]");
    if (!(button instanceof HTMLElement)) return;
    const isDark = () => (root.dataset.scheme || (device.matches ? "dark" : "light")) === "dark";
    const show = () => button.setAttribute("aria-pressed", String(isDark()));
    button.hidden = false;
    show();
    button.addEventListener("click", () => {
      const scheme = isDark() ? "light" : "dark";
      root.dataset.scheme = scheme;
      keep(scheme);
      show();
    });
  });
})();
