import { describe, expect, it } from 'vitest';
import { namePost, personaOf, postOf } from '../../../src/extraction/people/persona.ts';

describe('a post', () => {
  it.each([
    ['EI CAJERO', 'CAJERO'],
    ['"EL CAJERO', 'CAJERO'],
    ["DIREC'TOR DE OBRAS", 'DIRECTOR DE OBRAS'],
    ['y OFICIAL MAYOR', 'OFICIAL MAYOR'],
  ])('%s', (line, post) => {
    expect(postOf([line])).toBe(post);
  });

  it('goes on below a dash though its first word was misread', () => {
    expect(personaOf(['MTRO. Raúl Leal Tovar.- Quiuto', 'Regidor'])).toEqual({
      titulo: 'MTRO.',
      nombre: 'Raúl Leal Tovar',
      cargo: 'Quiuto Regidor',
    });
  });
});

it('a title that lost its dot is one', () => {
  expect(personaOf(['C. C P. TERESA CANTU ESCAMILLA', 'TESORERA MUNICIPAL'])).toEqual({
    titulo: 'C P.',
    nombre: 'TERESA CANTU ESCAMILLA',
    cargo: 'TESORERA MUNICIPAL',
  });
});

describe('name and post on one line', () => {
  it.each([
    [
      'ING. Eva De la Garza Leal Encargada del Despacho',
      'ING. Eva De la Garza Leal',
      'Encargada del Despacho',
    ],
    ['LIC. EVA TOVAR.- DIRECTORA JURIDICA', 'LIC. EVA TOVAR', ' DIRECTORA JURIDICA'],
  ])('part in %s', (line, name, post) => {
    expect(namePost(line)).toEqual({ name, post });
  });

  it.each([
    'Eva Tovar Encargada del Despacho',
    'ING. Encargado del Despacho',
    'LIC. EVA ALCALDE DE LA GARZA',
    'C. Director de Obras Públicas',
    'EL, CAJERO GENERAL',
    'Artículo 11.- El Regidor presentó',
  ])('do not in %s', (line) => {
    expect(namePost(line)).toBeNull();
  });
});
