import type { Field, Persona } from '../../model/document.ts';
import { found } from '../text/field.ts';
import { passage } from '../text/flow.ts';
import type { Sheet } from '../text/sheet.ts';
import { nameOf } from './persona.ts';
import { looksLikeName } from './posts.ts';
import { titleOf } from './titles.ts';

const WHO_AM_I =
  /^[^A-ZÑ]{0,4}([A-ZÑ][A-ZÑ .]{6,60}),\s(?:MEXICAN[OA]|MAYOR\sDE\sEDAD|POR\sMI\s(?:PROPIO\sDERECHO|PROPIA)|VECIN[OA]|ORIGINARI[OA]|CON\sDOMICILIO|SEÑALANDO|EN\sMI\sCARACTER|CASAD[OA]|SOLTER[OA])/;

/** Who writes, from the words that open a petition: `FULANO DE TAL, mexicano, mayor de edad`. */
export function petitionerOf(sheet: Sheet): Field<Persona> | undefined {
  for (const piece of sheet.pieces) {
    const match = WHO_AM_I.exec(piece.folded);
    if (!match) continue;
    const start = match[0].indexOf(match[1]!);
    const seen = passage(piece, start, start + match[1]!.length);
    const { rest } = titleOf(seen.raw);
    const name = (text: string) => text.slice(rest).replace(/(?<=\p{L}{4})\.(?=\p{L}{4})/gu, ' ');
    if (!looksLikeName(name(seen.raw), name(match[1]!))) continue;
    return found({ ...nameOf(seen.raw), cargo: null }, seen, 0.95, 'remitente.promovente');
  }
  return undefined;
}
