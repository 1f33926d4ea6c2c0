import { describe, expect, it } from 'vitest';
import { namesOf, naming } from '../../../../../src/adapters/search-index/meilisearch/documents/names.ts';
import type { Filters } from '../../../../../src/ports/search-index.ts';
import { documentOf } from '../../../../search/documents.ts';

const { record } = documentOf('a', ['oficio'], {
  tipo: 'ACTA_CABILDO',
  dependencia: 'Dirección de Obras Públicas',
  remitente: { nombre: 'Juan Peña Ruiz' },
});
const kept = new Set(namesOf(record).names);
const isKept = (filters: Filters) =>
  naming(filters).every((condition) => kept.has(/^names = "(.*)"$/.exec(condition)![1]!));

describe('names', () => {
  it('of offices and people are asked for by words side by side, however spelled', () => {
    expect(isKept({ dependencia: 'OBRAS PUBLICAS' })).toBe(true);
    expect(isKept({ dependencia: 'direccion de obras públicas', remitente: 'pena' })).toBe(true);
    expect(isKept({ dependencia: 'direccion publicas' })).toBe(false);
    expect(isKept({ dependencia: 'obra' })).toBe(false);
    expect(isKept({ destinatario: 'pena' })).toBe(false);
  });

  it('of kinds are asked for by the whole of them', () => {
    expect(isKept({ tipo: 'acta cabildo' })).toBe(true);
    expect(isKept({ tipo: 'acta' })).toBe(false);
    expect(isKept({ status: 'processed' })).toBe(true);
    expect(isKept({ status: 'failed' })).toBe(false);
  });

  it('that are no words keep to nothing', () => {
    expect(isKept({ dependencia: '%' })).toBe(false);
    expect(isKept({ expediente: '' })).toBe(false);
  });
});
