import { expect, it } from 'vitest';
import { addVersion, isNewest, openArchive, readHead, receive } from '../../src/archive/archive.ts';
import { changeOf, receiptOf, scanFolder, storeIn } from './sample.ts';

it('a head says whether it is still the newest, whoever read it and whoever wrote it', async () => {
  await using folder = await scanFolder();
  const archive = await openArchive(await storeIn(folder.base));
  const { head: received } = await receive(archive, receiptOf(folder.scans));
  expect(await readHead(archive, 'doc-1')).toEqual(received);
  expect(await isNewest(archive, received)).toBe(true);
  const added = await addVersion(archive, changeOf(received));
  expect(await readHead(archive, 'doc-1')).toEqual(added);
  expect([await isNewest(archive, received), await isNewest(archive, added)]).toEqual([false, true]);
});
