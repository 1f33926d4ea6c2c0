// Draws one synthetic page. Runs in threads of its own: drawing costs seconds a page.
import { readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import {
  DAMAGES,
  type DamageName,
  DOCUMENT_KINDS,
  damage,
  encode,
  makeDocument,
  renderPage,
  targetsOf,
} from '../fixtures/generator/index.ts';
import type { Specimen } from './specimen.ts';

/** Which page: the same request always gives the same one. */
export interface PageRequest {
  readonly folder: string;
  readonly damage: DamageName;
  /** Counts pages of this damage; kinds of document take turns. */
  readonly index: number;
  readonly seed: number;
}

// Office scanners: 300 dpi, and libjpeg's own default quality.
const DPI = 300;
const QUALITY = 75;

/** The page as a scan file with its truth, made unless the folder has it already. */
export default async function makePage(request: PageRequest): Promise<Specimen> {
  const { folder, damage: name, index, seed } = request;
  const base = path.join(folder, `${name}-${seed}-${index}`);
  const known = await readFile(`${base}.json`, 'utf8').catch(() => null);
  if (known !== null) return JSON.parse(known);

  // Each damage begins with another kind, so that few pages still show several.
  const kind = DOCUMENT_KINDS[(DAMAGES.indexOf(name) + index) % DOCUMENT_KINDS.length]!;
  const document = makeDocument(kind, seed * 1000 + index);
  const page = document.pages[index % document.pages.length]!;
  const clean = await renderPage(page, { dpi: DPI });
  const k = DPI / page.dpi;
  const targets = targetsOf(page).map(({ x, y, width, height }) => ({
    x: x * k,
    y: y * k,
    width: width * k,
    height: height * k,
  }));
  const { raster, rotation, skew } = await damage(name, clean, `bench-${seed}-${index}`, { targets });
  const [format, type] = raster.bilevel
    ? (['tiff', 'image/tiff'] as const)
    : (['jpeg', 'image/jpeg'] as const);
  const specimen: Specimen = {
    set: name,
    id: `${name} ${index}: ${kind} ${document.year}`,
    path: `${base}.${format}`,
    type,
    languages: ['spa'],
    truth: page.text,
    rotation,
    skew: name === 'curved' ? null : skew,
    dpi: { x: raster.dpi, y: raster.dpiY ?? raster.dpi },
  };
  await writeWhole(specimen.path, await encode(raster, format, { quality: QUALITY }));
  await writeWhole(`${base}.json`, JSON.stringify(specimen));
  return specimen;
}

// An interrupted run must leave nothing that the next one takes for a page.
async function writeWhole(file: string, content: string | Uint8Array): Promise<void> {
  await writeFile(`${file}.part`, content);
  await rename(`${file}.part`, file);
}
