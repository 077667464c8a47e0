/// <reference lib="deno.ns" />
// @ts-check
// Prints which signs of personal data the form sees in each text that it reads from its input.
import { findPersonal, makeSigns } from "../../theme/assets/js/tell/personal.js";

const asked = await new Response(Deno.stdin.readable).json();
const made = makeSigns(asked.signs, asked.sentence_end, asked.clues);
/** @param {string} text */
const codesOf = (text) => findPersonal(text, made).map(({ code }) => code);
// oxlint-disable-next-line no-console -- the test reads it
console.log(JSON.stringify(asked.texts.map(codesOf)));
