import type { Command } from 'commander';
import { requireDocument } from '../../src/archive/records.ts';
import { countsOf } from '../../src/description/counts.ts';
import { fieldsOf } from '../../src/description/override.ts';
import { sourceName } from '../../src/model/source-name.ts';
import { explain, flagLine } from '../../src/words/es/explain.ts';
import { PAGE_FLAG } from '../../src/words/es/flags.ts';
import { FIELD, GRADE, STATUS, textOf } from '../../src/words/es/labels.ts';
import { M } from '../../src/words/es/messages.ts';
import { print, printJson, strong } from '../output.ts';
import { type CommonOptions, command, withArchive } from '../session.ts';
import { fieldText } from '../values.ts';

/** `foja show ID`: the record of a document, every value with its evidence. */
export function showCommand(): Command {
  return command('show', 'muestra el expediente de un documento: campos, páginas y versiones')
    .argument('<id>', 'identificador del documento')
    .action((id: string, flags: CommonOptions) =>
      withArchive(flags, async (workspace) => {
        const { record, versions } = await requireDocument(workspace.archive, id);
        if (flags.json) {
          printJson({ ...record, counts: countsOf(record), versions });
          return;
        }
        print(
          `${strong(sourceName(record))}  ${STATUS[record.status]}  ${record.grade ? M.quality(GRADE[record.grade]) : ''}`,
        );
        if (record.error) print(`  ${explain(record.error)}`);
        for (const [name, field] of [...fieldsOf(record.description), ...fieldsOf(record.fields)]) {
          print(`  ${textOf(FIELD, name).padEnd(18)} ${fieldText(field)}`);
        }
        print(`  ${M.counts(countsOf(record))}`);
        for (const flag of record.flags ?? []) print(`  ! ${flagLine(flag)}`);
        for (const page of record.pages) {
          const facts = [
            M.page(page.number),
            `${page.width}×${page.height}`,
            page.flags.map((flag) => textOf(PAGE_FLAG, flag)).join(', '),
          ].filter(Boolean);
          print(`  ${facts.join('  ')}${page.error ? `  ${explain(page.error)}` : ''}`);
        }
        print(`  ${M.versions}`);
        for (const version of versions)
          print(`    ${version.version}  ${version.created}  ${version.user.name}  ${version.message}`);
      }),
    );
}
