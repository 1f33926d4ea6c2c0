import type { Field } from '../../../../src/model/document.ts';
import { CLASIFICACIONES } from '../../../../src/ports/scope.ts';
import type { IndexedDocument } from '../../../../src/ports/search-index.ts';
import { documentOf } from '../../../search/documents.ts';

const said = (value: string): Field<string> => ({
  value,
  raw: null,
  confidence: 1,
  evidence: [],
  from: 'manifest',
  rule: 'test',
  version: 1,
});

// Documents as lists sort them: by what is in doubt, by the place they come from, by when they were received.
export const LISTED: readonly IndexedDocument[] = Array.from({ length: 9 }, (_, i) => {
  const { record, ...document } = documentOf(`lista-${i % 2 === 0 ? 'Ñ' : 'n'}-${i}`, ['licencia de obra']);
  const [fondo, serie] = ['Ayuntamiento', i % 3 === 0 ? 'Licencias' : 'Actas'];
  return {
    ...document,
    record: {
      ...record,
      status: (['processed', 'partial', 'failed'] as const)[i % 3]!,
      grade: i % 2 === 0 ? 'good' : null,
      receivedAt: `2026-01-0${9 - i}T10:00:00Z`,
      description: {
        fondo: said(fondo!),
        serie: said(serie!),
        expediente: said(String([345, 12, 7][i % 3])),
      },
    },
    scope: { fondo: fondo!, serie: serie!, clasificacion: CLASIFICACIONES[i % 4]! },
    pages: i === 8 ? [] : document.pages,
    review: i % 2 === 0 ? null : { rank: [i % 4, 10 - i], item: { why: `doubt ${i}`, fields: ['fecha'] } },
  };
});
