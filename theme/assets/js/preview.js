// @ts-check
// Reloads a page of a preview once the site has been built anew. Only a preview has this file: the
// engine's own script for it stands in the page, where the policy lets no script run.

const PATIENCE = 1000;
let known = 0;

// Asks which build is to be seen; the answer to one that is known comes with the next build.
async function follow() {
  const leaving = new AbortController();
  document.addEventListener("visibilitychange", () => leaving.abort(), { once: true });
  const answer = await fetch(`/livereload/${known}/${Date.now()}`, { signal: leaving.signal });
  const build = Number(await answer.text());
  if (!build) {
    throw new Error("This server makes no previews.");
  }
  if (known && build > known) {
    location.reload();
  }
  known = build;
}

async function keepFollowing() {
  // The engine's script names the build that this page is of: one that is made before the page asks
  // would else be taken for what it shows.
  known = Number(/\blivereload\((\d+),/.exec(document.body.innerHTML)?.[1] ?? 0);
  for (;;) {
    try {
      if (!document.hidden) {
        await follow();
        continue;
      }
    } catch {
      // The page was left, or nobody answers who knows of builds: that may change.
    }
    await new Promise((goOn) => setTimeout(goOn, PATIENCE));
  }
}

document.addEventListener("DOMContentLoaded", keepFollowing);
