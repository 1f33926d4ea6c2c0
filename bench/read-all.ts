import PQueue from 'p-queue';
import type { Reader, Reading } from './readers/reader.ts';
import type { Specimen } from './specimen.ts';

/** What became of a specimen: read, failed with a reason, or left out as the reader lacks what it needs. */
export type Outcome =
  | { readonly specimen: Specimen; readonly reading: Reading }
  | { readonly specimen: Specimen; readonly failed: string }
  | { readonly specimen: Specimen; readonly refused: string };

/** Reads all specimens, `jobs` at a time, one language after the other. A page that fails stops nothing. */
export async function readAll(
  reader: Reader,
  specimens: readonly Specimen[],
  jobs: number,
  onRead: () => void,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const group of Map.groupBy(specimens, ({ languages }) => languages.join('+')).values()) {
    const queue = new PQueue({ concurrency: jobs });
    const read = (specimen: Specimen) =>
      queue.add(async () => {
        const outcome = await readOne(reader, specimen);
        onRead();
        return outcome;
      });
    outcomes.push(...(await Promise.all(group.map(read))));
  }
  return outcomes;
}

async function readOne(reader: Reader, specimen: Specimen): Promise<Outcome> {
  const refused = await reader.refuses(specimen);
  if (refused !== null) return { specimen, refused };
  const started = performance.now();
  try {
    const reading = await reader.read(specimen);
    return { specimen, reading: { ...reading, seconds: (performance.now() - started) / 1000 } };
  } catch (error) {
    return { specimen, failed: (error as Error).message };
  }
}
