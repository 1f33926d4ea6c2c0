import { datesIn } from '../../../extraction/dates/dates.ts';
import { numberAt } from '../../../extraction/numbers/numero-grammar.ts';
import { numberLabels } from '../../../extraction/numbers/numero-labels.ts';
import { numeroParts } from '../../../extraction/numbers/numero-parts.ts';
import { type Flow, passage } from '../../../extraction/text/flow.ts';
import { type Item, listOf } from '../../../extraction/text/listed.ts';
import { ownPages, pageFlow, type Reading } from '../../../extraction/text/reading.ts';
import type { Field, Listed, NumeroOficio } from '../../../model/document.ts';
import type { FieldDefinition } from '../../definition.ts';
import { several } from '../../kinds/list.ts';
import { numero } from '../../kinds/numero.ts';

/** Somebody else's number, as a letter cites it. */
export interface OficioCitado extends NumeroOficio, Listed {
  /** The day that the letter gives it, ISO 8601. */
  readonly fecha: string | null;
}

declare module '../../../model/document.ts' {
  interface FieldValues {
    readonly oficiosCitados?: readonly OficioCitado[];
  }
}

/** Numbers of other papers that this one names; its own number is never one of them. */
export const oficiosCitados = {
  label: 'Oficios citados',
  kind: several(numero),
  papers: { except: ['CARATULA'] },
  read: (reading, of) => read(reading, of('numeroOficio')),
  columns: 'oficios citados|antecedentes',
  search: { as: 'number', texts: ({ raw, key }) => [raw, key], inPassing: true },
} satisfies FieldDefinition<'oficiosCitados'>;

const LETTERS: ReadonlySet<string | null> = new Set(['OFICIO', 'OFICIO CIRCULAR', 'MEMORANDUM', 'CIRCULAR']);
// `al similar SA/12/1987`: the same kind of paper, said without its name.
const SIMILAR = /\bSIMILAR(?:ES)?\s(?:(?:NUM(?:ERO)?\.?|NO\.)\s)?(?=[A-ZÑ0-9./-]{0,20}\d)/g;

function read(reading: Reading, own: NumeroOficio | null): Field<readonly OficioCitado[]> {
  const items = new Map<string, Item<Omit<OficioCitado, 'raw' | 'evidence'>>>();
  for (const sheet of ownPages(reading)) {
    const flow = pageFlow(sheet);
    for (const { end, kind, start } of labelsOf(flow)) {
      const number = numberAt(flow, end);
      if (number.is !== 'number' || !stands(flow, start)) continue;
      const seen = passage(flow, number.start, number.end);
      const parts = numeroParts(seen.raw.replace(/\s+/g, ' '), kind);
      if (parts.key === own?.key || items.has(parts.key)) continue;
      const isHeader = sheet === reading.cover && (seen.tokens[0]?.box.y ?? 0) < reading.bodyTop;
      // Above the text, a number that no word ascribes to somebody else may be this paper's own, read twice.
      const strength =
        isHeader && !OTHERS.test(flow.folded.slice(Math.max(0, start - 24), start)) ? 0.7 : 0.93;
      const { raw: _, ...numero } = parts;
      items.set(parts.key, { value: { ...numero, fecha: dateOf(flow, number.end) }, seen, strength });
      if (items.size === MOST) return listOf([...items.values()], RULE);
    }
  }
  return listOf([...items.values()], RULE);
}

const RULE = 'citados.etiqueta';
// A list of more is a register, not a letter.
const MOST = 40;

const OTHERS = /\b(?:SUS?|ATENTO|ATTO|AL|DEL|CON|REF|REFERENCIA|ANTECEDENTES?|CONTESTA|CONTESTANDO)[\s.:,]/;

function labelsOf(flow: Flow): { start: number; end: number; kind: string }[] {
  const named = numberLabels(flow.folded).flatMap(({ kind, start, end }) =>
    LETTERS.has(kind) ? [{ kind: kind!, start, end }] : [],
  );
  const similar = [...flow.folded.matchAll(SIMILAR)].map(({ index, 0: text }) => ({
    kind: 'OFICIO',
    start: index,
    end: index + text.length,
  }));
  return [...named, ...similar].sort((a, b) => a.start - b.start);
}

// `oficio 12 de marzo` is a day; `OFICIO` of a post (`de oficio`, `Oficial`) has no number after it.
const stands = (flow: Flow, start: number): boolean =>
  !/\bDE\s$/.test(flow.folded.slice(Math.max(0, start - 3), start)) ||
  /^NUM|^NO/.test(flow.folded.slice(start, start + 3));

const BETWEEN = /^[\s,.;]{0,3}(?:(?:DEL?|CON|EL|DIA|A|FECHA|FECHAD[OA]|GIRAD[OA]|LOS)[\s,]{1,2}){0,6}$/;
const REACH = 60;

function dateOf(flow: Flow, end: number): string | null {
  const after = flow.folded.slice(end, end + REACH + 80);
  const [date] = datesIn(after);
  return date && BETWEEN.test(after.slice(0, date.start)) ? date.iso : null;
}
