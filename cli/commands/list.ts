import { type Command, Option } from 'commander';
import { records } from '../../src/archive/records.ts';
import { gatherExpedientes, PLACE_NAMES } from '../../src/description/expedientes.ts';
import type { DocumentRecord } from '../../src/model/document.ts';
import { sourceName } from '../../src/model/source-name.ts';
import { placeKey } from '../../src/search/words/place-key.ts';
import { GRADE, STATUS } from '../../src/words/es/labels.ts';
import { M } from '../../src/words/es/messages.ts';
import type { Workspace } from '../../src/workspace.ts';
import { print, printJson, strong } from '../output.ts';
import { type CommonOptions, command, withArchive } from '../session.ts';

interface ListFlags extends CommonOptions {
  readonly status?: string;
  readonly expediente?: string;
  readonly fondo?: string;
  readonly serie?: string;
  readonly expedientes?: boolean;
}

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
    .option('--expediente <n>', 'solo los de este expediente')
    .option('--fondo <fondo>', 'solo los de este fondo')
    .option('--serie <serie>', 'solo los de esta serie')
    .option('--expedientes', 'enumera expedientes en lugar de documentos')
    .action((flags: ListFlags) =>
      withArchive(flags, async (workspace) => {
        if (flags.expedientes) return listExpedientes(workspace, flags);
        for await (const record of records(workspace.archive)) {
          if (!isAsked(record, flags)) continue;
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

function isAsked(record: DocumentRecord, flags: ListFlags): boolean {
  if (flags.status && record.status !== flags.status) return false;
  return (['expediente', 'fondo', 'serie'] as const).every((name) => {
    const wanted = flags[name];
    return wanted === undefined || placeKey(record.description?.[name]?.value ?? '') === placeKey(wanted);
  });
}

async function listExpedientes(workspace: Workspace, flags: ListFlags): Promise<void> {
  const gathered = gatherExpedientes();
  for await (const record of records(workspace.archive)) if (isAsked(record, flags)) gathered.add(record);
  for (const one of gathered.all()) {
    const { texts, documents, pages, fojas, firstDate, lastDate, differs } = one;
    const place = Object.fromEntries(PLACE_NAMES.map((name) => [name, texts[name] ?? null]));
    const title = texts.titulo ?? null;
    if (flags.json)
      printJson({ ...place, titulo: title, documents, pages, fojas, firstDate, lastDate, differs });
    else {
      const path = PLACE_NAMES.flatMap((name) => texts[name] ?? []).join(' / ');
      const span = [...new Set([firstDate, lastDate])].filter((date) => date !== null).join(' – ');
      print([strong(path), title, M.expediente(one), span].filter(Boolean).join('  '));
    }
  }
}
