import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type Command, Option } from 'commander';
import { readConfig } from '../../src/config.ts';
import { FojaError, NotFoundError } from '../../src/model/errors.ts';
import { type DocumentEvent, ingest, type Mismatch, type SummaryEvent } from '../../src/services/ingest.ts';
import { type Manifest, parseTemplate, readManifest, type Template } from '../../src/services/papers.ts';
import { preview } from '../../src/services/preview.ts';
import { queueOf, refuseLocal } from '../../src/wiring/job-queues.ts';
import { openWorkspace } from '../../src/wiring/open.ts';
import { startReading } from '../../src/wiring/reading.ts';
import { COMMANDS } from '../../src/words/es/commands.ts';
import { MISMATCH } from '../../src/words/es/flags.ts';
import { textOf } from '../../src/words/es/labels.ts';
import { M } from '../../src/words/es/messages.ts';
import { documentLine } from '../document-line.ts';
import { print, printJson, say } from '../output.ts';
import { type Progress, showProgress } from '../progress.ts';
import {
  type CommonOptions,
  command,
  interruptible,
  type ReadingOptions,
  readingOptions,
  sayIfNobodyWorks,
  withArchive,
} from '../session.ts';

const W = COMMANDS.ingest;

interface IngestFlags extends CommonOptions, ReadingOptions {
  readonly eachFile?: boolean;
  readonly dryRun?: boolean;
  readonly template?: Template;
  readonly manifest?: string;
  /** False with --no-wait. */
  readonly wait: boolean;
  readonly urgent?: boolean;
}

/** `foja ingest PATH…`: the main job. */
export function ingestCommand(): Command {
  return readingOptions(command('ingest', W.about))
    .argument(...W.ruta)
    .option(...W.eachFile)
    .addOption(new Option(...W.template).argParser(parseTemplate))
    .option(...W.manifest)
    .option(...W.wait)
    .option(...W.urgent)
    .option(...W.dryRun)
    .action((paths: string[], flags: IngestFlags) => interruptible((signal) => run(paths, flags, signal)));
}

async function run(paths: string[], flags: IngestFlags, signal: AbortSignal): Promise<void> {
  const report = {
    documentDone: (event: DocumentEvent) => (flags.json ? printJson(event) : print(documentLine(event))),
    mismatch: (it: Mismatch) =>
      flags.json ? printJson({ event: 'mismatch', ...it }) : print(mismatchLine(it)),
  };
  const what = {
    paths: paths.map((it) => path.resolve(it)),
    eachFile: flags.eachFile === true,
    noWait: !flags.wait,
    urgent: flags.urgent === true,
    ...(flags.template && { template: flags.template }),
    ...(flags.manifest !== undefined && {
      manifest: await loadManifest(flags.manifest),
      papers: [path.resolve(flags.manifest)],
    }),
  };
  if (flags.dryRun) {
    const config = readConfig(flags);
    const workspace = await openWorkspace(config, { create: false }).catch(ifNoArchive);
    finish(
      await preview(
        workspace,
        { name: config.user },
        { ...what, skip: path.resolve(config.archive) },
        signal,
        report,
      ),
      flags,
    );
    return;
  }
  await withArchive(
    flags,
    async (workspace, actor, config) => {
      if (!flags.wait) refuseLocal(config.queue);
      const queue = await queueOf(workspace, config.queue);
      const progress: Progress = showProgress();
      const working = await startReading(
        workspace,
        actor,
        { ...config, queue, languages: flags.language, jobs: flags.jobs },
        progress,
        signal,
      );
      try {
        if (flags.wait) await sayIfNobodyWorks(queue);
        const summary = await ingest(
          working,
          actor,
          { ...what, skip: path.resolve(config.archive) },
          signal,
          {
            documentDone(event) {
              // Pages that others read are known by their document only.
              if (!working.reader) progress.pagesDone(event.pages);
              progress.clear();
              report.documentDone(event);
            },
            mismatch(it) {
              progress.clear();
              report.mismatch(it);
            },
            expect: (pages, exact) => progress.expect(pages, !exact),
            started({ id, continued, ignored }) {
              if (continued) say(M.continued(id));
              if (ignored > 0) say(M.ignored(ignored));
            },
          },
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
  if (!flags.json && summary.mismatches > 0) print(M.mismatches(summary.mismatches));
  if (summary.failed + summary.partial + summary.mismatches > 0) process.exitCode = 11;
}

function mismatchLine({ code, line, path: where, detail }: Mismatch): string {
  const facts = [line === undefined ? '' : M.line(line), where ?? '', detail ?? ''].filter(Boolean);
  return `${M.mismatch.padEnd(10)}  ${textOf(MISMATCH, code)}: ${facts.join('  ')}`;
}

async function loadManifest(file: string): Promise<Manifest> {
  try {
    const manifest = readManifest(path.basename(file), await readFile(file));
    say(
      M.manifestRead(
        manifest.rows.length,
        manifest.ignored.map(({ line }) => line),
        manifest.unknown,
      ),
    );
    return manifest;
  } catch (cause) {
    if (cause instanceof FojaError) throw cause;
    throw new NotFoundError('path-not-found', `Cannot read ${file}: check the path and run again.`, {
      about: file,
      cause,
    });
  }
}

function ifNoArchive(error: unknown): null {
  if (error instanceof NotFoundError && error.code === 'no-archive') return null;
  throw error;
}
