// Pages that never come to an end: each is ended alone, and the batch goes on. What is asserted is what becomes of them, not how soon.
import { once } from 'node:events';
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  formThatDrawsItself,
  pagesThatHoldThemselves,
  patternsThatDrawEachOther,
  patternThatDrawsItself,
} from '../support/endless-pdfs.ts';
import { foja, type Run, start, temporaryFolder } from '../support/foja.ts';

const DIGITAL = path.resolve(import.meta.dirname, '../../fixtures/scans/2006/Informática/oficio digital.pdf');
// Enough for a page with text of its own on a busy machine.
const LIMIT = ['--page-timeout', '8'];

async function boxWith(files: Readonly<Record<string, Buffer>>) {
  const box = await temporaryFolder();
  const folder = path.join(box.path, 'caja');
  await mkdir(folder);
  for (const [name, bytes] of Object.entries(files)) await writeFile(path.join(folder, name), bytes);
  await copyFile(DIGITAL, path.join(folder, 'oficio.pdf'));
  return box;
}

const documentsOf = ({ json }: Run) =>
  Object.fromEntries(
    json
      .filter(({ event }) => event === 'document')
      .map((it) => [path.basename(String(it['source'])), it] as const),
  );

describe('a batch with pages that never end', () => {
  let box: Awaited<ReturnType<typeof temporaryFolder>>;
  let ingested: Run;
  const run = (...args: string[]) => foja(box.path, ...args);

  beforeAll(async () => {
    box = await boxWith({
      'patron.pdf': patternThatDrawsItself(),
      'patrones.pdf': patternsThatDrawEachOther(),
      'forma.pdf': formThatDrawsItself(),
      'hojas.pdf': pagesThatHoldThemselves('Licencia de construccion numero 45'),
    });
    ingested = await run('ingest', 'caja', '--json', ...LIMIT);
  });
  afterAll(() => box[Symbol.asyncDispose]());

  it('ends, says which failed and why, and does the rest', () => {
    const documents = documentsOf(ingested);
    expect(documents['oficio.pdf']).toMatchObject({ status: 'processed', pages: 2 });
    for (const name of ['patron.pdf', 'patrones.pdf'])
      expect(documents[name]).toMatchObject({ status: 'failed', pages: 1, error: { code: 'open-timeout' } });
    expect(documents['patron.pdf']!['error']).toMatchObject({ message: expect.stringContaining('8 s') });
    // PDFium runs out of memory at it, sooner or later than its time.
    expect(documents['forma.pdf']).toMatchObject({ status: 'failed', pages: 1 });
    expect(ingested.code).toBe(11);
  });

  it('keeps every original, and an archive in which nothing is amiss', async () => {
    const { id } = documentsOf(ingested)['patron.pdf'] as { id: string };
    await run('export', id, '--format', 'original', '-o', 'salida.pdf');
    const kept = await readFile(path.join(box.path, 'salida.pdf'));
    expect(kept.equals(patternThatDrawsItself())).toBe(true);
    expect((await run('verify', '--json')).json[0]).toMatchObject({ changed: [], missing: [] });
  });

  it('leaves nothing for foja resume', async () => {
    const resumed = await run('resume', '--json', ...LIMIT);
    expect([resumed.code, resumed.json[0]]).toEqual([0, { resumed: 0, processed: 0, partial: 0, failed: 0 }]);
  });

  it('copies by drawing what cannot be taken over in time, and says so', async () => {
    const document = documentsOf(ingested)['hojas.pdf'] as { id: string };
    expect(document).toMatchObject({ status: 'processed', pages: 1 });
    const [record] = (await run('show', document.id, '--json')).json;
    expect(record!['flags']).toContainEqual({ code: 'copy-drawn', detail: 'caja/hojas.pdf' });
    await run('export', document.id, '--format', 'pdf', '-o', 'copia.pdf');
    expect((await readFile(path.join(box.path, 'copia.pdf'))).subarray(0, 5).toString()).toBe('%PDF-');
    const found = await run('search', 'construcción', '--json');
    expect(JSON.stringify(found.json)).toContain(document.id);
  });
});

it('what was interrupted at such a page is finished by foja resume', async () => {
  await using box = await boxWith({ 'patron.pdf': patternThatDrawsItself() });
  const ingesting = start(box.path, 'ingest', 'caja', '--json');
  // The other document is done: all that is left is the page that never ends.
  await once(ingesting.child.stdout!, 'data');
  ingesting.child.kill('SIGINT');
  expect((await ingesting.done).code).toBe(130);
  const resumed = await foja(box.path, 'resume', '--json', ...LIMIT);
  expect(resumed.json[0]).toEqual({ resumed: 1, processed: 0, partial: 0, failed: 1 });
  expect(resumed.code).toBe(11);
});

it('refuses a limit that is none', async () => {
  const refused = await foja(import.meta.dirname, 'ingest', 'x', '--page-timeout', 'mucho');
  expect(refused.code).toBe(1);
  expect(refused.stderr).toContain('«mucho»');
});
