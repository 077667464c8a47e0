// @ts-check
// From “we tried this too” to a whole story: what is known already begins it.

/** @typedef {import("./values.js").Answers} Answers */
/** @typedef {{ domains?: string[], setting?: string | null }} Example */

const STATUS = /** @type {Record<string, string>} */ ({
  kept: "made",
  adapted: "made",
  "given-up": "stopped",
});

/**
 * Find what a story begins with that took an example home.
 *
 * The words go on in the tab, and the address has only what the site itself knows.
 *
 * @param {string} of The example: its kind and its slug.
 * @param {Example} example
 * @param {Record<string, string>} told The answers of the short form.
 * @returns {{ answers: Answers, query: string }}
 */
export function startWhole(of, { domains = [], setting = "" }, told) {
  const slug = of.split("/").at(-1) ?? "";
  const known = {
    adapted_from: slug,
    domains,
    setting: told.setting || setting || "",
  };
  const answers = {
    ...known,
    organisation: told.organisation,
    team: told.team,
    status: STATUS[told.outcome],
    adapted: told.changed,
    lessons: told.why ? [told.why] : [],
  };
  const query = new URLSearchParams({ adapted_from: slug });
  for (const domain of domains) query.append("domain", domain);
  if (known.setting) query.set("setting", known.setting);
  return {
    answers: Object.fromEntries(Object.entries(answers).filter(([, value]) => value?.length)),
    query: `?${query}`,
  };
}
