import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { FORMATS } from '../../src/exchange/formats/registry.ts';
import { type ExportInput, exportFrom, formatsOf } from '../../src/services/export.ts';
import { ACTOR, said, shelf } from '../support/archived.ts';

const { signal } = new AbortController();
const asked = { day: '2026-12-01', delimiter: ',', agency: 'Archivo' } as const;

describe('formats that go out', () => {
  it('have names of their own, and a type', () => {
    const names = FORMATS.map(({ scope, name }) => `${scope} ${name}`);
    expect(new Set(names).size).toBe(names.length);
    for (const { contentType } of FORMATS) expect(contentType ?? 'any/thing').toMatch(/^[a-z]+\/[\w.+-]+/);
  });

  it('of a document are all written, each with something in it', async () => {
    const of = await shelf();
    const id = await of.add();
    const take = (input: Partial<ExportInput>) =>
      exportFrom(of.workspace, ACTOR, { ...asked, id, target: '', ...input }, signal);
    for (const format of formatsOf('document').filter((name) => name !== 'pdf')) {
      const folder = path.join(of.folder, format);
      const { paths } = await take({ format, target: `${folder}/` });
      expect(paths.length).toBeGreaterThan(0);
      for (const file of paths) expect((await readFile(file)).length).toBeGreaterThan(0);
    }
    // This document was sealed without an access copy.
    await expect(take({ format: 'pdf', target: of.folder })).rejects.toMatchObject({ code: 'not-available' });
  });

  it('go to a stream, where there is one file', async () => {
    const of = await shelf();
    const id = await of.add({ pages: ['Se remite el padrón de mercados', 'segunda hoja'] });
    const stream = new PassThrough();
    const read = text(stream);
    const { paths } = await exportFrom(of.workspace, ACTOR, { ...asked, id, target: stream }, signal);
    stream.end();
    expect(paths).toEqual([]);
    expect((await read).split('\f')).toHaveLength(2);
    const original = { ...asked, id, format: 'original', target: new PassThrough() };
    await expect(exportFrom(of.workspace, ACTOR, original, signal)).rejects.toMatchObject({
      code: 'many-files',
    });
  });

  it('are asked for one at a time', async () => {
    const of = await shelf();
    const id = await of.add({ said: said({ fondo: 'GPE', expediente: '7' }) });
    const target = path.join(of.folder, 'salida');
    const take = (input: object) => exportFrom(of.workspace, ACTOR, { ...asked, target, ...input }, signal);
    for (const wrong of [
      {},
      { id, inventory: 'general' },
      { id, format: 'csv' },
      { id, format: 'docx' },
      { inventory: 'general', format: 'pdf' },
      { ead3: 'GPE', dublinCore: true },
      { dublinCore: true, target: new PassThrough() },
    ])
      await expect(take(wrong)).rejects.toMatchObject({ code: 'bad-export' });
    await expect(take({ inventory: 'general', format: 'pdf' })).rejects.toMatchObject({
      about: 'pdf → csv, xlsx',
    });
    expect(await take({ inventory: 'general' })).toMatchObject({ paths: [target], inventory: { rows: 1 } });
    expect(await take({ ead3: 'GPE' })).toEqual({ paths: [target] });
    expect(await readFile(target, 'utf8')).toContain('<ead');
  });
});
