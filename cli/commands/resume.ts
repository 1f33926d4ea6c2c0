import type { Command } from 'commander';
import { startReading } from '../../src/reading.ts';
import { resume } from '../../src/resume.ts';
import { sourceName } from '../../src/stages/source-name.ts';
import { STATUS } from '../labels.ts';
import { M } from '../messages.ts';
import { print, printJson } from '../output.ts';
import { showProgress } from '../progress.ts';
import {
  type CommonOptions,
  command,
  interruptible,
  type ReadingOptions,
  readingOptions,
  withArchive,
} from '../session.ts';

/** `foja resume`: finishes what an interruption left. */
export function resumeCommand(): Command {
  return readingOptions(
    command('resume', 'termina los documentos recibidos que quedaron sin procesar'),
  ).action((flags: CommonOptions & ReadingOptions) =>
    interruptible((signal) =>
      withArchive(flags, async (foja, config) => {
        const progress = showProgress();
        const working = await startReading(
          foja,
          { queue: config.queue, ocr: config.ocr, languages: flags.language, jobs: flags.jobs },
          progress,
          signal,
        );
        const counts = { processed: 0, partial: 0, failed: 0 };
        try {
          const resumed = await resume(
            working,
            (record) => {
              if (record.status !== 'received') counts[record.status]++;
              progress.clear();
              if (!flags.json) print(`${STATUS[record.status].padEnd(10)}  ${sourceName(record)}`);
            },
            signal,
          );
          progress.stop();
          if (flags.json) printJson({ resumed, ...counts });
          else print(M.resumed(resumed));
          if (counts.failed + counts.partial > 0) process.exitCode = 11;
        } finally {
          progress.stop();
          await working.stop();
        }
      }),
    ),
  );
}
