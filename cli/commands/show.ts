import type { Command } from 'commander';
import { type ShownDocument, showDocument } from '../../src/services/show-document.ts';
import { COMMANDS } from '../../src/words/es/commands.ts';
import { explain, flagLine } from '../../src/words/es/explain.ts';
import { PAGE_FLAG } from '../../src/words/es/flags.ts';
import { FIELD, GRADE, STATUS, textOf } from '../../src/words/es/labels.ts';
import { M } from '../../src/words/es/messages.ts';
import { fieldText } from '../../src/words/es/values.ts';
import { oneLine, print, printJson, strong } from '../output.ts';
import { type CommonOptions, command, interruptible, withArchive } from '../session.ts';

const W = COMMANDS.show;

/** `foja show ID`: the record of a document, every value with its evidence. */
export function showCommand(): Command {
  return command('show', W.about)
    .argument(...W.id)
    .action((id: string, flags: CommonOptions) =>
      interruptible((signal) =>
        withArchive(flags, async (workspace, actor) => {
          const shown = await showDocument(workspace, actor, { id }, signal);
          if (flags.json) printJson({ ...shown.record, counts: shown.counts, versions: shown.versions });
          else for (const line of lines(shown)) print(line);
        }),
      ),
    );
}

function lines({ record, source, counts, fields, versions }: ShownDocument): string[] {
  const { status, grade, error, flags = [], pages } = record;
  return [
    `${strong(oneLine(source))}  ${STATUS[status]}  ${grade ? M.quality(GRADE[grade]) : ''}`,
    ...(error ? [`  ${explain(error)}`] : []),
    ...fields.map(([name, field]) => `  ${textOf(FIELD, name).padEnd(18)} ${fieldText(name, field)}`),
    `  ${M.counts(counts)}`,
    ...flags.map((flag) => `  ! ${flagLine(flag)}`),
    ...pages.map((page) => {
      const facts = [
        M.page(page.number),
        `${page.width}×${page.height}`,
        page.flags.map((flag) => textOf(PAGE_FLAG, flag)).join(', '),
      ];
      return `  ${facts.filter(Boolean).join('  ')}${page.error ? `  ${explain(page.error)}` : ''}`;
    }),
    `  ${M.versions}`,
    ...versions.map(
      ({ version, created, user, message }) => `    ${version}  ${created}  ${user.name}  ${message}`,
    ),
  ];
}
