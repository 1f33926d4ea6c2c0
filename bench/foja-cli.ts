import path from 'node:path';
import { run } from './run.ts';

const MAIN = path.join(import.meta.dirname, '../cli/main.ts');

/** What `foja ingest --json` says of a document. */
export interface IngestedDocument {
  readonly status: string;
  readonly pages: number;
}

/** Runs the real command in a process of its own. stdout, as JSON lines. */
async function foja(...args: string[]): Promise<Record<string, unknown>[]> {
  const { stdout } = await run(process.execPath, [MAIN, ...args, '--json'], {
    // Everything embedded and fresh, whatever the caller's own archive is.
    env: {
      FOJA_USER: 'bench',
      FOJA_INDEX: undefined,
      FOJA_QUEUE: undefined,
      FOJA_OCR: undefined,
      NO_COLOR: '1',
    },
  });
  return stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}

/** Ingests into an archive. Rejects unless every document was processed. */
export async function ingest(
  archive: string,
  scans: string,
  jobs: number,
  ...flags: string[]
): Promise<IngestedDocument[]> {
  const events = await foja('ingest', scans, '--archive', archive, '-j', String(jobs), ...flags);
  const documents = events.filter(({ event }) => event === 'document') as unknown as IngestedDocument[];
  const bad = documents.filter(({ status }) => status !== 'processed');
  if (documents.length === 0 || bad.length > 0)
    throw new Error(`foja ingest ${scans} did not process everything: ${JSON.stringify(bad)}`);
  return documents;
}

/** Searches, and says on how many pages it found something. */
export async function search(archive: string, query: string): Promise<number> {
  const [answer] = await foja('search', query, '--archive', archive);
  return Number(answer?.['total'] ?? 0);
}
