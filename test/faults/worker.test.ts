// kill -9 of foja's own workers in mid-page: the lock of a real worker lasts half a minute, so this test waits for it.
import { cp } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { openJobs } from '../../src/jobs.ts';
import { foja, start, temporaryFolder } from '../support/foja.ts';
import { freshQueue, REDIS, startRedis } from '../support/servers/redis.ts';

const SCANS = path.resolve(import.meta.dirname, '../../fixtures/scans');
const PARTS = ['1987/OBRAS PUBLICAS/Caja 12/Exp 0345', 'Licencias 2003/licencia SA-0123.tif'];

describe.skipIf(!REDIS)('kill -9 of a worker in mid-page', () => {
  it('costs nothing but time: every document is there once, and nothing is left over', async () => {
    await using server = await startRedis();
    await using box = await temporaryFolder();
    for (const part of PARTS)
      await cp(path.join(SCANS, part), path.join(box.path, 'caja', part), { recursive: true });
    const queue = freshQueue(server);
    process.env['FOJA_QUEUE'] = queue;
    const jobs = await openJobs(queue);
    try {
      const ingesting = start(box.path, 'ingest', 'caja', '--json');
      const worker = () => start(box.path, 'worker', '--concurrency', '1', '--port', '0');
      const atAPage = async () =>
        (await jobs.list('active', 10)).some(({ page }) => page !== undefined && page !== null);

      const victim = worker();
      // A page takes a second at least: no look comes too late.
      while (!(await atAPage())) await delay(20);
      victim.child.kill('SIGKILL');
      await victim.done;

      const second = worker();
      const ingested = await ingesting.done;
      second.child.kill('SIGTERM');
      expect((await second.done).code).toBe(0);
      expect(ingested.code).toBe(0);
      expect(ingested.json.at(-1)).toMatchObject({ documents: 2, processed: 2, partial: 0, failed: 0 });

      const listed = (await foja(box.path, 'list', '--json')).json;
      expect(listed.map(({ status }) => status)).toEqual(['processed', 'processed']);
      for (const { id } of listed) {
        const [shown] = (await foja(box.path, 'show', String(id), '--json')).json;
        expect((shown as { versions: unknown[] }).versions).toHaveLength(2);
      }
      const [verified] = (await foja(box.path, 'verify', '--json')).json;
      expect(verified).toMatchObject({
        changed: [],
        missing: [],
        untracked: [],
        unreadable: [],
        unfinished: [],
      });
      expect((await foja(box.path, 'resume', '--json')).json[0]).toMatchObject({ resumed: 0 });
      expect(await jobs.counts()).toMatchObject({ waiting: 0, active: 0, retrying: 0, failed: 0, open: 0 });
    } finally {
      await jobs.close();
      delete process.env['FOJA_QUEUE'];
    }
  });
});
