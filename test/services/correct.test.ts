import { describe, expect, it } from 'vitest';
import { readHead } from '../../src/archive/archive.ts';
import { changeRecord } from '../../src/flow/change-record.ts';
import { seal } from '../../src/flow/steps/seal.ts';
import { updateDescription } from '../../src/flow/update-description.ts';
import type { Actor } from '../../src/model/actor.ts';
import type { Persona } from '../../src/model/document.ts';
import { assignmentOf, correct } from '../../src/services/correct.ts';
import { reextract } from '../../src/services/reextract.ts';
import { reindex } from '../../src/services/reindex.ts';
import { ACTOR, type Shelf, said, shelf, stated } from '../support/archived.ts';

const WHY = 'cotejado con el papel';
const { signal } = new AbortController();
const set = (of: Shelf, id: string, ...texts: string[]) => setAs(ACTOR, of, id, ...texts);
const setAs = (actor: Actor, of: Shelf, id: string, ...texts: string[]) =>
  correct(of.workspace, actor, { id, assignments: texts.map(assignmentOf), why: WHY }, signal);

describe('a correction', () => {
  it('keeps what the machine read beneath what the person says, with the evidence', async () => {
    const of = await shelf();
    const id = await of.add();
    const before = (await of.record(id)).fields!.fechaDocumento;
    expect(before).toMatchObject({ value: '1987-03-14', from: 'rule' });
    await set(of, id, 'fechaDocumento=15/03/1987');
    const { fechaDocumento } = (await of.record(id)).fields!;
    expect(fechaDocumento).toMatchObject({
      value: '1987-03-15',
      from: 'person',
      evidence: before.evidence,
      set: { user: 'prueba', why: WHY },
      overrides: before,
    });
    expect(before.evidence.length).toBeGreaterThan(0);
  });

  it('is a version that names who and why, whoever works on the same open archive', async () => {
    const of = await shelf();
    const id = await of.add();
    const [ana, luis] = [{ name: 'Mtra. Ana Archivista' }, { name: 'Luis, de Oficialía' }];
    await Promise.all([
      setAs(ana, of, id, 'asunto=Se remite licencia de construcción', 'fondo=Guadalupe'),
      setAs(luis, of, id, 'caja=12'),
    ]);
    const { versions } = (await readHead(of.workspace.archive, id))!;
    const said = versions.slice(2).map(({ user, message }) => [user, message]);
    expect(said).toHaveLength(2);
    expect(said).toContainEqual([ana, `asunto, fondo: ${WHY}`]);
    expect(said).toContainEqual([luis, `caja: ${WHY}`]);
    const { fields, description } = await of.record(id);
    expect(fields!.asunto.set!.user).toBe(ana.name);
    expect(description!.caja!.set!.user).toBe(luis.name);
  });

  it('is found by search, and by a search index made anew', async () => {
    const of = await shelf();
    const id = await of.add();
    const hits = async () =>
      (await of.workspace.index.search({ text: 'zarzaparrilla', scopes: 'all', limit: 5, offset: 0 })).total;
    expect(await hits()).toBe(0);
    await set(of, id, 'asunto=Permiso para vender zarzaparrilla');
    await of.workspace.index.refresh();
    expect(await hits()).toBe(1);
    await reindex(of.workspace, signal);
    expect(await hits()).toBe(1);
  });

  it('changes nothing when it is there already', async () => {
    const of = await shelf();
    const id = await of.add();
    expect(await set(of, id, 'fojas=1')).toMatchObject({ changed: true, version: 3 });
    expect(await set(of, id, 'fojas=1')).toMatchObject({ changed: false, version: 3 });
    expect(await set(of, id, 'fojas=2')).toMatchObject({ changed: true, version: 4 });
  });

  it('of a part leaves the other parts as they were read', async () => {
    const of = await shelf();
    const id = await of.add();
    const read = (await of.record(id)).fields!.remitente.value as Persona;
    await set(of, id, 'remitente.cargo=Síndico Primero');
    expect((await of.record(id)).fields!.remitente.value).toEqual({ ...read, cargo: 'Síndico Primero' });
  });

  it('can say that there is none', async () => {
    const of = await shelf();
    const id = await of.add();
    await set(of, id, 'numeroOficio=');
    const { numeroOficio } = (await of.record(id)).fields!;
    expect(numeroOficio).toMatchObject({
      value: null,
      reason: 'none-by-person',
      overrides: { from: 'rule' },
    });
  });

  it('of two people at once is two versions, and neither is lost', async () => {
    const of = await shelf();
    const id = await of.add();
    await Promise.all([set(of, id, 'asunto=Uno'), set(of, id, 'titulo=Dos'), set(of, id, 'caja=3')]);
    const record = await of.record(id);
    expect([
      record.fields!.asunto.value,
      record.description!.titulo!.value,
      record.description!.caja!.value,
    ]).toEqual(['Uno', 'Dos', '3']);
    expect((await readHead(of.workspace.archive, id))!.version).toBe(5);
  });

  it.each([
    ['fechaDocumento=31/02/1987', 'bad-value-date', /1987-03-14/],
    ['fechaDocumento=2099-01-01', 'bad-value-date', /still to come/],
    ['fechaDocumento=ayer', 'bad-value-date', /1987-03-14/],
    ['tipoDocumental=carta', 'bad-value-tipo', /OFICIO, OFICIO_CIRCULAR/],
    ['numeroOficio=sin', 'bad-value-numero', /SA\/0123\/1987/],
    ['lugar=Guadalupe', 'bad-value-lugar', /Nuevo León/],
    ['fojas=dos', 'bad-value-count', /whole number/],
    ['ccp=Archivo', 'bad-value-list', /several values/],
    ['color=azul', 'unknown-field', /fechaDocumento.*expediente/],
    ['remitente.edad=40', 'unknown-field', /titulo, nombre, cargo/],
    ['fechaDocumento', 'bad-assignment', /field=value/],
  ])('%s is refused, and says what is accepted', async (text, code, accepted) => {
    const of = await shelf();
    const id = await of.add();
    const refused = (async () => set(of, id, text))();
    await expect(refused).rejects.toMatchObject({ code, message: expect.stringMatching(accepted) });
    expect((await readHead(of.workspace.archive, id))!.version).toBe(2);
  });

  it('gives fields to a document that could not be read', async () => {
    const of = await shelf();
    const id = await of.add();
    await changeRecord(
      of.workspace,
      ACTOR,
      { id, message: 'unreadable', apply: (it) => ({ ...it, status: 'failed', fields: null }) },
      signal,
    );
    await set(of, id, 'asunto=Manuscrito sobre el agua');
    const { fields, status } = await of.record(id);
    expect(status).toBe('failed');
    expect(fields!.asunto).toMatchObject({ value: 'Manuscrito sobre el agua', overrides: { value: null } });
    expect(fields!.fechaDocumento).toMatchObject({ value: null, from: 'rule' });
  });

  it('needs a reason, a document, and one that has been read', async () => {
    const of = await shelf();
    const id = await of.add();
    await expect(
      correct(of.workspace, ACTOR, { id, assignments: [assignmentOf('caja=1')], why: ' ' }, signal),
    ).rejects.toMatchObject({
      code: 'no-reason',
    });
    await expect(set(of, '0'.repeat(32), 'caja=1')).rejects.toMatchObject({ code: 'document-not-found' });
    const waiting = await of.add({ seal: false });
    await expect(set(of, waiting, 'caja=1')).rejects.toMatchObject({ code: 'not-processed' });
  });
});

describe('a person has the last word', () => {
  it('over rules that run again', async () => {
    const of = await shelf();
    const id = await of.add();
    await set(of, id, 'asunto=Lo que dice el papel');
    const corrected = await of.record(id);
    expect(await reextract(of.workspace, ACTOR, { ids: [] }, signal)).toEqual({ documents: 1, changed: 0 });
    expect(await of.record(id)).toEqual(corrected);
  });

  it('over rules that have changed, which stand beneath', async () => {
    const of = await shelf();
    const id = await of.add();
    await set(of, id, 'asunto=Lo que dice el papel', 'numeroOficio=SA/999/1987');
    const { fields } = await of.record(id);
    // As an older version of foja would have left it.
    const old = {
      ...fields!.asunto,
      overrides: { ...fields!.asunto.overrides!, value: 'mal leído', version: 0 },
    };

    await changeRecord(
      of.workspace,
      ACTOR,
      { id, message: 'older', apply: (it) => ({ ...it, fields: { ...it.fields!, asunto: old } }) },
      signal,
    );
    expect(await reextract(of.workspace, ACTOR, { ids: [id] }, signal)).toEqual({ documents: 1, changed: 1 });
    const again = (await of.record(id)).fields!;
    expect(again.asunto).toEqual(fields!.asunto);
    expect(again.numeroOficio).toEqual(fields!.numeroOficio);
  });

  it('over a manifest that comes later, and the manifest over the rule', async () => {
    const of = await shelf();
    const id = await of.add();
    await set(of, id, 'asunto=De la persona');
    await updateDescription(
      of.workspace,
      ACTOR,
      {
        present: await of.record(id),
        said: said(
          { caja: '12' },
          { asunto: stated('Del inventario'), fechaDocumento: stated('1987-03-20') },
        ),
      },
      signal,
    );
    const { fields, description } = await of.record(id);
    expect(fields!.asunto).toMatchObject({
      value: 'De la persona',
      overrides: { value: 'Del inventario', from: 'manifest', overrides: { from: 'rule' } },
    });
    expect(fields!.fechaDocumento).toMatchObject({ value: '1987-03-20', overrides: { value: '1987-03-14' } });
    expect(description!.caja!.value).toBe('12');
    // The same manifest again is no news; a better one replaces it, and still not the person.
    const { version } = (await readHead(of.workspace.archive, id))!;
    await updateDescription(
      of.workspace,
      ACTOR,
      {
        present: await of.record(id),
        said: said(
          { caja: '12' },
          { asunto: stated('Del inventario'), fechaDocumento: stated('1987-03-20') },
        ),
      },
      signal,
    );
    expect((await readHead(of.workspace.archive, id))!.version).toBe(version);
    await updateDescription(
      of.workspace,
      ACTOR,
      { present: await of.record(id), said: said({ caja: '13' }, { asunto: stated('Corregido') }) },
      signal,
    );
    const later = await of.record(id);
    expect(later.fields!.asunto).toMatchObject({ value: 'De la persona', overrides: { value: 'Corregido' } });
    expect(later.description!.caja!.value).toBe('13');
  });

  it('over a job that is carried out a second time', async () => {
    const of = await shelf();
    const id = await of.add();
    const [first, head] = [await of.record(id), await readHead(of.workspace.archive, id)];
    await set(of, id, 'asunto=De la persona');

    const sealed = await seal(of.workspace, ACTOR, head!, first, []);
    expect(sealed.fields!.asunto.value).toBe('De la persona');
    expect((await of.record(id)).fields!.asunto.value).toBe('De la persona');
  });
});
