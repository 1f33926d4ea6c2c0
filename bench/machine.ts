import { cpus, loadavg, totalmem } from 'node:os';
import packageJson from '../package.json' with { type: 'json' };
import { run } from './run.ts';

/** What the figures were measured on. A figure without it means nothing. */
export interface Machine {
  readonly foja: string;
  readonly commit: string | null;
  readonly node: string;
  readonly platform: string;
  readonly cpu: string;
  readonly cores: number;
  readonly memoryBytes: number;
  /** Mean number of running tasks in the minute before the run. */
  readonly loadBefore: number;
}

/** Looks at the machine before anything is measured. */
export async function describeMachine(): Promise<Machine> {
  const described = await run('git', ['describe', '--always', '--dirty'], {
    cwd: import.meta.dirname,
  }).catch(() => null);
  return {
    foja: packageJson.version,
    commit: described?.stdout.trim() ?? null,
    node: process.version,
    platform: `${process.platform} ${process.arch}`,
    cpu: cpus()[0]?.model ?? 'unknown',
    cores: cpus().length,
    memoryBytes: totalmem(),
    loadBefore: loadavg()[0] ?? 0,
  };
}

/** Others were at work: figures of time are not to be published. A quiet desktop stays below a quarter of a core. */
export const isBusy = (machine: Machine): boolean => machine.loadBefore > 0.25;
