// Folders of scans for tests of what surrounds the reading: little to read, much to store.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';

const DIGITAL = path.resolve(import.meta.dirname, '../../fixtures/scans/2006/Informática/oficio digital.pdf');

/** Writes so many documents that need no OCR, each of two pages, and a blank scan too large for one request. */
export async function writeDelivery(folder: string, documents: number): Promise<void> {
  await mkdir(folder, { recursive: true });
  const pdf = await readFile(DIGITAL);
  for (let i = 1; i < documents; i++)
    await writeFile(path.join(folder, `oficio ${i}.pdf`), Buffer.concat([pdf, Buffer.from(`%${i}\n`)]));
  const page = { width: 2550, height: 3900, channels: 1, background: 'white' } as const;
  await sharp({ create: { ...page, channels: 3 } })
    .toColourspace('b-w')
    .tiff({ compression: 'none', xres: 300 / 25.4, yres: 300 / 25.4 })
    .toFile(path.join(folder, 'plano.tif'));
}
