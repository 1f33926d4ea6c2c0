import { readFile } from 'node:fs/promises';
import { createBullBoard } from '@bull-board/api';
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter';
import { HonoAdapter } from '@bull-board/hono';
import { Hono } from 'hono';
import { serveStatic } from 'hono/serve-static';
import { connect } from './connect.ts';

type BoardOptions = Parameters<typeof createBullBoard>[0];
type ServeStatic = ConstructorParameters<typeof HonoAdapter>[0];

// Scripts and styles of the page itself; what is not there is no failure.
const fromDisk = ((options: Parameters<typeof serveStatic>[0]) =>
  serveStatic({
    ...options,
    getContent: (path) => readFile(path).catch(() => null),
  })) as unknown as ServeStatic;

// Its page asks for letters from Google, and would tell Google that somebody looks: nothing is loaded from elsewhere. It has
// styles in its markup.
const ONLY_FROM_HERE = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:";

/** Bull Board for the queue of a URL, to be served below `path`. It asks nobody for a password, so it changes nothing. */
export async function openBullPage(
  url: string,
  path: string,
): Promise<{ answer(request: Request): Response | Promise<Response>; close(): Promise<void> }> {
  const connected = await connect(url);
  const adapter = new HonoAdapter(fromDisk);
  adapter.setBasePath(path);
  createBullBoard({
    queues: [new BullMQAdapter(connected.queue, { readOnlyMode: true })],
    // Its packages may come in versions that differ by a private member.
    serverAdapter: adapter as unknown as BoardOptions['serverAdapter'],
  });
  const app = new Hono();
  app.use(async (c, next) => {
    await next();
    c.header('content-security-policy', ONLY_FROM_HERE);
  });
  app.route(path, adapter.registerPlugin());
  return { answer: (request) => app.fetch(request), close: () => connected.close() };
}
