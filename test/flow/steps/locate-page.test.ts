import { describe, expect, it } from 'vitest';
import { countPages, locatePage, survey } from '../../../src/flow/steps/locate-page.ts';
import type { SourceFile } from '../../../src/model/document.ts';
import { DependencyError, EngineError, InputError } from '../../../src/model/errors.ts';
import type { PageReader } from '../../../src/ports/page-reader.ts';

const file = (path: string): SourceFile => ({
  path,
  sha256: '0',
  bytes: 1,
  type: null,
  stored: `original/${path}`,
});
const locate = async ({ path }: SourceFile) => ({
  path,
  name: path,
  type: null,
  async [Symbol.asyncDispose]() {},
});
const reader = (count: (path: string) => number): PageReader => ({
  recipe: 'test',
  count: async ({ path }) => count(path),
  read: () => Promise.reject(new Error('not asked')),
  copy: () => Promise.reject(new Error('not asked')),
  close: async () => {},
});
const signal = new AbortController().signal;

describe('survey', () => {
  it('counts pages file by file and finds each again', async () => {
    const found = await survey(
      [file('a'), file('b')],
      locate,
      reader((path) => (path === 'a' ? 2 : 3)),
      signal,
    );
    expect(countPages(found)).toBe(5);
    expect([1, 2, 3, 5].map((number) => locatePage(found, number).source)).toEqual([
      { file: 0, page: 0 },
      { file: 0, page: 1 },
      { file: 1, page: 0 },
      { file: 1, page: 2 },
    ]);
    expect(() => locatePage(found, 6)).toThrow(RangeError);
  });

  it.each([
    new InputError('damaged', 'torn'),
    new EngineError('engine-crashed', 'boom'),
    new TypeError('ours'),
  ])('keeps the place of a file that cannot be opened: %s', async (error) => {
    const failing = reader((path) => {
      if (path === 'b') throw error;
      return 1;
    });
    const found = await survey([file('a'), file('b'), file('c')], locate, failing, signal);
    expect(countPages(found)).toBe(3);
    expect(locatePage(found, 2).error?.message).toBe(error.message);
    expect(locatePage(found, 3)).toEqual({ source: { file: 2, page: 0 } });
  });

  it('gives a document of one unusable file no pages', async () => {
    const found = await survey(
      [file('a')],
      locate,
      reader(() => {
        throw new InputError('encrypted', 'x');
      }),
      signal,
    );
    expect(countPages(found)).toBe(0);
    expect(found[0]!.error?.code).toBe('encrypted');
  });

  it('lets what concerns every document through', async () => {
    const failing = reader(() => {
      throw new DependencyError('language-missing', 'x');
    });
    await expect(survey([file('a')], locate, failing, signal)).rejects.toThrow(DependencyError);
  });
});
