import { describe, expect, it } from 'vitest';
import { parseQuery } from '../../../src/search/query/query.ts';

// A clause as its forms joined by |, with * for a prefix, ~ where a slip and + where the other number will do.
const shown = (text: string) => {
  const { must, not } = parseQuery(text);
  const show = ({ forms, prefix, typo, inflect }: (typeof must)[number]) =>
    forms.map((form) => form.join(' ')).join('|') +
    (prefix ? '*' : '') +
    (inflect ? '+' : '') +
    (typo ? '~' : '');
  return [...must.map(show), ...not.map((clause) => `-${show(clause)}`)].join(', ');
};

describe('what was typed', () => {
  it.each([
    ['Licencia de Construcción', 'licencia+~, construccion+~'],
    ['de la', 'de+, la+'],
    ['"de la"', 'de la'],
    ['lic* de*', 'lic*, de*'],
    ['a*', 'a+'],
    ['licencia -vigencia', 'licencia+~, -vigencia+~'],
    ['licencia - vigencia', 'licencia+~, vigencia+~'],
    ['-vigencia', 'vigencia+~'],
    ['predio -"calle hidalgo"', 'predio+~, -calle hidalgo'],
    ['«uso de suelo» norte', 'uso de suelo, norte+~'],
    ['mesa,silla;banco', 'mesa+, silla+~, banco+~'],
    ['N.L.', 'n l'],
    ['1,250 m²', '1250, m2'],
    ['NEAR(a b)', 'near+, b+'],
    ['"', ''],
    ['😀', ''],
  ])('%s → %s', (text, expected) => expect(shown(text)).toBe(expected));
});

describe('identifiers', () => {
  it.each([
    ['SA/0123/1987', 'sa 123 1987|sa 123 87'],
    ['sa 123 87', 'sa 123 87|sa 123 1987'],
    ['sa/123/05', 'sa 123 5|sa 123 2005'],
    ['sa/123/2005', 'sa 123 2005|sa 123 5'],
    ['sa/123/1905', 'sa 123 1905'],
    ['sa/123 1987', 'sa 123 1987|sa 123 87'],
    ['123-1987', '123 1987|123 87'],
    ['31-045-012', '31 45 12'],
    ['sa 123', 'sa+, 123'],
    ['oficio 123 1987', 'oficio+, 123, 1987'],
    ['marzo 14 1987', 'marzo+, 14, 1987'],
    ['casas 12 1987', 'casas 12 1987|casas 12 87'],
    ['transp2019/6', 'transp2019 6|transp 2019 6'],
    ['45a/1991', '45a 1991|45a 91|45 a 1991|45 a 91'],
    ['a4', 'a4'],
    ['sa123', 'sa123|sa 123'],
    ['licencia sa 123 1987 mercado', 'licencia+~, sa 123 1987|sa 123 87, mercado+~'],
  ])('%s → %s', (text, expected) => expect(shown(text)).toBe(expected));
});
