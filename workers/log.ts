// What a worker says: JSON lines on stderr, with document, page, stage and attempt wherever there is one.
import { hostname } from 'node:os';
import { type Logger, pino } from 'pino';
import type { Turn } from '../src/flow/runner.ts';
import type { ReadPage } from '../src/model/document.ts';
import { problemOf } from '../src/model/errors.ts';

/** Opens the log. Every line is out before the next is made, so that a crash loses none. */
export const openLog = (): Logger =>
  pino({ base: { host: hostname(), pid: process.pid } }, pino.destination({ fd: 2, sync: true }));

/** One line a turn. */
export function logTurn(
  log: Logger,
  { stage, documentId, page, attempt, seconds, result, error }: Turn,
): void {
  const facts = { document: documentId, ...(page !== undefined && { page }), stage, attempt };
  const took = { seconds: Math.round(seconds * 1000) / 1000 };
  if (error !== undefined) {
    const problem = problemOf(error);
    const stack = problem.code === 'defect' && error instanceof Error ? { stack: error.stack } : {};
    log.warn({ ...facts, ...took, ...problem, ...stack }, 'failed');
  } else log.info({ ...facts, ...took, ...about(result) }, result ? 'done' : 'nothing to do');
}

// A server that is away is tried again every second or two: a line of that a minute is enough.
const REPEAT_MS = 60_000;

/** Says failures outside the jobs; the same one again only after a while. */
export function troubleLog(log: Logger): (error: unknown) => void {
  const said = new Map<string, number>();
  return (error) => {
    const { code, message } = problemOf(error);
    const now = Date.now();
    if (now - (said.get(code) ?? 0) < REPEAT_MS) return;
    said.set(code, now);
    log.warn({ code, error: message }, 'trouble');
  };
}

function about(result: Turn['result']) {
  if (!result) return {};
  return isPage(result)
    ? { confidence: result.confidence, ...(result.error && { reason: result.error.code }) }
    : { status: result.status, pages: result.pages.length };
}

/** Whether a turn read a page. */
export const isPage = (result: NonNullable<Turn['result']>): result is ReadPage => 'lines' in result;
