import { describe, expect, it } from 'vitest';
import { makeCopy, withCopyFlags } from '../../../src/flow/steps/make-copy.ts';
import type { DocumentRecord, ReadPage } from '../../../src/model/document.ts';
import { EngineError, UnavailableError } from '../../../src/model/errors.ts';
import type { CopyRequest, Spared } from '../../../src/ports/page-reader.ts';
import { readPage } from '../../pdf/access-reading.ts';

const PDF = 'application/pdf';
const files = [
  { path: '/a', name: 'a.pdf', type: PDF },
  { path: '/b', name: 'b.jpg', type: 'image/jpeg' },
];
const page = (number: number, file: number, code?: string): ReadPage => ({
  ...readPage({ width: 10, height: 10 }),
  number,
  source: { file, page: 0 },
  ...(code && { error: { code, message: 'x' } }),
});
const orderOf = (pages: readonly ReadPage[]) => ({
  pages,
  files,
  meta: { title: 't', producer: 'p', date: '1999-01-01T00:00:00.000Z', documentId: 'd' },
  maxBytes: 1,
});

/** Tries at a copy: each is held up at the page that `heldUpAt` names, until it names none. */
async function triesAt(pages: readonly ReadPage[], heldUpAt: (spared: Spared) => number | null | undefined) {
  const tries: Spared[] = [];
  const targets = new Set<string>();
  const reader = {
    async copy({ spared, target }: CopyRequest, reached: (page: number) => void) {
      tries.push(spared);
      targets.add(target);
      const at = heldUpAt(spared);
      if (at === undefined) return;
      if (at !== null) reached(at);
      throw new EngineError('open-timeout', 'too slow');
    },
  };
  const copy = await makeCopy(reader, orderOf(pages), '/scratch');
  expect(targets.size).toBe(tries.length);
  const record = { id: 'd', status: 'processed', source: files.map(({ name }) => ({ path: name })), pages };
  return { tries, copy, record: withCopyFlags(record as unknown as DocumentRecord, copy) };
}

describe('a copy', () => {
  it('that is not held up is made at once, and nothing is said of it', async () => {
    const { tries, record } = await triesAt([page(1, 0), page(2, 1)], () => undefined);
    expect(tries).toEqual([{ files: [], pages: [] }]);
    expect(record).toMatchObject({ status: 'processed' });
    expect(record).not.toHaveProperty('flags');
  });

  it('is drawn where taking over holds it up', async () => {
    const { tries, record } = await triesAt([page(1, 1), page(2, 0)], (spared) =>
      spared.files.includes(0) ? undefined : 2,
    );
    expect(tries.at(-1)).toEqual({ files: [0], pages: [] });
    expect(record).toMatchObject({ status: 'processed', flags: [{ code: 'copy-drawn', detail: 'a.pdf' }] });
  });

  it('leaves out a page that cannot be drawn either, and the document is partial', async () => {
    const { tries, record } = await triesAt([page(1, 0), page(2, 0)], (spared) =>
      spared.pages.includes(2) ? undefined : 2,
    );
    expect(tries.slice(1)).toEqual([
      { files: [0], pages: [] },
      { files: [0], pages: [2] },
    ]);
    expect(record).toMatchObject({
      status: 'partial',
      flags: [{ code: 'copy-drawn' }, { code: 'copy-incomplete', detail: '2' }],
    });
  });

  it('has no use for drawing what is a picture already', async () => {
    const { tries } = await triesAt([page(1, 1)], ({ pages }) => (pages.includes(1) ? undefined : 1));
    expect(tries).toEqual([
      { files: [], pages: [] },
      { files: [], pages: [1] },
    ]);
  });

  it('does not open again what did not open to be read; its page says that itself', async () => {
    const { tries, record } = await triesAt(
      [page(1, 0, 'open-timeout'), page(2, 0, 'engine-timeout')],
      () => undefined,
    );
    expect(tries).toEqual([{ files: [], pages: [1] }]);
    expect(record).not.toHaveProperty('flags');
  });

  it('that ends before its first page is tried once more; then there is none, and the document is partial', async () => {
    const { tries, copy, record } = await triesAt([page(1, 0)], () => null);
    expect(tries).toHaveLength(2);
    expect(copy).toEqual({ missing: { code: 'open-timeout', message: 'too slow' } });
    expect(record).toMatchObject({
      status: 'partial',
      flags: [{ code: 'copy-missing', detail: 'open-timeout' }],
    });
  });

  it('waits for a store that is away', async () => {
    const away = { copy: () => Promise.reject(new UnavailableError('s3-unavailable', 'no answer')) };
    await expect(makeCopy(away, orderOf([page(1, 0)]), '/scratch')).rejects.toThrow('no answer');
  });
});
