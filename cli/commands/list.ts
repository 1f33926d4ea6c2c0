import { type Command, Option } from 'commander';
import { type ListedDocument, type ListQuery, listDocuments } from '../../src/services/list-documents.ts';
import { type Expediente, listExpedientes, PLACE_NAMES } from '../../src/services/list-expedientes.ts';
import { COMMANDS } from '../../src/words/es/commands.ts';
import { GRADE, STATUS } from '../../src/words/es/labels.ts';
import { M } from '../../src/words/es/messages.ts';
import { oneLine, print, printJson, strong } from '../output.ts';
import { type CommonOptions, command, interruptible, withArchive } from '../session.ts';

const W = COMMANDS.list;

interface ListFlags extends CommonOptions, ListQuery {
  readonly expedientes?: boolean;
}

/** `foja list`: every document of the archive. */
export function listCommand(): Command {
  return command('list', W.about)
    .addOption(new Option(...W.status).choices(['received', 'processed', 'partial', 'failed']))
    .option(...W.expediente)
    .option(...W.fondo)
    .option(...W.serie)
    .option(...W.expedientes)
    .action((flags: ListFlags) =>
      interruptible((signal) =>
        withArchive(flags, async (workspace, actor) => {
          if (flags.expedientes) {
            for (const one of await listExpedientes(workspace, actor, flags, signal))
              if (flags.json) printJson(expedienteRow(one));
              else print(expedienteLine(one));
            return;
          }
          for await (const row of listDocuments(workspace, actor, flags, signal))
            if (flags.json) printJson(row);
            else print(documentLine(row));
        }),
      ),
    );
}

const documentLine = ({ id, status, pages, grade, source }: ListedDocument): string =>
  [
    id,
    STATUS[status].padEnd(10),
    M.pages(pages).padEnd(12),
    (grade ? GRADE[grade] : '—').padEnd(9),
    oneLine(source),
  ].join('  ');

function expedienteRow({ texts, documents, pages, fojas, firstDate, lastDate, differs }: Expediente) {
  const place = Object.fromEntries(PLACE_NAMES.map((name) => [name, texts[name] ?? null]));
  return { ...place, titulo: texts.titulo ?? null, documents, pages, fojas, firstDate, lastDate, differs };
}

function expedienteLine(one: Expediente): string {
  const { texts, firstDate, lastDate } = one;
  const path = PLACE_NAMES.flatMap((name) => texts[name] ?? []).join(' / ');
  const span = [...new Set([firstDate, lastDate])].filter((date) => date !== null).join(' – ');
  return [strong(path), texts.titulo, M.expediente(one), span].filter(Boolean).join('  ');
}
