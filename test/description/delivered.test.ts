import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { lookUp, matchDelivery, mismatchesOf } from '../../src/description/delivered.ts';
import { readManifest } from '../../src/description/manifest/read.ts';
import { parseTemplate } from '../../src/description/template.ts';

const template = parseTemplate('{serie}/EXP-{expediente:int}/{imagen:int}{cara:[rv]?}.{ext}');
const manifestOf = (...lines: string[]) => readManifest('lote.csv', Buffer.from(lines.join('\n')));

/** Documents by their files; a document of several is a folder. */
const groupsOf = (...documents: string[][]) =>
  documents.map((paths) => ({
    source: paths.length === 1 ? `caja/${paths[0]}` : `caja/${paths[0]!.replace(/\/[^/]+$/, '')}`,
    files: paths.map((path) => ({
      path: `caja/${path}`,
      sha256: createHash('sha256').update(path).digest('hex'),
    })),
  }));

/** Looks every document up, as a batch does; `pages` are those that have been read. */
function ask(
  options: Parameters<typeof matchDelivery>[1],
  groups: ReturnType<typeof groupsOf>,
  pages: number[] = [],
) {
  const delivery = matchDelivery(groups, options);
  const found = groups.map((group, at) => ({
    ...lookUp(delivery, group, group.files),
    ...{ group, files: group.files, pages: pages[at] ?? null },
  }));
  return { said: found.map(({ said }) => said), mismatches: mismatchesOf(delivery, found) };
}

describe('rows and documents', () => {
  it.each([
    ['its path', 'Actas/EXP-1/1.tif'],
    ['the end of its path', 'EXP-1/1.tif'],
    ['its name', '1.tif'],
    ['its name without extension', '1'],
    ['a Windows path', 'C:\\Actas\\EXP-1\\1.TIF'.replace('C:\\', '')],
    ['a path with a drive', 'D:/caja/Actas/EXP-1/1.tif'],
  ])('meet by %s', (_name, archivo) => {
    const manifest = manifestOf('archivo;asunto', `${archivo};Uno`);
    const { said, mismatches } = ask({ manifest }, groupsOf(['Actas/EXP-1/1.tif']));
    expect(said[0]!.delivery!.stated.asunto).toMatchObject({ value: 'Uno', raw: 'Uno', from: 'manifest' });
    expect(mismatches).toEqual([]);
  });

  it('meet by folder, by digest and by expediente', () => {
    const groups = groupsOf(
      ['Actas/EXP-1/1r.tif', 'Actas/EXP-1/1v.tif'],
      ['Actas/EXP-2/7.tif'],
      ['Actas/EXP-3/1.tif'],
    );
    const manifest = manifestOf(
      'archivo;sha256;serie;expediente;titulo',
      'EXP-1;;;;Uno',
      `;${groups[1]!.files[0]!.sha256.toUpperCase()};;;Dos`,
      ';;ACTAS;003;Tres',
    );
    const { said, mismatches } = ask({ manifest, template }, groups);
    expect(said.map((one) => one!.description.titulo!.value)).toEqual(['Uno', 'Dos', 'Tres']);
    expect(mismatches).toEqual([]);
  });

  it('without an expediente take that of the row above, unless their file lies in another folder', () => {
    const manifest = manifestOf(
      'archivo;caja;expediente;asunto',
      'a.tif;3;12;Uno',
      'b.tif;;;Dos',
      'c.tif;;;Tres',
      'd.tif;;;Cuatro',
    );
    const groups = groupsOf(['1948/a.tif'], ['1948/b.tif'], ['1955/c.tif'], ['1948/d.tif']);
    const { said, mismatches } = ask({ manifest }, groups);
    expect(said.map((one) => one!.description.expediente?.value)).toEqual(['12', '12', undefined, '12']);
    expect(said[2]!.description.caja).toBeUndefined();
    expect(mismatches).toEqual([{ code: 'blank-not-filled', line: 4, detail: 'expediente: 12' }]);
  });

  it('without an expediente are listed where years lie between them and the row above', () => {
    const manifest = manifestOf(
      'archivo;expediente;fecha',
      'a.tif;12;14/03/1948',
      'b.tif;;02/01/1949',
      'c.tif;;30-jul-87',
    );
    const { said, mismatches } = ask({ manifest }, groupsOf(['x/a.tif'], ['x/b.tif'], ['x/c.tif']));
    expect(said[2]!.description.expediente?.value).toBe('12');
    expect(mismatches).toEqual([{ code: 'filled-over-years', line: 4, detail: 'expediente: 12' }]);
  });

  it('that do not meet are listed, on either side', () => {
    const manifest = manifestOf('archivo;asunto', 'EXP-9/1.tif;Nueve', '1.tif;Uno', ';sin nada');
    const { said, mismatches } = ask({ manifest }, groupsOf(['EXP-1/1.tif'], ['EXP-2/1.tif']));
    expect(said).toEqual([null, null]);
    expect(mismatches).toEqual([
      { code: 'row-without-file', line: 2, detail: 'EXP-9/1.tif' },
      { code: 'row-ambiguous', line: 3, detail: '1.tif' },
      { code: 'row-without-file', line: 4, detail: 'sin nada' },
      { code: 'file-without-row', path: 'caja/EXP-1/1.tif' },
      { code: 'file-without-row', path: 'caja/EXP-2/1.tif' },
    ]);
  });

  it('of single pages say together what they agree on; a page without a row is listed', () => {
    const manifest = manifestOf(
      'archivo;expediente;asunto;caja',
      'EXP-1/1.tif;1;Uno;12',
      'EXP-1/2.tif;1;Otro;12',
    );
    const { said, mismatches } = ask({ manifest }, groupsOf(['EXP-1/1.tif', 'EXP-1/2.tif', 'EXP-1/3.tif']));
    expect(said[0]!.description).toMatchObject({ expediente: { value: '1' }, caja: { value: '12' } });
    expect(said[0]!.delivery!.stated.asunto).toBeUndefined();
    expect(said[0]!.delivery!.rows).toHaveLength(2);
    expect(mismatches).toEqual([
      { code: 'rows-disagree', line: 3, path: 'caja/EXP-1', detail: 'asunto: Uno / Otro' },
      { code: 'file-without-row', path: 'caja/EXP-1/3.tif' },
    ]);
  });

  it('whose digests differ are listed', () => {
    const manifest = manifestOf('archivo;sha256', `1.tif;${'a'.repeat(64)}`);
    expect(ask({ manifest }, groupsOf(['EXP-1/1.tif'])).mismatches).toMatchObject([
      { code: 'digest-differs', line: 2, path: 'caja/EXP-1/1.tif' },
    ]);
  });

  it('with a cell that is no value keep it as written, and list it', () => {
    const manifest = manifestOf('archivo;fecha;tipo', '1.tif;ca. 1987;carta');
    const { said, mismatches } = ask({ manifest }, groupsOf(['EXP-1/1.tif']));
    expect(said[0]!.delivery!.stated).toEqual({});
    expect(said[0]!.delivery!.rows[0]!.cells).toMatchObject({ fecha: 'ca. 1987', tipo: 'carta' });
    expect(mismatches.map(({ code, detail }) => [code, detail])).toEqual([
      ['bad-cell', 'fecha: ca. 1987'],
      ['bad-cell', 'tipo: carta'],
    ]);
  });
});

describe('pages that are promised', () => {
  it.each([
    ['imagenes', 'imagenes', '4'],
    ['a range', 'imagen inicial;imagen final', '0001;0004'],
  ])('by %s are compared with those found', (_name, header, cells) => {
    const manifest = manifestOf(`archivo;${header}`, `1.pdf;${cells}`);
    const groups = groupsOf(['EXP-1/1.pdf']);
    expect(ask({ manifest }, groups, [4]).mismatches).toEqual([]);
    expect(ask({ manifest }, groups, [3]).mismatches).toEqual([
      { code: 'pages-missing', path: 'caja/EXP-1/1.pdf', detail: '4 / 3' },
    ]);
    expect(ask({ manifest }, groups, [5]).mismatches).toMatchObject([{ code: 'pages-extra' }]);
    expect(ask({ manifest }, groups).said[0]!.delivery!.pages).toBe(4);
  });

  it('of an expediente of several documents are compared with all of them', () => {
    const manifest = manifestOf('expediente;imagenes;fojas', '1;5;3');
    const groups = groupsOf(['Actas/EXP-1/1.pdf'], ['Actas/EXP-1/2.pdf']);
    const { said, mismatches } = ask({ manifest, template }, groups, [2, 2]);
    expect(mismatches).toEqual([{ code: 'pages-missing', line: 2, detail: '5 / 4' }]);
    // What is said of the whole is not said of a part.
    expect(said[0]!.delivery!.pages).toBeNull();
    expect(said[0]!.description).toMatchObject({ fojasExpediente: { value: 3 } });
    expect(said[0]!.description.fojas).toBeUndefined();
  });
});
