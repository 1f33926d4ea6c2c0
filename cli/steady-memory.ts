import { environmentWith } from '../src/config.ts';

/** Commands that read pages. A search need not wait for a second start. */
const READING = new Set(['ingest', 'resume', 'worker']);

/**
 * What glibc (mallopt(3)) is told: buffers of a page get memory of their own, which goes back to the system when they are done. By
 * default its limit follows the largest buffer so far, pages then share arenas with what outlives them, and those never
 * shrink: over 33 pages two engines came to 1,180 MB and rose, with these to 640 MB from the 15th second on, at the same speed.
 */
const ALLOCATOR = { MALLOC_MMAP_THRESHOLD_: '1048576', MALLOC_TRIM_THRESHOLD_: '16777216' };

/**
 * Begins anew, as the same process with the same arguments, where pages will be read: only at its start can the C library be told. Does
 * nothing where it has been told, or where there is none of this kind.
 */
export function withSteadyMemory(command: string | undefined): void {
  if (process.platform !== 'linux' || command === undefined || !READING.has(command)) return;
  const environment = environmentWith({});
  if (Object.keys(ALLOCATOR).some((name) => environment[name] !== undefined)) return;
  const again = [process.execPath, ...process.execArgv, ...process.argv.slice(1)];
  process.execve?.(process.execPath, again, environmentWith(ALLOCATOR) as Record<string, string>);
}
