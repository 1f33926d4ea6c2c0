// Which engine reads, as a clerk chooses it; and what is said when it is not there.
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { foja, type Run, temporaryFolder } from '../support/foja.ts';
import { WITHOUT_TESSERACT } from '../support/native-tesseract.ts';

const LICENCIA = path.resolve(
  import.meta.dirname,
  '../../fixtures/scans/Licencias 2003/licencia SA-0123.tif',
);

let box: Awaited<ReturnType<typeof temporaryFolder>>;
const run = (...args: string[]): Promise<Run> => foja(box.path, ...args);

beforeAll(async () => {
  box = await temporaryFolder();
});
afterEach(() => vi.unstubAllEnvs());
afterAll(() => box[Symbol.asyncDispose]());

describe('foja ingest --ocr', () => {
  it('says which engines there are', async () => {
    const { code, stderr } = await run('ingest', LICENCIA, '--ocr', 'ocropus:');
    expect(code).toBe(1);
    expect(stderr).toContain('No existe ese lector de texto');
    expect(stderr).toContain('unknown-ocr-url');
  });

  it('receives nothing where the program is missing, and says what to install', async () => {
    vi.stubEnv('PATH', '/nowhere');
    vi.stubEnv('FOJA_OCR', 'tesseract:');
    for (const args of [['ingest', LICENCIA], ['resume']]) {
      const { code, stderr, stdout } = await run(...args);
      expect([code, stdout]).toEqual([3, '']);
      expect(stderr).toContain('Falta el programa tesseract');
      expect(stderr).toContain('apt-get install tesseract-ocr tesseract-ocr-spa');
    }
    expect((await run('list', '--json')).json).toEqual([]);
  });

  it('receives nothing where a model is missing', async () => {
    const { code, stderr } = await run('ingest', LICENCIA, '--ocr', 'tesseract-js:/nowhere');
    expect(code).toBe(3);
    expect(stderr).toContain('Falta el modelo de ese idioma');
    expect((await run('list', '--json')).json).toEqual([]);
  });

  it.skipIf(WITHOUT_TESSERACT)(
    'reads with the installed program, and the record says so',
    async () => {
      const ingested = await run('ingest', LICENCIA, '--ocr', 'tesseract:', '--json');
      expect(ingested.code).toBe(0);
      const { id } = ingested.json[0]!;
      const alto = await run('export', id as string, '--format', 'alto', '-o', '-');
      expect(alto.stdout).toMatch(/tesseract \d+\.\d+\S* spa [0-9a-f]{12}/);
      expect((await run('search', 'SA/0123/2003', '--json')).json[0]).toMatchObject({ total: 1 });
    },
    60_000,
  );
});
