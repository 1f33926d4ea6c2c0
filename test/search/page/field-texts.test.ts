import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openSqliteIndex } from '../../../src/adapters/search-index/sqlite/sqlite.ts';
import type { Description, Field, Fields } from '../../../src/model/document.ts';
import type { IndexedDocument } from '../../../src/ports/search-index.ts';
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
    [1, 'Licencias de construcción', null],
    [1, 'expediente 0345', null],
    [1, 'caja 12', null],
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
  expect((await index.search({ text, limit: 10, offset: 0 })).total).toBe(total);
  await index.close();
});

const place = (page: number) => [{ page, box: { x: 10, y: 10, width: 50, height: 20 } }];
const read = <T>(value: T): Field<T> => ({ ...said(''), value, from: 'rule' }) as Field<T>;
const letter = (id: string) => {
  const document = documentOf(id, ['Se acusa recibo de su oficio', 'c.c.p. Archivo'], {
    numero: { raw: 'TM/45/1987', key: 'TM|45|1987' },
  });
  const fields: Fields = {
    ...document.record.fields!,
    sesionHora: read('18:35'),
    vigencia: read({ raw: 'un año', desde: '1987-01-01', hasta: null }),
    oficiosCitados: read([
      {
        raw: 'DJ/0123/87',
        key: 'DJ|123|87',
        kind: 'OFICIO',
        siglas: 'DJ',
        consecutivo: 123,
        anio: 1987,
        fecha: null,
        evidence: place(2),
      },
    ]),
  };
  return { ...document, record: { ...document.record, fields } };
};

it('of a list each value stands at its own place', () => {
  const cited = fieldTexts(letter('a').record).find(({ text }) => text === 'DJ/0123/87');
  expect(cited).toMatchObject({ page: 2, box: place(2)[0]!.box, inPassing: true });
});

const hits = async (text: string, documents: readonly IndexedDocument[]) => {
  const index = await openSqliteIndex(join(folder, `${text}.sqlite`));
  for (const document of documents) await index.put(document);
  const found = await index.search({ text, limit: 10, offset: 0 });
  await index.close();
  return found.hits.map(({ documentId, page }) => [documentId, page]);
};

it.each(['18:35', 'enero de 1987', 'dj 123 1987'])(
  'what only some papers state is found by %s',
  async (text) => {
    expect(await hits(text, [letter('a'), documentOf('b', ['Se acusa recibo'])])).toHaveLength(1);
  },
);

it('a letter to a person comes before one of which that person has a copy', async () => {
  const text = 'Se remite lo que pidió por escrito. '.repeat(9);
  const copied = documentOf('a', [`${text} c.c.p. Lic. Eva Tovar`]);
  const eva = { raw: '', titulo: 'Lic.', nombre: 'Eva Tovar', cargo: null, proposito: null, evidence: [] };
  const fields: Fields = { ...copied.record.fields!, ccp: read([eva]) };
  const own = documentOf('b', [`Lic. Eva Tovar. ${text} Sin más por el momento, reitero mi consideración.`], {
    destinatario: { titulo: 'Lic.', nombre: 'Eva Tovar' },
  });
  expect(await hits('eva tovar', [{ ...copied, record: { ...copied.record, fields } }, own])).toEqual([
    ['b', 1],
    ['a', 1],
  ]);
});
