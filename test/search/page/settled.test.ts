import { expect, it } from 'vitest';
import { packLayout, unpackLayout } from '../../../src/search/page/layout.ts';
import { pageEntries } from '../../../src/search/page/page-entry.ts';
import { pageTokens } from '../../../src/search/page/page-tokens.ts';
import { documentOf } from '../documents.ts';

it('a page is found by the very terms that its layout gives back', () => {
  const document = documentOf('a', ['licencia de obra']);
  const box = { x: 10.4, y: 20.6, width: 30.5, height: 9.2 };
  const lines = [{ ...document.pages[0]!.lines[0]!, words: [{ text: 'SA 123\u0002/87', box }] }];
  const pages = [{ number: 1, lines }] as unknown as typeof document.pages;
  const [page] = [...pageEntries({ ...document, pages })];
  const kept = unpackLayout(packLayout(page!, page!.geometry));
  expect(kept.lines).toEqual(page!.lines);
  expect(pageTokens(kept.lines).tokens).toEqual(page!.tokens);
  expect(page!.lines[0]!.words[0]).toEqual({
    text: 'SA123/87',
    box: { x: 10, y: 21, width: 31, height: 9 },
  });
});
