// kill -9 of foja's own workers in mid-page: the lock of a real worker lasts half a minute, so this test waits for it.
import { cp } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { openBullBoard } from '../../src/adapters/job-queue/bullmq/board.ts';
import { foja, start, temporaryFolder } from '../support/foja.ts';
import { freshQueue, REDIS, startRedis } from '../support/servers/redis.ts';
import { expectWhole } from '../support/whole-archive.ts';

const SCANS = path.resolve(import.meta.dirname, '../../fixtures/scans');
const PARTS = ['1987/OBRAS PUBLICAS/Caja 12/Exp 0345', 'Licencias 2003/licencia SA-0123.tif'];

afterEach(() => vi.unstubAllEnvs());

describe.skipIf(!REDIS)('kill -9 of a worker in mid-page', () => {
  it('costs nothing but time: every document is there once, and nothing is left over', async () => {
    await using server = await startRedis();
    await using box = await temporaryFolder();
    for (const part of PARTS)
      await cp(path.join(SCANS, part), path.join(box.path, 'caja', part), { recursive: true });
    const queue = freshQueue(server);
    vi.stubEnv('FOJA_QUEUE', queue);
    await using held = new AsyncDisposableStack();
    const board = held.adopt(await openBullBoard(queue), (it) => it.close());
    const running = (...args: string[]) =>
      held.adopt(start(box.path, ...args), ({ child }) => void child.kill('SIGKILL'));
    const worker = () => running('worker', '--concurrency', '1', '--port', '0');
    const pageAtHand = async () => (await board.list('active', 10)).some(({ page }) => page !== null);

    const ingesting = running('ingest', 'caja', '--json');
    let ended = false;
    void ingesting.done.finally(() => {
      ended = true;
    });
    const victim = worker();
    // Stopped first, so that the page which it is at stays the one that it is at.
    for (;;) {
      while (!(await pageAtHand()) && !ended) await delay(20);
      expect(ended).toBe(false);
      victim.child.kill('SIGSTOP');
      if (await pageAtHand()) break;
      victim.child.kill('SIGCONT');
    }
    victim.child.kill('SIGKILL');
    await victim.done;

    const second = worker();
    const ingested = await ingesting.done;
    second.child.kill('SIGTERM');
    expect((await second.done).code).toBe(0);
    expect(ingested.code).toBe(0);
    expect(ingested.json.at(-1)).toMatchObject({ documents: 2, processed: 2, partial: 0, failed: 0 });

    await expectWhole(path.join(box.path, 'archivo'), 2);
    expect((await foja(box.path, 'resume', '--json')).json[0]).toMatchObject({ resumed: 0 });
    expect(await board.counts()).toMatchObject({ waiting: 0, active: 0, retrying: 0, failed: 0, open: 0 });
  });
});
