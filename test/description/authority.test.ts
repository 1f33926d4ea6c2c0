import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { proposer, readAuthorities } from '../../src/description/authority.ts';
import { proposalsCsv } from '../../src/exchange/formats/proposals-csv.ts';
import { extract } from '../../src/flow/steps/extract.ts';
import type { DocumentRecord } from '../../src/model/document.ts';
import { recordOf } from '../archive/sample.ts';

const letter = (id: string, dependencia: string, date: string | null): DocumentRecord => {
  const fields = extract([]);
  return recordOf({
    id,
    fields: {
      ...fields,
      dependenciaEmisora: { ...fields.dependenciaEmisora, value: dependencia },
      fechaDocumento: { ...fields.fechaDocumento, value: date },
    },
  });
};

const LIST = [
  'nombre;variantes;desde;hasta',
  'Secretaría del R. Ayuntamiento;Secretaría del Ayuntamiento|Srio. del R. Ayto.;;',
  'Dirección de Desarrollo Urbano;;1992;',
].join('\n');

describe('an authority list', () => {
  it('takes spellings that differ by accent, capital, dot or blank for one entry, and proposes the others', () => {
    const proposals = proposer('dependencias', readAuthorities('x', Buffer.from(LIST)));
    for (const record of [
      letter('a', 'SECRETARIA DEL R AYUNTAMIENTO', '1987-01-01'),
      letter('b', 'srio. del R.Ayto', null),
      letter('c', 'Tesorería Municipal', '1987-05-01'),
      letter('d', 'TESORERIA  MUNICIPAL', '1985-05-01'),
      letter('e', 'TESORERIA MUNICIPAL', null),
      letter('f', 'Oficialía Mayor', '1990-01-01'),
    ])
      proposals.add(record);
    expect(proposals.all()).toEqual([
      {
        nombre: 'Tesorería Municipal',
        documents: 3,
        first: '1985-05-01',
        last: '1987-05-01',
        example: 'c',
        outOfPeriod: false,
      },
      {
        nombre: 'Oficialía Mayor',
        documents: 1,
        first: '1990-01-01',
        last: '1990-01-01',
        example: 'f',
        outOfPeriod: false,
      },
    ]);
  });

  it('tells a name that was not yet in use', () => {
    const proposals = proposer('dependencias', readAuthorities('x', Buffer.from(LIST)));
    proposals.add(letter('a', 'Dirección de Desarrollo Urbano', '1987-01-01'));
    proposals.add(letter('b', 'Dirección de Desarrollo Urbano', '1993-01-01'));
    expect(proposals.all()).toMatchObject([{ documents: 1, example: 'a', outOfPeriod: true }]);
  });

  it('takes its proposals back as they were written', () => {
    const proposals = proposer('dependencias', []);
    proposals.add(letter('a', '=Tesorería, "Municipal"', '1987-01-01'));
    const csv = proposalsCsv(proposals.all());
    expect(parse(csv, { bom: true, columns: true })[0]).toMatchObject({ nombre: `'=Tesorería, "Municipal"` });
    expect(readAuthorities('x', Buffer.from(csv))).toMatchObject([{ desde: '1987', hasta: '1987' }]);
  });

  it.each([
    ['hola', 'at least 2'],
    ['nombre;desde\nUno;ayer', 'line 2: no-date desde "ayer"'],
    ['nombre;desde\n;1987', 'line 2: cell-missing nombre'],
  ])('%j is refused', (text, why) => {
    expect(() => readAuthorities('x', Buffer.from(text))).toThrow(why);
  });
});
