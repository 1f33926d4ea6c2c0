import type { Command } from 'commander';
import { requireDocument } from '../../src/archive/records.ts';
import type { Field } from '../../src/document.ts';
import { sourceName } from '../../src/stages/source-name.ts';
import { FIELD, GRADE, M, STATUS } from '../messages.ts';
import { explain, print, printJson, strong } from '../output.ts';
import { type CommonOptions, command, withArchive } from '../session.ts';

/** `foja show ID`: the record of a document, every value with its evidence. */
export function showCommand(): Command {
  return command('show', 'muestra el expediente de un documento: campos, páginas y versiones')
    .argument('<id>', 'identificador del documento')
    .action((id: string, flags: CommonOptions) =>
      withArchive(flags, async (foja) => {
        const { record, versions } = await requireDocument(foja.archive, id);
        if (flags.json) {
          printJson({ ...record, versions });
          return;
        }
        print(
          `${strong(sourceName(record))}  ${STATUS[record.status]}  ${record.grade ? M.quality(GRADE[record.grade]) : ''}`,
        );
        if (record.error) print(`  ${explain(record.error)}`);
        for (const [name, field] of Object.entries(record.fields ?? {}) as [string, Field<unknown>][]) {
          print(`  ${(FIELD[name] ?? name).padEnd(18)} ${fieldText(field)}`);
        }
        for (const page of record.pages) {
          const facts = [M.page(page.number), `${page.width}×${page.height}`, page.flags.join(', ')].filter(
            Boolean,
          );
          print(`  ${facts.join('  ')}${page.error ? `  ${explain(page.error)}` : ''}`);
        }
        print(`  ${M.versions}`);
        for (const version of versions)
          print(`    ${version.version}  ${version.created}  ${version.user.name}  ${version.message}`);
      }),
    );
}

function fieldText(field: Field<unknown>): string {
  if (field.value === null) return M.because(field.reason ?? '—');
  const where = field.evidence[0] ? ` · ${M.page(field.evidence[0].page)}` : '';
  return `${valueText(field.value)}  (${Math.round(field.confidence * 100)} %${where})`;
}

function valueText(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  if ('raw' in value) return String(value.raw);
  return Object.values(value).filter(Boolean).join(', ');
}
