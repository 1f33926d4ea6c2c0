import { expect, it } from 'vitest';
import { hex } from '../../../../src/adapters/search-index/meilisearch/documents.ts';
import { facetsOf } from '../../../../src/adapters/search-index/meilisearch/facets.ts';

it('adds the levels up, and the spellings of one office', () => {
  const tesoreria = [hex('TESORERÍA MUNICIPAL'), hex('Tesoreria Municipal')] as const;
  expect(
    facetsOf([
      { tipo: { OFICIO: 2 }, office: { [tesoreria[0]]: 1, [tesoreria[1]]: 1 }, anio: { '1987': 2 } },
      { tipo: { OFICIO: 1, ACTA_CABILDO: 1 }, office: { [tesoreria[0]]: 2 } },
      {},
    ]),
  ).toEqual({
    tipo: { ACTA_CABILDO: 1, OFICIO: 3 },
    dependencia: { 'Tesoreria Municipal': 4 },
    anio: { '1987': 2 },
  });
});
