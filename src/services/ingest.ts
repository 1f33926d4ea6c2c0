// A batch: what was handed over, and what became of each file. It goes on where it was when the same command runs again.
import { readRecord } from '../archive/archive.ts';
import { closeBatch, type Mismatch, openBatch, queueBatch } from '../archive/batches.ts';
import { keepManifest } from '../archive/manifests.ts';
import { openPapers, type Papers, type Said } from '../description/delivered.ts';
import type { Manifest } from '../description/manifest/read.ts';
import type { Template } from '../description/template.ts';
import { closeEndedBatches } from '../flow/close-batches.ts';
import { countDocument } from '../flow/runner.ts';
import { receive } from '../flow/steps/receive.ts';
import { updateDescription } from '../flow/update-description.ts';
import type { FileGroup } from '../intake/group.ts';
import { documentId, type HashedFile, hashFiles } from '../intake/identify.ts';
import { planBatch } from '../intake/plan.ts';
import {
  type DocumentEvent,
  failureOf,
  outcomeOf,
  queuedOf,
  type SettledEvent,
  type SummaryEvent,
  Tally,
} from '../intake/tally.ts';
import type { Actor } from '../model/actor.ts';
import type { DocumentRecord } from '../model/document.ts';
import { concernsAll, UnavailableError } from '../model/errors.ts';
import type { IntakeWorkspace } from '../workspace.ts';

export interface IngestOptions {
  /** Absolute paths of files and folders. */
  readonly paths: readonly string[];
  readonly eachFile: boolean;
  /** The archive's own folder, which is never taken in. */
  readonly skip: string;
  /** What folders and file names say. */
  readonly template?: Template;
  /** What came with the scans on paper, and where it lies: among the scans it is none of them. */
  readonly manifest?: Manifest;
  readonly papers?: readonly string[];
  /** Hands everything over and does not wait for it; the report is closed when all is done (flow/close-batches.ts). */
  readonly noWait?: boolean;
  /** Goes before what others have handed over. */
  readonly urgent?: boolean;
}

/** Told as the batch goes on. */
export interface IngestWatcher {
  documentDone(event: DocumentEvent): void;
  /** Told at the end, of all that fits neither template nor manifest. */
  mismatch(mismatch: Mismatch): void;
  /** Pages in all, as far as known; exact once every document has been opened. */
  expect(pages: number, exact: boolean): void;
  started(batch: { id: string; continued: boolean; ignored: number }): void;
}

/**
 * Receives and processes everything below the paths. A bad file is reported and never stops the batch; what stops it
 * is an archive that cannot be written, a missing engine, or the signal. Somebody must be working on the queue, here or elsewhere.
 */
export async function ingest(
  workspace: IntakeWorkspace,
  actor: Actor,
  options: IngestOptions,
  signal: AbortSignal,
  watcher: IngestWatcher,
): Promise<SummaryEvent> {
  const startedAt = new Date();
  const plan = await planBatch(options.paths, options, signal);
  const { batch, continued } = await openBatch(workspace.store, {
    startedAt: startedAt.toISOString(),
    user: actor.name,
    paths: options.paths,
    options: describeOptions(options),
  });
  watcher.started({ id: batch.id, continued, ignored: plan.ignored.length });

  const tally = new Tally(plan, watcher);
  const papers = openPapers(plan.groups, options);
  if (options.manifest) await keepManifest(workspace.store, options.manifest);
  const run = { actor, batch: batch.id, taken: new Set<string>(), told: new Map<string, Said>(), papers };
  const finishing: Promise<void>[] = [];
  for (const group of plan.groups) {
    signal.throwIfAborted();
    const next = await take(workspace, group, run, signal).catch(onlyThisDocument(group, signal));
    if (next.event) {
      if (next.event.id !== null) papers.found(group, next.event.pages);
      tally.add(group, next.event, next.files);
      continue;
    }
    run.taken.add(next.id);
    const pages = await countDocument(workspace, next.id, signal);
    if (pages !== undefined) tally.opened(group, pages);
    await workspace.queue.add({
      documentId: next.id,
      ...(pages !== undefined && { pages }),
      ...(options.urgent && { urgent: true }),
    });
    if (options.noWait) {
      tally.add(group, queuedOf(group, next.id), next.files);
      continue;
    }
    const finished = workspace.queue
      .finished(next.id)
      .then(async () => {
        const done = await readRecord(workspace.archive, next.id);
        // A double that came while it was read may have said what its own file did not.
        const said = run.told.get(next.id);
        const record = said
          ? await updateDescription(workspace, actor, { present: done, said }, signal)
          : done;
        if (record.status === 'received') throw jobLost(next.id);
        papers.found(group, record.pages.length);
        return { event: outcomeOf(group.source, record) };
      })
      .catch(onlyThisDocument(group, signal, next.id))
      .then(({ event }) => tally.add(group, event, next.files));
    finished.catch(() => {});
    finishing.push(finished);
  }
  await Promise.all(finishing);
  await workspace.index.refresh(signal);
  const mismatches = papers.mismatches();
  for (const mismatch of mismatches) watcher.mismatch(mismatch);
  const report = { ...batch, ...tally.report(mismatches) };
  const isOver = report.files.every(({ status }) => status !== 'received');
  if (isOver) await closeBatch(workspace.store, report);
  else {
    await queueBatch(workspace.store, report);
    // Fast workers may have been done before the report said whose it is to close.
    await closeEndedBatches(workspace, [batch.id], signal);
  }
  return tally.summary(batch.id, mismatches.length, Date.now() - startedAt.getTime());
}

type Taken = { event?: never; id: string; files: readonly HashedFile[] };
type Settled = { event: SettledEvent; files: readonly HashedFile[] };

interface Run {
  readonly actor: Actor;
  readonly batch: string;
  /** Documents that this run has queued. */
  readonly taken: Set<string>;
  /** What is said of documents, by the first of their files of which anything is. */
  readonly told: Map<string, Said>;
  readonly papers: Papers<FileGroup>;
}

// Receives a group, or says why there is nothing to do: the archive has it already, whatever its name.
async function take(
  workspace: IntakeWorkspace,
  group: FileGroup,
  run: Run,
  signal: AbortSignal,
): Promise<Taken | Settled> {
  const files = await hashFiles(group.files, signal);
  const id = documentId(files);
  // Of bytes that come twice, what is said first stands; what is said otherwise is listed.
  const all = run.papers.of(group, files);
  const first = run.told.get(id);
  if (all && first) run.papers.saidAgain(group, first, all);
  const said = first ? null : all;
  if (said) run.told.set(id, said);
  const known = await receive(workspace, run.actor, { id, batch: run.batch, files, said }, signal);
  if (known && !isToDo(known, run)) {
    const ours = known.batch === run.batch && known.source[0]?.path === files[0]!.path;
    const record = said
      ? await updateDescription(workspace, run.actor, { present: known, said }, signal)
      : known;
    return { event: outcomeOf(group.source, record, ours ? record.status : 'duplicate'), files };
  }
  return { id, files };
}

// Received before an interruption and never finished: this run takes it up.
const isToDo = (record: DocumentRecord, run: Run) =>
  record.status === 'received' && !run.taken.has(record.id);

// The queue has forgotten it: emptied, or restored from an older state.
const jobLost = (id: string) =>
  new UnavailableError(
    'job-lost',
    `The queue no longer knows document ${id}, which is not processed: run the command again, or foja resume.`,
  );

// What tells one batch from another, for the run that goes on where this one was interrupted.
const describeOptions = ({ eachFile, template, manifest }: IngestOptions) => ({
  eachFile,
  ...(template && { template: template.text }),
  ...(manifest && { manifest: { name: manifest.name, sha256: manifest.sha256 } }),
});

/** Turns a failure that concerns one document into its event; one that concerns everything goes on up. */
function onlyThisDocument(group: FileGroup, signal: AbortSignal, id: string | null = null) {
  return (error: unknown): Settled => {
    if (signal.aborted || concernsAll(error)) throw error;
    return { event: failureOf(group.source, error, id), files: [] };
  };
}
