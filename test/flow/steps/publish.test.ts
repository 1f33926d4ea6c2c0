import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PDFDocument } from 'pdf-lib';
import sharp from 'sharp';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readAlto } from '../../../src/exchange/alto/alto.ts';
import { failedPage } from '../../../src/flow/steps/failed-page.ts';
import { publish } from '../../../src/flow/steps/publish.ts';
import type { DocumentRecord, ReadPage } from '../../../src/model/document.ts';
import { linesOf, readPage, wordBox } from '../../pdf/access-reading.ts';
import { copying } from '../../support/copying.ts';

const [width, height] = [300, 400];
const LINES = linesOf([
  [
    ['Licencia', wordBox(20, 30, 90)],
    ['de', wordBox(120, 30, 20)],
  ],
]);

async function delivered(numeroOficio: string | null) {
  const folder = await mkdtemp(path.join(tmpdir(), 'foja-publish-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const file = path.join(folder, 'uno.png');
  const noise = { type: 'gaussian', mean: 200, sigma: 30 } as const;
  await sharp({ create: { width, height, channels: 3, background: '#fff', noise } })
    .png()
    .toFile(file);
  const broken = path.join(folder, 'dos.jpg');
  await writeFile(broken, 'not a scan');
  const source = await Promise.all(
    [file, broken].map(async (name, index) => ({
      path: `CAJA 3/${path.basename(name)}`,
      sha256: `${index}`.repeat(64),
      bytes: (await stat(name)).size,
      type: index === 0 ? 'image/png' : 'image/jpeg',
      stored: `original/000${index + 1}`,
    })),
  );
  const fields = numeroOficio && {
    numeroOficio: { raw: numeroOficio },
    asunto: { value: 'Se autoriza\nobra' },
  };
  const record = {
    id: 'd1',
    receivedAt: '1999-05-04T03:02:01.000Z',
    source,
    fields,
    pages: [],
  } as unknown as DocumentRecord;
  const pages: ReadPage[] = [
    readPage({ width, height, lines: LINES, confidence: 0.9 }),
    failedPage(2, { file: 1, page: 0 }, { code: 'damaged', message: 'no scan' }),
  ];
  const scratch = path.join(folder, 'scratch');
  const files = source.map(({ path: name, type }, index) => ({ path: [file, broken][index]!, name, type }));
  return { record, pages, gathered: { files, scratch } };
}

describe('publish', () => {
  it('makes ALTO for every page and one access copy with a page for every face', async () => {
    const { record, pages, gathered } = await delivered(null);
    const { files: published } = await publish(copying, record, { ...gathered, pages });
    expect(published.map(({ to }) => to)).toEqual(['alto/0001.xml', 'alto/0002.xml', 'access.pdf']);
    const [first, second, access] = published.map(({ from }) => from.path);
    expect(readAlto(await readFile(first!, 'utf8'), pages[0]!).lines).toEqual(LINES);
    expect(readAlto(await readFile(second!, 'utf8'), pages[1]!).lines).toEqual([]);
    const pdf = await PDFDocument.load(await readFile(access!));
    expect(pdf.getPageCount()).toBe(2);
    expect(pdf.getTitle()).toBe('CAJA 3');
    expect(pdf.getCreationDate()?.toISOString()).toBe(record.receivedAt);
    expect((await readdir(gathered.scratch)).sort()).toEqual(['access-1.pdf', 'alto']);
  });

  it('names the copy by the number and subject of the document', async () => {
    const { record, pages, gathered } = await delivered('SA/0123/1987');
    const { files: published } = await publish(copying, record, { ...gathered, pages });
    const pdf = await PDFDocument.load(await readFile(published.at(-1)!.from.path));
    expect(pdf.getTitle()).toBe('SA/0123/1987 · Se autoriza obra');
  });

  it('is the same bytes every time', async () => {
    const { record, pages, gathered } = await delivered('SA/0123/1987');
    const once = async () => {
      const { files: published } = await publish(copying, record, { ...gathered, pages });
      return Promise.all(published.map(({ from }) => readFile(from.path)));
    };
    expect(await once()).toEqual(await once());
  });

  it('makes nothing of a document without pages', async () => {
    const { record, gathered } = await delivered(null);
    expect(await publish(copying, record, { ...gathered, pages: [] })).toEqual({ files: [], record });
  });
});
