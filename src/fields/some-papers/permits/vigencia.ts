import { datesIn } from '../../../extraction/dates/dates.ts';
import { rowLabel } from '../../../extraction/forms/cell.ts';
import { rowOf } from '../../../extraction/forms/rows.ts';
import { found, unknown } from '../../../extraction/text/field.ts';
import { flowOf, joined, passage } from '../../../extraction/text/flow.ts';
import { fold } from '../../../extraction/text/fold.ts';
import { ownPages, pageFlow, type Reading } from '../../../extraction/text/reading.ts';
import type { Field } from '../../../model/document.ts';
import type { Reason } from '../../../model/reasons.ts';
import type { FieldDefinition } from '../../definition.ts';
import { date } from '../../kinds/date.ts';
import type { Kind } from '../../kinds/kind.ts';

/** From when until when, ISO 8601. */
export type Vigencia = { readonly raw: string; readonly desde: string | null; readonly hasta: string | null };

const term: Kind<Vigencia, Pick<Vigencia, 'desde' | 'hasta'>> = {
  name: 'vigencia',
  accepted: 'its parts, as dates: vigencia.desde, vigencia.hasta',
  parse: null,
  print: ({ raw }) => raw,
  essence: ({ desde, hasta }) => [desde, hasta],
  exact: true,
  parts: {
    names: ['desde', 'hasta'],
    kind: date,
    whole: ({ desde = null, hasta = null }) => ({ raw: [desde, hasta].join(' a '), desde, hasta }),
  },
};

declare module '../../../model/document.ts' {
  interface FieldValues {
    readonly vigencia?: Vigencia;
  }
}

/** From when until when: a form's row, or the clause that names the term. */
export const vigencia = {
  label: 'Vigencia',
  kind: term,
  papers: {
    only: ['LICENCIA', 'PERMISO', 'CONVENIO', 'CONTRATO'],
    mustState: ['LICENCIA', 'PERMISO'],
  },
  read,
  columns: 'vigencia del documento',
  search: {
    as: 'date',
    texts: ({ desde, hasta }) => [desde, hasta].filter((day) => day !== null),
    inPassing: true,
  },
} satisfies FieldDefinition<'vigencia'>;

const TERM = rowLabel('VIGENCIA|VALID[AO]|VENCE|VENCIMIENTO');

const RULE = 'vigencia';
// From the word VIGENCIA to its dates in a clause.
const REACH = 220;
// A paper that speaks of terms more often is a regulation.
const MOST_MENTIONS = 12;

function read(reading: Reading): Field<Vigencia> {
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
