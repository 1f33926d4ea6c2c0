import type { Field, Persona } from '../../model/document.ts';
import { found } from '../text/field.ts';
import { joined, passage } from '../text/flow.ts';
import { pageFlow, type Reading } from '../text/reading.ts';
import { nameOf, postOf } from './persona.ts';
import { isMostlyCapitals, looksLikeName, namesPost } from './posts.ts';
import { isFullName } from './signature.ts';
import { startsWithTitle } from './titles.ts';

// `EL C. SECRETARIO DEL R. AYUNTAMIENTO, QUE SUSCRIBE`.
const POST_FIRST = /\b(?:EL|LA)\s((?:C\.\s)?[A-ZÑ][^:;]{6,110}?),?\sQUE\sSUSCRIBE\b/;
// `El suscrito Lic. Eva Tovar, Secretaria del R. Ayuntamiento de Linares, Nuevo León, certifica`.
const NAME_FIRST =
  /\b(?:EL|LA)\s(?:SUSCRIT[OA]|QUE\sSUSCRIBE)[,:]?\s(?:C\.\s)?([^,;:]{6,60}),\s([A-ZÑ][^;:]{6,110}?)(?=,?\s(?:HACE|HAGO|CERTIFIC|EN\sUSO|CON\sFUND|POR\sMEDIO|A\sSOLICITUD)|[;:])/;

/** Who certifies, as the opening words say, where the foot has no post: a name alone, or nothing but ink. */
export function certifier({ cover, ending }: Reading): Field<Persona> | undefined {
  if (!cover) return undefined;
  const flow = pageFlow(cover);
  const named = NAME_FIRST.exec(flow.folded);
  if (named) {
    const start = named.index + named[0].indexOf(named[1]!);
    const name = passage(flow, start, start + named[1]!.length);
    const at = named.index + named[0].lastIndexOf(named[2]!);
    const post = passage(flow, at, at + named[2]!.length);
    const value = { ...nameOf(name.raw), cargo: postOf([post.raw]) };
    if (value.nombre && looksLikeName(value.nombre, value.nombre.toUpperCase()) && namesPost(named[2]!))
      return found(value, joined([name, post]), 0.9, 'remitente.suscribe');
  }
  const match = POST_FIRST.exec(flow.folded);
  if (!match || !namesPost(match[1]!)) return undefined;
  const start = match.index + match[0].indexOf(match[1]!);
  const post = passage(flow, start, start + match[1]!.length);
  const foot = ending
    .at(-1)
    ?.pieces.findLast(
      (piece) => isFullName(piece) && (startsWithTitle(piece) || isMostlyCapitals(piece.text)),
    );
  const name = foot && foot.box.y > ending.at(-1)!.height * LOWER ? passage(foot, 0, foot.text.length) : null;
  const value = { titulo: null, nombre: null, ...(name && nameOf(name.raw)), cargo: postOf([post.raw]) };
  return found(value, joined(name ? [name, post] : [post]), name ? 0.88 : 0.8, 'remitente.suscribe');
}

const LOWER = 0.2;
