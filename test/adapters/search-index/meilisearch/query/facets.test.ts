import { describe, expect, it } from 'vitest';
import { hex } from '../../../../../src/adapters/search-index/meilisearch/documents/value.ts';
import { facetsOf } from '../../../../../src/adapters/search-index/meilisearch/query/facets.ts';
import { MOST_VALUES } from '../../../../../src/adapters/search-index/meilisearch/server/settings.ts';

const labels = (counts: Record<string, number>) =>
  Object.fromEntries(Object.entries(counts).map(([label, count]) => [hex(label), count]));

describe('facets', () => {
  it('add the levels up, and the spellings of one office', () => {
    expect(
      facetsOf([
        {
          'labels.tipo': labels({ OFICIO: 2 }),
          'labels.dependencia': labels({ 'TESORERÍA MUNICIPAL': 1, 'Tesoreria Municipal': 1 }),
          'labels.anio': labels({ '1987': 2 }),
        },
        {
          'labels.tipo': labels({ OFICIO: 1, ACTA_CABILDO: 1 }),
          'labels.dependencia': labels({ 'TESORERÍA MUNICIPAL': 2 }),
        },
        {},
      ]),
    ).toMatchObject({
      tipo: { ACTA_CABILDO: 1, OFICIO: 3 },
      dependencia: { 'Tesoreria Municipal': 4 },
      anio: { '1987': 2 },
      remitente: {},
      are: 'exact',
    });
  });

  it('are the most frequent of a kind, of equals the first by name', () => {
    const many = Object.fromEntries(Array.from({ length: 150 }, (_, i) => [`Juan ${1000 + i}`, 1]));
    const { remitente } = facetsOf([{ 'labels.remitente': labels({ ...many, 'Zoila Ruiz': 2 }) }]);
    expect(Object.keys(remitente).slice(0, 2)).toEqual(['Zoila Ruiz', 'Juan 1000']);
    expect(Object.keys(remitente)).toHaveLength(100);
  });

  it('do not tell which of equals the server left out', () => {
    const full = Object.fromEntries(Array.from({ length: MOST_VALUES - 1 }, (_, i) => [`Juan ${i}`, 1]));
    const { remitente } = facetsOf([{ 'labels.remitente': labels({ ...full, 'Zoila Ruiz': 2 }) }]);
    expect(remitente).toEqual({ 'Zoila Ruiz': 2 });
  });
});
