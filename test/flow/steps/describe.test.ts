import { describe, expect, it } from 'vitest';
import { said, shelf, stated } from '../../support/archived.ts';

describe('the record of a document that came with a manifest', () => {
  it('has what the manifest says over what was read, though it was received long before it was read', async () => {
    const of = await shelf();
    const papers = said({ caja: '12', fojas: 4 }, { asunto: stated('Del inventario') }, 5);
    const id = await of.add({ said: papers, seal: false });
    expect(await of.record(id)).toMatchObject({
      status: 'received',
      description: papers.description,
      fields: null,
    });

    const read = await of.add({ said: papers });
    const { fields, description, delivery, flags } = await of.record(read);
    expect(fields!.asunto).toMatchObject({
      value: 'Del inventario',
      from: 'manifest',
      overrides: { value: 'Se remite licencia.', from: 'rule' },
    });
    expect(fields!.asunto.evidence).toEqual(fields!.asunto.overrides!.evidence);
    expect(fields!.fechaDocumento.from).toBe('rule');
    expect([description, delivery]).toEqual([papers.description, papers.delivery]);
    expect(flags!.map(({ code }) => code)).toEqual(['pages-missing', 'fojas-against-pages']);
  });

  it('of one without says nothing more', async () => {
    const of = await shelf();
    const record = await of.record(await of.add());
    expect(Object.keys(record)).not.toEqual(expect.arrayContaining(['description']));
    expect(record.flags).toBeUndefined();
  });
});
