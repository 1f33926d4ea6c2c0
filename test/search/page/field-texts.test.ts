import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openSqliteIndex } from '../../../src/adapters/search-index/sqlite/sqlite.ts';
import type { Description, Field } from '../../../src/model/document.ts';
import { fieldTexts } from '../../../src/search/page/field-texts.ts';
import { documentOf } from '../documents.ts';

const said = (value: string): Field<string> => ({
  value,
  raw: value,
  confidence: 1,
  evidence: [],
  from: 'manifest',
  rule: 'plantilla',
  version: 1,
});
const description: Description = {
  expediente: said('0345'),
  caja: said('12'),
  serie: said('Licencias de construcción'),
};
const described = (id: string) => {
  const document = documentOf(id, ['Por este conducto', 'le informo']);
  return { ...document, record: { ...document.record, description } };
};

it('what the archive says of a document stands on its first page, without a place', () => {
  const texts = fieldTexts(described('a').record);
  expect(texts.map(({ page, text, box }) => [page, text, box])).toEqual([
    [1, 'expediente 0345', null],
    [1, 'caja 12', null],
    [1, 'Licencias de construcción', null],
  ]);
});

it('what the archive says is there though no fields were extracted', () => {
  const { record } = described('a');
  expect(fieldTexts({ ...record, fields: null })).toHaveLength(3);
});

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'foja-index-'));
});
afterAll(() => rm(folder, { recursive: true }));

it.each([
  ['expediente 0345', 1],
  ['exp. 345', 1],
  ['0345', 1],
  ['caja 12', 1],
  ['licencia construcción', 1],
  ['expediente 346', 0],
])('%s finds %d', async (text, total) => {
  const index = await openSqliteIndex(join(folder, `${text}.sqlite`));
  await index.put(described('a'));
  await index.put(documentOf('b', ['Por este conducto']));
  expect((await index.search({ text, scopes: 'all', limit: 10, offset: 0 })).total).toBe(total);
  await index.close();
});
