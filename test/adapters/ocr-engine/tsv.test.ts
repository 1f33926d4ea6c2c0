import { expect, it } from 'vitest';
import { linesOfTsv } from '../../../src/adapters/ocr-engine/tsv.ts';

it('gives signs as a typewriter has them', () => {
  const rows = ['“El', 'Peñón”', 'd’Anjou', 'Públicas.—-', '1941—42'].map((text, i) =>
    [5, 1, 1, 1, 1, i + 1, 10 * i, 0, 9, 9, 96, text].join('\t'),
  );
  const [line] = linesOfTsv([[4, 1, 1, 1, 1, 0, 0, 0, 99, 9, -1, ''].join('\t'), ...rows].join('\n'));
  expect(line!.words.map(({ text }) => text)).toEqual(['"El', 'Peñón"', "d'Anjou", 'Públicas.-', '1941—42']);
});
