import { stringify } from 'csv-stringify/sync';
import type { Proposal } from '../../description/authority.ts';

/** Proposals in the columns of an authority list, so that what a person keeps of them can be added to it as it stands. */
export function proposalsCsv(proposals: readonly Proposal[]): string {
  const rows = proposals.map(({ nombre, documents, first, last, example, outOfPeriod }) => ({
    nombre,
    variantes: '',
    desde: first?.slice(0, 4) ?? '',
    hasta: last?.slice(0, 4) ?? '',
    nota: outOfPeriod ? 'fuera de su periodo' : '',
    documentos: documents,
    ejemplo: example,
  }));
  return stringify(rows, { bom: true, header: true, record_delimiter: 'windows', escape_formulas: true });
}
