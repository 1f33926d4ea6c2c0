import type { Command } from 'commander';
import { resume } from '../../src/services/resume.ts';
import { COMMANDS } from '../../src/words/es/commands.ts';
import { M } from '../../src/words/es/messages.ts';
import { documentLine } from '../document-line.ts';
import { print, printJson } from '../output.ts';
import {
  type CommonOptions,
  command,
  interruptible,
  type ReadingOptions,
  readingOptions,
} from '../session.ts';
import { withReading } from '../with-reading.ts';

const W = COMMANDS.resume;

/** `foja resume`: finishes what an interruption left. */
export function resumeCommand(): Command {
  return readingOptions(command('resume', W.about))
    .option(...W.wait)
    .action((flags: CommonOptions & ReadingOptions & { readonly wait: boolean }) =>
      interruptible((signal) =>
        withReading(flags, signal, async (workspace, actor, progress) => {
          const counts = await resume(workspace, actor, { noWait: !flags.wait }, signal, (event) => {
            progress.clear();
            if (!flags.json) print(documentLine(event));
          });
          progress.stop();
          if (flags.json) printJson(counts);
          else print(flags.wait ? M.resumed(counts.resumed) : M.handedOver(counts.resumed));
          if (counts.failed + counts.partial > 0) process.exitCode = 11;
        }),
      ),
    );
}
