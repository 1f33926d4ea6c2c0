import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type Archive, openFile } from '../archive/archive.ts';
import { type OpenScan, openScan } from '../flow/steps/open.ts';
import { cropUpright } from '../imaging/draw/crop.ts';
import type { Box, DocumentRecord, Evidence, PageRecord } from '../model/document.ts';
import { AccessError, InputError } from '../model/errors.ts';
import type { Doubt } from './doubts.ts';

/**
 * Writes what the scan shows of each doubtful field to `folder/ID/FIELD.png`, upright; returns the paths by field. A field
 * without evidence has none, and so has one whose page cannot be opened any more. One page is held at a time.
 */
export async function writeCrops(
  archive: Archive,
  record: DocumentRecord,
  doubts: readonly Doubt[],
  folder: string,
): Promise<Map<string, string>> {
  const written = new Map<string, string>();
  for (const page of record.pages) {
    const here = doubts.filter(({ evidence }) => evidence[0]?.page === page.number);
    if (here.length === 0) continue;
    const stored = record.source[page.source.file]!;
    await using local = await openFile(archive, record.id, stored.stored);
    for (const [field, png] of await cropsOf(local.path, stored.type, page, here)) {
      const file = path.join(folder, record.id, `${field}.png`);
      await write(file, png);
      written.set(field, file);
    }
  }
  return written;
}

async function cropsOf(
  file: string,
  type: string | null,
  page: PageRecord,
  doubts: readonly Doubt[],
): Promise<[field: string, png: Buffer][]> {
  const crops: [string, Buffer][] = [];
  try {
    await using scan: OpenScan = await openScan(file, type);
    const { pixels, stretch } = await scan.page(page.source.page);
    const lie = { rotation: page.rotation, mirrored: page.flags.includes('mirrored'), stretch };
    for (const { field, evidence } of doubts)
      crops.push([field, await cropUpright(pixels, aroundPage(evidence), lie)]);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
  }
  return crops;
}

// A line is read in its surroundings: as much paper as half a line around it.
const MARGIN = 0.5;

/** Around all evidence on the page of the first. */
function aroundPage(evidence: readonly Evidence[]): Box {
  const boxes = evidence.filter(({ page }) => page === evidence[0]!.page).map(({ box }) => box);
  const line = Math.min(...boxes.map(({ width, height }) => Math.min(width, height)));
  const margin = Math.max(8, line * MARGIN);
  const x = Math.min(...boxes.map((box) => box.x)) - margin;
  const y = Math.min(...boxes.map((box) => box.y)) - margin;
  const right = Math.max(...boxes.map((box) => box.x + box.width)) + margin;
  const bottom = Math.max(...boxes.map((box) => box.y + box.height)) + margin;
  return { x, y, width: right - x, height: bottom - y };
}

async function write(file: string, bytes: Buffer): Promise<void> {
  try {
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, bytes);
  } catch (cause) {
    throw new AccessError(
      'cannot-write',
      `Cannot write ${file}: check the folder, its permissions and free space.`,
      { about: file, cause },
    );
  }
}
