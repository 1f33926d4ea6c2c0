import type { Persona } from '../../model/document.ts';
import { fold } from '../text/fold.ts';
import { joinLines } from '../text/join-lines.ts';
import { lettersOnly, withoutSpecks } from '../text/worn-words.ts';
import { looksLikeName, namesPost } from './posts.ts';
import { titleOf } from './titles.ts';

const tidy = (text: string): string =>
  joinLines([text])
    .replace(/^[\s,;:-]+|[\s,;:-]+$/g, '')
    .replace(/(?<=\p{L}{5})\.$/u, '');

/** `EL C. SECRETARIO DEL R. AYUNTAMIENTO` is the post of `SECRETARIO DEL R. AYUNTAMIENTO`. */
export function postOf(lines: readonly string[]): string | null {
  const said = tidy(joinLines(lines));
  // A quote that nothing closes is a speck: `"EL CAJERO`.
  // So is a letter before capitals: `y OFICIAL MAYOR`.
  const text = withoutSpecks(
    /^["'][^"']*$/.test(said) ? said.slice(1) : said.replace(/^\p{Ll}\s(?=\p{Lu}{3})/u, ''),
  ).replace(/^(?:(?:al?|e?[l1i]|la|los|las)\s)?(?:(?:c|cc)[.,]\s?)?/i, '');
  return text === '' ? null : text.replace(/^(?:e[l1i]|la|los|las)\s/i, '');
}

/** A title and a name, as read. */
export function nameOf(line: string): { titulo: string | null; nombre: string | null } {
  const { titulo, rest } = titleOf(line);
  // Names have no digits, and a dot inside one is a speck.
  const nombre = lettersOnly(tidy(line.slice(rest))).replace(/(?<=\p{L}{4})[.:](?=\p{L}{4})/gu, ' ');
  return { titulo, nombre: nombre === '' ? null : nombre };
}

/** Whether a folded line addresses many people: `A LOS CC. DIRECTORES`, `A TODO EL PERSONAL`. */
export const isCollective = (folded: string): boolean => COLLECTIVE.test(folded);

const COLLECTIVE = /^\W{0,3}A\s?(?:LOS|LAS|TOD[OA]S?)\s/;

// `NOMBRE, cargo`, `NOMBRE.- cargo`, `NOMBRE - cargo`.
const SEPARATOR = /,|\.\s?[-—–]{1,2}|\s[-—–]{1,2}\s/;

// A sign that the scan lost: `ING. EVA TOVAR SILLER Encargada del Despacho`. Only posts that are nobody's surname.
const POST_BEGINS =
  /\s(?=(?:DIRECTORA?|SECRETARI[OA]|PRESIDENT[EA]|TESORER[OA]|SINDIC[OA]|REGIDORA?|JEF[EA]|COORDINADORA?|CONTRALORA?|ENCARGAD[OA]|TITULAR)\sDEL?\s)/;

/** Where name and post of a line part; null where they do not. */
function separator(body: string, titled: boolean): { index: number; length: number } | null {
  const mark = SEPARATOR.exec(body);
  if (mark) return { index: mark.index, length: mark[0].length };
  const lost = titled ? POST_BEGINS.exec(fold(body)) : null;
  if (!lost || !looksLikeName(body.slice(0, lost.index), fold(body.slice(0, lost.index)))) return null;
  return { index: lost.index, length: 1 };
}

/** A line that holds a name and then a post: `EVA TOVAR.- Directora`; null for any other. */
export function namePost(line: string): { name: string; post: string } | null {
  const { titulo, rest } = titleOf(line);
  const body = line.slice(rest);
  const mark = separator(body, titulo !== null);
  if (!mark) return null;
  const [name, post] = [body.slice(0, mark.index), body.slice(mark.index + mark.length)];
  // `Artículo 11.- El Regidor` and `EL, CAJERO` name nobody.
  if (!namesPost(fold(post)) || namesPost(fold(name)) || /\d{2}|^(?:EL|LA)$/i.test(name)) return null;
  return { name: line.slice(0, rest + mark.index), post };
}

// One or two surnames and nothing else.
const WRAPPED_NAME =
  /^(?:de\s(?:la|los|las)\s|del?\s|la\s)?\p{Lu}[\p{L}'-]+(?:\s(?:de\s(?:la|los|las)\s|del\s)?\p{Lu}[\p{L}'-]+)?\.?$/iu;

/** Whether a line is the rest of a name that did not fit the line above it. */
export const isRestOfName = (line: string): boolean =>
  WRAPPED_NAME.test(line) && /^\p{Lu}/u.test(line) && !namesPost(fold(line));

/** Reads an address: a name and then a post, or a post alone. Null where the lines say neither. */
export function personaOf(lines: readonly string[]): Persona | null {
  const [first, ...others] = lines;
  if (first === undefined) return null;
  if (isCollective(fold(first))) return { titulo: null, nombre: null, cargo: tidy(joinLines(lines)) };
  const { rest } = titleOf(first);
  // A degree on a line of its own: `C. CONTADOR PUBLICO` above the name.
  if (rest >= first.trimEnd().length && others.length > 0)
    return personaOf([`${first} ${others[0]}`, ...others.slice(1)]);
  const body = first.slice(rest);
  const [next] = others;
  // `EVA TOVAR.- Quiuto` over `Regidor`: the second word says what the first one is.
  const dashed =
    next !== undefined && namesPost(fold(next)) ? /^(.{6,60}?)\.\s?-{1,2}\s?(.{3,40})$/.exec(body) : null;
  const both =
    namePost(first) ??
    (dashed && looksLikeName(dashed[1]!, fold(dashed[1]!))
      ? { name: first.slice(0, rest + dashed[1]!.length), post: dashed[2]! }
      : null);
  if (both) return { ...nameOf(both.name), cargo: postOf([both.post, ...others]) };
  if (namesPost(fold(body)) || (lines.length === 1 && !looksLikeName(tidy(body), fold(body)))) {
    // `Señor Tesorero Municipal`: no name follows the title.
    const cargo = postOf(namesPost(fold(body)) ? [body, ...others] : lines);
    return cargo === null ? null : { titulo: null, nombre: null, cargo };
  }
  // A long name goes on below itself before the post begins.
  const [second, third] = others;
  if (third !== undefined && namesPost(fold(third)) && isRestOfName(second!)) {
    return personaOf([joinLines([first, second!]), ...others.slice(1)]);
  }
  const name = nameOf(first);
  return name.nombre === null ? null : { ...name, cargo: postOf(others) };
}
