import type { Search } from '../../fields/definition.ts';
import { NAMED } from '../../fields/named.ts';
import type { Box, DocumentRecord, Field, Listed } from '../../model/document.ts';
import { unglued } from '../words/identifier.ts';
import { tokensOf } from '../words/tokens.ts';

/** A value of the record as text to be found, at its evidence. */
export interface FieldText {
  readonly page: number;
  readonly text: string;
  /** Null where the value came without a place on paper. */
  readonly box: Box | null;
  /** The runs of terms by which it is found. */
  readonly forms: readonly (readonly string[])[];
  /** It speaks of other papers or people: it weighs no more than the text. */
  readonly inPassing?: true;
}

/** What the record says of the document, for the index; without evidence it belongs to the first page. */
export function fieldTexts(record: DocumentRecord): FieldText[] {
  const firstPage = record.pages[0]?.number ?? 1;
  const said: Readonly<Record<string, Field<unknown> | undefined>> = {
    ...(record.fields as object | null),
    ...record.description,
  };
  return Object.entries(NAMED).flatMap(([name, { search }]) => {
    const field = said[name];
    if (!search || !field || field.value === null) return [];
    return itemsOf(field).flatMap(({ value, evidence: [seen] }) => {
      const texts = search.texts(value);
      const forms = texts.flatMap((text) => FORMS[search.as](text)).filter((form) => form.length > 0);
      if (forms.length === 0) return [];
      return [
        {
          page: seen?.page ?? firstPage,
          text: texts[0]!,
          box: seen?.box ?? null,
          forms: distinct(forms),
          ...(search.inPassing && { inPassing: true }),
        },
      ];
    });
  });
}

// Of several values each stands at its own place.
const itemsOf = ({ value, evidence }: Field<unknown>): Pick<Field<unknown>, 'value' | 'evidence'>[] =>
  Array.isArray(value)
    ? value.map((item: Listed) => ({ value: item, evidence: item.evidence }))
    : [{ value, evidence }];

const FORMS: Readonly<Record<Search<unknown>['as'], (text: string) => string[][]>> = {
  number(text) {
    const terms = tokensOf(text);
    return [terms, unglued(terms)];
  },
  words: (text) => [tokensOf(text)],
  date: dateForms,
};

const distinct = (forms: readonly string[][]): string[][] => [
  ...new Map(forms.map((form) => [form.join(' '), form])).values(),
];

const MONTHS =
  'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'.split(' ');

// So that `14/03/1987`, `1987-03-14` and `marzo 1987` find a date that stands on paper in words.
function dateForms(iso: string): string[][] {
  const terms = tokensOf(iso);
  const [year, month, day] = terms;
  const name = MONTHS[Number(month) - 1];
  if (year === undefined || name === undefined) return [terms];
  const written = [...(day === undefined ? [] : [day, 'de']), name, 'de', year];
  return [terms, [...terms].reverse(), written];
}
