// A blank cell below a filled one is a merged cell, unless the paper of its row plainly lies elsewhere.
import { dateOf } from '../../fields/kinds/date.ts';
import type { Mismatch } from '../../model/mismatch.ts';
import { nameOf } from './columns.ts';
import type { Manifest, ManifestRow } from './read.ts';

/**
 * Looks at rows in their order, each with the folder of its file (null: not known). A row without an expediente takes that of
 * the row above: not where its file lies in another folder, and not in silence where its date is years away.
 */
export function mergedCells(manifest: Manifest): (
  row: ManifestRow,
  folder: string | null,
) => {
  readonly row: ManifestRow;
  readonly mismatches: readonly Mismatch[];
} {
  const headerOf = (name: string) => [...manifest.uses].find(([, use]) => nameOf(use) === name)?.[0] ?? '';
  const [expediente, caja, fecha] = ['expediente', 'caja', 'fechaDocumento'].map(headerOf) as [
    string,
    string,
    string,
  ];
  let above: { folder: string | null; year: number | null } = { folder: null, year: null };
  return (row, folder) => {
    const year = yearOf(row.cells[fecha]);
    const filled = row.filled[expediente];
    if (filled === undefined) {
      above = { folder, year };
      return { row, mismatches: [] };
    }
    const what = { line: row.line, detail: `${expediente}: ${filled}` };
    if (above.folder !== null && folder !== null && folder !== above.folder) {
      const { [expediente]: _, [caja]: __, ...rest } = row.filled;
      return { row: { ...row, filled: rest }, mismatches: [{ code: 'blank-not-filled', ...what }] };
    }
    const jumps = year !== null && above.year !== null && Math.abs(year - above.year) > NEIGHBOURS;
    above = { folder: above.folder ?? folder, year: year ?? above.year };
    return { row, mismatches: jumps ? [{ code: 'filled-over-years', ...what }] : [] };
  };
}

// Papers of one expediente follow one another; a gap of more years is worth a look.
const NEIGHBOURS = 2;

function yearOf(text: string | undefined): number | null {
  const parsed = dateOf(text ?? '');
  return 'value' in parsed && parsed.value !== null ? Number(String(parsed.value).slice(0, 4)) : null;
}
