import type { Command } from 'commander';
import { records } from '../../src/archive/records.ts';
import { STATUS } from '../../src/words/es/labels.ts';
import { M } from '../../src/words/es/messages.ts';
import { print, printJson } from '../output.ts';
import { type CommonOptions, command, withArchive } from '../session.ts';

/** `foja status`: how many documents and pages, in which state. */
export function statusCommand(): Command {
  return command('status', 'cuenta los documentos por estado').action((flags: CommonOptions) =>
    withArchive(flags, async (workspace) => {
      const documents = { received: 0, processed: 0, partial: 0, failed: 0 };
      let pages = 0;
      for await (const record of records(workspace.archive)) {
        documents[record.status]++;
        pages += record.pages.length;
      }
      const indexed = await workspace.index.counts('all');
      if (flags.json) {
        printJson({ documents, pages, indexed });
        return;
      }
      for (const [status, count] of Object.entries(documents))
        print(`${STATUS[status as keyof typeof documents].padEnd(12)} ${count}`);
      print(`${M.pages(pages)}; ${M.indexed(indexed.documents, indexed.pages)}`);
      if (documents.received > 0) print(M.remainder);
    }),
  );
}
