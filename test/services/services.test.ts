// What the terminal and the counter ask of an archive, without either.
import { describe, expect, it } from 'vitest';
import { listCatalogs, proposeCatalog, replaceCatalog, showCatalog } from '../../src/services/catalogs.ts';
import { listDocuments } from '../../src/services/list-documents.ts';
import { listExpedientes } from '../../src/services/list-expedientes.ts';
import { search } from '../../src/services/search.ts';
import { showDocument } from '../../src/services/show-document.ts';
import { status } from '../../src/services/status.ts';
import { verify } from '../../src/services/verify.ts';
import { ACTOR, said, shelf } from '../support/archived.ts';

const { signal } = new AbortController();
const range = { limit: 5, offset: 0 };

describe('use cases', () => {
  it('search says when nothing is indexed at all', async () => {
    const of = await shelf();
    const ask = () => search(of.workspace, ACTOR, { text: 'xilofonista', ...range }, signal);
    expect(await ask()).toMatchObject({ total: 0, nothingIndexed: true });
    await of.add();
    expect(await ask()).toMatchObject({ total: 0, nothingIndexed: false });
  });

  it('show gives the place in the archive before what the paper says', async () => {
    const of = await shelf();
    const id = await of.add({ said: said({ caja: '12' }) });
    const { record, fields, versions } = await showDocument(of.workspace, ACTOR, { id }, signal);
    expect(record.id).toBe(id);
    expect(fields[0]?.[0]).toBe('caja');
    expect(fields.map(([name]) => name)).toContain('numeroOficio');
    expect(versions.length).toBeGreaterThan(0);
    await expect(showDocument(of.workspace, ACTOR, { id: 'ninguno' }, signal)).rejects.toThrow('ninguno');
  });

  it('list and expedientes take the same question', async () => {
    const of = await shelf();
    const inSeven = await of.add({ said: said({ expediente: '7', serie: 'Árboles' }) });
    await of.add({ pages: ['otro papel'], said: said({ expediente: '8' }) });
    const ids = async (query: object) =>
      (await Array.fromAsync(listDocuments(of.workspace, ACTOR, query, signal))).map(({ id }) => id);
    expect(await ids({})).toHaveLength(2);
    expect(await ids({ serie: 'arboles' })).toEqual([inSeven]);
    expect(await ids({ status: 'failed' })).toEqual([]);
    const expedientes = await listExpedientes(of.workspace, ACTOR, { serie: 'ARBOLES' }, signal);
    expect(expedientes.map(({ texts }) => texts.expediente)).toEqual(['7']);
  });

  it('status counts archive and index', async () => {
    const of = await shelf();
    await of.add();
    const { documents, pages, indexed } = await status(of.workspace, ACTOR, {}, signal);
    expect(documents).toEqual({ received: 0, processed: 1, partial: 0, failed: 0 });
    expect(indexed).toEqual({ documents: 1, pages });
  });

  it('verify reads the archive again', async () => {
    const of = await shelf();
    const id = await of.add();
    expect(await verify(of.workspace, ACTOR, { id }, signal)).toMatchObject({ ok: true, changed: [] });
  });

  it('a table is put by somebody, with a reason, and names are proposed for it', async () => {
    const of = await shelf();
    await of.add();
    const put = (why: string) =>
      replaceCatalog(
        of.workspace,
        { name: 'Ana' },
        {
          name: 'dependencias',
          file: 'd.csv',
          bytes: Buffer.from('nombre;variantes\nTesorería Municipal;Tesorería\n'),
          why,
        },
        signal,
      );
    await expect(put(' ')).rejects.toMatchObject({ code: 'no-reason' });
    expect(await put('lista de 1987')).toMatchObject({ version: 1, lines: 1 });
    const [named] = (await listCatalogs(of.workspace, ACTOR, {}, signal)).filter(
      ({ name }) => name === 'dependencias',
    );
    expect(named!.versions.map(({ user }) => user.name)).toEqual(['Ana']);
    expect(
      Buffer.from(await showCatalog(of.workspace, ACTOR, { name: 'dependencias' }, signal)).toString(),
    ).toContain('Tesorería');
    await expect(showCatalog(of.workspace, ACTOR, { name: 'recetas' }, signal)).rejects.toMatchObject({
      code: 'unknown-catalog',
    });
    const { proposals, csv } = await proposeCatalog(of.workspace, ACTOR, { name: 'dependencias' }, signal);
    expect(csv.length > 0).toBe(proposals.length > 0);
  });
});
