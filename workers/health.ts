// What those who look after workers ask over HTTP: is it alive, is it ready, what are its figures.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Hono } from 'hono';
import { AccessError, problemOf } from '../src/model/errors.ts';
import type { Metrics } from './metrics.ts';

/** Each resolves while what it names answers. */
export type Checks = Readonly<Record<string, () => Promise<unknown>>>;

export interface HealthServer {
  readonly port: number;
  close(): Promise<void>;
}

// Longer than a busy server takes to answer, shorter than those who ask are patient.
const CHECK_MS = 3_000;

/** Serves /healthz, /readyz and /metrics, and `pages` below their paths. Port 0 is any that is free. */
export async function serveHealth(
  at: { readonly host: string; readonly port: number },
  parts: {
    readonly checks: Checks;
    readonly metrics: Metrics;
    readonly pages: Readonly<Record<string, (request: Request) => Response | Promise<Response>>>;
  },
): Promise<HealthServer> {
  const { checks, metrics, pages } = parts;
  const app = new Hono();
  app.get('/healthz', (c) => c.json({ ok: true }));
  app.get('/readyz', async (c) => {
    const said = await Promise.all(
      Object.entries(checks).map(async ([name, check]) => [name, await outcome(check)] as const),
    );
    const ok = said.every(([, it]) => it === 'ok');
    return c.json({ ok, ...Object.fromEntries(said) }, ok ? 200 : 503);
  });
  app.get('/metrics', async (c) =>
    c.text(await metrics.text(), 200, { 'content-type': metrics.contentType }),
  );
  for (const [path, page] of Object.entries(pages))
    app
      .get(`${path}/`, (c) => c.redirect(path))
      .get(path, ({ req }) => page(req.raw))
      .get(`${path}/*`, ({ req }) => page(req.raw));

  const server = createServer((request, response) => void answer(app, request, response));
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) =>
      reject(
        new AccessError(
          'port-unusable',
          `Cannot listen on ${at.host}:${at.port} (${cause.code}): give another with --port, or 0 for any.`,
          { about: `${at.host}:${at.port}`, cause },
        ),
      ),
    );
    server.listen(at.port, at.host, resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    close() {
      server.closeAllConnections();
      return new Promise((closed) => server.close(() => closed()));
    },
  };
}

/** Looking is all that can be done here: whatever else is asked is refused. */
async function answer(app: Hono, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { allow: 'GET, HEAD' }).end();
    return;
  }
  try {
    const url = new URL(request.url ?? '/', 'http://worker');
    const answered = await app.fetch(new Request(url, { method: request.method }));
    const body = Buffer.from(await answered.arrayBuffer());
    response.writeHead(answered.status, Object.fromEntries(answered.headers)).end(body);
  } catch {
    response.writeHead(400).end();
  }
}

async function outcome(check: () => Promise<unknown>): Promise<string> {
  const late = Promise.withResolvers<string>();
  const timer = setTimeout(() => late.resolve('no answer'), CHECK_MS);
  const asked = check().then(
    () => 'ok',
    (error: unknown) => problemOf(error).code,
  );
  return Promise.race([asked, late.promise]).finally(() => clearTimeout(timer));
}
