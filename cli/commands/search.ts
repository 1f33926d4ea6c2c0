import { type Command, InvalidArgumentError } from 'commander';
import type { SearchHit } from '../../src/ports/search-index.ts';
import { search } from '../../src/services/search.ts';
import { COMMANDS } from '../../src/words/es/commands.ts';
import { TIPO, textOf } from '../../src/words/es/labels.ts';
import { M } from '../../src/words/es/messages.ts';
import { oneLine, print, printJson, say, strong } from '../output.ts';
import { type CommonOptions, command, interruptible, whole, withArchive } from '../session.ts';

const W = COMMANDS.search;

interface SearchFlags extends CommonOptions {
  readonly from?: string;
  readonly to?: string;
  readonly dependencia?: string;
  readonly tipo?: string;
  readonly limit: number;
  readonly offset: number;
}

/** `foja search QUERY`: hits on pages, with the place on the page. */
export function searchCommand(): Command {
  return command('search', W.about)
    .argument(...W.consulta)
    .option(...W.from, date)
    .option(...W.to, date)
    .option(...W.dependencia)
    .option(...W.tipo)
    .option(...W.limit, whole, 10)
    .option(...W.offset, whole, 0)
    .action((words: string[], flags: SearchFlags) =>
      interruptible((signal) =>
        withArchive(flags, async (workspace, actor) => {
          const { json, archive, ...filters } = flags;
          const text = words.join(' ');
          const found = await search(workspace, actor, { text, ...filters }, signal);
          const { total, tookMs, facets } = found;
          if (json) {
            const hits = found.hits.map((hit) => ({
              ...hit,
              snippet: mark(hit.snippet, '<mark>', '</mark>'),
            }));
            printJson({ query: text, total, tookMs, hits, facets });
            return;
          }
          if (total === 0) return say(found.nothingIndexed ? M.emptyIndex : M.noHits(text));
          say(M.hits(total, text, tookMs));
          for (const hit of found.hits) print(lines(hit));
        }),
      ),
    );
}

function lines(hit: SearchHit): string {
  const { record, boxes } = hit;
  const facts = [
    record.tipoDocumental && textOf(TIPO, record.tipoDocumental),
    record.numeroOficio,
    record.fechaDocumento,
  ].filter((fact) => fact !== null);
  const place = boxes[0] ? ` ${M.place(boxes[0])}` : '';
  return [
    `${strong(oneLine(record.source))}  ${M.page(hit.page)}${place}  ${facts.join(' · ')}`,
    `    ${mark(hit.snippet.replace(/\s+/g, ' '), '[', ']')}`,
    `    ${hit.documentId}`,
  ].join('\n');
}

// In the port a match lies between two control characters, which no text of a page holds.
const mark = (snippet: string, open: string, close: string) =>
  snippet.replaceAll('\u0002', open).replaceAll('\u0003', close);

function date(value: string): string {
  if (!/^\d{4}(-\d{2}(-\d{2})?)?$/.test(value)) throw new InvalidArgumentError(W.notADate);
  return value;
}
