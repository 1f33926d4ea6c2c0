import { describe, expect, it } from 'vitest';
import { gatherExpedientes, loose } from '../../src/description/expedientes.ts';
import { extract } from '../../src/flow/steps/extract.ts';
import type { DocumentRecord, PageRecord } from '../../src/model/document.ts';
import { recordOf } from '../archive/sample.ts';
import { said } from '../support/archived.ts';

const document = (
  id: string,
  texts: Parameters<typeof said>[0],
  pages: number,
  date: string | null = null,
): DocumentRecord => {
  const fields = extract([]);
  return recordOf({
    id,
    description: said(texts).description,
    pages: Array.from({ length: pages }, (_, at) => ({ number: at + 1 }) as PageRecord),
    fields: { ...fields, fechaDocumento: { ...fields.fechaDocumento, value: date } },
  });
};
const gather = (...records: DocumentRecord[]) => {
  const gathered = gatherExpedientes();
  for (const record of records) gathered.add(record);
  return gathered.all();
};

describe('expedientes', () => {
  it('are those whose places are the same, however they are written', () => {
    const all = gather(
      document('a', { serie: 'Licencias', expediente: '0345', fojas: 2 }, 3, '1987-03-14'),
      document('b', { serie: 'LICENCIAS', expediente: 'Exp. 345', fojas: 1 }, 1, '1986-01-02'),
      document('c', { serie: 'Actas', expediente: '345' }, 1),
      document('d', {}, 1),
    );
    expect(all).toHaveLength(2);
    expect(all[1]).toMatchObject({
      documents: 2,
      pages: 4,
      fojas: 3,
      firstDate: '1986-01-02',
      lastDate: '1987-03-14',
      only: null,
    });
    expect(all[0]).toMatchObject({ documents: 1, only: 'c' });
  });

  it('have no number of fojas while one document has none, unless the whole has been counted', () => {
    const [one] = gather(
      document('a', { expediente: '1', fojas: 2 }, 3),
      document('b', { expediente: '1' }, 1),
    );
    expect(one!.fojas).toBeNull();
    const [whole] = gather(
      document('a', { expediente: '1', fojasExpediente: 7 }, 3),
      document('b', { expediente: '1' }, 1),
    );
    expect(whole!.fojas).toBe(7);
  });

  it('say in what their documents differ', () => {
    const [one] = gather(
      document('a', { expediente: '1', titulo: 'Uno', caja: '12' }, 1),
      document('b', { expediente: '1', titulo: 'Otro', caja: '012' }, 1),
    );
    expect(one).toMatchObject({ texts: { titulo: 'Uno' }, differs: ['titulo'] });
  });

  it('come in the order of their numbers', () => {
    const all = gather(...['10', '9', '100', '1'].map((n) => document(n, { expediente: n }, 1)));
    expect(all.map(({ texts }) => texts.expediente)).toEqual(['1', '9', '10', '100']);
  });

  it('are one of its own for a document without', () => {
    expect(loose(document('d', { caja: '3' }, 2))).toMatchObject({
      only: 'd',
      pages: 2,
      texts: { caja: '3' },
    });
  });
});
