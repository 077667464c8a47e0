// @ts-check
// The story as its page will show it. Every word is set as text, so that nothing typed can run.
import { make, makeTable } from "./elements.js";
import { makeChart } from "./figures.js";
import { sayDate } from "./days.js";
import { readPoints } from "./points.js";
import { listControls } from "./values.js";
import { blocksOf } from "./blocks.js";

/** @typedef {import("./values.js").Answers} Answers */
/**
 * What marks a name as no real one, and what a name says that needs no mark.
 *
 * @typedef {{ mark: string, says_so: import("./values.js").Pattern }} Pseudonym
 *
 * @typedef {Record<string, string>} Headings What stands above each field on a page, by its path.
 */

/**
 * Say what a choice is called on the page, from the form itself.
 *
 * @param {HTMLFormElement} form
 * @param {string} name
 * @param {string} [value]
 */
export function labelOf(form, name, value) {
  const controls = listControls(form, name);
  const [first] = controls;
  const option = first instanceof HTMLSelectElement
    ? [...first.options].find((each) => each.value === value)
    : undefined;
  const box = controls.find((each) => each.value === value && each.id);
  const label = option ?? box?.labels?.[0];
  return label?.textContent ?? value ?? "";
}

/**
 * Make the story as its page will show it.
 *
 * @param {{
 *   fields: import("./values.js").Field[],
 *   headings: Headings,
 *   pseudonym: Pseudonym,
 * }} data
 * @param {Answers} answers
 * @param {HTMLFormElement} form
 */
export function makePreview({ fields, headings, pseudonym }, answers, form) {
  const article = make("article", "story");
  article.setAttribute("aria-label", "How your story will look");
  const place = [answers.team, answers.organisation].filter(Boolean).join(", ");
  const domains = (answers.domains ?? []).map((/** @type {string} */ each) => {
    const item = make("li", "", make("span", "tag", labelOf(form, "domains", each)));
    return item;
  });
  article.append(make(
    "header",
    "opening",
    make("ul", "tags", ...domains),
    make("h3", "title", answers.title ?? "Your title"),
    make("p", "standfirst", answers.summary ?? ""),
    place ? make("p", "byline", place) : "",
    answers.illustrative ? make("p", "invented", headings.illustrative) : "",
  ));
  article.append(makeGlance(answers, headings, form));
  const voices = (answers.voices ?? []).filter((/** @type {Answers} */ voice) => voice.quote);
  if (voices.length) article.append(makeVoices(voices, headings, pseudonym));
  article.append(makeBody(fields, headings, answers));
  for (const measure of answers.measures ?? []) {
    article.append(makeMeasure(measure, answers.changed_on));
  }
  const after = makeAfter(fields, headings, answers);
  if (after) article.append(after);
  return article;
}

/**
 * @param {Answers} answers
 * @param {Headings} headings
 * @param {HTMLFormElement} form
 */
function makeGlance(answers, headings, form) {
  const word = labelOf(form, "status", answers.status).split(":")[0];
  const status = make(
    "span",
    `status status--${answers.status}`,
    word.charAt(0).toUpperCase() + word.slice(1),
  );
  const rows = [
    [headings.setting, answers.setting && labelOf(form, "setting", answers.setting)],
    [headings.pathway, answers.pathway && labelOf(form, "pathway", answers.pathway)],
    [headings.status, answers.status && status],
    [headings.changed_on, answers.changed_on && sayDate(answers.changed_on)],
  ];
  const kept = rows.filter(([, value]) => value);
  return make(
    "dl",
    "glance",
    ...kept.map(([name, value]) => make("div", "", make("dt", "", name), make("dd", "", value))),
  );
}

/**
 * @param {Answers[]} voices
 * @param {Headings} headings
 * @param {Pseudonym} pseudonym
 */
function makeVoices(voices, headings, pseudonym) {
  const section = make("section", "voices");
  section.setAttribute("aria-label", "Voices");
  /** @type {[string, (role: string) => boolean][]} */
  const sides = [
    ["voices.patients", (role) => role === "patient" || role === "carer"],
    ["voices.staff", (role) => role === "staff"],
    ["voices.others", (role) => !["patient", "carer", "staff"].includes(role)],
  ];
  for (const [side, belongs] of sides) {
    const here = voices.filter((voice) => belongs(voice.role));
    if (here.length) {
      const figures = here.map((voice) => makeVoice(voice, pseudonym));
      section.append(
        make("div", "voices__side", make("h4", "label", headings[side]), ...figures),
      );
    }
  }
  return section;
}

/**
 * The name, marked as no real one unless it says so itself; the same as the published page does.
 *
 * @param {Answers} voice
 * @param {Pseudonym} pseudonym
 */
function nameSpeaker(voice, pseudonym) {
  const name = voice.said_by ?? "";
  if (voice.identity !== "pseudonym") return name;
  const letters = name.normalize("NFKD").replaceAll(/[\p{Cf}\p{Mn}\p{Me}]/gu, "");
  const seen = letters.replaceAll(/\P{L}+/gu, " ");
  return new RegExp(...pseudonym.says_so).test(seen) ? name : `${name} ${pseudonym.mark}`.trim();
}

/**
 * @param {Answers} voice
 * @param {Pseudonym} pseudonym
 */
function makeVoice(voice, pseudonym) {
  const figure = make(
    "figure",
    "voice",
    make("blockquote", "", make("p", "", voice.quote)),
    make("figcaption", "", nameSpeaker(voice, pseudonym)),
  );
  if (!voice.consent) figure.append(make("p", "invented", "Left out until there is a consent."));
  return figure;
}

/**
 * @param {import("./values.js").Field[]} fields
 * @param {Headings} headings
 * @param {Answers} answers
 */
function makeBody(fields, headings, answers) {
  const before = make("dl", "before");
  const told = [[headings.problem, answers.problem], [headings.aim, answers.aim]];
  for (const [name, value] of told) {
    if (value) before.append(make("div", "", make("dt", "", name), make("dd", "", value)));
  }
  const prose = make("div", "prose");
  const bodies = fields.filter((field) => field.form === "body" && answers[field.path]);
  for (const field of bodies) {
    if (bodies.length > 1 || field.path !== "body.done") {
      prose.append(make("h4", "tell__heading", field.heading));
    }
    prose.append(...blocksOf(answers[field.path]).map(makeBlock));
  }
  return make("div", "tell__body", before.children.length ? before : "", prose);
}

/** @param {import("./blocks.js").Block} block */
function makeBlock({ kind, lines }) {
  if (kind === "p") return make("p", "", lines[0]);
  if (kind !== "table") return make(kind, "", ...lines.map((line) => make("li", "", line)));
  const [head, ...rows] = lines.map((line) => line.split("\t"));
  const body = rows.map((row) => make("tr", "", ...row.map((cell) => make("td", "", cell))));
  const titles = head.map((cell) => make("th", "", cell));
  return make(
    "table",
    "",
    make("thead", "", make("tr", "", ...titles)),
    make("tbody", "", ...body),
  );
}

/**
 * @param {Answers} measure
 * @param {string | undefined} changedOn
 */
function makeMeasure(measure, changedOn) {
  const unit = measure.unit ? ` (${measure.unit})` : "";
  const section = make(
    "section",
    "measure",
    make("h4", "measure__title", `${measure.title ?? "A measure"}${unit}`),
  );
  if (measure.says) section.append(make("p", "measure__says", measure.says));
  const points = readPoints(measure.points ?? "").filter((point) => !point.wrong);
  if (points.length > 1) {
    const ordered = points.toSorted((a, b) => a.date.localeCompare(b.date));
    section.append(makeChart(ordered, changedOn));
  }
  if (points.length) section.append(makeTable(points));
  return section;
}

// The first of those that come at the end; all others follow.
const AFTER = ["lessons", "limitations", "spread"];
// Fields that stand elsewhere on the page, or that a preview cannot know the look of.
const PLACED = new Set([
  "domains",
  "setting",
  "pathway",
  "status",
  "changed_on",
  "quick_win",
  "problem",
  "aim",
  "headroom",
  "strategic_links",
  "involvement",
  "experience",
  "touchpoints",
  "voices",
  "measures",
  "image",
  "actions",
  "adapted_from",
  "adapted",
  "source",
  "illustrative",
  "contact",
  "date",
  "updated",
]);

/**
 * What comes at the end: every plain field that has a heading and no other place.
 *
 * @param {import("./values.js").Field[]} fields
 * @param {Headings} headings
 * @param {Answers} answers
 */
function makeAfter(fields, headings, answers) {
  const plain = fields.filter(({ path }) => headings[path] && !PLACED.has(path) && answers[path]);
  const rank = (/** @type {string} */ path) =>
    (AFTER.indexOf(path) + AFTER.length + 1) % (AFTER.length + 1);
  const told = plain.toSorted((a, b) => rank(a.path) - rank(b.path));
  const parts = told.map(({ path, money }) => {
    const value = answers[path];
    const words = Array.isArray(value)
      ? make("ul", "plain", ...value.map((/** @type {string} */ each) => make("li", "", each)))
      : make("p", "", money ? `£${value}` : value);
    return make("div", "", make("h4", "label", headings[path]), words);
  });
  return parts.length ? make("section", "after", ...parts) : undefined;
}
