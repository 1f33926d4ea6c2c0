import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ACCEPTED, FIELD_NAMES, type Kind, kindOf, parseValue } from '../../src/description/kinds.ts';
import { fieldsOf } from '../../src/description/override.ts';
import { extract } from '../../src/flow/steps/extract.ts';
import { typedPage } from '../extraction/support/typed-page.ts';
import { OFICIO } from '../support/archived.ts';

describe('kinds of fields', () => {
  it('are known for every field that the rules give', () => {
    const names = fieldsOf(extract([typedPage(OFICIO)])).map(([name]) => name);
    expect(names.length).toBeGreaterThan(8);
    expect(names.filter((name) => kindOf(name) === null)).toEqual([]);
    expect(FIELD_NAMES.filter((name) => kindOf(name) === null)).toEqual([]);
    expect(kindOf('toString')).toBeNull();
  });

  it.each([
    ['text', '  Se  remite\nlicencia ', 'Se remite licencia'],
    ['count', '12', 12],
    ['tipo', 'oficio circular', 'OFICIO_CIRCULAR'],
    ['tipo', 'Acta de Cabildo', 'ACTA_CABILDO'],
    ['tipo', 'Memorándum', 'MEMORANDUM'],
    ['hora', '9:05', '09:05'],
    ['lugar', 'Guadalupe, N.L.', { municipio: 'Guadalupe', entidad: 'Nuevo León' }],
    ['lugar', 'Cd. Valles, San Luis Potosí', { municipio: 'Cd. Valles', entidad: 'San Luis Potosí' }],
    ['rubrica', 'JLPQ/hec', { raw: 'JLPQ/hec', firma: 'JLPQ', captura: 'hec' }],
    [
      'persona',
      'Lic. Julián Olvera Peña, Secretario del R. Ayuntamiento',
      { titulo: 'Lic.', nombre: 'Julián Olvera Peña', cargo: 'Secretario del R. Ayuntamiento' },
    ],
  ] as [Kind, string, unknown][])('%s: %s', (kind, text, value) => {
    expect(parseValue(kind, text)).toEqual({ value });
  });

  it('take a number as it is written on paper', () => {
    expect(parseValue('numero', 'SA/0123/1987')).toMatchObject({
      value: { raw: 'SA/0123/1987', key: 'SA|123|1987', consecutivo: 123, anio: 1987 },
    });
    expect(parseValue('numero', 'S/N')).toEqual({ value: null, left: 'without-number' });
  });

  it('never throw', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...(Object.keys(ACCEPTED) as Kind[])),
        fc.string({ maxLength: 300 }),
        (kind, text) => {
          const parsed = parseValue(kind, text);
          expect('value' in parsed || 'problem' in parsed).toBe(true);
        },
      ),
    );
  });
});
