// The section `fields`: documents with truth, as perfect text, as clean and as damaged scans; and what the corpus states.
import path from 'node:path';
import type { DamageName } from '../../fixtures/generator/index.ts';
import { random } from '../../fixtures/generator/random.ts';
import { extract } from '../../src/flow/steps/extract.ts';
import type { ReadPage } from '../../src/model/document.ts';
import { corpusDocuments } from '../fields/corpus.ts';
import { readFiles, readScans, type ScanRequest } from '../fields/scans.ts';
import { type FieldCase, type FieldScore, type Given, givenValues, scoreFields } from '../fields/score.ts';
import { calibrationTable, damageTable, fieldTable } from '../fields/tables.ts';
import { documentsOf, perfectPage, type TrueDocument } from '../fields/truth.ts';
import type { BenchOptions } from '../options.ts';
import { say } from '../progress.ts';
import type { Table } from '../table.ts';

/** What the section measured. */
export interface FieldsResult {
  readonly scores: readonly FieldScore[];
  readonly byDamage: readonly FieldScore[];
  readonly given: readonly Given[];
}

// What a municipal archive is full of; a document draws its own, so that new layouts leave those of others.
const DAMAGED: readonly DamageName[] = ['carbon', 'faded', 'stamped', 'photocopy', 'worn'];
// Rules cost no time: many seeds show rare layouts.
const TEXT_SEEDS = 40;
// Longer ones say nothing more on their inner pages.
const MOST_PAGES = 3;

export async function measureFields(options: BenchOptions): Promise<FieldsResult> {
  const { seeds, rounds, corpus } = options;
  const seed = seeds[0]!;
  const reading = { folder: options.readings, jobs: options.jobs, ocr: options.ocr };
  say(`fields of ${TEXT_SEEDS} documents of every layout, perfect text`);
  const texts = range(seed * 1000, TEXT_SEEDS)
    .flatMap(documentsOf)
    .map((document) => caseOf('perfect text', document, document.pages.map(perfectPage)));
  const short = (from: number) =>
    range(from, rounds).flatMap((one) => documentsOf(one).filter(({ pages }) => pages.length <= MOST_PAGES));
  // Other papers than the clean ones, so that a round shows more.
  const [clean, damaged] = [short(seed), short(seed + rounds)];
  const requests: ScanRequest[] = [
    ...clean.map((document) => ({ document, damage: 'clean' as const })),
    ...damaged.map((document) => ({ document, damage: random('damage', document.id).pick(DAMAGED) })),
  ];
  const scans = (await readScans(requests, reading)).map(({ request, pages }) => ({
    ...caseOf(request.damage === 'clean' ? 'clean' : 'damaged', request.document, pages),
    damage: request.damage,
  }));
  const real = corpus ? await corpusCases(corpus, reading) : [];
  const cases = [...texts, ...scans, ...real];
  return {
    scores: scoreFields(cases),
    byDamage: scoreFields(scans, ({ damage, set }) => damage ?? set),
    given: givenValues(cases),
  };
}

const range = (from: number, count: number): number[] => Array.from({ length: count }, (_, i) => from + i);

function caseOf(set: string, document: TrueDocument, pages: readonly ReadPage[]): FieldCase {
  const { id, fields: truth, further } = document;
  return { set, id, truth, ...(further && { further }), fields: extract(pages) };
}

async function corpusCases(
  folder: string,
  reading: { readonly folder: string; readonly jobs: number; readonly ocr: string },
): Promise<FieldCase[]> {
  const documents = await corpusDocuments(folder);
  const read = await readFiles(
    documents.map((document) => document.path),
    { ...reading, folder: path.join(reading.folder, 'corpus') },
  );
  return documents.map(({ id, truth }, i) => ({ set: 'corpus', id, truth, fields: extract(read[i]!) }));
}

/** The tables of the section. */
export const fieldsTables = ({ scores, byDamage, given }: FieldsResult): Table[] => [
  fieldTable(scores),
  damageTable(byDamage),
  calibrationTable(given),
];
