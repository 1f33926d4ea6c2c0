import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RecognizedLine } from '../../../../src/ports/ocr-engine.ts';
import { orderLines } from '../../../../src/recognition/mends/layout/reading-order.ts';

/** A line of ten-pixel letters, 20 pixels high; three blanks and more are a gap of as many letters. */
function line(text: string, x: number, y: number, block = 0): RecognizedLine {
  const words = [...text.matchAll(/\S+/gu)].map(({ 0: word, index }) => ({
    text: word,
    box: { x: x + index * 10, y, width: word.length * 10, height: 20 },
    confidence: 1,
  }));
  const last = words.at(-1)!.box;
  return { block, box: { x, y, width: last.x + last.width - x, height: 20 }, words };
}
const texts = (lines: readonly RecognizedLine[]) =>
  lines.map(({ words }) => words.map(({ text }) => text).join(' '));

describe('labels beside what they label', () => {
  it('are read row by row, though their colons were not', () => {
    const memorandum = [
      line('PARA         C. FULANO PEREZ GARZA, DIRECTOR DE OBRAS', 100, 100),
      line('DE           C. MENGANA RUIZ LUNA, SECRETARIA', 100, 150),
      line('             DEL AYUNTAMIENTO', 100, 180),
      line('FECHA        3 de diciembre de 2003', 100, 230),
      line('ASUNTO       Solicitud de copias certificadas.', 100, 280),
    ];
    // As the engine gives them: the labels first.
    const halves = memorandum.flatMap((row) => {
      const cut = row.words.findIndex(({ box }) => box.x > 210);
      return [row.words.slice(0, cut), row.words.slice(cut)].flatMap((words, side) =>
        words.length === 0
          ? []
          : [
              {
                block: side,
                box: {
                  ...row.box,
                  x: words[0]!.box.x,
                  width: words.at(-1)!.box.x + words.at(-1)!.box.width - words[0]!.box.x,
                },
                words,
              },
            ],
      );
    });
    expect(texts(orderLines(halves.toSorted((a, b) => a.block - b.block || a.box.y - b.box.y)))).toEqual([
      'PARA C. FULANO PEREZ GARZA, DIRECTOR DE OBRAS',
      'DE C. MENGANA RUIZ LUNA, SECRETARIA',
      'DEL AYUNTAMIENTO',
      'FECHA 3 de diciembre de 2003',
      'ASUNTO Solicitud de copias certificadas.',
    ]);
  });
});

it('reads the rows of a card whose labels have lost their colons', () => {
  const rows = [
    ['EXPEDIENTE', 'SB-A/49'],
    ['FECHA', '27/08/49'],
    ['OFICINA', 'JUNTA DE MEJORAS'],
    ['INTERESADO', 'FULANA RUIZ LUNA'],
    ['FOJAS', '52'],
  ];
  const card = rows.map(([label, value], i) => line(label!.padEnd(13) + value, 100, 100 + 50 * i));
  expect(texts(orderLines(card))).toEqual(rows.map((row) => row.join(' ')));
});

describe('signatures side by side', () => {
  const cards = [
    line('C. FULANO PEREZ GARZA      C. MENGANA RUIZ LUNA', 100, 100),
    line('   PRIMER REGIDOR           SEGUNDO REGIDOR', 100, 130),
    line('C. ZUTANO LARA SOTO        C. PERENGANO DIAZ MORA', 100, 260),
    line('   TERCER REGIDOR           CUARTO REGIDOR', 100, 290),
  ];
  const cardByCard = [
    'C. FULANO PEREZ GARZA',
    'PRIMER REGIDOR',
    'C. MENGANA RUIZ LUNA',
    'SEGUNDO REGIDOR',
    'C. ZUTANO LARA SOTO',
    'TERCER REGIDOR',
    'C. PERENGANO DIAZ MORA',
    'CUARTO REGIDOR',
  ];

  it('are read card by card, each a block', () => {
    const ordered = orderLines(cards);
    expect(texts(ordered)).toEqual(cardByCard);
    expect(ordered.map(({ block }) => block)).toEqual([0, 0, 1, 1, 2, 2, 3, 3]);
  });

  it('are told from prose by their axes, where names and posts have many words', () => {
    const wordy = [
      line('C. ARQ. FULANO DE LA PEREZ GARZA       C. DRA. MENGANA DE JESUS RUIZ LUNA', 100, 100),
      line('      PRESIDENTE MUNICIPAL              SECRETARIO DEL H. AYUNTAMIENTO', 100, 130),
    ];
    expect(texts(orderLines(wordy))).toEqual([
      'C. ARQ. FULANO DE LA PEREZ GARZA',
      'PRESIDENTE MUNICIPAL',
      'C. DRA. MENGANA DE JESUS RUIZ LUNA',
      'SECRETARIO DEL H. AYUNTAMIENTO',
    ]);
  });

  it('stay whole where a pen makes a word twice as high', () => {
    const wrapped = [
      line('C. HORTENSIA LARA SOTO     C. DORA ALICIA MORA LUNA', 100, 100),
      line('        KURI                   GUAJARDO', 100, 140),
      line('PRESIDENTE MUNICIPAL       SECRETARIO DEL AYUNTAMIENTO', 100, 168),
      line('C. ZUTANO LARA SOTO        C. PERENGANO DIAZ MORA', 100, 320),
      line('   TERCER REGIDOR           CUARTO REGIDOR', 100, 350),
    ];
    const [, second] = wrapped;
    const [kuri, guajardo] = second!.words;
    const penned = { ...kuri!, box: { ...kuri!.box, y: 130, height: 48 } };
    const rows = [...wrapped.slice(0, 1), { ...second!, words: [penned, guajardo!] }, ...wrapped.slice(2)];
    expect(texts(orderLines(rows)).slice(0, 4)).toEqual([
      'C. HORTENSIA LARA SOTO',
      'KURI',
      'PRESIDENTE MUNICIPAL',
      'C. DORA ALICIA MORA LUNA',
    ]);
  });

  it('also where the engine gave the left column before the right', () => {
    const halves = cards.flatMap((row) => {
      const cut = row.words.findIndex(({ box }) => box.x > 330);
      return [row.words.slice(0, cut), row.words.slice(cut)].map((words, side) =>
        line(words.map(({ text }) => text).join(' '), words[0]!.box.x, row.box.y, side),
      );
    });
    const columns = halves.toSorted((a, b) => a.block - b.block || a.box.y - b.box.y);
    expect(texts(orderLines(columns))).toEqual(cardByCard);
  });

  it('keep the party over its signature', () => {
    const parties = [
      line('POR "EL MUNICIPIO"         "EL CONTRATISTA"', 100, 100),
      line('C. FULANO PEREZ GARZA      C. ZUTANO LARA SOTO', 100, 260),
      line('      LUNA                       DIAZ', 100, 290),
    ];
    expect(texts(orderLines(parties))).toEqual([
      'POR "EL MUNICIPIO"',
      'C. FULANO PEREZ GARZA',
      'LUNA',
      '"EL CONTRATISTA"',
      'C. ZUTANO LARA SOTO',
      'DIAZ',
    ]);
  });
});

describe('rows', () => {
  it('of a form are whole where all labels were read first; a wrapped value follows its line', () => {
    const form = [
      line('PARA:', 100, 100),
      line('ASUNTO:', 100, 140),
      line('FECHA:', 100, 220),
      line('C. Fulano Pérez Garza', 300, 100, 1),
      line('Se remite plano del', 300, 140, 1),
      line('predio municipal', 300, 165, 1),
      line('14 de marzo de 1987', 300, 220, 1),
      line('Por este conducto le informo', 100, 300, 2),
    ];
    expect(texts(orderLines(form))).toEqual([
      'PARA: C. Fulano Pérez Garza',
      'ASUNTO: Se remite plano del',
      'predio municipal',
      'FECHA: 14 de marzo de 1987',
      'Por este conducto le informo',
    ]);
  });

  it('of a table are read across', () => {
    const table = [
      line('1.-     Asuntos generales', 100, 100),
      line('2.-     Informe de la Tesorería', 100, 130),
      line('Obras públicas        $1,500.00', 100, 200),
      line('Alumbrado               $350.00', 100, 230),
    ];
    expect(texts(orderLines(table))).toEqual(texts(table));
  });

  it('come from top to bottom, whatever block the engine read first', () => {
    const page = [
      line('H. AYUNTAMIENTO', 300, 100),
      line('Por este conducto', 100, 400),
      line('OFICIALIA MAYOR', 310, 130, 1),
    ];
    expect(texts(orderLines(page))).toEqual(['H. AYUNTAMIENTO', 'OFICIALIA MAYOR', 'Por este conducto']);
  });
});

it('a value stands beside its label, though dirt makes one of its words twice as high', () => {
  const value = line('JUNTA DE MEJORAS MATERIALES', 300, 130);
  const [first, second, third, last] = value.words;
  const dirty = { ...third!, box: { ...third!.box, y: 100, height: 50 } };
  const card = [
    line('FECHA:', 100, 100),
    line('OFICINA:', 100, 132),
    line('INTERESADO:', 100, 164),
    line('08/01/82', 300, 98),
    { ...value, box: { ...value.box, y: 100, height: 50 }, words: [first!, second!, dirty, last!] },
    line('C. FULANO PEREZ', 300, 163),
  ];
  expect(texts(orderLines(card))).toEqual([
    'FECHA: 08/01/82',
    'OFICINA: JUNTA DE MEJORAS MATERIALES',
    'INTERESADO: C. FULANO PEREZ',
  ]);
});

describe('prose', () => {
  const long = 'en sesión ordinaria de cabildo se acordó';

  it('in two columns stays as the engine gave it', () => {
    const column = (x: number, block: number) =>
      Array.from({ length: 8 }, (_, i) => line(long, x, 100 + 30 * i, block));
    const page = [...column(100, 0), ...column(600, 1)];
    expect(orderLines(page)).toEqual(page);
  });

  it('that the engine cut between two words, at one place in six lines, stays whole', () => {
    const left = ['de la inspección que ', 'el número que se nos ', 'metros cuadrados y no '];
    const page = Array.from({ length: 6 }, (_, i) => {
      const [start, y] = [left[i % 3]!, 100 + 30 * i];
      return [line(start, 100, y, 1), line(long, 100 + 10 * start.length, y, 0)];
    });
    expect(texts(orderLines(page.flatMap(([one, two]) => [two!, one!])))).toEqual(
      page.map((halves) => texts(halves).join(' ')),
    );
  });

  it('in two columns follows the title, which the engine gave in pieces', () => {
    const column = (x: number, block: number) =>
      Array.from({ length: 8 }, (_, i) => line(long, x, 200 + 30 * i, block));
    const title = [
      line('GACETA', 400, 100, 3),
      line('MUNICIPAL', 480, 100, 3),
      line('ACUERDO DEL R. AYUNTAMIENTO', 420, 130, 2),
      line('DE CABILDO', 700, 130, 3),
    ];
    const columns = [...column(100, 0), ...column(600, 1)];
    expect(texts(orderLines([...columns.slice(0, 8), ...title, ...columns.slice(8)]))).toEqual([
      'GACETA MUNICIPAL',
      'ACUERDO DEL R. AYUNTAMIENTO DE CABILDO',
      ...texts(columns),
    ]);
  });

  it('set to both margins is not cut where the signatures below it stand apart', () => {
    const page = [
      line('calce,    en    Colima,    a    los    cuatro    días    de    abril    de    mil', 100, 100),
      line('novecientos noventa y cuatro.', 100, 140),
      line('   POR "EL MUNICIPIO"                        "EL CONTRATISTA"', 100, 240),
    ];
    expect(texts(orderLines(page)).slice(0, 2)).toEqual([
      'calce, en Colima, a los cuatro días de abril de mil',
      'novecientos noventa y cuatro.',
    ]);
  });

  it('with a faded patch through several lines stays whole', () => {
    const page = [
      line('se acordó en sesión ordinaria       celebrada el ocho de octubre', 100, 100),
      line('de mil novecientos sesenta y       uno aprobar la propuesta que', 100, 130),
      line('presentó ante esta oficina el     C. Síndico Segundo del Cabildo', 100, 160),
    ];
    expect(texts(orderLines(page))).toEqual(texts(page));
  });
});

it('keeps every word once', () => {
  const someLine = fc
    .tuple(
      fc.stringMatching(/^[A-Za-z:0-9]{1,9}( {1,9}[a-z.]{1,9}){0,4}$/u),
      fc.nat(900),
      fc.nat(900),
      fc.nat(3),
    )
    .map(([text, x, y, block]) => line(text, x, y, block));
  const words = (lines: readonly RecognizedLine[]) => lines.flatMap((it) => it.words);
  const key = ({ text, box }: { text: string; box: object }) => `${text} ${JSON.stringify(box)}`;
  fc.assert(
    fc.property(fc.array(someLine, { maxLength: 30 }), (lines) => {
      const ordered = orderLines(lines);
      expect(words(ordered).map(key).sort()).toEqual(words(lines).map(key).sort());
      expect(ordered.every((it) => it.words.length > 0)).toBe(true);
    }),
  );
});
