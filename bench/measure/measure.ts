import { childrenMemory, endedChildrenCpuSeconds } from './process-tree.ts';

const SAMPLE_EVERY_MS = 100;

/** What a piece of work cost, counted over all programs that it started. Null where the system does not say. */
export interface Usage {
  readonly seconds: number;
  readonly cpuSeconds: number | null;
  readonly peakBytes: number | null;
  /** Memory as it went, every tenth of a second. */
  readonly bytesOverTime: readonly number[];
}

/**
 * Does the work and counts what the programs it starts use. One at a time: it counts all children of this process but `except`,
 * a server that was there before and is there after.
 */
export async function measure<T>(
  work: () => Promise<T>,
  except?: number,
): Promise<{ readonly result: T; readonly usage: Usage }> {
  const bytesOverTime: number[] = [];
  let peak = 0;
  const sampler = setInterval(() => {
    const memory = childrenMemory(except);
    if (memory === null || memory.bytes === 0) return;
    bytesOverTime.push(memory.bytes);
    peak = Math.max(peak, memory.bytes, memory.largestEver);
  }, SAMPLE_EVERY_MS);
  const cpuBefore = endedChildrenCpuSeconds();
  const started = performance.now();
  try {
    const result = await work();
    const seconds = (performance.now() - started) / 1000;
    const cpuAfter = endedChildrenCpuSeconds();
    const cpuSeconds = cpuBefore === null || cpuAfter === null ? null : cpuAfter - cpuBefore;
    return { result, usage: { seconds, cpuSeconds, peakBytes: peak || null, bytesOverTime } };
  } finally {
    clearInterval(sampler);
  }
}
