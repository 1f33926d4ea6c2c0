import { type Flow, passage } from '../../../extraction/text/flow.ts';
import { joinLines } from '../../../extraction/text/join-lines.ts';
import { type Item, listOf } from '../../../extraction/text/listed.ts';
import { pageFlow, type Reading } from '../../../extraction/text/reading.ts';
import type { Field, Listed } from '../../../model/document.ts';
import type { FieldDefinition } from '../../definition.ts';
import { several } from '../../kinds/list.ts';

/** Who agrees with whom. `calidad` is what the paper calls them from then on. */
export interface Parte extends Listed {
  readonly nombre: string;
  readonly calidad: string | null;
}

declare module '../../../model/document.ts' {
  interface FieldValues {
    readonly partes?: readonly Parte[];
  }
}

/** Who agrees with whom, as the title of the instrument names them. */
export const partes = {
  label: 'Partes',
  kind: several<Parte, Pick<Parte, 'nombre'>>({ essence: ({ nombre }) => [nombre], exact: false }),
  papers: { only: ['CONVENIO', 'CONTRATO'], mustState: ['CONVENIO', 'CONTRATO'] },
  read,
  columns: 'partes|partes del convenio',
  search: { as: 'words', texts: ({ nombre }) => [nombre] },
} satisfies FieldDefinition<'partes'>;

// `por una parte el Municipio de …, representado por …, a quien se denominará "EL MUNICIPIO", y por la otra …`
const OPENS =
  /\bPOR\s(?:LA\s)?(?:UNA|OTRA)(?:\sPARTE)?[\s,.:]{1,3}(?:COMPARECE(?:N)?\s)?(?:(?:EL|LA|LOS|LAS)\s)?(?:C\.\s)?/g;
const CLOSES =
  /[\s,.]{1,2}(?:REPRESENTAD[OA]S?\s|A\sQUI[EÉ]N(?:ES)?\s|EN\s(?:ADE(?:LANTE\s|-\n)|LO\sSUCESIVO\s)|QUE\sEN\sLO\sSUCESIVO\s|Y\s(?:POR\s(?:LA\s)?OTRA\s|DE\sLA\sOTRA)|AL\sTENOR\s|CONFORME\s)/;
const CALLED = /"([^"\n]{3,40}(?:\n[^"\n]{1,40})?)"/;
// The parties stand in the title of the instrument.
const TITLE = 2500;
const LONGEST_NAME = 200;

function read({ cover }: Reading): Field<readonly Parte[]> {
  const flow = cover && pageFlow(cover);
  const items = flow
    ? [...flow.folded.slice(0, TITLE).matchAll(OPENS)].flatMap((match, i, all) =>
        partyAt(flow, match, all[i + 1]?.index),
      )
    : [];
  return listOf(items.slice(0, MOST), 'convenio.partes');
}

const MOST = 6;

function partyAt(
  flow: Flow,
  match: RegExpExecArray,
  next: number | undefined,
): Item<Omit<Parte, 'raw' | 'evidence'>>[] {
  const start = match.index + match[0].length;
  const window = flow.folded.slice(start, start + LONGEST_NAME);
  const close = CLOSES.exec(window);
  if (!close || close.index < 4) return [];
  const seen = passage(flow, start, start + close.index);
  const nombre = joinLines(seen.raw.split('\n')).replace(/[\s,;]+$/, '');
  const calidad = CALLED.exec(flow.folded.slice(start, Math.min(next ?? Infinity, start + 500)));
  const called = calidad
    ? flow.text.slice(start + calidad.index + 1, start + calidad.index + calidad[0].length - 1)
    : null;
  return [{ value: { nombre, calidad: called && joinLines(called.split('\n')) }, seen, strength: 0.93 }];
}
