/// <reference lib="deno.ns" />
// @ts-check
// Prints which signs of personal data the form sees in each text that it reads from its input.
import { findPersonal, makeSigns } from "../../theme/assets/js/tell/personal.js";

const { signs, end, texts } = await new Response(Deno.stdin.readable).json();
const made = makeSigns(signs, end);
/** @param {string} text */
const codesOf = (text) => findPersonal(text, made).map(({ code }) => code);
// oxlint-disable-next-line no-console -- the test reads it
console.log(JSON.stringify(texts.map(codesOf)));
