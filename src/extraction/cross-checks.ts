// What does not fit together in a record. A person decides; nothing is corrected.
import type { DocumentRecord, Fields } from '../model/document.ts';
import type { DocumentFlag } from '../model/flags.ts';
import { fold, lettersOf } from './text/fold.ts';

/** A number that the archive holds already. */
export interface KnownNumber {
  readonly id: string;
  readonly dependencia: string | null;
  readonly key: string;
  /** The year of the number, else of the document. */
  readonly anio: number | null;
}

const RECORD_CODES = [
  'number-year',
  'impossible-date',
  'date-in-words',
  'date-outside-folder',
  'date-to-come',
  'stamped-before-date',
] as const;
const NUMBER_USED = 'number-used';

/**
 * The record with the flags of these checks as it stands now; other flags stay. `known` are numbers of other documents: without
 * them nothing is said of whether the number was used before.
 */
export function withCrossChecks(record: DocumentRecord, known?: readonly KnownNumber[]): DocumentRecord {
  const codes: readonly string[] = known ? [...RECORD_CODES, NUMBER_USED] : RECORD_CODES;
  const others = (record.flags ?? []).filter(({ code }) => !codes.includes(code));
  const flags = [...others, ...crossChecks(record, known ?? [])];
  if (flags.length > 0) return { ...record, flags };
  const { flags: _, ...unflagged } = record;
  return unflagged;
}

/** Every check of a record against itself, its folder and the numbers that are known. Pure. */
export function crossChecks(record: DocumentRecord, known: readonly KnownNumber[] = []): DocumentFlag[] {
  const { fields } = record;
  if (!fields) return [];
  return [...dateFlags(fields, record), ...numberFlags(fields), ...usedNumber(record, fields, known)];
}

function* dateFlags({ fechaDocumento, sellos }: Fields, record: DocumentRecord): Generator<DocumentFlag> {
  const { value: date, reason, raw } = fechaDocumento;
  if (date === null) {
    if (reason === 'impossible-date') yield { code: 'impossible-date', detail: raw ?? '' };
    if (reason === 'digits-and-words-disagree') yield { code: 'date-in-words', detail: raw ?? '' };
    return;
  }
  const folder = folderYears(record.source[0]?.path ?? '');
  const year = Number(date.slice(0, 4));
  if (folder && (year < folder.from || year > folder.to))
    yield { code: 'date-outside-folder', detail: `${date}, ${folder.name}` };
  if (date > record.receivedAt.slice(0, 10)) yield { code: 'date-to-come', detail: date };
  const early = sellos?.value?.find(({ fecha }) => fecha !== null && fecha < date);
  if (early) yield { code: 'stamped-before-date', detail: `${early.fecha}, ${date}` };
}

function* numberFlags({ numeroOficio, fechaDocumento }: Fields): Generator<DocumentFlag> {
  const [number, date] = [numeroOficio.value, fechaDocumento.value];
  if (!number?.anio || !date) return;
  // A number may name a term: `SA/63/1998-1999`.
  const named = [number.anio, ...(number.raw.match(/(?<!\d)(?:19|20)\d\d(?!\d)/g) ?? []).map(Number)];
  if (!named.includes(Number(date.slice(0, 4))))
    yield { code: 'number-year', detail: `${number.raw}, ${date}` };
}

function* usedNumber(
  { id }: DocumentRecord,
  fields: Fields,
  known: readonly KnownNumber[],
): Generator<DocumentFlag> {
  const mine = knownNumber(id, fields);
  if (!mine || mine.anio === null) return;
  const other = known.find(
    (one) =>
      one.id !== id &&
      one.key === mine.key &&
      one.anio === mine.anio &&
      sameOffice(one.dependencia, mine.dependencia),
  );
  if (other) yield { code: NUMBER_USED, detail: `${fields.numeroOficio.value!.raw}, ${other.id}` };
}

/** What later documents are checked against; null where the document has no number. */
export function knownNumber(
  id: string,
  { numeroOficio, fechaDocumento, dependenciaEmisora }: Fields,
): KnownNumber | null {
  const number = numeroOficio.value;
  if (!number) return null;
  const anio = number.anio ?? (fechaDocumento.value ? Number(fechaDocumento.value.slice(0, 4)) : null);
  return { id, dependencia: dependenciaEmisora.value, key: number.key, anio };
}

// Spellings that differ by accent, space or sign are one office; where none is named, nothing is known.
const sameOffice = (a: string | null, b: string | null): boolean =>
  a !== null && b !== null && lettersOf(fold(a.normalize('NFC'))) === lettersOf(fold(b.normalize('NFC')));

/** The years that the innermost folder with a year in its name stands for: `1987`, `1985-1991`, `Licencias 2003`. */
export function folderYears(path: string): { from: number; to: number; name: string } | null {
  for (const name of path.split('/').slice(0, -1).toReversed()) {
    const range = /(?<!\d)(1[5-9]\d\d|20\d\d)(?:\s?(?:[-–_]|a|al)\s?(1[5-9]\d\d|20\d\d))?(?!\d)/.exec(name);
    if (!range) continue;
    const from = Number(range[1]);
    const to = Number(range[2] ?? range[1]);
    if (to >= from) return { from, to, name };
  }
  return null;
}
