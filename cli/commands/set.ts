import type { Command } from 'commander';
import type { Field } from '../../src/model/document.ts';
import { assignmentOf, correct } from '../../src/services/correct.ts';
import { COMMANDS } from '../../src/words/es/commands.ts';
import { FIELD, textOf } from '../../src/words/es/labels.ts';
import { M } from '../../src/words/es/messages.ts';
import { fieldText } from '../../src/words/es/values.ts';
import { print, printJson } from '../output.ts';
import { type CommonOptions, command, interruptible, withArchive } from '../session.ts';

const W = COMMANDS.set;

/** `foja set ID field=value --why "…"`: a person corrects the record; what the machine read is kept. */
export function setCommand(): Command {
  return command('set', W.about)
    .argument(...W.id)
    .argument(...W.campo)
    .requiredOption(...W.why)
    .action((id: string, texts: string[], flags: CommonOptions & { why: string }) =>
      interruptible((signal) =>
        withArchive(flags, async (workspace, actor) => {
          const assignments = texts.map(assignmentOf);
          const { record, version, changed } = await correct(
            workspace,
            actor,
            { id, assignments, why: flags.why },
            signal,
          );
          const all = { ...record.fields, ...record.description } as Record<string, Field<unknown>>;
          const names = [...new Set(assignments.map(({ name }) => name.split('.')[0]!))];
          if (flags.json) {
            const fields = Object.fromEntries(names.map((name) => [name, all[name]]));
            printJson({ id, version, changed, fields, flags: record.flags ?? [] });
            return;
          }
          print(changed ? M.corrected(version) : M.unchanged);
          for (const name of names)
            print(`  ${textOf(FIELD, name).padEnd(18)} ${fieldText(name, all[name]!)}`);
        }),
      ),
    );
}
