import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { putCatalog } from '../../src/archive/catalogs.ts';
import { dublinCore } from '../../src/exchange/formats/dublin-core.ts';
import { ead3 } from '../../src/exchange/formats/ead3.ts';
import { readTree } from '../../src/exchange/formats/inventory.ts';
import { assignmentOf, correct } from '../../src/services/correct.ts';
import { ACTOR, type Shelf, said, shelf } from '../support/archived.ts';

/** Elements with their attributes and own text, as paths; throws for what is not well formed. */
function elementsOf(xml: string): { path: string; text: string; attributes: Record<string, string> }[] {
  const found: { path: string; text: string; attributes: Record<string, string> }[] = [];
  const open: number[] = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const above = open.at(-1);
    found.push({ path: above === undefined ? name : `${found[above]!.path}/${name}`, text: '', attributes });
    open.push(found.length - 1);
  });
  parser.on('text', (text) => {
    const at = open.at(-1);
    if (at !== undefined) found[at]!.text += text;
  });
  parser.on('closetag', () => open.pop());
  parser.write(xml).close();
  return found;
}

async function aidOf(of: Shelf, fondo = 'Guadalupe'): Promise<string> {
  const about = {
    fondo,
    tree: await readTree(of.workspace.archive),
    agency: 'Archivo Municipal de Guadalupe',
    created: '2026-01-01T00:00:00Z',
    software: 'foja',
  };
  return (await Array.fromAsync(ead3(of.workspace.archive, about))).join('');
}

const CUADRO =
  'clave;nombre;nivel;vigencia_at\nMG;Guadalupe;fondo;\nMG.4;Obras;sección;\nMG.4.1;Licencias;serie;2';

describe('a fondo in EAD3', () => {
  it('has every document once, below its expediente, serie and sección', async () => {
    const of = await shelf();
    await putCatalog(of.workspace.archive, 'clasificacion', Buffer.from(CUADRO), {
      created: '2026-01-01T00:00:00Z',
      message: 'acta 1',
      user: { name: 'prueba' },
    });
    const ids = [];
    for (const [serie, expediente] of [
      ['Licencias', '10'],
      ['Licencias', '9'],
      ['Actas & <cosas>', '1'],
      ['Licencias', '9'],
    ])
      ids.push(
        await of.add({
          said: said({ fondo: 'Guadalupe', seccion: 'Obras', serie: serie!, expediente: expediente! }),
        }),
      );
    ids.push(await of.add({ said: said({ fondo: 'Guadalupe' }) }));
    const elsewhere = await of.add({ said: said({ fondo: 'Apodaca', expediente: '9' }) });

    const xml = await aidOf(of, 'MG');
    const elements = elementsOf(xml);
    const levels = elements
      .filter(({ path }) => path.endsWith('/c'))
      .map(({ path, attributes }) => `${path.split('/c').length - 1} ${attributes['level']}`);
    expect(levels).toEqual([
      '1 item',
      '1 otherlevel',
      '2 series',
      '3 file',
      '4 item',
      '2 series',
      '3 file',
      '4 item',
      '4 item',
      '3 file',
      '4 item',
    ]);
    const hrefs = elements.flatMap(({ attributes }) => attributes['href'] ?? []);
    expect(hrefs.sort()).toEqual(ids.map((id) => `urn:foja:${id}`).sort());
    expect(xml).not.toContain(elsewhere);
    const titles = elements.filter(({ path }) => path.endsWith('unittitle')).map(({ text }) => text);
    expect(titles).toContain('Actas & <cosas>');
    expect(titles[0]).toBe('Guadalupe');
    const quantities = elements.filter(({ path }) => path === 'ead/archdesc/did/physdescstructured/quantity');
    expect(quantities.map(({ text }) => text)).toEqual(['5', '5']);
    expect(elements.filter(({ path }) => path.endsWith('appraisal/p')).length).toBeGreaterThan(0);
  });

  it('that nobody has is said so', async () => {
    const of = await shelf();
    await of.add();
    await expect(aidOf(of)).rejects.toMatchObject({ code: 'no-such-fondo' });
  });
});

describe('a document in Dublin Core', () => {
  it('tells what the record tells', async () => {
    const of = await shelf();
    const id = await of.add({
      said: said({ serie: 'Licencias', expediente: '345', clave: 'MG.4.1/345', fojas: 1 }),
    });
    await correct(
      of.workspace,
      ACTOR,
      { id, assignments: [assignmentOf('asunto=Uno & <otro> "más"')], why: 'prueba' },
      new AbortController().signal,
    );
    const elements = elementsOf(dublinCore(await of.record(id)));
    const values = (name: string) =>
      elements.filter(({ path }) => path === `oai_dc:dc/dc:${name}`).map(({ text }) => text);
    expect(values('title')).toEqual(['Uno & <otro> "más"']);
    expect(values('date')).toEqual(['1987-03-14']);
    expect(values('identifier')).toEqual([`urn:foja:${id}`, 'MG.4.1/345', 'SA/0123/1987']);
    expect(values('creator')[1]).toContain('JULIAN OLVERA PEÑA');
    expect(values('format')).toEqual(['image/png', '1 imagen', '1 fojas']);
    expect(values('relation')).toEqual(['Expediente 345']);
  });

  it('gives a date only where there is one; what was read of another is coverage', async () => {
    const of = await shelf();
    const id = await of.add();
    const record = await of.record(id);
    const fechaDocumento = {
      ...record.fields!.fechaDocumento,
      value: null,
      raw: 'a 14 de marzo\u0007 de 198',
    };
    const elements = elementsOf(dublinCore({ ...record, fields: { ...record.fields!, fechaDocumento } }));
    expect(elements.some(({ path }) => path.endsWith('dc:date'))).toBe(false);
    expect(elements.find(({ path }) => path.endsWith('dc:coverage'))!.text).toBe('a 14 de marzo de 198');
  });
});
