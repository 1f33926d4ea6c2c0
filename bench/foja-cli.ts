import path from 'node:path';
import { run } from './run.ts';

/** The program that `foja` is. */
export const MAIN = path.join(import.meta.dirname, '../cli/main.ts');

/** What `foja ingest --json` says of a document. */
export interface IngestedDocument {
  readonly status: string;
  readonly pages: number;
}

/** Everything embedded and fresh, whatever the caller's own archive is; what else is wanted comes on top. */
export const environment = (variables: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv => ({
  FOJA_USER: 'bench',
  FOJA_INDEX: undefined,
  FOJA_QUEUE: undefined,
  FOJA_OCR: undefined,
  NO_COLOR: '1',
  ...variables,
});

/** Runs the real command in a process of its own. stdout, as JSON lines. */
async function foja(
  args: readonly string[],
  variables?: NodeJS.ProcessEnv,
): Promise<Record<string, unknown>[]> {
  const { stdout } = await run(process.execPath, [MAIN, ...args, '--json'], { env: environment(variables) });
  return stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}

/** Ingests into an archive, in this process alone. Rejects unless every document was processed. */
export const ingest = (
  archive: string,
  scans: string,
  jobs: number,
  ...flags: string[]
): Promise<IngestedDocument[]> => ingestVia({}, archive, scans, '-j', String(jobs), ...flags);

/** Ingests where the variables lead: workers may be reading, and the store may be elsewhere. */
export async function ingestVia(
  variables: NodeJS.ProcessEnv,
  archive: string,
  scans: string,
  ...flags: string[]
): Promise<IngestedDocument[]> {
  const events = await foja(['ingest', scans, '--archive', archive, ...flags], variables);
  const documents = events.filter(({ event }) => event === 'document') as unknown as IngestedDocument[];
  const bad = documents.filter(({ status }) => status !== 'processed');
  if (documents.length === 0 || bad.length > 0)
    throw new Error(`foja ingest ${scans} did not process everything: ${JSON.stringify(bad)}`);
  return documents;
}

/** Makes an archive without documents. */
export async function makeArchive(
  archive: string,
  emptyFolder: string,
  variables?: NodeJS.ProcessEnv,
): Promise<void> {
  await foja(['ingest', emptyFolder, '--archive', archive], variables);
}

/** Searches, and says on how many pages it found something. */
export async function search(archive: string, query: string): Promise<number> {
  const [answer] = await foja(['search', query, '--archive', archive]);
  return Number(answer?.['total'] ?? 0);
}
