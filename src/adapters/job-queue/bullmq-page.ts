import { createBullBoard } from '@bull-board/api';
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter';
import { HonoAdapter } from '@bull-board/hono';
import { serveStatic } from '@hono/node-server/serve-static';
import type { Hono } from 'hono';
import { connect } from './bullmq.ts';

/** Bull Board for the queue of a URL, to be served below `path`. It asks nobody for a password, so it changes nothing. */
export async function openBullPage(
  url: string,
  path: string,
): Promise<{ readonly app: Hono; close(): Promise<void> }> {
  const connected = await connect(url);
  const serverAdapter = new HonoAdapter(serveStatic);
  serverAdapter.setBasePath(path);
  createBullBoard({ queues: [new BullMQAdapter(connected.queue, { readOnlyMode: true })], serverAdapter });
  return { app: serverAdapter.registerPlugin(), close: () => connected.close() };
}
