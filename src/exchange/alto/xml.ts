// XML 1.0 allows neither control characters nor half surrogate pairs, escaped or not.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;
const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/** What of a text XML can hold; the rest is left out, since it cannot be escaped either. */
export const xmlText = (text: string): string => text.replace(NOT_XML, '');

/** Escapes text for element content or a quoted attribute. */
export const escapeXml = (text: string): string =>
  xmlText(text).replace(/[&<>"\t\n\r]/g, (character) => ESCAPES[character]!);

/** ` NAME="value"` for each attribute that has a value. */
export function attributes(values: Readonly<Record<string, string | number | null>>): string {
  return Object.entries(values)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => ` ${name}="${escapeXml(String(value))}"`)
    .join('');
}
