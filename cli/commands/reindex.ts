import type { Command } from 'commander';
import { reindex } from '../../src/services/reindex.ts';
import { COMMANDS } from '../../src/words/es/commands.ts';
import { M } from '../../src/words/es/messages.ts';
import { print, printJson } from '../output.ts';
import { type CommonOptions, command, interruptible, withArchive } from '../session.ts';

const W = COMMANDS.reindex;

/** `foja reindex`: the search index again, from the archive alone. */
export function reindexCommand(): Command {
  return command('reindex', W.about).action((flags: CommonOptions) =>
    interruptible((signal) =>
      withArchive(
        flags,
        async (workspace, actor) => {
          const counts = await reindex(workspace, actor, {}, signal);
          if (flags.json) printJson(counts);
          else print(M.reindexed(counts.documents, counts.pages));
        },
        { rebuildIndex: true },
      ),
    ),
  );
}
