import { type Command, InvalidArgumentError, Option } from 'commander';
import { readConfig } from '../../src/config.ts';
import type { Retention } from '../../src/ports/store-setup.ts';
import { setUpArchive } from '../../src/services/setup.ts';
import { setUpOf } from '../../src/wiring/object-stores.ts';
import { COMMANDS } from '../../src/words/es/commands.ts';
import { setUpLines } from '../../src/words/es/setup.ts';
import { print, printJson } from '../output.ts';
import { type CommonOptions, command, interruptible } from '../session.ts';

const W = COMMANDS.setup;

interface SetupFlags extends CommonOptions {
  readonly retain?: Omit<Retention, 'mode'>;
  readonly mode: Retention['mode'];
}

/** `foja setup`: makes a bucket ready and says what its server really offers. Exit 3 when no archive may be written there. */
export function setupCommand(): Command {
  return command('setup', W.about)
    .addOption(new Option(...W.retain).argParser(parseRetention))
    .addOption(new Option(...W.mode).choices(['governance', 'compliance']).default('governance'))
    .action(({ retain, mode, json, ...flags }: SetupFlags) =>
      interruptible(async (signal) => {
        const { archive, user } = readConfig(flags);
        const input = { archive, retention: retain ? { ...retain, mode } : null };
        const report = await setUpArchive(setUpOf(archive), { name: user }, input, signal);
        if (json) printJson(report);
        else for (const line of setUpLines(report)) print(line);
        if (!report.fit) process.exitCode = 3;
      }),
    );
}

function parseRetention(value: string): Omit<Retention, 'mode'> {
  const [, count, unit] = /^([1-9]\d{0,4})([dy])$/.exec(value) ?? [];
  if (count === undefined) throw new InvalidArgumentError(W.notATerm);
  return { count: Number(count), unit: unit === 'y' ? 'years' : 'days' };
}
