// Several processes on one archive: who hands over, who reads, who looks on.
import { once } from 'node:events';
import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pagesThatHoldThemselves, patternThatDrawsItself } from '../support/endless-pdfs.ts';
import { foja, type Run, start, temporaryFolder } from '../support/foja.ts';
import type { Server } from '../support/servers/program.ts';
import { clientOf, freshQueue, REDIS, startRedis } from '../support/servers/redis.ts';

const SCANS = path.resolve(import.meta.dirname, '../../fixtures/scans');
const DIGITAL = '2006/Informática/oficio digital.pdf';
const LICENCIA = 'Licencias 2003/licencia SA-0123.tif';
const CABILDO = '1994/CABILDO/acta 014.pdf';

describe.skipIf(!REDIS)('foja worker', () => {
  let server: Server;
  let box: Awaited<ReturnType<typeof temporaryFolder>>;
  const run = (...args: string[]) => foja(box.path, ...args);

  beforeAll(async () => {
    server = await startRedis();
    process.env['FOJA_QUEUE'] = freshQueue(server);
    box = await temporaryFolder();
    for (const part of [DIGITAL, LICENCIA])
      await cp(path.join(SCANS, part), path.join(box.path, 'caja', part), { recursive: true });
    await cp(path.join(SCANS, CABILDO), path.join(box.path, 'otra', CABILDO));
  });
  afterAll(async () => {
    delete process.env['FOJA_QUEUE'];
    await server[Symbol.asyncDispose]();
    await box[Symbol.asyncDispose]();
  });

  /** A worker on any free port, once it says that it is ready. */
  async function startWorker(...flags: string[]) {
    const { child, done } = start(box.path, 'worker', '--concurrency', '1', '--port', '0', ...flags);
    const lines: Record<string, unknown>[] = [];
    let rest = '';
    const ready = Promise.withResolvers<number>();
    child.stderr!.on('data', (chunk: Buffer) => {
      const pieces = (rest + chunk).split('\n');
      rest = pieces.pop()!;
      for (const line of pieces) {
        const said = JSON.parse(line);
        lines.push(said);
        if (said.msg === 'ready') ready.resolve(said.port);
      }
    });
    const port = await Promise.race([ready.promise, done.then(({ stderr }) => Promise.reject(stderr))]);
    const get = (place: string) => fetch(`http://127.0.0.1:${port}${place}`);
    const stop = async (): Promise<Run> => {
      child.kill('SIGTERM');
      return done;
    };
    return { child, lines, get, stop, done };
  }

  const received = async () => {
    const [status] = (await run('status', '--json')).json as [{ documents: Record<string, number> }];
    return status.documents['received']!;
  };
  async function untilAllRead(): Promise<void> {
    while ((await received()) > 0) await delay(200);
  }
  async function batches(): Promise<Record<string, unknown>[]> {
    const folder = path.join(box.path, 'archivo', 'batches');
    const files = (await readdir(folder)).toSorted();
    return Promise.all(
      files.map(async (file) => JSON.parse(await readFile(path.join(folder, file), 'utf8'))),
    );
  }
  const work = () => readdir(path.join(box.path, 'archivo', 'work')).catch(() => []);

  it('reads what others hand over without waiting, and closes their batch', async () => {
    const handed = await run('ingest', 'caja', '--no-wait', '--json');
    expect(handed.code).toBe(0);
    expect(handed.json.map((it) => it['status'] ?? it['queued'])).toEqual(['received', 'received', 2]);
    expect(await batches()).toMatchObject([{ state: 'queued', expected: 2, found: 2, processed: 0 }]);
    const waiting = (await run('jobs', '--json')).json;
    expect(waiting[0]).toMatchObject({ waiting: 2, active: 0, failed: 0, workers: 0 });
    expect(waiting.slice(1)).toMatchObject([{ state: 'waiting' }, { state: 'waiting' }]);

    const worker = await startWorker();
    await untilAllRead();
    while ((await batches()).some(({ state }) => state !== 'closed')) await delay(100);
    expect(await batches()).toMatchObject([
      { state: 'closed', expected: 2, found: 2, processed: 2, duplicate: 0, failed: 0 },
    ]);
    expect((await run('search', 'construcción', '--json')).json[0]).toMatchObject({ total: 1 });
    expect(await work()).toEqual([]);

    expect(await (await worker.get('/healthz')).json()).toEqual({ ok: true });
    expect(await (await worker.get('/readyz')).json()).toEqual({
      ok: true,
      queue: 'ok',
      archive: 'ok',
      index: 'ok',
    });
    const metrics = await (await worker.get('/metrics')).text();
    expect(metrics).toMatch(/^foja_pages_processed_total\{stage="page",outcome="read"\} \d+$/m);
    expect(metrics).toMatch(/^foja_documents_processed_total\{stage="document",outcome="processed"\} 2$/m);
    expect(metrics).toMatch(/^foja_stage_duration_seconds_count\{stage="page"\} \d+$/m);
    expect(metrics).toMatch(/^foja_ocr_confidence_count \d+$/m);
    expect(metrics).toMatch(/^foja_queue_jobs\{state="waiting"\} 0$/m);
    expect((await worker.get('/jobs')).status).toBe(404);

    const stopped = await worker.stop();
    expect([stopped.code, stopped.signal, stopped.stdout]).toEqual([0, null, '']);
    const turns = worker.lines.filter(({ msg }) => msg === 'done');
    expect(turns).toContainEqual(
      expect.objectContaining({ stage: 'page', page: 1, attempt: 1, document: expect.any(String) }),
    );
    expect(turns.filter(({ stage }) => stage === 'document')).toHaveLength(2);
  }, 300_000);

  it('serves whoever waits for it; pages of a queue that was emptied come back with foja resume', async () => {
    expect((await run('ingest', 'otra', '--no-wait', '--json')).code).toBe(0);
    await using client = clientOf(server.port);
    await client.redis.flushall();
    expect((await run('jobs', '--json')).json[0]).toMatchObject({ waiting: 0 });

    const worker = await startWorker('--board');
    const resumed = await run('resume', '--json');
    expect(resumed.json[0]).toEqual({ resumed: 1, processed: 1, partial: 0, failed: 0 });
    expect(await received()).toBe(0);
    expect((await batches()).map(({ state }) => state)).toEqual(['closed', 'closed']);

    const page = await worker.get('/jobs');
    expect(page.status).toBe(200);
    const policy = page.headers.get('content-security-policy')!;
    expect(policy).toMatch(/^default-src 'self';/);
    expect(policy).not.toMatch(/https?:|\*/);
    const script = /src="(static\/[^"]+\.js)"/.exec(await page.text())![1]!;
    expect((await worker.get(`/jobs/${script}`)).status).toBe(200);
    const again = await run('ingest', 'caja', 'otra', '--json');
    expect(again.json.at(-1)).toMatchObject({ documents: 3, duplicates: 3 });
    expect((await worker.stop()).code).toBe(0);
  }, 300_000);

  it('says of a document that foja resume finishes why it failed', async () => {
    const scan = await readFile(path.join(SCANS, LICENCIA));
    await writeFile(path.join(box.path, 'rota.tif'), scan.subarray(0, 2_000));
    expect((await run('ingest', 'rota.tif', '--no-wait', '--json')).code).toBe(0);
    const resuming = start(box.path, 'resume');
    // It says that nobody works, and waits: whoever read before would leave nothing to resume.
    await once(resuming.child.stderr!, 'data');
    const worker = await startWorker();
    const { code, stdout } = await resuming.done;
    await worker.stop();
    const [failed, why] = stdout.split('\n');
    expect([code, failed]).toEqual([11, expect.stringMatching(/^fallido .*rota\.tif/)]);
    expect(why).toMatch(/^ {12}\S.*\[[a-z-]+\]/);
  }, 300_000);

  it('ends a page that never ends, and goes on to the next', async () => {
    await mkdir(path.join(box.path, 'sin fin'));
    await writeFile(path.join(box.path, 'sin fin', 'patron.pdf'), patternThatDrawsItself());
    const letter = pagesThatHoldThemselves('Oficio numero 12');
    await writeFile(path.join(box.path, 'sin fin', 'letra.pdf'), letter);
    const worker = await startWorker('--page-timeout', '15');
    const ingested = await run('ingest', 'sin fin', '--json');
    const outcomes = ingested.json.map((it) => [it['source'], it['status']]);
    expect(outcomes).toContainEqual(['sin fin/patron.pdf', 'failed']);
    expect(outcomes).toContainEqual(['sin fin/letra.pdf', 'processed']);
    expect(ingested.code).toBe(11);
    expect(worker.lines).toContainEqual(
      expect.objectContaining({ msg: 'failed', stage: 'page', attempt: 2, code: 'open-timeout' }),
    );
    expect((await worker.stop()).code).toBe(0);
    expect((await run('verify')).code).toBe(0);
  }, 300_000);

  it('keeps archives apart that share a Redis', async () => {
    const named = process.env['FOJA_QUEUE']!;
    process.env['FOJA_QUEUE'] = named.replace(/\?.*/, '');
    try {
      const waiting = async (archive: string) =>
        (await run('jobs', '--json', '--archive', archive)).json.slice(1).map(({ documentId }) => documentId);
      const handed = async (archive: string, what: string) => {
        const { json } = await run('ingest', what, '--no-wait', '--json', '--archive', archive);
        return json.filter(({ event }) => event === 'document').map(({ id }) => id);
      };
      const one = await handed('uno', 'otra');
      const other = await handed('dos', path.join('caja', DIGITAL));
      expect([one.length, other.length]).toEqual([1, 1]);
      expect(await waiting('uno')).toEqual(one);
      expect(await waiting('dos')).toEqual(other);
    } finally {
      process.env['FOJA_QUEUE'] = named;
    }
  });

  it('lets an operator set limits for all workers, and see that there is nothing to retry', async () => {
    const limited = await run('jobs', 'limit', '--at-once', '4', '--json');
    expect(limited.json).toEqual([{ atOnce: 4, perMinute: null }]);
    const lifted = await run('jobs', 'limit', '--at-once', 'none', '--json');
    expect(lifted.json).toEqual([{ atOnce: null, perMinute: null }]);
    expect((await run('jobs', 'retry', '--json')).json).toEqual([{ retried: 0 }]);
    const wrong = await run('jobs', 'limit', '--at-once', 'muchos');
    expect(wrong.code).toBe(1);
    expect(wrong.stderr).toContain('«muchos»');
    expect((await run('jobs', 'limit', '--help')).stdout).toContain('Opciones:');
  });

  it('says in a clerk’s words what is not possible', async () => {
    const queue = process.env['FOJA_QUEUE']!;
    try {
      process.env['FOJA_QUEUE'] = 'local:';
      for (const args of [['worker'], ['jobs'], ['ingest', 'caja', '--no-wait'], ['resume', '--no-wait']]) {
        const refused = await run(...args);
        expect([args[0], refused.code]).toEqual([args[0], 1]);
        expect(refused.stderr).toContain('queue-is-local');
      }
      process.env['FOJA_QUEUE'] = 'redis://127.0.0.1:1';
      const away = await run('ingest', 'caja');
      expect(away.code).toBe(5);
      expect(away.stderr).toContain('Redis');
    } finally {
      process.env['FOJA_QUEUE'] = queue;
    }
    const missing = await run('worker', '--port', '0', '-l', 'xyz');
    expect(missing.code).toBe(3);
    expect(missing.stderr).toContain('language-missing');
  }, 300_000);
});
