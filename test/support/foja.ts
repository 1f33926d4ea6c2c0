// Runs the real command line, as a person would.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

const MAIN = path.resolve(import.meta.dirname, '../../cli/main.ts');

export interface Run {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
  /** stdout as JSON lines. */
  readonly json: readonly Record<string, unknown>[];
}

/** Starts `foja` with these arguments; `cwd` is where ./archivo lies. */
export function start(cwd: string, ...args: string[]): { child: ChildProcess; done: Promise<Run> } {
  const child = spawn(process.execPath, [MAIN, ...args], {
    cwd,
    env: { ...process.env, FOJA_USER: 'prueba', NO_COLOR: '1' },
  });
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
  const done = new Promise<Run>((resolve) => {
    child.on('close', (code, signal) => {
      const stdout = Buffer.concat(out).toString();
      resolve({
        code,
        signal,
        stdout,
        stderr: Buffer.concat(err).toString(),
        get json() {
          return stdout
            .split('\n')
            .filter(Boolean)
            .map((line) => JSON.parse(line));
        },
      });
    });
  });
  return { child, done };
}

/** Runs `foja` to its end. */
export const foja = (cwd: string, ...args: string[]): Promise<Run> => start(cwd, ...args).done;

/** An empty folder that is gone after the test. */
export async function temporaryFolder(): Promise<AsyncDisposable & { path: string }> {
  const folder = await mkdtemp(path.join(tmpdir(), 'foja-'));
  return { path: folder, [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }) };
}
