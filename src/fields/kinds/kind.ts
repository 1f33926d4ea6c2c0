/** What a text means as a value; `left` where the text itself says that there is none (`S/F`, `S/N`); or why it is no value. */
export type Parsed<T> =
  | { readonly value: T }
  | { readonly value: null; readonly left: 'left-blank' | 'without-date' | 'without-number' }
  | { readonly problem: string };

/** Of a list its items, else the value itself. */
export type Item<T> = T extends readonly (infer I)[] ? I : T;

export type KindName =
  | 'text'
  | 'date'
  | 'hora'
  | 'count'
  | 'tipo'
  | 'numero'
  | 'persona'
  | 'lugar'
  | 'rubrica'
  | 'vigencia'
  | 'list';

/**
 * What a field may hold: how a value is read from what a person or a manifest wrote, how it is printed, and what of it must be
 * right. `Told` is as much of a value as that takes.
 */
export interface Kind<T, Told = Item<T>> {
  readonly name: KindName;
  /** What a person is told when a text is no value. */
  readonly accepted: string;
  /** Of one line without blanks at its ends, never empty; null where one text cannot say it. Pure; never throws. */
  readonly parse: ((text: string) => Parsed<T>) | null;
  /** On one line. */
  print(value: T): string;
  /** What the bench compares of a value, of a list item by item; with `exact` every letter of it, else nine in ten. */
  essence(value: Told): readonly (string | number | null)[];
  readonly exact: boolean;
  /** Parts that a person may set by themselves: `remitente.cargo`. */
  readonly parts?: Parts<T>;
}

export interface Parts<T> {
  readonly names: readonly string[];
  readonly kind: Kind<string>;
  /** The whole; null where too little of it is known. */
  whole(parts: Readonly<Record<string, string | null>>): T | null;
}

const LONGEST = 2000;

/** Reads what somebody wrote for a field. Pure; never throws. */
export function parseValue<T>(kind: Kind<T>, written: string): Parsed<T> {
  const text = written.normalize('NFC').replace(/\s+/g, ' ').trim();
  if (text === '') return { value: null, left: 'left-blank' };
  if (text.length > LONGEST) return { problem: 'too long' };
  return kind.parse?.(text) ?? { problem: 'one text cannot say it' };
}
