// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  makeReference,
  sayAnswer,
  saySilence,
  writePost,
} from "../../theme/assets/js/tell/receiver.js";

const HOST = "forms.example";

test("a number has eight digits and differs from the last", () => {
  const numbers = Array.from({ length: 50 }, makeReference);
  for (const number of numbers) assert.match(number, /^\d{4}-\d{4}$/);
  assert.ok(new Set(numbers).size > 45);
});

test("words go as fields, and a folder as one file beside them", async () => {
  const parcel = { name: "a.md", title: "A", text: "---\ntitle: A\n---\n", email: "" };
  const words = writePost("1234-5678", parcel);
  assert.deepEqual([...words.keys()], ["reference", "title", "_subject", "file_name", "story"]);
  assert.equal(words.get("_subject"), "A (1234-5678)");
  const bytes = new Uint8Array([80, 75]);
  const folder = writePost("1234-5678", { ...parcel, name: "a.zip", email: "a@b.example", bytes });
  const file = folder.get("file");
  assert.ok(file instanceof File);
  assert.equal(file.name, "a.zip");
  assert.deepEqual(new Uint8Array(await file.arrayBuffer()), bytes);
  assert.equal(folder.get("email"), "a@b.example");
});

// As Formspree and Basin document them, and as a server of one's own may answer.
for (
  const [status, text] of /** @type {[number, string][]} */ ([
    [200, '{"next":"/thanks","ok":true}'],
    [200, '{"success":true,"id":1}'],
    [200, "<!doctype html><title>Thank you</title>"],
    [201, ""],
    [204, ""],
    [200, '{"ok":true,"errors":[]}'],
    [200, "[]"],
    [200, "null"],
  ])
) test(`arrived: ${status} ${text}`, () => assert.equal(sayAnswer(status, text, HOST), ""));

for (
  const [status, text, said] of /** @type {[number, string, string][]} */ ([
    [413, "<html>nginx</html>", "It is larger than forms.example takes."],
    [
      400,
      '{"error":"Files too big","errors":[{"code":"FILES_TOO_BIG","message":"Too much"}]}',
      "It is larger than forms.example takes. It says: “Files too big”",
    ],
    [
      400,
      '{"error":"File Uploads Not Permitted","errors":[{"message":"File Uploads Not Permitted"}]}',
      "forms.example takes words alone, and no pictures or steps. It says: “File Uploads Not Permitted”",
    ],
    [
      400,
      '{"errors":[{"code":"NO_FILE_UPLOADS","message":"Off"}]}',
      "forms.example takes words alone, and no pictures or steps. It says: “Off”",
    ],
    [404, "", "There is nobody at forms.example to take it any more."],
    [
      403,
      '{"errors":[{"code":"INACTIVE","message":"Form is disabled"}]}',
      "There is nobody at forms.example to take it any more. It says: “Form is disabled”",
    ],
    [
      403,
      '{"error":"domain not allowed"}',
      "forms.example takes nothing from this page. It says: “domain not allowed”",
    ],
    [
      429,
      '{"ok":false,"error":"rate limit"}',
      "forms.example takes no more just now. Try again in an hour. It says: “rate limit”",
    ],
    [402, "", "forms.example takes no more just now. Try again in an hour."],
    [503, "", "forms.example is out of order just now. Try again in a while."],
    [422, '{"errors":{"email":["is no address"]}}', "did not take it. It says: “is no address”"],
    [200, '{"success":false,"message":"spam"}', "did not take it. It says: “spam”"],
    [200, '{"error":{"message":"a\\u202eb\\n c"}}', "It says: “a b c”"],
  ])
) test(`refused: ${status} ${text}`, () => assert.ok(sayAnswer(status, text, HOST).endsWith(said)));

test("a receiver's own words are cut where they go on and on", () => {
  assert.ok(sayAnswer(400, JSON.stringify({ error: "x".repeat(9000) }), HOST).length < 250);
});

test("no answer is told apart from no connection and from a slow one", () => {
  const late = new DOMException("slow", "TimeoutError");
  assert.match(saySilence(late, HOST, true), /for two minutes.*keeps its number/);
  assert.match(saySilence(new TypeError("x"), HOST, true), /takes nothing from this page/);
  assert.match(saySilence(new TypeError("x"), HOST, false), /^There is no connection/);
});
