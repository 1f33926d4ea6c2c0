// Opens what a command needs and closes it whatever happens; turns Ctrl-C into an abort.
import { availableParallelism } from 'node:os';
import { Command, InvalidArgumentError, Option } from 'commander';
import { type Config, isPageSeconds, readConfig } from '../src/config.ts';
import type { Actor } from '../src/model/actor.ts';
import { openWorkspace } from '../src/wiring/open.ts';
import { COMMANDS } from '../src/words/es/commands.ts';
import { M } from '../src/words/es/messages.ts';
import type { Workspace } from '../src/workspace.ts';
import { say } from './output.ts';

const W = COMMANDS.shared;

/** Options that every command has. */
export interface CommonOptions {
  readonly archive?: string;
  readonly json?: boolean;
}

/** A command with the options that all share. */
export function command(name: string, description: string): Command {
  return new Command(name)
    .description(description)
    .addOption(new Option(...W.archive))
    .addOption(new Option(...W.json));
}

/** Options of the commands that read pages. */
export interface ReadingOptions {
  readonly ocr?: string;
  readonly pageTimeout?: number;
  readonly language: string[];
  readonly jobs: number;
}

/** Adds them. */
export function readingOptions(to: Command): Command {
  return to
    .option(...W.language, languages, ['spa'])
    .addOption(new Option(...W.ocr))
    .option(...W.jobs, positive, availableParallelism())
    .addOption(new Option(...W.pageTimeout).argParser(seconds));
}

/** Runs `work` on the archive that the options name; with `create`, one that does not exist yet is made. */
export async function withArchive<T>(
  options: CommonOptions & Pick<ReadingOptions, 'ocr' | 'pageTimeout'>,
  work: (workspace: Workspace, actor: Actor, config: Config) => Promise<T>,
  { create = false, rebuildIndex = false } = {},
): Promise<T> {
  const config = readConfig(options);
  const workspace = await openWorkspace(config, { create, rebuildIndex });
  try {
    return await work(workspace, { name: config.user }, config);
  } finally {
    await workspace.index.close();
    await workspace.store.close();
  }
}

const EXIT_ON: Partial<Record<NodeJS.Signals, number>> = { SIGINT: 130, SIGTERM: 143 };

/** Runs `work` with a signal that aborts on Ctrl-C or SIGTERM; a second one ends the process at once. */
export async function interruptible<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T | undefined> {
  const controller = new AbortController();
  let stoppedBy: NodeJS.Signals | undefined;
  const stop = (by: NodeJS.Signals) => {
    if (stoppedBy) process.exit(EXIT_ON[by]);
    stoppedBy = by;
    controller.abort();
  };
  process.on('SIGINT', stop).on('SIGTERM', stop);
  try {
    return await work(controller.signal);
  } catch (error) {
    if (!stoppedBy) throw error;
    say(M.interrupted);
    process.exitCode = EXIT_ON[stoppedBy] ?? 130;
    return undefined;
  } finally {
    process.off('SIGINT', stop).off('SIGTERM', stop);
  }
}

function languages(value: string): string[] {
  const codes = value.split('+').filter(Boolean);
  if (codes.length === 0 || codes.some((code) => !/^[a-z_]{3,12}$/i.test(code))) {
    throw new InvalidArgumentError(W.notALanguage);
  }
  return codes;
}

/** A count given to an option. */
export function whole(value: string): number {
  const n = Number(value);
  if (!Number.isInteger(n) || n < 0 || n > 10_000) throw new InvalidArgumentError(W.notACount);
  return n;
}

/** A number of pages at a time. */
export function positive(value: string): number {
  const n = Number(value);
  if (!Number.isInteger(n) || n < 1 || n > 256) throw new InvalidArgumentError(W.notPages);
  return n;
}

function seconds(value: string): number {
  if (isPageSeconds(Number(value))) return Number(value);
  throw new InvalidArgumentError(W.notSeconds);
}

/** A port to listen on. */
export function portNumber(value: string): number {
  const n = Number(value);
  if (!Number.isInteger(n) || n < 0 || n > 65_535) throw new InvalidArgumentError(W.notAPort);
  return n;
}
