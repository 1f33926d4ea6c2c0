import { expect, it } from 'vitest';
import { linesOfTsv, pagesOfTsv } from '../../../src/adapters/ocr-engine/tsv.ts';

it('gives signs as a typewriter has them', () => {
  const rows = ['“El', 'Peñón”', 'd’Anjou', 'Públicas.—-', '1941—42'].map((text, i) =>
    [5, 1, 1, 1, 1, i + 1, 10 * i, 0, 9, 9, 96, text].join('\t'),
  );
  const [line] = linesOfTsv([[4, 1, 1, 1, 1, 0, 0, 0, 99, 9, -1, ''].join('\t'), ...rows].join('\n'));
  expect(line!.words.map(({ text }) => text)).toEqual(['"El', 'Peñón"', "d'Anjou", 'Públicas.-', '1941—42']);
});

it('keeps pictures apart, and does not take one for empty that is not there', () => {
  const row = (level: number, page: number, text: string) =>
    [level, page, 1, 1, 1, 1, 0, 0, 9, 9, 96, text].join('\t');
  const tsv = [
    row(1, 1, ''),
    row(4, 1, ''),
    row(5, 1, 'uno'),
    row(1, 2, ''),
    row(1, 3, ''),
    row(4, 3, ''),
    row(5, 3, 'tres'),
  ];
  const read = pagesOfTsv(tsv.join('\n'), 3).map((lines) =>
    lines.flatMap(({ words }) => words.map(({ text }) => text)),
  );
  expect(read).toEqual([['uno'], [], ['tres']]);
  expect(() => pagesOfTsv(tsv.slice(0, 4).join('\n'), 3)).toThrow(/picture 3 of 3/);
});
