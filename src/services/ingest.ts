// A batch: what was handed over, and what became of each file. It goes on where it was when the same command runs again.
import { readRecord } from '../archive/archive.ts';
import { type BatchOutcome, closeBatch, type OpenBatch, openBatch, queueBatch } from '../archive/batches.ts';
import { keepManifest } from '../archive/manifests.ts';
import { matchDelivery, mismatchesOf } from '../description/delivered.ts';
import type { Manifest } from '../description/manifest/read.ts';
import type { Template } from '../description/template.ts';
import { closeEndedBatches } from '../flow/close-batches.ts';
import { type BatchMemory, type Received, receiveGroup } from '../flow/receive-group.ts';
import { countDocument } from '../flow/runner.ts';
import { updateDescription } from '../flow/update-description.ts';
import { estimatePages } from '../intake/estimate-pages.ts';
import {
  archivedEvent,
  type DocumentEvent,
  failedEvent,
  queuedEvent,
  type SummaryEvent,
} from '../intake/events.ts';
import { failedOutcome, type Outcome, reportOf, summaryOf } from '../intake/outcome.ts';
import { type Plan, planBatch } from '../intake/plan.ts';
import type { Actor } from '../model/actor.ts';
import { concernsAll, UnavailableError } from '../model/errors.ts';
import type { Mismatch } from '../model/mismatch.ts';
import type { IntakeWorkspace } from '../workspace.ts';

export type { DocumentEvent, Mismatch, SummaryEvent };

export interface IngestInput {
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
  input: IngestInput,
  signal: AbortSignal,
  watcher: IngestWatcher,
): Promise<SummaryEvent> {
  const started = Date.now();
  const plan = await planBatch(input.paths, input, signal);
  const batch = await beginBatch(workspace, actor, input, plan, watcher);
  const delivery = matchDelivery(plan.groups, input);
  const memory = { batch: batch.id, delivery, received: new Set<string>(), said: new Map() };
  const unreadable = plan.unreadable.map(({ path, error }) => failedEvent(path, error, null));
  for (const event of unreadable) watcher.documentDone(event);

  const pending = await receiveAll({ workspace, actor, input, signal, watcher, plan, memory });
  const outcomes = await Promise.all(pending);
  await workspace.index.refresh(signal);

  const mismatches = mismatchesOf(delivery, outcomes);
  for (const mismatch of mismatches) watcher.mismatch(mismatch);
  await endBatch(workspace, { ...batch, ...reportOf(plan, outcomes, mismatches) }, signal);
  return summaryOf([...unreadable, ...outcomes.map(({ event }) => event)], {
    batch: batch.id,
    mismatches: mismatches.length,
    seconds: (Date.now() - started) / 1000,
  });
}

async function beginBatch(
  { store }: IntakeWorkspace,
  actor: Actor,
  input: IngestInput,
  plan: Plan,
  watcher: IngestWatcher,
): Promise<OpenBatch> {
  const { batch, continued } = await openBatch(store, {
    startedAt: new Date().toISOString(),
    user: actor.name,
    paths: input.paths,
    options: whatTellsApart(input),
  });
  watcher.started({ id: batch.id, continued, ignored: plan.ignored.length });
  if (input.manifest) await keepManifest(store, input.manifest);
  return batch;
}

// What tells one batch from another, for the run that goes on where this one was interrupted.
const whatTellsApart = ({ eachFile, template, manifest }: IngestInput) => ({
  eachFile,
  ...(template && { template: template.text }),
  ...(manifest && { manifest: { name: manifest.name, sha256: manifest.sha256 } }),
});

interface Run {
  readonly workspace: IntakeWorkspace;
  readonly actor: Actor;
  readonly input: IngestInput;
  readonly signal: AbortSignal;
  readonly watcher: IngestWatcher;
  readonly plan: Plan;
  readonly memory: BatchMemory;
}

/** Receives one group after the other and hands it to the queue; what becomes of each is known later, and told when it is. */
async function receiveAll(run: Run): Promise<Promise<Outcome>[]> {
  const { workspace, actor, input, signal, watcher, plan, memory } = run;
  const countPages = estimatePages(plan.groups, (pages, exact) => watcher.expect(pages, exact));
  const pending: Promise<Outcome>[] = [];
  for (const group of plan.groups) {
    signal.throwIfAborted();
    const received = await receiveGroup(workspace, actor, { group, memory }, signal);
    if (!('event' in received)) {
      const pages = await countDocument(workspace, received.id, signal);
      if (pages !== undefined) countPages(group, pages);
      await workspace.queue.add({
        documentId: received.id,
        ...(pages !== undefined && { pages }),
        ...(input.urgent && { urgent: true }),
      });
    }
    const told = outcomeOf(run, received).then((outcome) => {
      const { event } = outcome;
      // Where others read, this is the first that is heard of its pages.
      countPages(group, event.status === 'duplicate' ? 0 : event.pages);
      watcher.documentDone(event);
      return outcome;
    });
    told.catch(() => {});
    pending.push(told);
  }
  return pending;
}

/** What becomes of a document: known at once where nobody here waits for it. */
async function outcomeOf(run: Run, received: Received | Outcome): Promise<Outcome> {
  if ('event' in received) return received;
  const { workspace, actor, input, signal, memory } = run;
  const { id, ...looked } = received;
  const { source } = looked.group;
  if (input.noWait) return { ...looked, pages: null, event: queuedEvent(source, id) };
  try {
    await workspace.queue.finished(id);
    const present = await readRecord(workspace.archive, id);
    // A double that came while it was read may have said what its own file did not.
    const said = memory.said.get(id);
    const record = said ? await updateDescription(workspace, actor, { present, said }, signal) : present;
    if (record.status === 'received') throw jobLost(id);
    return { ...looked, pages: record.pages.length, event: archivedEvent(source, record) };
  } catch (error) {
    if (signal.aborted || concernsAll(error)) throw error;
    return failedOutcome(looked, error, id);
  }
}

// The queue has forgotten it: emptied, or restored from an older state.
const jobLost = (id: string) =>
  new UnavailableError(
    'job-lost',
    `The queue no longer knows document ${id}, which is not processed: run the command again, or foja resume.`,
    { about: id },
  );

async function endBatch(
  workspace: IntakeWorkspace,
  report: OpenBatch & BatchOutcome,
  signal: AbortSignal,
): Promise<void> {
  if (report.files.every(({ status }) => status !== 'received')) return closeBatch(workspace.store, report);
  await queueBatch(workspace.store, report);
  // Fast workers may have been done before the report said whose it is to close.
  await closeEndedBatches(workspace, [report.id], signal);
}
