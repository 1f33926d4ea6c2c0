import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import { openPool } from '../../workers/pool.ts';
import { readPage } from '../pdf/access-reading.ts';
import { patternThatDrawsItself } from '../support/endless-pdfs.ts';
import { temporaryFolder } from '../support/foja.ts';

it('threads that are stopped at a copy blame no page for it', async () => {
  await using folder = await temporaryFolder();
  const file = path.join(folder.path, 'a.pdf');
  await writeFile(file, patternThatDrawsItself());
  const pool = openPool({
    threads: 1,
    ocr: 'tesseract-js:',
    languages: ['spa'],
    recipe: 'r',
    pageSeconds: 600,
  });
  const copying = pool.copy(
    {
      target: path.join(folder.path, 'access.pdf'),
      pages: [readPage({ width: 612, height: 792 })],
      files: [{ path: file, name: 'a.pdf', type: 'application/pdf' }],
      meta: { title: 'a', producer: 'p', date: '1999-01-01T00:00:00.000Z', documentId: 'd' },
      maxBytes: 1e6,
      spared: { files: [0], pages: [] },
    },
    () => void pool.close(),
  );
  await expect(copying).rejects.toMatchObject({ name: 'UnavailableError', code: 'reader-closed' });
});
