// What a server does on a bad day, from one that does nothing else: the answers are those of Meilisearch's documentation.
import { createServer } from 'node:http';
import { expect, it } from 'vitest';
import { openMeiliIndex } from '../../../../src/adapters/search-index/meilisearch/meilisearch.ts';
import { SETTINGS_VERSION } from '../../../../src/adapters/search-index/meilisearch/server/settings.ts';

type Reply = readonly [status: number, body: object | string] | 'hang up';

async function withServer(
  reply: (path: string, count: number) => Reply,
  body: (url: string) => Promise<void>,
) {
  let count = 0;
  const server = createServer((request, response) => {
    const answer = reply(request.url ?? '', ++count);
    if (answer === 'hang up') {
      request.socket.destroy();
      return;
    }
    const [status, content] = answer;
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(typeof content === 'string' ? content : JSON.stringify(content));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  try {
    await body(`http://127.0.0.1:${port}`);
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}

const refused = (code: string) => ({ message: code, code, type: 'invalid_request', link: '' });
const ABOUT = { id: 'about', version: SETTINGS_VERSION, made: 7 };
const waitsMs = [1, 1, 1];

it('asks again while the server is busy, starting or gone', () =>
  withServer(
    (_, count) => ([[503, 'proxy: no upstream'], 'hang up', [429, {}]] as Reply[])[count - 1] ?? [200, ABOUT],
    async (url) => {
      const index = await openMeiliIndex(url, { waitsMs });
      await index.close();
    },
  ));

it('is unavailable when that does not help', async () => {
  await withServer(
    () => [503, {}],
    (url) =>
      expect(openMeiliIndex(url, { waitsMs })).rejects.toMatchObject({
        name: 'UnavailableError',
        code: 'index-unavailable',
        message: expect.stringContaining('503'),
      }),
  );
  await expect(openMeiliIndex('http://127.0.0.1:1', { waitsMs })).rejects.toMatchObject({
    code: 'index-unavailable',
  });
});

it.each([
  [403, 'invalid_api_key', 'index-forbidden'],
  [401, 'missing_authorization_header', 'index-forbidden'],
  [422, 'database_size_limit_reached', 'index-full'],
  [400, 'bad_request', 'index-unusable'],
])('does not repeat what a %i %s refuses', async (status, code, expected) => {
  let asked = 0;
  await withServer(
    () => {
      asked++;
      return [status, refused(code)];
    },
    (url) =>
      expect(openMeiliIndex(url, { waitsMs })).rejects.toMatchObject({ name: 'AccessError', code: expected }),
  );
  expect(asked).toBe(1);
});

it('refuses settings of another version, and leaves them to a rebuild when asked', () =>
  withServer(
    (path) =>
      path.includes('/documents/about')
        ? [200, { ...ABOUT, version: 99 }]
        : path.startsWith('/tasks/')
          ? [200, { status: 'failed', error: refused('index_already_exists') }]
          : [202, { taskUid: 1 }],
    async (url) => {
      await expect(openMeiliIndex(url, { waitsMs })).rejects.toMatchObject({
        code: 'index-outdated',
        message: expect.stringContaining('foja reindex'),
      });
      await (await openMeiliIndex(url, { waitsMs, rebuild: true })).close();
    },
  ));

it('tells of a change that the server took and then failed to make', () =>
  withServer(
    (path) => {
      if (path.includes('/documents/about'))
        return path.includes('next') ? [404, refused('document_not_found')] : [200, ABOUT];
      if (path.startsWith('/tasks?')) return [200, { results: [] }];
      if (path.startsWith('/tasks/'))
        return [200, { status: 'failed', error: refused('no_space_left_on_device') }];
      return [202, { taskUid: 1 }];
    },
    async (url) => {
      const index = await openMeiliIndex(url, { waitsMs });
      await index.remove('a');
      await expect(index.refresh()).rejects.toMatchObject({ code: 'index-full' });
    },
  ));

it('says that the index is gone instead of writing into one without settings', () =>
  withServer(
    (_, count) => (count === 1 ? [200, ABOUT] : [404, refused('index_not_found')]),
    async (url) => {
      const index = await openMeiliIndex(url, { waitsMs });
      await expect(index.remove('a')).rejects.toMatchObject({
        code: 'index-missing',
        message: expect.stringContaining('foja reindex'),
      });
    },
  ));

it('gives up at once when told to', () =>
  withServer(
    () => [503, {}],
    (url) =>
      expect(
        openMeiliIndex(url, { waitsMs: [60_000], signal: AbortSignal.timeout(50) }),
      ).rejects.toMatchObject({ name: /TimeoutError|AbortError/ }),
  ));
