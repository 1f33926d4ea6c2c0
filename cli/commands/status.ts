import type { Command } from 'commander';
import { status } from '../../src/services/status.ts';
import { COMMANDS } from '../../src/words/es/commands.ts';
import { STATUS } from '../../src/words/es/labels.ts';
import { M } from '../../src/words/es/messages.ts';
import { print, printJson } from '../output.ts';
import { type CommonOptions, command, interruptible, withArchive } from '../session.ts';

const W = COMMANDS.status;

/** `foja status`: how many documents and pages, in which state. */
export function statusCommand(): Command {
  return command('status', W.about).action((flags: CommonOptions) =>
    interruptible((signal) =>
      withArchive(flags, async (workspace, actor) => {
        const counted = await status(workspace, actor, {}, signal);
        if (flags.json) return printJson(counted);
        const { documents, pages, indexed } = counted;
        for (const [name, count] of Object.entries(documents))
          print(`${STATUS[name as keyof typeof documents].padEnd(12)} ${count}`);
        print(`${M.pages(pages)}; ${M.indexed(indexed.documents, indexed.pages)}`);
        if (documents.received > 0) print(M.remainder);
      }),
    ),
  );
}
