import type { Command } from 'commander';
import { reindex } from '../../src/services/reindex.ts';
import { M } from '../../src/words/es/messages.ts';
import { print, printJson } from '../output.ts';
import { type CommonOptions, command, interruptible, withArchive } from '../session.ts';

/** `foja reindex`: the search index again, from the archive alone. */
export function reindexCommand(): Command {
  return command('reindex', 'rehace el índice de búsqueda a partir del archivo').action(
    (flags: CommonOptions) =>
      interruptible((signal) =>
        withArchive(
          flags,
          async (workspace) => {
            const counts = await reindex(workspace, signal);
            if (flags.json) printJson(counts);
            else print(M.reindexed(counts.documents, counts.pages));
          },
          { rebuildIndex: true },
        ),
      ),
  );
}
