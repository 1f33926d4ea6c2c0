import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import PQueue from 'p-queue';
import { type DamageName, damage, encode, renderPage, targetsOf } from '../../fixtures/generator/index.ts';
import { PAGE_SECONDS } from '../../src/config.ts';
import type { ReadPage } from '../../src/model/document.ts';
import type { DeliveredFile, PageReader } from '../../src/ports/page-reader.ts';
import { openPool } from '../../workers/pool.ts';
import { counting } from '../progress.ts';
import { typeOf } from '../specimen.ts';
import type { TrueDocument } from './truth.ts';

/** A document and what shall happen to its paper. */
export interface ScanRequest {
  readonly document: TrueDocument;
  readonly damage: DamageName;
}

/** Where readings are kept, and what reads. */
export interface ReadingOptions {
  readonly folder: string;
  readonly jobs: number;
  readonly ocr: string;
}

const DPI = 300;
const QUALITY = 75;

/** Draws, spoils and reads documents with foja's own page readers. What the folder holds already is not read again. */
export const readScans = (
  requests: readonly ScanRequest[],
  options: ReadingOptions,
): Promise<{ readonly request: ScanRequest; readonly pages: readonly ReadPage[] }[]> =>
  withReader(requests, options, async (request, pool) => {
    const pages: ReadPage[] = [];
    for (const index of request.document.pages.keys()) {
      const name = `${request.damage}-${request.document.id.replaceAll(' ', '-')}-${index}`;
      const base = path.join(options.folder, name);
      pages.push(
        await kept(base, async () => {
          const file = await drawn(request, index, base);
          return pool.read({ file, number: index + 1, source: { file: 0, page: 0 } });
        }),
      );
    }
    return { request, pages };
  });

/** Reads files as they are, page by page. */
export const readFiles = (files: readonly string[], options: ReadingOptions): Promise<ReadPage[][]> =>
  withReader(files, options, (file, pool) =>
    kept(path.join(options.folder, path.basename(file)), async () => {
      const delivered = { path: file, name: path.basename(file), type: await typeOf(file) };
      const pages: ReadPage[] = [];
      const count = await pool.count(delivered);
      for (let page = 0; page < count; page++)
        pages.push(await pool.read({ file: delivered, number: page + 1, source: { file: 0, page } }));
      return pages;
    }),
  );

async function withReader<T, R>(
  items: readonly T[],
  { folder, jobs, ocr }: ReadingOptions,
  work: (item: T, pool: PageReader) => Promise<R>,
): Promise<R[]> {
  await mkdir(folder, { recursive: true });
  const pool = openPool({
    threads: jobs,
    ocr,
    languages: ['spa'],
    recipe: 'bench',
    pageSeconds: PAGE_SECONDS,
  });
  const queue = new PQueue({ concurrency: jobs });
  const tick = counting(`reading for fields into ${folder}`, items.length);
  try {
    return await Promise.all(
      items.map((item) =>
        queue.add(async () => {
          const done = await work(item, pool);
          tick();
          return done;
        }),
      ),
    );
  } finally {
    await pool.close();
  }
}

/** A reading of an earlier run, or a new one that is kept. */
async function kept<R>(base: string, read: () => Promise<R>): Promise<R> {
  const known = await readFile(`${base}.json`, 'utf8').catch(() => null);
  if (known !== null) return JSON.parse(known);
  const fresh = await read();
  await whole(`${base}.json`, JSON.stringify(fresh));
  return fresh;
}

async function drawn(
  { document, damage: name }: ScanRequest,
  index: number,
  base: string,
): Promise<DeliveredFile> {
  const page = document.pages[index]!;
  const k = DPI / page.dpi;
  const targets = targetsOf(page).map(({ x, y, width, height }) => ({
    x: x * k,
    y: y * k,
    width: width * k,
    height: height * k,
  }));
  const bilevel = name === 'photocopy' || name === 'fax';
  const [format, type] = bilevel ? (['tiff', 'image/tiff'] as const) : (['jpeg', 'image/jpeg'] as const);
  const file = `${base}.${format}`;
  if (!existsSync(file)) {
    const clean = await renderPage(page, { dpi: DPI });
    const { raster } = await damage(name, clean, `fields-${document.id}-${index}`, { targets });
    await whole(file, await encode(raster, format, { quality: QUALITY }));
  }
  return { path: file, name: path.basename(file), type };
}

// An interrupted run must leave nothing that the next one takes for a page.
async function whole(file: string, content: string | Uint8Array): Promise<void> {
  await writeFile(`${file}.part`, content);
  await rename(`${file}.part`, file);
}
