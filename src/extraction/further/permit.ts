import type { Field, Vigencia } from '../../model/document.ts';
import { datesIn } from '../dates/dates.ts';
import { titleOf } from '../people/titles.ts';
import { found, type Reason, unknown } from '../text/field.ts';
import { flowOf, joined, passage } from '../text/flow.ts';
import { fold } from '../text/fold.ts';
import { joinLines } from '../text/join-lines.ts';
import { ownPages, pageFlow, type Reading } from '../text/reading.ts';
import { nameAfter } from './beneficiary.ts';
import { rowOf } from './rows.ts';

const row = (names: string): RegExp => new RegExp(`^[^A-ZÑ]{0,3}(?:${names})\\b[^:\\n]{0,24}:`);

const HOLDER = row(
  '(?:NOMBRE\\sDEL?\\s)?(?:TITULAR|PROPIETARI[OA]|CONTRIBUYENTE|SOLICITANTE|INTERESAD[OA])|A\\sFAVOR\\sDE|NOMBRE|RAZON\\sSOCIAL',
);
const ADDRESS = row('DOMICILIO|UBICACION|DIRECCION\\sDEL|UBICAD[OA]\\sEN');
const PURPOSE = row(
  'GIRO|ACTIVIDAD|OBRA\\sQUE\\sSE\\sAUTORIZA|TIPO\\sDE\\s(?:OBRA|LICENCIA)|OBRA|CONCEPTO|USO\\sDE\\sSUELO|EVENTO',
);
const TERM = row('VIGENCIA|VALID[AO]|VENCE|VENCIMIENTO');

// In prose: `se concede permiso al C. …`, `vista la solicitud presentada por el C. …`.
const GRANTED =
  /\b(?:(?:LICENCIA|PERMISO|AUTORIZACION)\s(?:AL|A\sLA)|(?:SE\s)?(?:AUTORIZA|CONCEDE)\s(?:AL|A\sLA)|(?:PRESENTADA|FORMULADA|SOLICITADO)\sPOR\s(?:EL|LA))\s(?:C\.|CIUDADAN[OA]|SE[NÑ]ORA?|SRA?\.)\s/g;

/** To whom a licence or a permit was given. */
export function titular({ cover }: Reading): Field<string> {
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

const cell = (reading: Reading, label: RegExp, rule: string): Field<string> => {
  const lines = reading.cover && rowOf(reading.cover, label);
  if (!lines) return unknown('not-found', rule);
  const value = joinLines(lines.map(({ raw }) => raw)).replace(/[\s.,]+$/, '');
  return value === '' ? unknown('left-blank', rule, joined(lines)) : found(value, joined(lines), 0.93, rule);
};

export const domicilio = (reading: Reading): Field<string> => cell(reading, ADDRESS, 'licencia.domicilio');
export const objeto = (reading: Reading): Field<string> => cell(reading, PURPOSE, 'licencia.objeto');

const RULE = 'vigencia';
// From the word VIGENCIA to its dates in a clause.
const REACH = 220;
// A paper that speaks of terms more often is a regulation.
const MOST_MENTIONS = 12;

/** From when until when: a form's row, or the clause that names the term. */
export function vigencia(reading: Reading): Field<Vigencia> {
  const lines = reading.cover && rowOf(reading.cover, TERM);
  if (lines) {
    const seen = joined(lines);
    return termOf(seen, fold(flowOf(seen.tokens).text));
  }
  for (const sheet of ownPages(reading)) {
    const flow = pageFlow(sheet);
    for (const match of flow.folded.matchAll(/\bVIGENCIA\b/g).take(MOST_MENTIONS)) {
      const text = flow.folded.slice(match.index, match.index + REACH);
      const sentence = /^.*?[.;](?=\s[A-ZÑ]{3})/s.exec(text)?.[0] ?? text;
      if (datesIn(sentence).length === 0) continue;
      return termOf(passage(flow, match.index, match.index + sentence.length), sentence);
    }
  }
  return unknown('not-found', RULE);
}

function termOf(seen: ReturnType<typeof joined>, folded: string): Field<Vigencia> {
  const dates = datesIn(folded);
  const last = dates.findLast(({ iso }) => iso !== null);
  if (!last?.iso) return unknown<Vigencia>((dates[0]?.problem ?? 'not-found') as Reason, RULE, seen);
  const first = dates.find(({ iso }) => iso !== null)!;
  const from = first === last ? null : first.iso;
  // `A PARTIR DEL 3 de mayo` begins and says no end.
  const onlyFrom =
    from === null &&
    /\b(?:A\sPARTIR\sDEL?|DESDE)(?:\sEL)?(?:\sDIA)?\s{1,2}$/.test(folded.slice(0, last.start));
  const value = onlyFrom ? { desde: last.iso, hasta: null } : { desde: from, hasta: last.iso };
  return found({ raw: seen.raw.replaceAll('\n', ' '), ...value }, seen, 0.92, RULE);
}
