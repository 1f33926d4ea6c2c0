import { describe, expect, it } from 'vitest';
import { UsageError } from '../../src/model/errors.ts';
import { isLocalQueue, isNamedQueue, openJobs, openQueue } from '../../src/wiring/job-queues.ts';
import { indexBeside, openStore, setUpOf } from '../../src/wiring/object-stores.ts';
import { openIndex } from '../../src/wiring/search-indexes.ts';

const failureOf = async (work: () => unknown): Promise<unknown> => {
  try {
    await work();
  } catch (error) {
    return error;
  }
  return null;
};

describe('an address that no adapter knows', () => {
  const index = { key: null, rebuild: false };
  it.each([
    [
      'archive',
      () => openStore('ftp://host/x'),
      'unknown-archive-url',
      'ftp://host/x → s3://bucket/prefix, ./archivo',
    ],
    ['index', () => openIndex('elastic:x', index), 'unknown-index-url', 'elastic:x → sqlite:'],
    [
      'queue',
      () => openQueue('amqp://h', { concurrency: 1 }),
      'unknown-queue-url',
      'amqp://h → local:, redis://',
    ],
    ['queue', () => isLocalQueue('kafka:'), 'unknown-queue-url', 'kafka: → local:, redis://'],
  ])('of an %s is answered with those that there are', async (_, work, code, about) => {
    const error = await failureOf(work);
    expect(error).toBeInstanceOf(UsageError);
    expect(error).toMatchObject({ code, about: expect.stringContaining(about) });
  });

  it('does not show its password', async () => {
    const error = await failureOf(() => isNamedQueue('amqp://user:secret@host/x'));
    expect(error).toBeInstanceOf(UsageError);
    expect(JSON.stringify([error, (error as Error).message])).not.toContain('secret');
  });
});

describe('the address of an archive', () => {
  it('has its index beside it where it is a folder, and nowhere by itself where machines share it', () => {
    expect(indexBeside('archivo')).toMatch(/^sqlite:.*\/archivo\/index\/foja\.sqlite$/);
    expect(() => indexBeside('S3://bucket/gto')).toThrow(expect.objectContaining({ code: 'index-needed' }));
  });

  it('needs to be made ready where it is a bucket, not where it is a folder', () => {
    expect(setUpOf('s3://bucket/gto')).not.toBeNull();
    expect(setUpOf('C:\\archivo')).toBeNull();
  });
});

describe('a queue', () => {
  it('that is local has no operators', async () => {
    expect([isLocalQueue('local:'), isNamedQueue('local:')]).toEqual([true, true]);
    expect(await failureOf(() => openJobs('local:'))).toMatchObject({ code: 'queue-is-local' });
  });

  it('on a server is named by its address, or by its archive', () => {
    expect(isLocalQueue('redis://host')).toBe(false);
    expect([isNamedQueue('rediss://host?queue=uno'), isNamedQueue('redis://host')]).toEqual([true, false]);
  });
});
