import path from 'node:path';
import type { Command } from 'commander';
import { readConfig } from '../../src/config.ts';
import { NotFoundError } from '../../src/errors.ts';
import { ingest } from '../../src/ingest.ts';
import type { DocumentEvent, SummaryEvent } from '../../src/intake/tally.ts';
import { openFoja } from '../../src/open.ts';
import { preview } from '../../src/preview.ts';
import { startReading } from '../../src/reading.ts';
import { GRADE, M, STATUS } from '../messages.ts';
import { explain, print, printJson, say, strong } from '../output.ts';
import { type Progress, showProgress } from '../progress.ts';
import {
  type CommonOptions,
  command,
  interruptible,
  type ReadingOptions,
  readingOptions,
  withArchive,
} from '../session.ts';

interface IngestFlags extends CommonOptions, ReadingOptions {
  readonly eachFile?: boolean;
  readonly dryRun?: boolean;
}

/** `foja ingest PATH…`: the main job. */
export function ingestCommand(): Command {
  return readingOptions(command('ingest', 'recibe carpetas de imágenes digitalizadas y las procesa'))
    .argument('<ruta...>', 'carpetas o archivos')
    .option(
      '--each-file',
      'cada archivo es un documento (si no, las imágenes sueltas de una carpeta forman uno)',
    )
    .option('--dry-run', 'dice qué haría, sin recibir nada')
    .action((paths: string[], flags: IngestFlags) => interruptible((signal) => run(paths, flags, signal)));
}

async function run(paths: string[], flags: IngestFlags, signal: AbortSignal): Promise<void> {
  const report = (event: DocumentEvent) => (flags.json ? printJson(event) : print(line(event)));
  const what = { paths: paths.map((it) => path.resolve(it)), eachFile: flags.eachFile === true };
  if (flags.dryRun) {
    const config = readConfig(flags);
    const foja = await openFoja(config, { create: false }).catch(ifNoArchive);
    finish(await preview(foja, { ...what, skip: path.resolve(config.archive) }, report, signal), flags);
    return;
  }
  await withArchive(
    flags,
    async (foja, config) => {
      const progress: Progress = showProgress();
      const working = await startReading(
        foja,
        { queue: config.queue, ocr: config.ocr, languages: flags.language, jobs: flags.jobs },
        progress,
        signal,
      );
      try {
        const summary = await ingest(
          working,
          { ...what, skip: path.resolve(config.archive) },
          {
            documentDone(event) {
              progress.clear();
              report(event);
            },
            expect: (pages, exact) => progress.expect(pages, !exact),
            started({ id, continued, ignored }) {
              if (continued) say(M.continued(id));
              if (ignored > 0) say(M.ignored(ignored));
            },
          },
          signal,
        );
        progress.stop();
        finish(summary, flags);
      } finally {
        progress.stop();
        await working.stop();
      }
    },
    { create: true },
  );
}

function finish(summary: SummaryEvent, flags: IngestFlags): void {
  if (flags.json) printJson(summary);
  else print(M.batch(summary));
  if (summary.failed + summary.partial > 0) process.exitCode = 11;
}

function line({ status, source, pages, grade, id, error }: DocumentEvent): string {
  const facts = [STATUS[status].padEnd(10), strong(source), M.pages(pages)];
  if (grade) facts.push(M.quality(GRADE[grade]));
  if (id) facts.push(id);
  return facts.join('  ') + (error ? `\n            ${explain(error)}` : '');
}

function ifNoArchive(error: unknown): null {
  if (error instanceof NotFoundError && error.code === 'no-archive') return null;
  throw error;
}
