/** A word, number or sign of a folded text, with its place. */
export interface Lexeme {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

// OCR glues small words to what follows: `14de`, `de1987`, `demarzo`, `a5`; `19660` is a year with a digit too many.
const GLUED =
  /^(?!(?:1\d|20)\d{3}$)(\d{1,2}|DEL?|A(?=\d))(DEL?|\d{4}|(?<=^A)\d{1,2}|(?:EN|FEB|MAR|ABR|MAY|JUN|JUL|AGO|SEP|SET|OCT|NOV|DIC)[A-Z]{1,8})$/;

// `12 /doce/ de junio`: machines without brackets.
const SLASHED = /(?<=[\s\d])\/([A-ZÑ][A-ZÑ\s-]{2,60})\/(?![A-ZÑ0-9])/g;

/** Cuts a folded text into words, numbers and single signs, glued dates apart and words broken at a line end whole. */
export function lexemesOf(folded: string): Lexeme[] {
  const lexemes: Lexeme[] = [];
  for (const match of folded
    .replace(SLASHED, '($1)')
    .matchAll(
      /[A-ZÑ0-9|]+(?:(?!(?<=\bA)['"^~*]\d)['"^~*](?!DEL?\b)[A-ZÑ0-9|]+){0,3}(?:(?<=[A-ZÑ]{2})-\n[A-ZÑ]{2,})?|[^\sA-ZÑ0-9|]/g,
    )) {
    // A speck inside a word is read as a quote; one between a day and its `de` parts them.
    const text = match[0].replace('-\n', '').replace(/(?<=[A-ZÑ0-9|])['"^~*]/g, '');
    const start = match.index;
    const glued = text.length <= 14 && text === match[0] ? GLUED.exec(text) : null;
    if (glued) {
      const cut = start + glued[1]!.length;
      lexemes.push(
        { text: glued[1]!, start, end: cut },
        { text: glued[2]!, start: cut, end: start + text.length },
      );
    } else lexemes.push({ text, start, end: start + match[0].length });
  }
  return lexemes;
}
