// What the kernel knows of this process's children. Linux only: elsewhere there is no figure.
import { readdirSync, readFileSync } from 'node:fs';

// Linux reports times to programs in hundredths on every architecture (USER_HZ).
const TICKS_PER_SECOND = 100;

/** CPU seconds of all children that have ended, and of theirs; null where the kernel does not say. */
export function endedChildrenCpuSeconds(): number | null {
  // cutime is field 16, cstime 17.
  return times('self', 16);
}

/** CPU seconds of a running process, without its children; null where the kernel does not say. */
export function cpuSecondsOf(pid: number): number | null {
  // utime is field 14, stime 15.
  return times(String(pid), 14);
}

function times(process: string, field: number): number | null {
  const stat = read(`/proc/${process}/stat`);
  if (stat === null) return null;
  // The name of the program, in brackets, may hold blanks; field 3 follows it.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[field - 3]) + Number(fields[field - 2])) / TICKS_PER_SECOND;
}

/** Memory of all running children and theirs: now, and the most that a single one has ever had. */
export interface TreeMemory {
  /** Sum of resident sets: pages shared by several processes count in each. */
  readonly bytes: number;
  readonly largestEver: number;
}

/** Null where the kernel does not say. A child in `except` is not counted. */
export function childrenMemory(except: number | undefined): TreeMemory | null {
  const children = childrenOf(process.pid);
  if (children === null) return null;
  let bytes = 0;
  let largestEver = 0;
  const queue = [...children];
  for (let pid = queue.pop(); pid !== undefined; pid = queue.pop()) {
    if (pid === except) continue;
    const status = read(`/proc/${pid}/status`) ?? '';
    bytes += kilobytes(status, 'VmRSS');
    largestEver = Math.max(largestEver, kilobytes(status, 'VmHWM'));
    queue.push(...(childrenOf(pid) ?? []));
  }
  return { bytes, largestEver };
}

const kilobytes = (status: string, name: string) =>
  1024 * Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1] ?? 0);

function childrenOf(pid: number): number[] | null {
  try {
    return readdirSync(`/proc/${pid}/task`).flatMap((task) =>
      (read(`/proc/${pid}/task/${task}/children`) ?? '').split(' ').filter(Boolean).map(Number),
    );
  } catch {
    return null;
  }
}

// A process may end between two looks.
function read(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
