// Records as an archivist keeps them: a delivery with its inventory in, corrections, review, inventories out.
import { cp, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { foja, type Run, temporaryFolder } from '../support/foja.ts';

const SCANS = path.resolve(import.meta.dirname, '../../fixtures/scans/1987/OBRAS PUBLICAS');
const FIXTURES = path.resolve(import.meta.dirname, '../../fixtures/manifests');
const TEMPLATE = '{seccion}/Caja {caja:int}/Exp {expediente:int}/{imagen:int}{cara:[rv]?}.{ext}';

let box: Awaited<ReturnType<typeof temporaryFolder>>;
let ingested: Run;
const run = (...args: string[]) => foja(box.path, ...args);
const events = (of: Run, event: string) => of.json.filter((it) => it['event'] === event);
const delivery = () => ['entrega', '--manifest', 'entrega/lote.csv', '--template', TEMPLATE];
let [oficio, ceremonia] = ['', ''];

interface Shown {
  fields: Record<string, Field>;
  description: Record<string, Field>;
  flags: { code: string }[];
  counts: object;
  versions: { user: { name: string }; message: string }[];
}
interface Field {
  value: unknown;
  from: string;
  overrides?: Field;
  evidence: { page: number }[];
}
const show = async (id: string) => (await run('show', id, '--json')).json[0] as unknown as Shown;

beforeAll(async () => {
  box = await temporaryFolder();
  await mkdir(path.join(box.path, 'entrega'));
  await cp(SCANS, path.join(box.path, 'entrega/OBRAS PUBLICAS'), { recursive: true });
  await cp(path.join(FIXTURES, 'lote-1987.csv'), path.join(box.path, 'entrega/lote.csv'));
  ingested = await run('ingest', ...delivery(), '--json');
  [oficio, ceremonia] = ['Exp 0345', 'Exp 0346/1.jpg'].map((end) =>
    String(events(ingested, 'document').find((it) => String(it['source']).endsWith(end))!['id']),
  ) as [string, string];
}, 120_000);
afterAll(() => box[Symbol.asyncDispose]());

describe('foja ingest --manifest --template', () => {
  it('lists what does not fit, in the batch report too, and says so by its exit code', async () => {
    expect(ingested.code).toBe(11);
    const mismatches = events(ingested, 'mismatch');
    expect(mismatches.map((it) => [it['code'], it['line']])).toEqual([
      ['bad-cell', 7],
      ['row-without-file', 8],
      ['pages-missing', undefined],
    ]);
    const { batch, mismatches: count, failed } = events(ingested, 'summary')[0] as Record<string, unknown>;
    expect({ count, failed }).toEqual({ count: 3, failed: 0 });
    const archive = path.join(box.path, 'archivo');
    const report = JSON.parse(await readFile(path.join(archive, 'batches', `${batch}.json`), 'utf8'));
    expect(report.mismatches).toEqual(mismatches.map(({ event: _, ...it }) => it));
    const { sha256 } = report.options.manifest;
    const kept = await readFile(path.join(archive, 'manifests', `${sha256}.csv`));
    expect(kept.equals(await readFile(path.join(FIXTURES, 'lote-1987.csv')))).toBe(true);
    expect(report.ignored).toEqual([{ path: 'entrega/lote.csv', why: 'manifest' }]);
  });

  it('fills the record: path, manifest over path, and what was read beneath', async () => {
    const { description, fields, counts, flags } = await show(oficio);
    expect(description['seccion']).toMatchObject({
      value: 'Obras Públicas',
      from: 'manifest',
      overrides: { from: 'rule' },
    });
    expect(description['titulo']!.value).toBe('Licencias de construcción, zona norte');
    expect(description['fechaCierre']!.value).toBe('1987-12-31');
    expect(fields['asunto']).toMatchObject({
      value: 'Licencia de construcción',
      from: 'manifest',
      overrides: { from: 'rule' },
    });
    expect(fields['asunto']!.evidence[0]).toMatchObject({ page: 1 });
    // Recto, vuelta and a second sheet.
    expect(counts).toEqual({ pages: 3, fojas: 2, pdfPages: 3 });
    expect(flags.map(({ code }) => code)).toEqual(['pages-missing']);
    expect((await show(ceremonia)).fields['numeroOficio']).toMatchObject({ value: null, from: 'manifest' });
  });

  it('shows the same without doing it', async () => {
    await using empty = await temporaryFolder();
    const dry = await foja(
      empty.path,
      'ingest',
      path.join(box.path, 'entrega'),
      '--manifest',
      path.join(box.path, 'entrega/lote.csv'),
      '--template',
      TEMPLATE,
      '--dry-run',
      '--json',
    );
    expect(events(dry, 'mismatch').map((it) => it['code'])).toEqual(['bad-cell', 'row-without-file']);
    expect(dry.code).toBe(11);
  });

  it('refuses a template or manifest that cannot be used before anything is received', async () => {
    await using empty = await temporaryFolder();
    await writeFile(path.join(empty.path, 'mala.csv'), 'hola;mundo\n');
    const scans = path.join(box.path, 'entrega');
    const manifest = await foja(empty.path, 'ingest', scans, '--manifest', 'mala.csv');
    expect([manifest.code, manifest.stderr]).toEqual([2, expect.stringContaining('bad-manifest')]);
    const template = await foja(empty.path, 'ingest', scans, '--template', '{fond}/{_}');
    expect([template.code, template.stderr]).toEqual([1, expect.stringContaining('bad-template')]);
    await expect(stat(path.join(empty.path, 'archivo'))).rejects.toThrow();
  });
});

it('takes what the folder of a double says where that of the first says nothing, and lists what it says otherwise', async () => {
  const scan = path.join(SCANS, '../../Licencias 2003/licencia SA-0123.tif');
  for (const to of ['antes.tif', 'Exp 7/1.tif', 'Exp 8/1.tif']) {
    await mkdir(path.dirname(path.join(box.path, 'dobles', to)), { recursive: true });
    await cp(scan, path.join(box.path, 'dobles', to));
  }
  const apart = (...args: string[]) => run(...args, '--archive', 'apart', '--json');
  const template = 'Exp {expediente}/{imagen}.{ext}';
  const done = await apart('ingest', 'dobles', '--each-file', '--template', template);
  const id = String(events(done, 'document')[0]!['id']);
  const { description } = (await apart('show', id)).json[0] as unknown as Shown;
  const [said, other] = description['expediente']!.value === '7' ? ['7', '8'] : ['8', '7'];
  expect(description['expediente']!.value).toBe(said);
  expect(events(done, 'mismatch').map((it) => [it['code'], it['path']])).toEqual([
    ['template-unmatched', 'dobles/antes.tif'],
    ['template-disagrees', `dobles/Exp ${other}/1.tif`],
  ]);
  expect((await apart('search', `expediente ${said}`)).stdout).toContain(id);
});

describe('foja set', () => {
  it('corrects, and nothing that runs again takes it back', async () => {
    const set = await run(
      'set',
      oficio,
      'fechaDocumento=27/05/1987',
      'tipoDocumental=oficio',
      '--why',
      'sello',
      '--json',
    );
    expect(set.code).toBe(0);
    expect(set.json[0]).toMatchObject({ id: oficio, version: 3, changed: true });
    const corrected = await show(oficio);
    expect(corrected.fields['fechaDocumento']).toMatchObject({
      value: '1987-05-27',
      from: 'person',
      set: { user: 'prueba', why: 'sello' },
      overrides: { value: '1987-05-26' },
    });
    expect(corrected.versions.at(-1)).toMatchObject({
      user: { name: 'prueba' },
      message: 'fechaDocumento, tipoDocumental: sello',
    });

    for (const part of ['index', 'work'])
      await rm(path.join(box.path, 'archivo', part), { recursive: true, force: true });
    expect((await run('ingest', ...delivery())).code).toBe(11);
    expect((await run('resume')).code).toBe(0);
    expect((await run('reextract')).code).toBe(0);
    expect((await run('reindex')).code).toBe(0);
    expect((await show(oficio)).fields).toEqual(corrected.fields);
    const search = await run('search', 'licencia', '--from', '1987-05-27', '--to', '1987-05-27', '--json');
    expect((search.json[0] as { total: number }).total).toBeGreaterThan(0);
    expect((await run('verify')).code).toBe(0);
  });

  it('says what a field accepts', async () => {
    const bad = await run('set', oficio, 'tipoDocumental=carta', '--why', 'x');
    expect(bad.code).toBe(1);
    expect(bad.stderr).toMatch(/OFICIO, OFICIO_CIRCULAR/);
    expect((await run('set', oficio, 'caja=1')).stderr).toContain('falta la opción --why');
  });
});

describe('foja show', () => {
  it('puts a title before its name and the post behind it', async () => {
    await run('set', oficio, 'destinatario=Lic. Eva Tovar, Directora Jurídica', '--why', 'carátula');
    expect((await run('show', oficio)).stdout).toContain('Lic. Eva Tovar, Directora Jurídica');
  });
});

describe('foja review', () => {
  it('lists what needs eyes, with pictures', async () => {
    const { json, stderr } = await run('review', '--json', '--crops', 'recortes');
    const items = json as unknown as { id: string; flags: { code: string }[]; fields: Doubt[] }[];
    expect(items[0]).toMatchObject({ id: oficio, flags: [{ code: 'pages-missing' }] });
    expect(items[0]!.fields.map(({ field }) => field)).not.toContain('fechaDocumento');
    const contradicted = items[0]!.fields.find(({ field }) => field === 'asunto')!;
    expect(contradicted.why).toBe('contradicted');
    const png = await readFile(path.join(box.path, contradicted.crop!));
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect(stderr).toContain('por revisar');
    expect((await run('review', '--json', '--limit', '1')).json).toHaveLength(1);
  });
});

describe('expedientes, inventories and finding aids', () => {
  it('go out as the archive has them', async () => {
    const put = await run(
      'catalog',
      'clasificacion',
      '--put',
      path.join(FIXTURES, 'cuadro.csv'),
      '--why',
      'acta 3',
    );
    expect(put.code).toBe(0);
    await run(
      'set',
      oficio,
      'fondo=Municipio de Guadalupe',
      'serie=Licencias de construcción',
      '--why',
      'carátula',
    );
    const expedientes = (await run('list', '--expedientes', '--json')).json;
    expect(expedientes.map((it) => [it['expediente'], it['documents'], it['pages'], it['fojas']])).toEqual([
      ['0346', 1, 1, 1],
      ['0345', 1, 3, 2],
    ]);
    expect((await run('list', '--expediente', '345', '--json')).json.map((it) => it['id'])).toEqual([oficio]);

    const baja = await run('export', '--inventory', 'baja', '--at', '2026-01-01', '-o', '-');
    expect(baja.stdout.split('\r\n')).toHaveLength(3);
    expect(baja.stdout).toContain('1,12,0345,,MG.4S.1,MG Municipio de Guadalupe');
    expect(baja.stderr).toContain('1 sin clasificación');
    // Closed on 31/12/1987: two years in the office, five in the archive of concentration.
    for (const [day, rows] of [
      ['1989-12-31', 0],
      ['1990-01-01', 1],
      ['1995-01-01', 0],
    ] as const) {
      const primary = await run('export', '--inventory', 'transferencia-primaria', '--at', day, '-o', '-');
      expect(primary.stdout.trim().split('\r\n')).toHaveLength(1 + rows);
    }
    expect((await run('export', '--inventory', 'general', '--format', 'xlsx', '-o', 'i.xlsx')).code).toBe(0);
    expect((await readFile(path.join(box.path, 'i.xlsx'))).subarray(0, 2).toString()).toBe('PK');

    const aid = await run('export', '--ead3', 'municipio de guadalupe', '-o', '-');
    expect(aid.stdout).toContain(`urn:foja:${oficio}`);
    expect(aid.stdout.trim()).toMatch(/<\/ead>$/);
    const harvest = await run('export', '--dublin-core', '-o', 'dc', '--json');
    expect(harvest.json).toHaveLength(2);
    const proposals = await run('catalog', 'dependencias', '--propose', '--json');
    expect(proposals.json.map((it) => it['documents'])).toEqual([1, 1]);
  });

  it('says in Spanish which inventories there are', async () => {
    const { stderr } = await run('export', '--inventory', 'nada', '-o', '-');
    expect(stderr.trim()).toBe(
      'foja: «nada» no sirve para la opción --inventory <clase>: use general, transferencia-primaria, transferencia-secundaria, baja.',
    );
  });

  it.each([
    [['export', '-o', 'x'], 1],
    [['export', '--ead3', 'Nadie', '-o', 'x'], 2],
    [['export', '--inventory', 'baja', '--dublin-core', '-o', 'x'], 1],
    [['catalog', 'clasificacion', '--put', 'no-hay.csv', '--why', 'x'], 2],
    [['catalog', 'otra'], 1],
    [['catalog', 'lugares'], 2],
  ])('%j ends with %i', async (args, code) => {
    expect((await run(...args)).code).toBe(code);
  });
});

interface Doubt {
  field: string;
  why: string;
  crop?: string;
}
