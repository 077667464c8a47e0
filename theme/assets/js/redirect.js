// @ts-check
// An old address leads on, and keeps what stands after ? and #.
(() => {
  const to = new URL(document.currentScript?.dataset.to ?? "", location.href);
  to.search = location.search;
  to.hash = location.hash;
  location.replace(to);
})();
