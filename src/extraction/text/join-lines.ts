/** Lines as one text: words broken at a line end are whole again, dotted lines and runs of blanks are one blank. */
export function joinLines(lines: readonly string[]): string {
  let text = '';
  for (const line of lines) {
    const broken = /\p{Ll}-$/u.test(text)
      ? /^\p{Ll}/u.test(line)
      : /\p{Lu}{2}-$/u.test(text) && /^\p{Lu}{2}/u.test(line);
    text = broken ? text.slice(0, -1) + line : `${text} ${line}`;
  }
  return text
    .replace(/[.·_…]{3,}/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
