// The ways out of the page: each one is taken by the person, and none by the page itself.

/** Where GitHub takes a new file; with the text in the address if it is not too long for one. */
export function addressOfNewFile({ repo, branch, longest }, path, text) {
  const base = `${repo}/new/${branch.split("/").map(encodeURIComponent).join("/")}`;
  const short = `${base}?filename=${encodeURIComponent(path)}`;
  const whole = `${short}&value=${encodeURIComponent(text)}`;
  return whole.length > longest ? { url: short, isWhole: false } : { url: whole, isWhole: true };
}

/** A letter to the steward, with the text in it if mail programs can be trusted to take it. */
export function addressOfLetter({ mail, site, longest_mail: longest }, title, text) {
  const base = `mailto:${mail}?subject=${encodeURIComponent(`A story for ${site}: ${title}`)}`;
  const lines = (words) => encodeURIComponent(words.replaceAll("\n", "\r\n"));
  const whole = `${base}&body=${lines(text)}`;
  if (whole.length <= longest) return { url: whole, isWhole: true };
  return { url: `${base}&body=${lines("The story is in the file that goes with this letter.")}`, isWhole: false };
}

/** Put a text where it can be pasted from; false if the browser does not allow it. */
export async function copy(text, area) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    area.closest("details").open = true;
    area.focus();
    area.select();
    return document.execCommand("copy");
  }
}

export function download(name, text) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "text/markdown" }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
