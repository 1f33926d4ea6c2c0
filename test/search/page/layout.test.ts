import fc from 'fast-check';
import { expect, it } from 'vitest';
import { packLayout, unpackLayout } from '../../../src/search/page/layout.ts';
import { typed } from '../documents.ts';

const pixel = fc.integer({ min: -500, max: 70_000 });
const box = fc.record({ x: pixel, y: pixel, width: pixel, height: pixel });
const text = fc.string({ unit: 'grapheme' }).map((value) => value.replace(/[\p{Cc}\s]/gu, ''));
const line = fc.record({
  block: fc.nat({ max: 500 }),
  words: fc.array(fc.record({ text, box }), { maxLength: 12 }),
});
const field = fc.record({
  page: fc.integer({ min: 1, max: 5_000 }),
  text,
  box: fc.option(box),
  forms: fc.array(fc.array(fc.stringMatching(/^[a-z0-9ñ]{1,8}$/), { minLength: 1, maxLength: 4 }), {
    maxLength: 3,
  }),
});

it('gives back what was packed', () => {
  const layout = fc.record({
    lines: fc.array(line, { maxLength: 8 }),
    fields: fc.array(field, { maxLength: 4 }),
  });
  const page = fc.option(
    fc.record({
      width: fc.nat({ max: 70_000 }),
      height: fc.nat({ max: 70_000 }),
      rotation: fc.constantFrom(0, 90, 180, 270),
    }),
  );
  fc.assert(
    fc.property(layout, page, (value, geometry) => {
      expect(unpackLayout(packLayout(value, geometry))).toEqual({ ...value, geometry });
    }),
    { numRuns: 300, interruptAfterTimeLimit: 5_000 },
  );
});

it('keeps separators and marks out of the text, and rounds boxes to pixels', () => {
  const words = [{ text: 'a\u001fb\u0002\n', box: { x: 1.4, y: 2.6, width: 3.5, height: 4 } }];
  expect(
    unpackLayout(packLayout({ lines: [{ block: 0, words }], fields: [] }, null)).lines[0]?.words,
  ).toEqual([{ text: 'ab', box: { x: 1, y: 3, width: 4, height: 4 } }]);
});

it('needs a few bytes a word', () => {
  const row = 'Por medio del presente me permito remitir a Usted la documentación del predio';
  const page = Array.from({ length: 30 }, (_, i) => `${row} ${i * 37}`).join('\n');
  expect(packLayout({ lines: typed(page), fields: [] }, null).length).toBeLessThan(30 * 14 * 5);
});
