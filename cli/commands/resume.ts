import type { Command } from 'commander';
import { resume } from '../../src/services/resume.ts';
import { queueOf, refuseLocal } from '../../src/wiring/job-queues.ts';
import { startReading } from '../../src/wiring/reading.ts';
import { COMMANDS } from '../../src/words/es/commands.ts';
import { M } from '../../src/words/es/messages.ts';
import { documentLine } from '../document-line.ts';
import { print, printJson } from '../output.ts';
import { showProgress } from '../progress.ts';
import {
  type CommonOptions,
  command,
  interruptible,
  type ReadingOptions,
  readingOptions,
  sayIfNobodyWorks,
  withArchive,
} from '../session.ts';

const W = COMMANDS.resume;

/** `foja resume`: finishes what an interruption left. */
export function resumeCommand(): Command {
  return readingOptions(command('resume', W.about))
    .option(...W.wait)
    .action((flags: CommonOptions & ReadingOptions & { readonly wait: boolean }) =>
      interruptible((signal) =>
        withArchive(flags, async (workspace, actor, config) => {
          if (!flags.wait) refuseLocal(config.queue);
          const queue = await queueOf(workspace, config.queue);
          const progress = showProgress();
          const working = await startReading(
            workspace,
            actor,
            { ...config, queue, languages: flags.language, jobs: flags.jobs },
            progress,
            signal,
          );
          const counts = { processed: 0, partial: 0, failed: 0 };
          try {
            if (flags.wait) await sayIfNobodyWorks(queue);
            const resumed = await resume(working, actor, { noWait: !flags.wait }, signal, (event) => {
              if (event.status in counts) counts[event.status as keyof typeof counts]++;
              progress.clear();
              if (!flags.json) print(documentLine(event));
            });
            progress.stop();
            if (flags.json) printJson({ resumed, ...counts });
            else print(flags.wait ? M.resumed(resumed) : M.handedOver(resumed));
            if (counts.failed + counts.partial > 0) process.exitCode = 11;
          } finally {
            progress.stop();
            await working.stop();
          }
        }),
      ),
    );
}
