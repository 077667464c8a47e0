// @ts-check
// Leads on to the short forms: /tell/?update=SLUG, and /tell/?from=stories/SLUG.

const FORMS = { update: "since", from: "tried" };
const { search, href } = location;
const asked = Object.entries(FORMS).find(([name]) => new URLSearchParams(search).has(name));
if (asked) location.replace(new URL(`${asked[1]}/${search}`, href));
