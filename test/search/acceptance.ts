/** A query and the pages that it must find (`id`, or `id:2` for page 2); the first one first where that matters. */
export interface Case {
  readonly query: string;
  readonly finds: readonly string[];
  readonly first?: string;
}

const finds = (query: string, ids: string, first?: string): Case => ({
  query,
  finds: ids.split(' ').filter((id) => id !== ''),
  ...(first === undefined ? {} : { first }),
});

const NUMBER = 'predio';

/** What officials type, against `corpus.ts`. */
export const CASES: readonly Case[] = [
  // accents and case
  finds('construccion', 'licencia-2003 construcciones-1994 acta-1994:2', 'licencia-2003'),
  finds('CONSTRUCCIÓN', 'licencia-2003 construcciones-1994 acta-1994:2'),
  finds('águilas', 'predio'),
  finds('aguilas', 'predio'),
  finds('Tesorería', 'acta-1994:2 mal-leido'),
  finds('cuadrados', 'predio:2'),
  // ñ
  finds('año', 'año ano licencia-2003', 'año'),
  finds('ano', 'ano año licencia-2003', 'ano'),
  finds('peña', 'predio escrito-1996', 'predio'),
  finds('pena', 'predio escrito-1996', 'escrito-1996'),
  finds('nuñez', 'licencia-2003'),
  finds('NUNEZ', 'licencia-2003'),
  finds('"zutana pena"', 'predio'),
  // several words, stop words
  finds('licencia construccion', 'licencia-2003 construcciones-1994', 'licencia-2003'),
  finds('licencia de construccion', 'licencia-2003 construcciones-1994', 'licencia-2003'),
  finds('documentacion predio aguilas', 'predio'),
  finds('croquis superficie', 'predio:2'),
  finds('mercado cabildo', ''),
  finds('unanimidad egresos', 'acta-1994'),
  // singular and plural
  finds('construcciones', 'construcciones-1994 licencia-2003 acta-1994:2', 'construcciones-1994'),
  finds('licencias', 'licencia-2003 construcciones-1994'),
  finds('juez', 'fecha-en-letra sin-fecha', 'fecha-en-letra'),
  finds('multa', 'vuelta-en-blanco'),
  finds('regidor', 'vecino-del-numero acta-1994'),
  finds('jardín', 'sin-fecha'),
  finds('acta', 'acta-1994 construcciones-1994', 'acta-1994'),
  finds('acto', ''),
  finds('licenciado', ''),
  // abbreviations, other names
  finds('colonia aguilas', 'predio'),
  finds('exp 14-B/87', 'predio'),
  finds('"colonia las aguilas"', ''),
  // phrases
  finds('"uso de suelo"', 'mal-leido'),
  finds('“uso de suelo”', 'mal-leido'),
  finds('"suelo de uso"', ''),
  finds('"casa habitación"', 'licencia-2003'),
  finds('"el mercado y por la"', 'mal-leido'),
  finds('"documentación del predio propiedad"', 'predio'),
  finds('"licencia construcción"', ''),
  finds('"construcciones', 'construcciones-1994 licencia-2003 acta-1994:2'),
  // prefixes, exclusion
  finds('lic*', 'licencia-2003 construcciones-1994 predio'),
  finds('drena*', 'escrito-1996'),
  finds('nú*', 'licencia-2003 predio vecino-del-numero acta-1994 mal-leido'),
  finds('licencia -vigencia', 'construcciones-1994'),
  finds('predio -"calle hidalgo"', 'predio'),
  finds('licenci', 'licencia-2003 construcciones-1994'),
  // one typo
  finds('lisencia', 'licencia-2003 construcciones-1994'),
  finds('contruccion', 'licencia-2003 construcciones-1994 acta-1994:2'),
  finds('presupuetso', 'acta-1994'),
  finds('trebiño', 'predio'),
  finds('unaminidad', ''),
  finds('dernaje problema', 'escrito-1996'),
  finds('jadrines', 'sin-fecha'),
  finds('"lisencia"', ''),
  // identifiers
  finds('SA/0123/1987', NUMBER),
  finds('sa 123 1987', NUMBER),
  finds('SA-123-1987', NUMBER),
  finds('sa/123/87', NUMBER),
  finds('sa 123/1987', NUMBER),
  finds('SA / 000123 / 1987', NUMBER),
  finds('sa/125/1987', ''),
  finds('sa 125 1987', ''),
  finds('sb/123/1987', ''),
  finds('SA/0123/1986', ''),
  finds('SA/1123/1987', ''),
  finds('SA/0124/1987', 'vecino-del-numero'),
  finds('sa 123', 'predio vecino-del-numero', 'predio'),
  finds('123-1987', NUMBER),
  finds('SA/0123', NUMBER),
  finds('123', 'predio vecino-del-numero', 'predio'),
  finds('14-B/87', 'predio'),
  finds('14b/87', 'predio'),
  finds('14 b 1987', 'predio'),
  finds('DOPYJ 2 2003', 'licencia-2003'),
  finds('dopyk/2/2003', ''),
  finds('dopyk 2', ''),
  finds('31-045-012', 'licencia-2003'),
  finds('31 45 12', 'licencia-2003'),
  finds('OP-77/1994', 'construcciones-1994'),
  finds('op 77 94', 'construcciones-1994'),
  finds('transp2019/6', 'circular-2019'),
  finds('spc/os/16-1/19', 'circular-2019'),
  finds('circular 2', 'circular-2019'),
  finds('TM-045/1991', 'mal-leido'),
  finds('TM-046/1991', ''),
  // numbers, dates
  finds('1250', 'predio:2'),
  finds('1987', 'predio vecino-del-numero ano vuelta-en-blanco'),
  finds('14/03/1987', 'predio'),
  finds('1987-03-14', 'predio'),
  finds('14 de julio de 1992', 'fecha-en-letra'),
  finds('julio 1992', 'fecha-en-letra'),
  finds('julio 1993', ''),
  // damaged and letter-spaced text
  finds('documentación', 'predio'),
  finds('presidenta', 'escrito-1996'),
  finds('expresidenta', 'escrito-1996'),
  finds('atentamente', 'predio'),
  finds('a t e n t a m e n t e', 'predio'),
  finds('acta numero 14', 'acta-1994'),
  finds('presente', 'predio fecha-en-letra sin-fecha'),
  // what only the record says
  finds('beltrana orozco', 'fecha-en-letra'),
  finds('juez auxiliar', 'fecha-en-letra sin-fecha', 'fecha-en-letra'),
  // nothing
  finds('xilófono', ''),
  finds('beltrana mengano', ''),
  finds('99999', ''),
];
