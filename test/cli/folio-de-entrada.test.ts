// One field all the way, named in no file but its own: from the stamp, and from a manifest, to whoever asks for it.
import { cp, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { foja, temporaryFolder } from '../support/foja.ts';

const SCANS = path.resolve(import.meta.dirname, '../../fixtures/scans');

let box: Awaited<ReturnType<typeof temporaryFolder>>;
let [stamped, stated] = ['', ''];
const run = (...args: string[]) => foja(box.path, ...args);

beforeAll(async () => {
  box = await temporaryFolder();
  const caja = path.join(box.path, 'caja');
  await mkdir(caja);
  await cp(path.join(SCANS, '1985/Oficialía de Partes/escrito recibido.jpg'), path.join(caja, 'uno.jpg'));
  await cp(path.join(SCANS, '2006/Informática/oficio digital.pdf'), path.join(caja, 'dos.pdf'));
  await writeFile(path.join(caja, 'lote.csv'), 'archivo;Folio de entrada\ndos.pdf;OP/4521/2006\n');
  const { json } = await run('ingest', 'caja', '--manifest', 'caja/lote.csv', '--each-file', '--json');
  const idOf = (name: string) =>
    String(json.find((it) => it['event'] === 'document' && String(it['source']).endsWith(name))?.['id']);
  [stamped, stated] = [idOf('uno.jpg'), idOf('dos.pdf')];
}, 120_000);
afterAll(() => box[Symbol.asyncDispose]());

it('is read from the stamp, shown by its label and asked for in review', async () => {
  expect((await run('show', stamped)).stdout).toMatch(/Folio de entrada +01234 .*pág. 1/);
  expect((await run('review', stamped)).stdout).toMatch(/Folio de entrada +dudoso +01234/);
});

it('is taken from its column', async () => {
  expect((await run('show', stated)).stdout).toMatch(/Folio de entrada +OP\/4521\/2006/);
});

it('is found, though only the record says it', async () => {
  const hits = async (query: string) =>
    (await run('search', query, '--json')).json.flatMap((answer) =>
      (answer['hits'] as { documentId: string }[]).map(({ documentId }) => documentId),
    );
  expect(await hits('folio 1234')).toEqual([stamped]);
  expect(await hits('op/4521/06')).toEqual([stated]);
});

it('stands in what is exported', async () => {
  const { stdout } = await run('export', stated, '--dublin-core', '-o', '-');
  expect(stdout).toContain('<dc:identifier>Folio de entrada OP/4521/2006</dc:identifier>');
});

it('is set by a person', async () => {
  const { stdout } = await run('set', stamped, 'folioDeEntrada=01235', '--why', 'se ve en el sello');
  expect(stdout).toMatch(/Folio de entrada +01235/);
});
