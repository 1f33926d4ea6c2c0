// An S3 of the bench's own: a real server, whose work is told apart from foja's.
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { setUpS3 } from '../../src/adapters/object-store/s3/setup/setup.ts';
import { awsVariables, MINIO, startMinio } from '../../test/support/servers/s3.ts';
import { cpuSecondsOf } from '../measure/process-tree.ts';

/** Whether there is a server to measure with. */
export const hasS3 = MINIO !== null;

/** An empty archive's place on it. */
export interface S3Place extends AsyncDisposable {
  readonly archive: string;
  /** What leads foja there. */
  readonly variables: NodeJS.ProcessEnv;
  readonly pid: number;
  /** What the server itself has used since the place was made ready. */
  cpuSeconds(): number | null;
  /** Requests since then, by S3's names for them. */
  requests(): Promise<Record<string, number>>;
}

/** Starts the server, with its bucket tried out: what happens once in the life of an archive is not measured. */
export async function s3Place(scratch: string): Promise<S3Place> {
  const server = await startMinio();
  const archive = 's3://bench/archive';
  const variables = awsVariables(server.url);
  Object.assign(process.env, variables);
  await setUpS3(archive);
  const requestsBefore = await requestsTo(server.url);
  const cpuBefore = cpuSecondsOf(server.pid) ?? 0;
  return {
    archive,
    variables: { ...variables, FOJA_INDEX: `sqlite:${path.join(scratch, 'index.sqlite')}` },
    pid: server.pid,
    cpuSeconds() {
      const now = cpuSecondsOf(server.pid);
      return now === null ? null : now - cpuBefore;
    },
    async requests() {
      const now = await requestsTo(server.url);
      const since = Object.entries(now).map(
        ([name, count]) => [name, count - (requestsBefore[name] ?? 0)] as const,
      );
      return Object.fromEntries(since.filter(([, count]) => count > 0));
    },
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}

// It counts anew every ten seconds.
const COUNTED_AFTER_MS = 12_000;

async function requestsTo(url: string): Promise<Record<string, number>> {
  await sleep(COUNTED_AFTER_MS);
  const text = await (await fetch(`${url}/minio/v2/metrics/cluster`)).text();
  const counts: Record<string, number> = {};
  for (const [, name, count] of text.matchAll(/^minio_s3_requests_total\{api="(\w+)".*\} (\d+)$/gm))
    counts[name!] = (counts[name!] ?? 0) + Number(count);
  return counts;
}
