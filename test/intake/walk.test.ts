import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FoundFolder, walk } from '../../src/intake/walk.ts';

let root: string;
beforeEach(async () => {
  root = path.join(await realpath(await mkdtemp(path.join(tmpdir(), 'foja-walk-'))), 'caja 12');
  await mkdir(root);
});
afterEach(() => rm(path.dirname(root), { recursive: true, force: true }));

const put = async (name: string | Buffer) => {
  const target = Buffer.concat([Buffer.from(`${root}/`), Buffer.from(name)]);
  await mkdir(target.subarray(0, target.lastIndexOf('/')), { recursive: true });
  await writeFile(target, 'x');
};
const walked = async (paths = [root], skip = '/nowhere') => {
  const folders: FoundFolder[] = [];
  for await (const folder of walk(paths, skip)) folders.push(folder);
  return folders;
};
const files = (folders: FoundFolder[]) => folders.flatMap((folder) => folder.files);

describe('walk', () => {
  it('keeps the folder path as provenance, a folder at a time', async () => {
    await put('a.jpg');
    await put('Exp 0345/001.jpg');
    const folders = await walked();
    expect(folders.map(({ path }) => path)).toEqual(['caja 12', 'caja 12/Exp 0345']);
    expect(files(folders).map(({ path }) => path)).toEqual(['caja 12/a.jpg', 'caja 12/Exp 0345/001.jpg']);
  });

  it('passes over junk and links and says so', async () => {
    for (const junk of ['Thumbs.db', '.DS_Store', '~$oficio.docx', '._001.jpg', '@eaDir/x.jpg'])
      await put(junk);
    await put('001.jpg');
    await symlink(path.dirname(root), path.join(root, 'loop'));
    await symlink('/etc/hostname', path.join(root, 'host.jpg'));
    const folders = await walked();
    expect(files(folders).map(({ path }) => path)).toEqual(['caja 12/001.jpg']);
    const why = folders.flatMap(({ ignored }) => ignored.map((it) => it.why));
    expect(why.toSorted()).toEqual(['junk', 'junk', 'junk', 'junk', 'junk', 'link', 'link']);
  });

  it('refuses the archive itself and what it keeps, not what lies beside', async () => {
    await put('archive/0=ocfl_1.1');
    await put('archive/a/original/0001.jpg');
    await put('escaneos/001.jpg');
    for (const own of ['', 'archive', 'archive/a', 'archive/a/original/0001.jpg'])
      await expect(walked([path.join(root, own)], root)).rejects.toMatchObject({ code: 'path-in-archive' });
    expect(files(await walked([path.join(root, 'escaneos')], root))).toHaveLength(1);
    await symlink(root, path.join(path.dirname(root), 'enlace'));
    const linked = path.join(path.dirname(root), 'enlace');
    await expect(walked([linked], root)).rejects.toMatchObject({ code: 'path-in-archive' });
  });

  it('keeps every name unchanged: ñ, NFD, Latin-1 bytes, quotes, spaces at the end', async () => {
    const nfd = 'pen\u0303a.jpg';
    for (const name of ['peña.jpg', nfd, 'dice "hola" y \'adiós\'.jpg', ' final .jpg']) await put(name);
    await put(Buffer.from('SECCI\xd3N.tif', 'latin1'));
    const found = files(await walked());
    expect(found.map(({ path }) => path.slice('caja 12/'.length)).toSorted()).toEqual(
      [' final .jpg', 'SECCIÓN.tif', 'dice "hola" y \'adiós\'.jpg', nfd, 'peña.jpg'].toSorted(),
    );
    const latin = found.find(({ path }) => path.endsWith('SECCIÓN.tif'))!;
    expect(Buffer.from(latin.pathBytes!, 'hex').toString('latin1')).toBe('caja 12/SECCI\xd3N.tif');
    expect(Buffer.isBuffer(latin.location)).toBe(true);
    expect(found.filter((file) => file.pathBytes)).toHaveLength(1);
  });

  it('does not enter the archive itself', async () => {
    await put('archivo/archive/x.jpg');
    await put('001.jpg');
    expect(files(await walked([root], path.join(root, 'archivo'))).map(({ path }) => path)).toEqual([
      'caja 12/001.jpg',
    ]);
  });

  it('takes files named one by one as a folder where they lie together', async () => {
    await put('001.jpg');
    await put('002.jpg');
    const folders = await walked([path.join(root, '001.jpg'), path.join(root, '002.jpg')]);
    expect(folders).toHaveLength(1);
    expect(files(folders).map(({ path }) => path)).toEqual(['caja 12/001.jpg', 'caja 12/002.jpg']);
  });

  it('says when there is nothing at the path', async () => {
    await expect(walked([path.join(root, 'no')])).rejects.toMatchObject({ code: 'path-not-found' });
  });
});
