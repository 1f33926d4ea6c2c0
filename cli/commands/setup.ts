import { type Command, InvalidArgumentError, Option } from 'commander';
import { readConfig } from '../../src/config.ts';
import { type Retention, type S3Report, setUp } from '../../src/wiring/object-stores.ts';
import { COMMANDS } from '../../src/words/es/commands.ts';
import { SETUP } from '../../src/words/es/messages.ts';
import { print, printJson } from '../output.ts';
import { type CommonOptions, command } from '../session.ts';

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
    .action(async (flags: SetupFlags) => {
      const { archive } = readConfig(flags);
      const report = await setUp(
        archive,
        flags.retain ? { retention: { ...flags.retain, mode: flags.mode } } : {},
      );
      if (flags.json) printJson(report);
      else for (const line of describe(report)) print(line);
      if (!report.fit) process.exitCode = 3;
    });
}

function describe(report: S3Report): string[] {
  const { fitness, lifecycle } = report;
  const lines: (readonly [ok: boolean, text: string])[] = [
    [true, SETUP.bucket(`s3://${report.bucket}/${report.prefix}`, report.created, report.server)],
    [fitness.checksums, SETUP.checksums(fitness.checksums)],
    [
      fitness.createsOnce && fitness.createsLargeOnce,
      SETUP.creates(fitness.createsOnce, fitness.createsLargeOnce),
    ],
    [fitness.replacesOnce, SETUP.replaces(fitness.replacesOnce)],
    [report.versioning, SETUP.versioning(report.versioning)],
    [report.worm, SETUP.worm(report.lock, report.worm)],
    [lifecycle.workDays !== null, SETUP.work(lifecycle.workDays)],
    [lifecycle.uploadDays !== null, SETUP.uploads(lifecycle.uploadDays)],
  ];
  return [
    ...lines.map(([ok, text]) => `${ok ? W.yes : W.no}  ${text}`),
    ...Object.entries(report.refused).map(([what, said]) => SETUP.refused(what, said)),
    report.fit ? SETUP.fit : SETUP.unfit,
  ];
}

function parseRetention(value: string): Omit<Retention, 'mode'> {
  const [, count, unit] = /^([1-9]\d{0,4})([dy])$/.exec(value) ?? [];
  if (count === undefined) throw new InvalidArgumentError(W.notATerm);
  return { count: Number(count), unit: unit === 'y' ? 'years' : 'days' };
}
