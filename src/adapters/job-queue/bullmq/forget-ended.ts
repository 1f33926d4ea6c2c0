import type { Connected } from './connect.ts';

/** Removes those of these jobs that have ended: Redis keeps them for a while, and an id is there once. */
export async function forgetEnded(
  { redis, queue, key }: Pick<Connected, 'redis' | 'queue' | 'key'>,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return;
  const ended = await Promise.all([
    redis.zmscore(key('completed'), ...ids),
    redis.zmscore(key('failed'), ...ids),
  ]);
  for (const [i, id] of ids.entries()) if (ended.some((scores) => scores[i] != null)) await queue.remove(id);
}
