// The main job as a clerk does it: a folder in, search hits, record, access copy and a clean archive out.
import { copyFile, cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { foja, type Run, temporaryFolder } from '../support/foja.ts';

const SCANS = path.resolve(import.meta.dirname, '../../fixtures/scans');
const OFICIO = '1987/OBRAS PUBLICAS/Caja 12/Exp 0345';
const DIGITAL = '2006/Informática/oficio digital.pdf';
const LICENCIA = 'Licencias 2003/licencia SA-0123.tif';

let box: Awaited<ReturnType<typeof temporaryFolder>>;
let ingested: Run;
const run = (...args: string[]) => foja(box.path, ...args);
const documents = () => ingested.json.filter((it) => it['event'] === 'document');
const idOf = (source: string) =>
  documents().find((it) => String(it['source']).endsWith(source))!['id'] as string;

beforeAll(async () => {
  box = await temporaryFolder();
  const caja = path.join(box.path, 'caja');
  for (const part of [OFICIO, DIGITAL, LICENCIA])
    await cp(path.join(SCANS, part), path.join(caja, part), { recursive: true });
  await mkdir(path.join(caja, 'otra'), { recursive: true });
  await copyFile(path.join(SCANS, LICENCIA), path.join(caja, 'otra', 'la misma.tif'));
  await writeFile(path.join(caja, 'otra', 'notas.doc'), Buffer.from('d0cf11e0a1b11ae1', 'hex'));
  await writeFile(path.join(caja, 'otra', 'Thumbs.db'), 'x');
  ingested = await run('ingest', 'caja', '--json');
}, 120_000);
afterAll(() => box[Symbol.asyncDispose]());

describe('foja ingest', () => {
  it('says what became of every document, and sums up', () => {
    expect(ingested.stderr).toContain('1 archivos del sistema');
    const status = Object.fromEntries(documents().map((it) => [String(it['source']), it['status']]));
    expect(status).toEqual({
      [`caja/${OFICIO}`]: 'processed',
      [`caja/${DIGITAL}`]: 'processed',
      [`caja/${LICENCIA}`]: 'processed',
      'caja/otra/la misma.tif': 'duplicate',
      'caja/otra/notas.doc': 'failed',
    });
    const summary = ingested.json.at(-1)!;
    expect(summary).toMatchObject({
      event: 'summary',
      documents: 5,
      processed: 3,
      duplicates: 1,
      partial: 0,
      failed: 1,
    });
    expect(ingested.code).toBe(11);
  });

  it('gives the reason of a failure and keeps the bytes', async () => {
    const failed = documents().find((it) => it['status'] === 'failed')!;
    expect(failed['error']).toMatchObject({ code: 'unsupported' });
    const original = await run('export', failed['id'] as string, '--format', 'original', '-o', '-');
    expect(Buffer.from(original.stdout).length).toBeGreaterThan(0);
  });

  it('writes a report of the batch with every file and its digest', async () => {
    const { batch } = ingested.json.at(-1)! as { batch: string };
    const report = JSON.parse(
      await readFile(path.join(box.path, 'archivo', 'batches', `${batch}.json`), 'utf8'),
    );
    expect(report).toMatchObject({
      state: 'closed',
      expected: 7,
      found: 7,
      processed: 5,
      duplicate: 1,
      failed: 1,
    });
    expect(report.files).toHaveLength(7);
    for (const file of report.files) expect(file.sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  it('finds everything a duplicate the second time', async () => {
    const again = await run('ingest', 'caja', '--json');
    const statuses = again.json.filter((it) => it['event'] === 'document').map((it) => it['status']);
    expect(new Set(statuses)).toEqual(new Set(['duplicate']));
    expect(again.code).toBe(0);
  });

  it('shows what it would do without doing it', async () => {
    await using empty = await temporaryFolder();
    const dry = await foja(
      empty.path,
      'ingest',
      path.join(box.path, 'caja'),
      '--dry-run',
      '--json',
      '--each-file',
    );
    expect(dry.json.filter((it) => it['status'] === 'new')).toHaveLength(6);
    expect(dry.json.filter((it) => it['status'] === 'duplicate')).toHaveLength(1);
    expect((await foja(empty.path, 'status')).code).toBe(2);
  });
});

describe('foja search', () => {
  it('finds the page, the words on it, and the record', async () => {
    const { json } = await run('search', 'licencia de construccion', '--json');
    const [answer] = json as unknown as [{ total: number; tookMs: number; hits: Hit[]; facets: object }];
    expect(answer.total).toBeGreaterThan(0);
    const hit = answer.hits.find((it) => it.documentId === idOf(OFICIO))!;
    expect(hit.page).toBe(1);
    expect(hit.snippet).toMatch(/<mark>licencia<\/mark>/i);
    // In the asunto block, at the right of the upper third of a page of 1700 × 2200.
    const { width, height } = (await show(idOf(OFICIO))).pages[0]!;
    const [box] = hit.boxes;
    expect(box!.x / width).toBeGreaterThan(0.5);
    expect(box!.y / height).toBeLessThan(0.35);
    expect(hit.record['numeroOficio']).toContain('0123');
  });

  it.each([
    ['lisencia', true],
    ['"licencia de construcción"', true],
    ['lic*', true],
    ['sa 123 1987', true],
    ['SA/0124/1987', false],
    ['construcción --from 1986 --to 1988', true],
    ['construcción --from 1920 --to 1921', false],
  ])('%s', async (query, found) => {
    const [text, ...flags] = query
      .split(/ (?=--)/)
      .flatMap((part, index) => (index === 0 ? [part] : part.split(' ')));
    const { json } = await run('search', text!, ...flags, '--json');
    const hits = (json[0] as unknown as { hits: Hit[] }).hits;
    expect(hits.some((hit) => hit.documentId === idOf(OFICIO))).toBe(found);
  });
});

describe('foja show and export', () => {
  it('shows fields with evidence on the page', async () => {
    const record = await show(idOf(OFICIO));
    expect(record.fields['numeroOficio']!.value).toMatchObject({ key: 'SA|123|1987' });
    expect(record.fields['fechaDocumento']!.value).toBe('1987-05-26');
    expect(record.fields['numeroOficio']!.evidence[0]).toMatchObject({ page: 1 });
    expect(record.versions).toHaveLength(2);
  });

  it('keeps the good text of a born-digital page', async () => {
    const record = await show(idOf(DIGITAL));
    expect(record.pages[0]!.engine).toBe('pdf-text');
  });

  it('gives pages of text separated by form feeds, and the originals byte for byte', async () => {
    const text = await run('export', idOf(OFICIO), '--format', 'text', '-o', '-');
    expect(text.stdout.split('\f')).toHaveLength(3);
    expect(text.stdout).toMatch(/Guadalupe/);
    await run('export', idOf(LICENCIA), '--format', 'original', '-o', 'out.tif');
    const original = await readFile(path.join(SCANS, LICENCIA));
    expect(original.equals(await readFile(path.join(box.path, 'out.tif')))).toBe(true);
  });

  it('gives an access PDF not larger than the scans', async () => {
    for (const source of [OFICIO, LICENCIA, DIGITAL]) {
      const id = idOf(source);
      await run('export', id, '--format', 'pdf', '-o', 'out.pdf');
      const pdf = await readFile(path.join(box.path, 'out.pdf'));
      expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
      const scans = (await show(id)).source.reduce((sum, file) => sum + file.bytes, 0);
      expect(pdf.length).toBeLessThanOrEqual(scans);
    }
  });

  it('says so when there is no such document', async () => {
    const missing = await run('show', '0'.repeat(32));
    expect(missing.code).toBe(2);
    expect(missing.stderr).toContain('document-not-found');
  });
});

describe('the archive is the truth', () => {
  it('is clean to the last digest', async () => {
    const { json, code } = await run('verify', '--json');
    expect(json[0]).toMatchObject({ changed: [], missing: [], untracked: [], unreadable: [] });
    expect(code).toBe(0);
  });

  it('brings search back when all else is gone', async () => {
    const query = () =>
      run('search', 'construcción', '--json').then(({ json }) => ({ ...json[0], tookMs: 0 }));
    const before = await query();
    for (const part of ['index', 'work', 'batches'])
      await rm(path.join(box.path, 'archivo', part), { recursive: true, force: true });
    expect((await run('resume')).code).toBe(0);
    expect((await run('reindex')).code).toBe(0);
    expect(await query()).toEqual(before);
  });

  it('makes an index of another version anew, with the word that the refusal names', async () => {
    const query = () => run('search', 'construcción', '--json');
    const before = (await query()).json[0]!['total'];
    const file = new DatabaseSync(path.join(box.path, 'archivo', 'index', 'foja.sqlite'));
    file.exec('PRAGMA user_version = 99');
    file.close();
    const refused = await query();
    expect(refused.code).toBe(5);
    expect(refused.stderr).toContain('foja reindex');
    expect((await run('reindex')).code).toBe(0);
    expect((await query()).json[0]!['total']).toBe(before);
  });

  it('sees a byte that changed', async () => {
    const { json } = await run('list', '--json', '--status', 'processed');
    expect(json).toHaveLength(3);
    const file = path.join(box.path, 'archivo', 'archive');
    const [stored] = await findFiles(file, 'access.pdf');
    const bytes = await readFile(stored!);
    bytes[1000]! ^= 1;
    await writeFile(stored!, bytes);
    const verified = await run('verify', '--json');
    expect(verified.code).toBe(12);
    expect((verified.json[0] as { changed: unknown[] }).changed).toHaveLength(1);
    bytes[1000]! ^= 1;
    await writeFile(stored!, bytes);
  });
});

interface Hit {
  documentId: string;
  page: number;
  snippet: string;
  boxes: { x: number; y: number }[];
  record: Record<string, string | null>;
}

interface Shown {
  source: { bytes: number }[];
  pages: { width: number; height: number; engine: string }[];
  fields: Record<string, { value: unknown; evidence: unknown[] }>;
  versions: unknown[];
}

async function show(id: string): Promise<Shown> {
  return (await run('show', id, '--json')).json[0] as unknown as Shown;
}

async function findFiles(folder: string, name: string): Promise<string[]> {
  const { glob } = await import('node:fs/promises');
  return Array.fromAsync(glob(`**/${name}`, { cwd: folder }), (it) => path.join(folder, it));
}
