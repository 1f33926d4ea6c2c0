import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type Command, Option } from 'commander';
import { readConfig } from '../../src/config.ts';
import { FojaError, NotFoundError } from '../../src/model/errors.ts';
import {
  type DocumentEvent,
  type IngestInput,
  ingest,
  type Mismatch,
  type SummaryEvent,
} from '../../src/services/ingest.ts';
import { type Manifest, parseTemplate, readManifest, type Template } from '../../src/services/papers.ts';
import { preview } from '../../src/services/preview.ts';
import { COMMANDS } from '../../src/words/es/commands.ts';
import { MISMATCH } from '../../src/words/es/flags.ts';
import { textOf } from '../../src/words/es/labels.ts';
import { M } from '../../src/words/es/messages.ts';
import type { Workspace } from '../../src/workspace.ts';
import { documentLine } from '../document-line.ts';
import { print, printJson, say } from '../output.ts';
import {
  type CommonOptions,
  command,
  interruptible,
  type ReadingOptions,
  readingOptions,
  withArchive,
} from '../session.ts';
import { withReading } from '../with-reading.ts';

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
  const what: IngestInput = {
    paths: paths.map((it) => path.resolve(it)),
    skip: path.resolve(readConfig(flags).archive),
    eachFile: flags.eachFile === true,
    noWait: !flags.wait,
    urgent: flags.urgent === true,
    ...(flags.template && { template: flags.template }),
    ...(flags.manifest !== undefined && {
      manifest: await loadManifest(flags.manifest),
      papers: [path.resolve(flags.manifest)],
    }),
  };
  if (flags.dryRun) return finish(await lookAhead(what, flags, signal), flags);
  const { documentDone, mismatch } = reporter(flags);
  await withReading(
    flags,
    signal,
    async (workspace, actor, progress) => {
      const summary = await ingest(workspace, actor, what, signal, {
        documentDone(event) {
          // Pages that others read are known by their document only; a double has none to be read.
          if (!workspace.reader && event.status !== 'duplicate') progress.pagesDone(event.pages);
          progress.clear();
          documentDone(event);
        },
        mismatch(it) {
          progress.clear();
          mismatch(it);
        },
        expect: (pages, exact) => progress.expect(pages, !exact),
        started({ id, continued, ignored }) {
          if (continued) say(M.continued(id));
          if (ignored > 0) say(M.ignored(ignored));
        },
      });
      progress.stop();
      finish(summary, flags);
    },
    { create: true },
  );
}

/** What a batch would do. Where there is no archive yet, everything is new. */
async function lookAhead(what: IngestInput, flags: IngestFlags, signal: AbortSignal): Promise<SummaryEvent> {
  const look = (workspace: Workspace | null) =>
    preview(workspace, { name: readConfig(flags).user }, what, signal, reporter(flags));
  try {
    return await withArchive(flags, look);
  } catch (error) {
    if (error instanceof NotFoundError && error.code === 'no-archive') return look(null);
    throw error;
  }
}

const reporter = ({ json }: IngestFlags) => ({
  documentDone: (event: DocumentEvent) => (json ? printJson(event) : print(documentLine(event))),
  mismatch: (it: Mismatch) => (json ? printJson({ event: 'mismatch', ...it }) : print(mismatchLine(it))),
});

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
