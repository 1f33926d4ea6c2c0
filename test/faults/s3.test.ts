// What happens to an archive on S3 when its server ends without a word, stands still, drops connections or has no room.
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { writeDelivery } from '../support/deliveries.ts';
import { type Run, start } from '../support/foja.ts';
import { expectValidOcfl, OCFL } from '../support/ocfl.ts';
import { startProxy } from '../support/servers/proxy.ts';
import { MINIO, startMinio } from '../support/servers/s3.ts';
import { type S3AtHand, useS3 } from '../support/servers/s3-suite.ts';
import { mountSmallDisk } from '../support/servers/small-disk.ts';
import { expectWhole } from '../support/whole-archive.ts';

const DOCUMENTS = 7;

/** Scans in the test's folder, and the variables under which foja takes them into the test's archive. */
function useDelivery(s3: S3AtHand): void {
  beforeEach(async () => {
    vi.stubEnv('FOJA_ARCHIVE', s3.url);
    vi.stubEnv('FOJA_INDEX', `sqlite:${path.join(s3.scratch, 'indice.sqlite')}`);
    await writeDelivery(path.join(s3.scratch, 'caja'), DOCUMENTS);
  });
}

/** `foja ingest` of those scans, and the moment at which so many of them are done. */
function ingest(s3: S3AtHand): { done: Promise<Run>; documents(count: number): Promise<void> } {
  const { child, done } = start(s3.scratch, 'ingest', 'caja', '--each-file', '--json', '-j', '1');
  let lines = 0;
  child.stdout!.on('data', (piece: Buffer) => {
    lines += piece.toString().split('\n').length - 1;
  });
  let ended = false;
  void done.then(() => {
    ended = true;
  });
  return {
    done,
    async documents(count) {
      while (lines < count && !ended) await delay(5);
      expect(lines).toBeLessThan(DOCUMENTS);
    },
  };
}

async function expectAllIn(s3: S3AtHand): Promise<void> {
  await expectWhole(s3.url, DOCUMENTS);
  await expectValidOcfl(s3);
}

describe.skipIf(!MINIO || !OCFL)('the S3 server', () => {
  const s3 = useS3(startMinio);
  useDelivery(s3);

  it('is killed in mid-batch and started again: the same command goes on', async () => {
    const run = ingest(s3);
    await run.documents(2);
    await s3.server.kill();
    await delay(2_000);
    await s3.server.restart();
    const { code, json } = await run.done;
    expect(code).toBe(0);
    expect(json.at(-1)).toMatchObject({ processed: DOCUMENTS, partial: 0, failed: 0 });
    await expectAllIn(s3);
  });

  it('is killed and stays away: the command says so, and does the rest when it is repeated', async () => {
    const run = ingest(s3);
    await run.documents(2);
    await s3.server.kill();
    const { code, stderr } = await run.done;
    await s3.server.restart();
    expect(code).toBe(5);
    expect(stderr).toContain('s3-unavailable');
    const again = await ingest(s3).done;
    expect(again.code).toBe(0);
    expect(again.json.at(-1)).toMatchObject({ documents: DOCUMENTS, partial: 0, failed: 0 });
    await expectAllIn(s3);
  });

  it('stands still for half a minute: the same command goes on', async () => {
    const run = ingest(s3);
    await run.documents(1);
    process.kill(s3.server.pid, 'SIGSTOP');
    await delay(30_000);
    process.kill(s3.server.pid, 'SIGCONT');
    const { code, json } = await run.done;
    expect(code).toBe(0);
    expect(json.at(-1)).toMatchObject({ processed: DOCUMENTS, partial: 0, failed: 0 });
    await expectAllIn(s3);
  });

  it.each([1, 2, 3])('drops connections at random (seed %i): nothing is lost or doubled', async (seed) => {
    await using proxy = await startProxy(s3.server.port);
    proxy.cutAtRandom(seed);
    s3.use(proxy.url);
    const { code, json } = await ingest(s3).done;
    expect(proxy.cuts()).toBeGreaterThan(10);
    expect(code).toBe(0);
    expect(json.at(-1)).toMatchObject({ processed: DOCUMENTS, partial: 0, failed: 0 });
    s3.use(s3.server.url);
    await expectAllIn(s3);
  });
});

const disk = MINIO && OCFL ? mountSmallDisk(512) : null;
describe.skipIf(!disk)('the disk of the S3 server', () => {
  afterAll(() => disk![Symbol.dispose]());
  const s3 = useS3(() => startMinio(disk!.folder));
  useDelivery(s3);

  it.each([1, 3, 6])(
    'is full after %i MB: the command says so, and does the rest once there is room',
    async (megabytes) => {
      disk!.leave(megabytes);
      const { code, stderr } = await ingest(s3).done;
      disk!.leave(512);
      expect(stderr).toContain('store-full');
      expect(code).toBe(5);
      const again = await ingest(s3).done;
      expect(again.code).toBe(0);
      expect(again.json.at(-1)).toMatchObject({ documents: DOCUMENTS, partial: 0, failed: 0 });
      await expectAllIn(s3);
    },
  );
});
