import { execFile } from 'node:child_process';

/** What a program said. */
export interface Run {
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program to its end. Rejects with what it said last when it fails or is absent. */
export function run(
  program: string,
  args: readonly string[],
  options: { readonly cwd?: string; readonly env?: NodeJS.ProcessEnv } = {},
): Promise<Run> {
  const { promise, resolve, reject } = Promise.withResolvers<Run>();
  const env = { ...process.env, ...options.env };
  execFile(program, args, { ...options, env, maxBuffer: 2 ** 28 }, (cause, stdout, stderr) => {
    if (!cause) return resolve({ stdout, stderr });
    const said = (stderr || stdout).trim().split('\n').slice(-3).join(' ');
    reject(new Error(`${program} failed (${cause.code ?? cause.signal}): ${said}`, { cause }));
  });
  return promise;
}
