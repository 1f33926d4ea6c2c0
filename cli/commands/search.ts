import { type Command, InvalidArgumentError } from 'commander';
import type { SearchHit } from '../../src/ports/search-index.ts';
import { TIPO, textOf } from '../../src/words/es/labels.ts';
import { M } from '../../src/words/es/messages.ts';
import { print, printJson, say, strong } from '../output.ts';
import { type CommonOptions, command, whole, withArchive } from '../session.ts';

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
  return command('search', 'busca palabras, nombres o números en las páginas')
    .argument('[consulta...]', 'palabras; "entre comillas" es una frase; lic* es el comienzo de una palabra')
    .option('--from <fecha>', 'desde (1987, 1987-03 o 1987-03-14)', date)
    .option('--to <fecha>', 'hasta, inclusive', date)
    .option('--dependencia <nombre>', 'solo de esta dependencia')
    .option('--tipo <tipo>', 'solo de este tipo documental, p. ej. OFICIO')
    .option('--limit <n>', 'cuántos resultados', whole, 10)
    .option('--offset <n>', 'a partir de cuál', whole, 0)
    .action((words: string[], flags: SearchFlags) =>
      withArchive(flags, async (workspace) => {
        const { json, archive, ...filters } = flags;
        const query = words.join(' ');
        const started = performance.now();
        const result = await workspace.index.search({
          text: query,
          scopes: 'all',
          facets: json === true,
          ...filters,
        });
        const tookMs = Math.round(performance.now() - started);
        if (json) {
          const hits = result.hits.map((hit) => ({
            ...hit,
            snippet: mark(hit.snippet, '<mark>', '</mark>'),
          }));
          printJson({
            query,
            total: result.total,
            totalIs: result.totalIs,
            tookMs,
            hits,
            facets: result.facets,
          });
          return;
        }
        if (result.total === 0) {
          const { pages } = await workspace.index.counts('all');
          say(pages === 0 ? M.emptyIndex : M.noHits(query));
          return;
        }
        say(M.hits(result.total, query, tookMs));
        for (const hit of result.hits) print(lines(hit));
      }),
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
    `${strong(record.source)}  ${M.page(hit.page)}${place}  ${facts.join(' · ')}`,
    `    ${mark(hit.snippet.replace(/\s+/g, ' '), '[', ']')}`,
    `    ${hit.documentId}`,
  ].join('\n');
}

// In the port a match lies between two control characters, which no text of a page holds.
const mark = (snippet: string, open: string, close: string) =>
  snippet.replaceAll('\u0002', open).replaceAll('\u0003', close);

function date(value: string): string {
  if (!/^\d{4}(-\d{2}(-\d{2})?)?$/.test(value))
    throw new InvalidArgumentError('escriba 1987, 1987-03 o 1987-03-14');
  return value;
}
