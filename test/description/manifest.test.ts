import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { useOf } from '../../src/description/manifest/columns.ts';
import { type Manifest, readManifest } from '../../src/description/manifest/read.ts';
import { FojaError, InputError } from '../../src/model/errors.ts';

const read = (text: string, encoding: BufferEncoding = 'utf8') =>
  readManifest('lote.csv', Buffer.from(text, encoding));
const cells = ({ rows }: Manifest) => rows.map((row) => row.cells);

const TABLE = 'Archivo;Nº de Oficio;Sección;Asunto\n1.tif;SA/1/1987;Secretaría;Año nuevo\n';
const EXPECTED = [
  { Archivo: '1.tif', 'Nº de Oficio': 'SA/1/1987', Sección: 'Secretaría', Asunto: 'Año nuevo' },
];

describe('a manifest', () => {
  it.each([
    ['UTF-8', Buffer.from(TABLE)],
    ['UTF-8 with BOM', Buffer.from(`\ufeff${TABLE}`)],
    ['Latin-1', Buffer.from(TABLE, 'latin1')],
    ['UTF-16 with BOM', Buffer.from(`\ufeff${TABLE}`, 'utf16le')],
    ['commas', Buffer.from(TABLE.replaceAll(';', ','))],
    ['tabs', Buffer.from(TABLE.replaceAll(';', '\t'))],
    ['CRLF', Buffer.from(TABLE.replaceAll('\n', '\r\n'))],
  ])('is read in %s', (_name, bytes) => {
    expect(cells(readManifest('lote.csv', bytes))).toEqual(EXPECTED);
  });

  it('is read in Windows-1252, whose quotes and dashes Latin-1 has not', () => {
    const bytes = Buffer.from('archivo;asunto\n1.tif;\x93Licencia\x94 \x96 norte\n', 'latin1');
    expect(cells(readManifest('x', bytes))[0]).toMatchObject({ asunto: '“Licencia” – norte' });
  });

  it('may have titles above, totals below and its header printed again', () => {
    const { rows, ignored } = read(
      'Municipio de Guadalupe;;\nInventario;;\n;;\narchivo;asunto;fojas\n1.tif;Uno;2\narchivo;asunto;fojas\n2.tif;Total de ingresos;1\nTOTAL;;3\n',
    );
    expect(rows.map(({ line, cells: { archivo } }) => [line, archivo])).toEqual([
      [5, '1.tif'],
      [7, '2.tif'],
    ]);
    expect(ignored).toEqual([
      { line: 6, why: 'header' },
      { line: 8, why: 'total' },
    ]);
  });

  it('may have line breaks and separators in quotes', () => {
    const manifest = read('archivo;asunto\r\n1.tif;"Licencia;\r\nzona ""norte"""\r\n2.tif;Dos\r\n');
    expect(cells(manifest)[0]).toEqual({ archivo: '1.tif', asunto: 'Licencia;\nzona "norte"' });
    expect(manifest.rows.map(({ line }) => line)).toEqual([2, 4]);
  });

  it('fills what merged cells say above, and nothing else', () => {
    const { rows } = read(
      [
        'fondo;serie;expediente;archivo;asunto',
        'Guadalupe;Licencias;1;a.tif;Uno',
        ';;;b.tif;',
        ';;2;c.tif;Tres',
        'Guadalupe;Actas;;d.tif;',
      ].join('\n'),
    );
    expect(rows.map(({ filled }) => filled)).toEqual([
      {},
      { fondo: 'Guadalupe', serie: 'Licencias', expediente: '1' },
      { fondo: 'Guadalupe', serie: 'Licencias' },
      // What is stated around it was not merged: this blank is a blank.
      {},
    ]);
  });

  it('keeps every cell, those of columns it does not know too', () => {
    const manifest = read('archivo;asunto;Pasillo;dpi\n1.tif;Uno;7;300\n');
    expect(manifest.unknown).toEqual(['Pasillo']);
    expect(cells(manifest)[0]).toEqual({ archivo: '1.tif', asunto: 'Uno', Pasillo: '7', dpi: '300' });
  });

  it.each(['', 'hola', '\0\0\0\0', 'uno;dos\n1;2\n'])('%j is none', (text) => {
    expect(() => read(text)).toThrow(InputError);
  });

  it('is read or refused, whatever its bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (noise) => {
        const bytes = Buffer.concat([Buffer.from('archivo;asunto\n'), noise]);
        try {
          readManifest('x', bytes);
        } catch (error) {
          expect(error).toBeInstanceOf(FojaError);
        }
      }),
    );
  });
});

describe('a header', () => {
  it.each([
    ['N.º de Oficio', { field: 'numeroOficio' }],
    ['NUM_OFICIO', { field: 'numeroOficio' }],
    ['No. de oficio', { field: 'numeroOficio' }],
    ['FECHA DEL DOCUMENTO', { field: 'fechaDocumento' }],
    ['Número de Expediente', { description: 'expediente' }],
    ['EXP.', { description: 'expediente' }],
    ['código de clasificación archivística', { description: 'clave' }],
    ['fecha_cierre', { description: 'fechaCierre' }],
    ['Total de fojas', { description: 'fojas' }],
    ['imagenes', { count: 'imagenes' }],
    ['sha256', { match: 'sha256' }],
    ['Número de sesión', { field: 'sesionNumero' }],
    ['C.c.p.', { kept: true }],
    ['dpi', { kept: true }],
    ['color de la carpeta', null],
  ])('%s', (header, use) => {
    expect(useOf(header)).toEqual(use);
  });
});
