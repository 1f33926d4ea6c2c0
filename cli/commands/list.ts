import { type Command, Option } from 'commander';
import { records } from '../../src/archive/records.ts';
import { sourceName } from '../../src/stages/source-name.ts';
import { GRADE, M, STATUS } from '../messages.ts';
import { print, printJson } from '../output.ts';
import { type CommonOptions, command, withArchive } from '../session.ts';

/** `foja list`: every document of the archive. */
export function listCommand(): Command {
  return command('list', 'enumera los documentos')
    .addOption(
      new Option('--status <estado>', 'solo los de este estado').choices([
        'received',
        'processed',
        'partial',
        'failed',
      ]),
    )
    .action((flags: CommonOptions & { status?: string }) =>
      withArchive(flags, async (foja) => {
        for await (const record of records(foja.archive)) {
          if (flags.status && record.status !== flags.status) continue;
          const { id, status, grade, receivedAt } = record;
          const row = {
            id,
            source: sourceName(record),
            status,
            pages: record.pages.length,
            grade,
            receivedAt,
          };
          if (flags.json) printJson(row);
          else
            print(
              `${id}  ${STATUS[status].padEnd(10)}  ${M.pages(row.pages).padEnd(12)}  ${grade ? GRADE[grade].padEnd(9) : '—'.padEnd(9)}  ${row.source}`,
            );
        }
      }),
    );
}
