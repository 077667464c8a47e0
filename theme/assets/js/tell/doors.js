// @ts-check
// The last step: the answers, the preview, and the ways out of the page with all that goes along.
import { all, one } from "../page.js";
import { makeAnswers } from "./answers.js";
import { makeHandover } from "./handover.js";
import { pictures } from "./pictures.js";
import { makePreview } from "./preview.js";
import { makePost } from "./receiver.js";
import { addressOfLetter, addressOfNewFile, copy, download, sayLimits } from "./send.js";

/** @typedef {import("./main.js").Data} Data */
/** @typedef {import("./values.js").Answers} Answers */

/**
 * Make the last step of a form.
 *
 * @param {HTMLFormElement} form
 * @param {Data} data
 * @param {(key: string) => void} goTo Goes back to a question.
 * @param {() => void} sent Is told when the story has left the page.
 */
export function makeDoors(form, data, goTo, sent) {
  const status = one(form, "[data-status]", HTMLElement);
  const doors = one(form, "[data-send]", HTMLElement);
  const area = one(form, "[data-file]", HTMLTextAreaElement);
  const limits = one(form, "[data-limits]", HTMLElement);
  const way = makePost(form, data.send, sent);
  /** @type {{ story: import("./handover.js").Handover, isWhole: boolean } | null} */
  let ready = null;

  /** @param {Answers} answers */
  const make = (answers) => makeHandover(data.fields, answers, pictures, data.taken);
  /**
   * @param {Answers} answers
   * @param {string} slug
   */
  const pathOf = (answers, slug) => `stories/${String(answers.date).slice(0, 4)}/${slug}.md`;

  /**
   * Show the answers and the story, and open the ways out unless something is wrong.
   *
   * @param {Answers} answers
   * @param {boolean} isWrong
   */
  function prepare(answers, isWrong) {
    one(form, "[data-answers]", HTMLElement)
      .replaceChildren(...makeAnswers(form, data.fields, answers, goTo));
    one(form, "[data-preview]", HTMLElement).replaceChildren(makePreview(data, answers, form));
    doors.hidden = isWrong;
    status.textContent = "";
    ready = null;
    if (isWrong) return;
    const story = make(answers);
    area.value = story.text;
    one(form, "[data-name]", HTMLElement).textContent = story.name;
    one(form, "[data-name-about]", HTMLElement).textContent = story.isFolder
      ? "The folder of your story with all that goes with it, in one file named"
      : "One file of text, with the name";
    ready = { story, isWhole: open(answers, story) };
    way.offer({
      name: story.name,
      title: answers.title,
      text: story.text,
      email: answers.contact?.email,
      bytes: story.isFolder ? story.bytes : undefined,
    });
  }

  /**
   * Open the ways out; false if the text is too long for an address of GitHub's.
   *
   * @param {Answers} answers
   * @param {import("./handover.js").Handover} story
   */
  function open(answers, { slug, text, isFolder, name }) {
    const path = pathOf(answers, slug);
    const { url: address, isWhole } = addressOfNewFile(data.send, path, text);
    for (const propose of all(form, "[data-propose]", HTMLAnchorElement)) {
      propose.href = address;
      propose.closest("li")?.toggleAttribute("hidden", isFolder);
      one(form, "[data-propose-about]", HTMLElement).textContent = isWhole
        ? "GitHub opens in a new tab with the text filled in. You need an account there; it keeps your copy and proposes your story to us."
        : "Your story is too long to go along in an address. It is copied, GitHub opens in a new tab with the file's name, and you paste it there.";
    }
    one(form, "[data-copy]", HTMLElement).closest("li")?.toggleAttribute("hidden", isFolder);
    const letter = addressOfLetter(data.send, answers.title, isFolder ? "" : text);
    const attached = addressOfLetter(data.send, answers.title, " ".repeat(9000));
    for (const mail of all(form, "[data-mail]", HTMLAnchorElement)) {
      mail.href = isFolder ? attached.url : letter.url;
      const attach = `download ${
        isFolder ? name : "the file"
      }, then attach it to the letter to ${data.send.mail}.`;
      const why = isFolder
        ? "An e-mail's text takes no pictures or steps"
        : "The story is too long for that";
      one(form, "[data-mail-about]", HTMLElement).textContent = letter.isWhole && !isFolder
        ? `Your mail program opens with the text in it, to ${data.send.mail}.`
        : `${why}: ${attach}`;
    }
    return isWhole;
  }

  async function copyText() {
    const done = await copy(area.value, area);
    status.textContent = done
      ? "The text is copied."
      : "Your browser does not let this page copy. The text is marked below: copy it from there.";
    return done;
  }

  /** @type {Record<string, (button: HTMLElement) => void>} */
  const clicks = {
    "[data-download]": () => {
      if (!ready) return;
      download(ready.story.name, ready.story.bytes);
      status.textContent = `${ready.story.name} is in your downloads.`;
      sent();
    },
    "[data-copy]": async () => {
      if (await copyText()) sent();
    },
    "[data-propose]": async () => {
      if (ready?.isWhole === false && (await copyText())) {
        status.textContent = "The text is copied. Paste it into the page that has opened.";
      }
      sent();
    },
    "[data-mail]": () => {
      if (!ready?.story.isFolder) sent();
    },
  };

  /**
   * Say while it is written which way will not take the story any more.
   *
   * @param {Answers} answers
   */
  function tellLimits(answers) {
    const story = make(answers);
    const said = sayLimits(data.send, pathOf(answers, story.slug), story, answers.title ?? "");
    if (limits.textContent !== said) limits.textContent = said;
  }

  return { prepare, clicks, tellLimits };
}
