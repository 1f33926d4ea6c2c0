// Real servers for tests: started on a free port of this machine, ended by their process id.
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { homedir, tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** Where `.ci/run` puts the servers that no package manager of the machine has. */
const CACHE = path.join(process.env['XDG_CACHE_HOME'] ?? path.join(homedir(), '.cache'), 'foja-ci', 'bin');

/** The program's path; null where it is not installed, which in CI is an error. */
export function findServer(name: string): string | null {
  const folders = [CACHE, ...(process.env['PATH'] ?? '').split(path.delimiter)];
  const found = folders.map((folder) => path.join(folder, name)).find(existsSync);
  if (found) return found;
  if (process.env['CI']) throw new Error(`${name} is not installed: .ci/run does that.`);
  console.warn(`skipped: ${name} is not installed (.ci/run shows how).`);
  return null;
}

export interface Server extends AsyncDisposable {
  readonly url: string;
  readonly port: number;
  readonly pid: number;
  /** The folder of its data; gone when the server is disposed of, not when it is stopped. */
  readonly folder: string;
  /** Ends it at once, as a power cut would. */
  kill(): Promise<void>;
  /** Starts it again on the same port and folder. */
  restart(): Promise<void>;
}

interface Launch {
  readonly program: string;
  args(at: { readonly port: number; readonly folder: string }): readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Below the URL; answers with a status below 500 when the server is ready. Or a look of its own, for what does not speak HTTP. */
  readonly readyAt: string | ((port: number) => Promise<boolean>);
}

/** Starts a server and waits until it answers. */
export async function startServer({ program, args, env, readyAt }: Launch): Promise<Server> {
  const folder = await mkdtemp(path.join(tmpdir(), 'foja-server-'));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const isReady = () =>
    typeof readyAt === 'string' ? answers(url + readyAt) : readyAt(port).catch(() => false);
  let child = await launch();

  async function launch(): Promise<ChildProcess> {
    const started = spawn(program, args({ port, folder }), {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    for (const stream of [started.stdout, started.stderr])
      stream.on('data', (piece: Buffer) => {
        said = (said + piece).slice(-4_000);
      });
    for (let tries = 0; tries < 300; tries++) {
      if (started.exitCode !== null) throw new Error(`${program} ended at once:\n${said}`);
      if (await isReady()) return started;
      await sleep(100);
    }
    started.kill('SIGKILL');
    throw new Error(`${program} did not answer within 30 s:\n${said}`);
  }

  async function kill(): Promise<void> {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await ended;
  }

  return {
    url,
    port,
    folder,
    get pid() {
      return child.pid!;
    },
    kill,
    async restart() {
      await kill();
      child = await launch();
    },
    async [Symbol.asyncDispose]() {
      await kill();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url)).status < 500;
  } catch {
    return false;
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}
