import { rowLabel } from '../../../extraction/forms/cell.ts';
import { rowOf } from '../../../extraction/forms/rows.ts';
import { nameAfter } from '../../../extraction/people/name-after.ts';
import { titleOf } from '../../../extraction/people/titles.ts';
import { found, unknown } from '../../../extraction/text/field.ts';
import { joined } from '../../../extraction/text/flow.ts';
import { joinLines } from '../../../extraction/text/join-lines.ts';
import { pageFlow, type Reading } from '../../../extraction/text/reading.ts';
import type { Field } from '../../../model/document.ts';
import type { FieldDefinition } from '../../definition.ts';
import { text } from '../../kinds/text.ts';
import { inWords } from '../../search.ts';

declare module '../../../model/document.ts' {
  interface FieldValues {
    readonly titular?: string;
  }
}

/** To whom a licence or a permit was given. */
export const titular = {
  label: 'Titular',
  kind: text,
  papers: { only: ['LICENCIA', 'PERMISO'], mustState: ['LICENCIA', 'PERMISO'] },
  read,
  columns: 'titular de la licencia|titular del permiso|nombre del titular',
  search: inWords,
} satisfies FieldDefinition<'titular'>;

const HOLDER = rowLabel(
  '(?:NOMBRE\\sDEL?\\s)?(?:TITULAR|PROPIETARI[OA]|CONTRIBUYENTE|SOLICITANTE|INTERESAD[OA])|A\\sFAVOR\\sDE|NOMBRE|RAZON\\sSOCIAL',
);

// In prose: `se concede permiso al C. …`, `vista la solicitud presentada por el C. …`.
const GRANTED =
  /\b(?:(?:LICENCIA|PERMISO|AUTORIZACION)\s(?:AL|A\sLA)|(?:SE\s)?(?:AUTORIZA|CONCEDE)\s(?:AL|A\sLA)|(?:PRESENTADA|FORMULADA|SOLICITADO)\sPOR\s(?:EL|LA))\s(?:C\.|CIUDADAN[OA]|SE[NÑ]ORA?|SRA?\.)\s/g;

function read({ cover }: Reading): Field<string> {
  const lines = cover && rowOf(cover, HOLDER);
  if (!lines)
    return (
      (cover && nameAfter(pageFlow(cover), GRANTED, 'licencia.texto')) ??
      unknown('not-found', 'licencia.titular')
    );
  const seen = joined(lines);
  const text = joinLines(lines.map(({ raw }) => raw));
  const name = text.slice(titleOf(text).rest).replace(/[\s.,]+$/, '');
  return name === ''
    ? unknown('left-blank', 'licencia.titular', seen)
    : found(name, seen, 0.93, 'licencia.titular');
}
