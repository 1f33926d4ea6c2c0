import { setTimeout as sleep } from 'node:timers/promises';
import type { EnqueuedTask, Task, TasksResults } from 'meilisearch';
import type { Connection } from './connection.ts';
import { failureOf } from './errors.ts';

// The server commits in batches: asking at first often, then seldom.
const FIRST_LOOK_MS = 5;
const LONGEST_WAIT_MS = 250;

/** Waits until the server has done a task; what it failed of is thrown, unless it is one of `harmless`. */
export async function finished(
  connection: Connection,
  uid: number,
  signal?: AbortSignal,
  harmless: readonly string[] = [],
): Promise<void> {
  for (let wait = FIRST_LOOK_MS; ; wait = Math.min(wait * 2, LONGEST_WAIT_MS)) {
    const { status, error } = await connection.ask<Task>('get', `tasks/${uid}`, undefined, signal);
    if (status === 'succeeded') return;
    if (status === 'failed' || status === 'canceled') {
      if (error !== null && harmless.includes(error.code)) return;
      throw failureOf(connection.host, error?.code ?? '', error?.message ?? `task ${uid} was canceled`);
    }
    await sleep(wait, undefined, signal && { signal });
  }
}

/** Queues a change and waits until it is done. */
export async function done(
  connection: Connection,
  task: Promise<EnqueuedTask>,
  signal?: AbortSignal,
  harmless?: readonly string[],
): Promise<number> {
  const { taskUid } = await task;
  await finished(connection, taskUid, signal, harmless);
  return taskUid;
}

/** Waits for whatever anybody has queued for these indexes. Tasks are done in the order in which they were queued. */
export async function allFinished(
  connection: Connection,
  uids: readonly string[],
  signal?: AbortSignal,
): Promise<void> {
  const waiting = `tasks?indexUids=${uids.join(',')}&statuses=enqueued,processing&limit=1`;
  const { results } = await connection.ask<TasksResults>('get', waiting, undefined, signal);
  // The failures of others are theirs to tell.
  if (results[0] !== undefined) await finished(connection, results[0].uid, signal).catch(passOver);
}

function passOver(error: unknown): void {
  if (!(error instanceof Error) || error.name !== 'AccessError') throw error;
}
