import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeByPath } from '../../src/description/by-path.ts';
import { matchTemplate, parseTemplate } from '../../src/description/template.ts';
import { UsageError } from '../../src/model/errors.ts';

const TEMPLATE = '{fondo}/{seccion}/{serie}/EXP-{expediente:int}/{imagen:int}{cara:[rv]?}.{ext}';
const textsOf = (template: string, path: string) => {
  const facts = matchTemplate(parseTemplate(template), path);
  if (!facts) return null;
  const texts = Object.entries(facts.description).map(([name, field]) => [name, field?.value]);
  return { ...Object.fromEntries(texts), leaf: facts.leaf, face: facts.face };
};

describe('a folder template', () => {
  it('reads the place of a file off its path', () => {
    expect(textsOf(TEMPLATE, 'Guadalupe/Secretaría/Licencias/EXP-0345/0012v.tif')).toEqual({
      fondo: 'Guadalupe',
      seccion: 'Secretaría',
      serie: 'Licencias',
      expediente: '345',
      leaf: '0012',
      face: 'v',
    });
  });

  it.each([
    ['{anio}/{_}', null],
    [
      '{seccion}/CAJA {caja:int}/EXP {expediente:int}/{imagen:int}{cara:[rv]?}.{ext}',
      'Obras/caja 12/exp 0345/001.jpg',
    ],
    ['CAJA_{caja:int}\\EXP_{expediente:int}.{ext}', 'CAJA_0012/EXP_0345.pdf'],
    ['{serie}/{_} {fechaInicio:anio}/{_}', 'Licencias/Tomo 1994/Lic 123-94.pdf'],
    ['{serie:actas|acuerdos}/LIBRO {legajo:int}/{_}.{ext}', 'ACTAS/LIBRO 23/ACTA 014 (1).PDF'],
  ])('%s', (template, path) => {
    if (path === null) expect(() => parseTemplate(template)).toThrow(UsageError);
    else expect(textsOf(template, path)).not.toBeNull();
  });

  it('finds a name in NFD, as a Mac writes it', () => {
    const path = 'Guadalupe/Secretaría/Peña/EXP-1/1.tif'.normalize('NFD');
    expect(textsOf(TEMPLATE, path)).toMatchObject({ serie: 'Peña' });
  });

  it.each([
    'Guadalupe/Licencias/EXP-0345/0012.tif',
    'Guadalupe/Secretaría/Otra/Licencias/EXP-0345/0012.tif',
    'Guadalupe/Secretaría/Licencias/EXP-A/0012.tif',
    'Guadalupe/Secretaría/Licencias/EXP-0345/portada.tif',
    'x/Guadalupe/Secretaría/Licencias/EXP-0345/0012.tif',
  ])('%s is not laid out so', (path) => {
    expect(textsOf(TEMPLATE, path)).toBeNull();
  });

  it.each([
    ['{fond}/{_}', 'no-such-name {fond}'],
    ['{serie}{expediente}/{_}', 'nothing-between {expediente}'],
    ['{serie}/{serie}', 'twice'],
    ['{serie:(a+)+}/x', 'no-such-type {serie:(a+)+}'],
    ['{serie', 'brace'],
    ['x/y', 'names-nothing'],
  ])('%s is refused', (template, why) => {
    expect(() => parseTemplate(template)).toThrow(why);
  });

  it('is refused or compiled, whatever is written', () => {
    const part = fc.oneof(
      fc.constantFrom('{', '}', '/', '{serie}', '{caja:int}', '{cara:[rv]?}', '{_}', '.', '(', '*'),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(part), fc.string(), (parts, path) => {
        try {
          matchTemplate(parseTemplate(parts.join('')), path);
        } catch (error) {
          expect(error).toBeInstanceOf(UsageError);
        }
      }),
    );
  });
});

describe('the files of a document', () => {
  const files = (...paths: string[]) => paths.map((path) => ({ path: `entrega/${path}` }));
  const template = parseTemplate('{serie}/EXP-{expediente:int}/{imagen:int}{cara:[rv]?}.{ext}');

  it('together make a description, and recto and vuelta one foja', () => {
    const { description, mismatches } = describeByPath(
      template,
      files('Licencias/EXP-1/1r.tif', 'Licencias/EXP-1/01v.tif', 'Licencias/EXP-1/2r.tif'),
    );
    expect(mismatches).toEqual([]);
    expect(description).toMatchObject({
      serie: { value: 'Licencias', from: 'rule', rule: 'template' },
      expediente: { value: '1' },
      fojas: { value: 2 },
    });
  });

  it('are not counted as fojas where their names do not tell the faces', () => {
    const { description } = describeByPath(template, files('Licencias/EXP-1/1.tif', 'Licencias/EXP-1/2.tif'));
    expect(description.fojas).toBeUndefined();
  });

  it('that are laid out otherwise are listed', () => {
    const { description, mismatches } = describeByPath(
      template,
      files('Licencias/EXP-1/1r.tif', 'Licencias/EXP-1/portada.tif'),
    );
    expect(mismatches).toEqual([{ code: 'template-unmatched', path: 'entrega/Licencias/EXP-1/portada.tif' }]);
    expect(description.expediente?.value).toBe('1');
    expect(description.fojas).toBeUndefined();
  });

  it('that contradict one another say nothing, and are listed', () => {
    const both = parseTemplate('{serie}/{expediente:int}-{imagen:int}.{ext}');
    const { description, mismatches } = describeByPath(both, files('Actas/1-1.tif', 'Actas/2-2.tif'));
    expect(description.expediente).toBeUndefined();
    expect(mismatches).toMatchObject([{ code: 'template-disagrees', detail: 'expediente' }]);
  });
});
