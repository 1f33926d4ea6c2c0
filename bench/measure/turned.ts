import { access, rename, writeFile } from 'node:fs/promises';
import sharp from 'sharp';
import type { Rotation } from '../../src/model/document.ts';
import type { Specimen } from '../specimen.ts';

const TURNS = [0, 90, 180, 270] as const;
// The page has been through a JPEG before: the second must not add to the damage.
const QUALITY = 92;

/** `count` pages lying in all four directions in equal shares, taken evenly from the specimens. */
export async function turnedPages(specimens: readonly Specimen[], count: number): Promise<Specimen[]> {
  const sheets = Math.min(specimens.length, Math.ceil(count / TURNS.length));
  const taken = Array.from(
    { length: sheets },
    (_, i) => specimens[Math.floor((i * specimens.length) / sheets)]!,
  );
  const pages: Specimen[] = [];
  for (const specimen of taken) for (const turn of TURNS) pages.push(await turned(specimen, turn));
  return pages.slice(0, count);
}

async function turned(specimen: Specimen, turn: Rotation): Promise<Specimen> {
  if (turn === 0) return specimen;
  const { x, y } = specimen.dpi!;
  const dpi = turn === 180 ? { x, y } : { x: y, y: x };
  const path = `${specimen.path}.${turn}`;
  const made = await access(path).then(
    () => true,
    () => false,
  );
  if (!made) {
    await writeFile(`${path}.part`, await turnedBytes(specimen, turn, dpi));
    await rename(`${path}.part`, path);
  }
  const rotation = ((specimen.rotation - turn + 360) % 360) as Rotation;
  return { ...specimen, path, rotation, dpi, id: `${specimen.id} +${turn}°` };
}

function turnedBytes(specimen: Specimen, turn: Rotation, dpi: { x: number; y: number }): Promise<Buffer> {
  const image = sharp(specimen.path).rotate(turn);
  if (specimen.type === 'image/jpeg') return image.withDensity(dpi.x).jpeg({ quality: QUALITY }).toBuffer();
  const resolution = { xres: dpi.x / 25.4, yres: dpi.y / 25.4 };
  return image
    .toColourspace('b-w')
    .tiff({ compression: 'ccittfax4', bitdepth: 1, ...resolution })
    .toBuffer();
}
