// Signs of personal data in a text, by the checker's own patterns as far as a browser can use them.

const ADDRESS = /(?:[a-z][a-z0-9+.-]{1,20}:\/\/|www\.)[^\s<>()[\]"'`]*$/i;

/** Make the patterns of a form's signs ready to be asked. */
export function makeSigns(signs) {
  const make = (pattern, flags = "") => pattern && new RegExp(pattern[0], pattern[1] + flags);
  return signs.map((sign) => ({
    ...sign,
    find: make(sign.find, "g"),
    after: make(sign.after, "g"),
    notAfter: make(sign.not_after),
    unless: sign.unless.map((pattern) => make(pattern)),
  }));
}

/** Find what looks like personal data: each kind once, with its value. */
export function findPersonal(text, signs) {
  const plain = undisguise(text);
  const found = new Map();
  for (const sign of signs) {
    if (found.has(sign.code)) continue;
    const value = findSign(plain, sign);
    if (value) found.set(sign.code, { code: sign.code, severity: sign.severity, value: mask(value) });
  }
  return [...found.values()];
}

function findSign(plain, sign) {
  const stretches = sign.after
    ? [...plain.matchAll(sign.after)]
      .filter((word) => !sign.notAfter?.test(plain.slice(0, word.index)))
      .map((word) => plain.slice(word.index + word[0].length).slice(0, sign.reach))
    : [plain];
  for (const stretch of stretches) {
    for (const match of stretch.matchAll(sign.find)) {
      const value = (sign.group && match.groups?.[sign.group]) || match[0];
      if (!isInnocent(value, sign, stretch.slice(0, match.index))) return value;
    }
  }
  return undefined;
}

function isInnocent(value, sign, before) {
  if (sign.code !== "P104" && ADDRESS.test(before)) return true;
  if (sign.code === "P101") return !isNhsNumber(value.replace(/\D/g, "")) || (!sign.after && isOther(before));
  const pieces = sign.code === "P103" ? [nationalise(value)] : value.split("@");
  return sign.unless.some((pattern) => pieces.some((piece) => pattern.test(piece)));
}

const isOther = (before) => /(?:\+\d{1,3}[ .-]?|\d[.,-]|isbn\D{0,8})$/i.test(before);
const nationalise = (value) => value.replace(/^(?:\+|00)44/, "0").replace("(0)", "").replace(/\D/g, "").replace(/^00/, "0");

/** Whether ten digits have the check digit of an NHS number, worked out modulo 11. */
export function isNhsNumber(digits) {
  if (digits.length !== 10) return false;
  let sum = 0;
  for (let at = 0; at < 9; at += 1) sum += Number(digits[at]) * (10 - at);
  const check = (11 - (sum % 11)) % 11;
  return check === Number(digits[9]);
}

/** Write a text in plain signs, as the checker does before it looks. */
function undisguise(text) {
  return text.normalize("NFKC").replace(/\p{Cf}/gu, "").replace(/[\p{Pd}\u2212]/gu, "-").replace(/\p{Zs}/gu, " ");
}

/** Keep the first and last signs, so that nobody reads the rest over a shoulder. */
function mask(value) {
  const signs = [...value.replace(/\s+/g, " ").trim()];
  const [keep, end] = signs.length >= 10 ? [3, 2] : [1, 1];
  return `“${signs.slice(0, keep).join("")}…${signs.slice(-end).join("")}”`;
}
