import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Rotation } from '../src/model/document.ts';
import { Refusal } from './refusal.ts';
import { type Specimen, typeOf } from './specimen.ts';

// A line of index.jsonl. Paths are below the corpus; fields of records follow with their own bench.
interface Entry {
  readonly set: string;
  readonly id: string;
  readonly image: string;
  readonly gt: string;
  readonly lang: string;
  readonly rotate_cw: Rotation;
}

/** The real pages of a corpus: `index.jsonl` and what it names. A Refusal when it cannot be read. */
export async function corpusPages(folder: string): Promise<Specimen[]> {
  try {
    const index = await readFile(path.join(folder, 'index.jsonl'), 'utf8');
    const entries = index.split('\n').filter(Boolean);
    return await Promise.all(entries.map((line) => specimenOf(folder, JSON.parse(line) as Entry)));
  } catch (cause) {
    throw new Refusal(
      `The corpus in ${folder} cannot be read (${(cause as Error).message}): give a folder with an index.jsonl.`,
      5,
      { cause },
    );
  }
}

async function specimenOf(folder: string, entry: Entry): Promise<Specimen> {
  const file = path.join(folder, entry.image);
  return {
    set: entry.set,
    id: entry.id,
    path: file,
    type: await typeOf(file),
    languages: entry.lang.split('+'),
    truth: await readFile(path.join(folder, entry.gt), 'utf8'),
    rotation: entry.rotate_cw,
    skew: null,
    dpi: null,
  };
}
