import { describe, expect, it } from 'vitest';
import { headerKey, headerOf } from '../../src/description/header.ts';

const NAMES = new Set(['clave', 'nombre', 'tipo', 'at', 'ac', 'valorl', 'valor', 'destino'].map(headerKey));
const header = (...lines: string[]) =>
  headerOf(
    lines.map((line) => line.split(';')),
    (it) => NAMES.has(headerKey(it)),
  );

describe('the header of a table', () => {
  it('is the line with the most known names', () => {
    expect(header('INVENTARIO;;', 'Clave;Nombre;Otro', 'x;y;z')).toEqual({
      end: 1,
      cells: ['Clave', 'Nombre', 'Otro'],
      known: 2,
    });
  });

  it.each([
    ['below', 'Clave;Nombre;Vigencia;;Destino', ';;AT;AC;'],
    ['above', 'Vigencia;;;;Destino', 'Clave;Nombre;AT;AC;'],
  ])('takes in the line %s', (_name, upper, lower) => {
    expect(header(upper, lower)).toEqual({
      end: 1,
      cells: ['Clave', 'Nombre', 'AT', 'AC', 'Destino'],
      known: 5,
    });
  });

  it.each([
    ['a row of data', 'Clave;Nombre;Vigencia;', 'A.1;Actas;2;3'],
    ['a row whose words are names of columns', 'Clave;Nombre;Tipo;Vigencia', ';;AT;AC'],
    ['one cell', 'Clave;Nombre;Vigencia;', ';;AT;'],
    ['nothing', 'Clave;Nombre;Vigencia;'],
  ])('leaves %s below', (_name, ...lines) => {
    expect(header(...lines).end).toBe(0);
  });

  it('is none of no lines', () => {
    expect(headerOf([], () => true)).toEqual({ end: -1, cells: [], known: 0 });
  });
});
