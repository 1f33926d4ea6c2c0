import { createHash } from 'node:crypto';
import { globSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { Piscina } from 'piscina';
import sharp from 'sharp';
import type { DamageName } from '../fixtures/generator/index.ts';
import type { PageRequest } from './make-page.ts';
import type { Specimen } from './specimen.ts';

const root = path.join(import.meta.dirname, '..');

/**
 * Pages of each kind of damage, drawn on `jobs` threads. They are kept below bench/out and drawn again when the
 * generator changes.
 */
export async function syntheticPages(
  kinds: readonly DamageName[],
  { pages, seed, jobs }: { readonly pages: number; readonly seed: number; readonly jobs: number },
): Promise<Specimen[]> {
  const folder = path.join(import.meta.dirname, 'out', `pages-${await generatorVersion()}`);
  await mkdir(folder, { recursive: true });
  const pool = new Piscina<PageRequest, Specimen>({
    filename: new URL('./make-page.ts', import.meta.url).href,
    maxThreads: jobs,
  });
  try {
    const requests = kinds.flatMap((damage) =>
      Array.from({ length: pages }, (_, index): PageRequest => ({ folder, damage, index, seed })),
    );
    return await Promise.all(requests.map((request) => pool.run(request)));
  } finally {
    await pool.destroy();
  }
}

// Everything that shapes a page: the generator, how it is called, and the library that draws.
async function generatorVersion(): Promise<string> {
  const hash = createHash('sha256').update(JSON.stringify(sharp.versions));
  const files = globSync('fixtures/generator/**/*.ts', { cwd: root }).sort();
  for (const file of [...files, 'bench/make-page.ts']) hash.update(await readFile(path.join(root, file)));
  return hash.digest('hex').slice(0, 12);
}
