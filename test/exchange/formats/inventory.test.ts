import { buffer } from 'node:stream/consumers';
import { inflateRawSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { putCatalog } from '../../../src/archive/catalogs.ts';
import { type InventoryKind, inventoryRows, noTotals } from '../../../src/exchange/formats/inventory.ts';
import { inventoryCsv } from '../../../src/exchange/formats/inventory-csv.ts';
import { COLUMNS } from '../../../src/exchange/formats/inventory-row.ts';
import { inventoryXlsx } from '../../../src/exchange/formats/inventory-xlsx.ts';
import { type Shelf, said, shelf } from '../../support/archived.ts';

const CUADRO = [
  'clave;nombre;nivel;valor_documental;vigencia_at;vigencia_ac;destino_final',
  'MG;Guadalupe;fondo;;;;',
  'MG.1;Licencias;serie;A, L;2;5;Baja',
  'MG.2;Actas;serie;A, L;2;5;Conservación permanente',
  'MG.3;Permisos;serie;A;2;5;Muestreo',
].join('\n');

const DAY = '1995-06-01';

async function filled(): Promise<Shelf> {
  const of = await shelf();
  await putCatalog(of.workspace.archive, 'clasificacion', Buffer.from(CUADRO), {
    created: '2026-01-01T00:00:00Z',
    message: 'acta 1',
    user: { name: 'prueba' },
  });
  const of1 = (serie: string, expediente: string, fechaCierre: string | null, more = {}) =>
    of.add({
      said: said({ fondo: 'Guadalupe', serie, expediente, ...(fechaCierre && { fechaCierre }), ...more }),
    });
  await of1('Licencias', '0007', '1987-12-31', { titulo: '=SUMA(A1)', caja: '0012', fojas: 1 });
  await of1('Licencias', '8', '1992-01-31', { titulo: '+52 tel', caja: '0012' });
  await of1('Licencias', '9', null);
  await of1('Actas', '1', '1987');
  await of1('Permisos', '1', '1987');
  await of1('Otra', '1', '1987');
  await of.add({ said: null });
  return of;
}

async function csvOf(of: Shelf, kind: InventoryKind, delimiter: ',' | ';' = ',', fondo?: string) {
  const totals = noTotals();
  const rows = inventoryRows(of.workspace.archive, { kind, day: DAY, ...(fondo && { fondo }) }, totals);
  const csv = (await buffer(inventoryCsv(rows, delimiter))).toString();
  const table = parse(csv, { bom: true, columns: true, delimiter }) as Record<string, string>[];
  return { csv, totals, table, who: table.map((row) => `${row['serie']} ${row['no_expediente']}`.trim()) };
}

describe('an inventory', () => {
  it('of everything leaves nothing out, and numbers it without gaps', async () => {
    const { table, who, totals } = await csvOf(await filled(), 'general');
    expect(Object.keys(table[0]!)).toEqual([...COLUMNS]);
    expect(who).toEqual([
      'MG.2 Actas 1',
      'MG.1 Licencias 0007',
      'MG.1 Licencias 8',
      'MG.1 Licencias 9',
      'Otra 1',
      'MG.3 Permisos 1',
      '',
    ]);
    expect(table.map((row) => row['no_consecutivo'])).toEqual(['1', '2', '3', '4', '5', '6', '7']);
    expect(table[1]).toMatchObject({
      no_caja: '0012',
      clave_clasificacion: 'MG.1',
      fecha_inicio: '14/03/1987',
      fecha_cierre: '31/12/1987',
      fojas: '1',
      imagenes: '1',
      vigencia_at: '2',
      vigencia_ac: '5',
      vigencia_total: '7',
      destino_final: 'Baja',
      observaciones: 'Vigencia concluida el 31/12/1994.',
    });
    expect(table[2]!['fojas']).toBe('');
    // A document by itself is called by what it is about.
    expect(table[6]).toMatchObject({
      titulo: 'Se remite licencia.',
      observaciones: expect.stringContaining('sin expediente'),
    });
    expect(totals).toMatchObject({ rows: 7, undecided: 0, fojas: 1 });
  });

  it.each([
    ['transferencia-primaria', ['MG.1 Licencias 8'], 3],
    ['transferencia-secundaria', ['MG.2 Actas 1', 'MG.3 Permisos 1'], 3],
    ['baja', ['MG.1 Licencias 0007'], 3],
  ] as const)(
    'of a %s holds those whose time has come, and counts those nobody can decide',
    async (kind, expected, undecided) => {
      const { who, totals } = await csvOf(await filled(), kind);
      expect(who).toEqual(expected);
      expect(totals.undecided).toBe(undecided);
    },
  );

  it('of one fondo is asked for by name or key', async () => {
    const of = await filled();
    expect((await csvOf(of, 'general', ',', 'MG')).who).toHaveLength(6);
    expect((await csvOf(of, 'general', ',', 'GUADALUPE')).who).toHaveLength(6);
    expect((await csvOf(of, 'general', ',', 'Otro')).who).toEqual([]);
  });
});

describe('as CSV', () => {
  it('has BOM and CRLF, and no cell that a spreadsheet would run', async () => {
    const { csv, table } = await csvOf(await filled(), 'general', ';');
    expect(csv.charCodeAt(0)).toBe(0xfeff);
    expect(csv.replaceAll('\r\n', '')).not.toContain('\n');
    expect(table[1]!['titulo']).toBe("'=SUMA(A1)");
    expect(table[2]!['titulo']).toBe("'+52 tel");
    for (const row of table) for (const cell of Object.values(row)) expect(cell).not.toMatch(/^[=+@\t\r-]/);
  });
});

describe('as XLSX', () => {
  it('keeps zeros, since codes are text, and has who answers for it below', async () => {
    const of = await filled();
    const totals = noTotals();
    const options = { kind: 'baja', day: DAY } as const;
    const book = await inventoryXlsx(inventoryRows(of.workspace.archive, options, totals), options, totals);
    const strings = [...unzipped(book, /sharedStrings\.xml$/).matchAll(/<t[^>]*>([^<]*)<\/t>/g)].map(
      ([, it]) => it,
    );
    expect(strings).toContain('0007');
    expect(strings).toContain('=SUMA(A1)');
    expect(strings).toContain('Inventario de baja documental');
    expect(strings.join(' ')).toMatch(
      /ampara la cantidad de 1 expedientes de los años 1987 .* contenidos en 1 cajas/,
    );
    expect(strings).toEqual(expect.arrayContaining(['Elaboró', 'Revisó', 'Autorizó', 'Recibió']));
    expect(unzipped(book, /sheet1\.xml$/)).not.toContain('<f>');
  });
});

/** A file of a ZIP, by the records of its directory. */
function unzipped(zip: Buffer, name: RegExp): string {
  for (
    let at = zip.indexOf('PK\x01\x02', 0, 'latin1');
    at >= 0;
    at = zip.indexOf('PK\x01\x02', at + 4, 'latin1')
  ) {
    const nameLength = zip.readUInt16LE(at + 28);
    if (!name.test(zip.toString('utf8', at + 46, at + 46 + nameLength))) continue;
    const start = zip.readUInt32LE(at + 42);
    const data = start + 30 + zip.readUInt16LE(start + 26) + zip.readUInt16LE(start + 28);
    const packed = zip.subarray(data, data + zip.readUInt32LE(at + 20));
    return (zip.readUInt16LE(at + 10) === 8 ? inflateRawSync(packed) : packed).toString();
  }
  throw new Error(`no ${name} in the ZIP`);
}
