// Pages that never come to an end: each is ended alone, and the batch goes on. What is asserted is what becomes of them, not how soon.
import { once } from 'node:events';
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { findModels, gatherModels } from '../../src/adapters/ocr-engine/models.ts';
import {
  formThatDrawsItself,
  pagesThatHoldThemselves,
  patternsThatDrawEachOther,
  patternThatDrawsItself,
} from '../support/endless-pdfs.ts';
import { foja, type Run, start, temporaryFolder } from '../support/foja.ts';

const SCANS = path.resolve(import.meta.dirname, '../../fixtures/scans');
const DIGITAL = path.join(SCANS, '2006/Informática/oficio digital.pdf');
const SCAN = path.join(SCANS, '1978/Presidencia/Exp 12-A/oficio.jpg');
// Where a page must be read, enough for that on a machine with other things to do; where none can be, less.
const LIMIT = ['--page-timeout', '15'];
const SHORT = ['--page-timeout', '5'];

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
      'hojas.pdf': pagesThatHoldThemselves('Licencia de construccion numero 45'),
    });
    ingested = await run('ingest', 'caja', '--json', ...LIMIT);
  });
  afterAll(() => box[Symbol.asyncDispose]());

  it('ends, says which failed and why, and does the rest', () => {
    const documents = documentsOf(ingested);
    expect(documents['oficio.pdf']).toMatchObject({ status: 'processed', pages: 2 });
    expect(documents['patron.pdf']).toMatchObject({
      status: 'failed',
      pages: 1,
      error: { code: 'open-timeout', message: expect.stringContaining('15 s') },
    });
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

it('what was interrupted at such pages is finished by foja resume', async () => {
  await using box = await boxWith({
    'patrones.pdf': patternsThatDrawEachOther(),
    'forma.pdf': formThatDrawsItself(),
  });
  const ingesting = start(box.path, 'ingest', 'caja', '--json');
  // One document is done; a page that never ends is at hand.
  await once(ingesting.child.stdout!, 'data');
  ingesting.child.kill('SIGINT');
  expect((await ingesting.done).code).toBe(130);
  const resumed = await foja(box.path, 'resume', '--json', ...SHORT);
  expect(resumed.code).toBe(11);
  const listed = (await foja(box.path, 'list', '--json')).json;
  const status = Object.fromEntries(listed.map((it) => [path.basename(String(it['source'])), it['status']]));
  expect(status).toMatchObject({ 'patrones.pdf': 'failed', 'forma.pdf': 'failed' });
  expect((await foja(box.path, 'verify')).code).toBe(0);
});

it('ends a program that reads without end, and shows in the copy what nobody could read', async () => {
  await using box = await temporaryFolder();
  await using models = await gatherModels(await findModels(['spa']));
  const programs = path.join(box.path, 'bin');
  const pids = path.join(box.path, 'pids');
  await mkdir(programs);
  const program = `#!/bin/sh\n[ "$1" = --version ] && echo tesseract 5.3.0 && exit\necho $$ >> '${pids}'\nexec sleep 900\n`;
  await writeFile(path.join(programs, 'tesseract'), program, { mode: 0o755 });
  vi.stubEnv('PATH', `${programs}${path.delimiter}${process.env['PATH']}`);
  const ingested = await foja(
    box.path,
    'ingest',
    SCAN,
    '--ocr',
    `tesseract:${models.folder}`,
    '--json',
    ...SHORT,
  );
  vi.unstubAllEnvs();
  const [document] = ingested.json;
  expect(document).toMatchObject({ status: 'failed', error: { code: 'engine-timeout' } });
  const started = (await readFile(pids, 'utf8')).trim().split('\n').map(Number);
  expect(started.length).toBeGreaterThan(0);
  for (const pid of started) expect(() => process.kill(pid, 0)).toThrow('ESRCH');
  await foja(box.path, 'export', String(document!['id']), '--format', 'pdf', '-o', 'copia.pdf');
  expect((await readFile(path.join(box.path, 'copia.pdf'))).includes('/DCTDecode')).toBe(true);
});

it('refuses a limit that is none', async () => {
  const refused = await foja(import.meta.dirname, 'ingest', 'x', '--page-timeout', 'mucho');
  expect(refused.code).toBe(1);
  expect(refused.stderr).toContain('«mucho»');
});
