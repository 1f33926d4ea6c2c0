import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type {
  GrayImage,
  OcrEngine,
  RecognizedLine,
  RecognizedWord,
} from '../../../../src/ports/ocr-engine.ts';
import { lookAgain, vote } from '../../../../src/recognition/mends/reread/second-look.ts';

/** `[text, x, width, confidence]` */
const word = (text: string, x: number, width: number, confidence: number): RecognizedWord => ({
  text,
  box: { x, y: 100, width, height: 20 },
  confidence,
});
const textOf = (words: readonly RecognizedWord[]) => words.map(({ text }) => text).join(' ');

describe('vote', () => {
  it('takes the word that two of three read, and the surer one where each reads another', () => {
    const voted = vote([
      [word('28/96/31', 0, 80, 0.6), word('diez', 100, 40, 0.5), word('años', 150, 40, 0.9)],
      [word('28/06/35', 1, 80, 0.5), word('díez', 101, 38, 0.8), word('años', 150, 40, 0.9)],
      [word('28/06/35', 0, 79, 0.4), word('dlez', 100, 41, 0.6), word('años', 151, 40, 0.95)],
    ]);
    expect(textOf(voted)).toBe('28/06/35 díez años');
    expect(voted.at(-1)?.confidence).toBe(0.95);
  });

  it('sets words that are cut otherwise against each other as a whole', () => {
    const voted = vote([
      [word('delos', 0, 100, 0.3)],
      [word('de', 0, 30, 0.9), word('los', 45, 55, 0.9)],
      [word('de', 0, 31, 0.8), word('los', 44, 56, 0.8)],
    ]);
    expect(textOf(voted)).toBe('de los');
  });

  it('drops what two of three do not see, and adds what two see', () => {
    const voted = vote([
      [word('|', 0, 4, 0.6), word('calle', 20, 50, 0.9)],
      [word('calle', 20, 50, 0.9), word('4', 90, 10, 0.7)],
      [word('calle', 20, 50, 0.9), word('4', 90, 10, 0.7)],
    ]);
    expect(textOf(voted)).toBe('calle 4');
  });

  it('keeps a line on which all agree, whatever it is', () => {
    const words = fc
      .array(fc.record({ gap: fc.integer({ min: 1, max: 30 }), width: fc.integer({ min: 1, max: 90 }) }), {
        maxLength: 8,
      })
      .map((all) => {
        let x = 0;
        return all.map(({ gap, width }, i) => {
          const at = word(`w${i}`, x + gap, width, 0.6);
          x += gap + width;
          return at;
        });
      });
    fc.assert(
      fc.property(words, (line) => {
        expect(vote([line, line, line])).toEqual(line);
      }),
    );
  });
});

describe('lookAgain', () => {
  const image: GrayImage = { data: new Uint8Array(400 * 300).fill(200), width: 400, height: 300 };
  const line = (y: number, ...words: RecognizedWord[]): RecognizedLine => ({
    block: 3,
    box: { x: words[0]!.box.x, y, width: 200, height: 20 },
    words,
  });

  /** An engine that says of every picture what `say` does, and keeps the pictures. */
  const engineThat = (say: (image: GrayImage) => { text: string; confidence: number }) => {
    const asked: GrayImage[] = [];
    const recognizeLines = async (images: readonly GrayImage[]) => {
      asked.push(...images);
      return images.map((picture) => {
        const box = { x: 12, y: 6, width: 60, height: 20 };
        return [{ block: 0, box, words: [{ ...say(picture), box }] }];
      });
    };
    return { asked, engine: { recognizeLines } as unknown as OcrEngine };
  };

  it('asks about doubtful lines only, and puts the answer on the page', async () => {
    const { asked, engine } = engineThat(() => ({ text: 'oficio', confidence: 0.9 }));
    const sure = line(50, word('Presente', 20, 80, 0.95));
    const doubtful = line(100, word('ofieio', 20, 60, 0.4));
    const read = await lookAgain([sure, doubtful], { read: image, drawn: image }, 10, engine);
    expect(asked.map(({ data }) => data[0]!)).toEqual([200, expect.closeTo(177, 0), 255]);
    expect(image.data[0]).toBe(200);
    expect(read).toHaveLength(2);
    expect(read[0]).toBe(sure);
    expect(textOf(read[1]!.words)).toBe('oficio');
    expect(read[1]).toMatchObject({ block: 3, box: { x: 20, y: 100, width: 60, height: 20 } });
  });

  it('draws all lines as a few of them read best', async () => {
    const { asked, engine } = engineThat(({ data }) =>
      data[0] === 255 ? { text: 'oficio', confidence: 0.9 } : { text: 'o:f:i', confidence: 0.5 },
    );
    const doubtful = Array.from({ length: 40 }, (_, i) => line(5 * i, word('ofieio', 20, 60, 0.4)));
    const apart = doubtful.map((it, i) => ({
      ...it,
      words: it.words.map((w) => ({ ...w, box: { ...w.box, y: 1000 * i } })),
    }));
    const read = await lookAgain(apart, { read: image, drawn: image }, 10, engine);
    expect(asked).toHaveLength(3 * 6 + 34);
    expect(read.map(({ words }) => textOf(words))).toEqual(apart.map(() => 'oficio'));
  });

  it('asks about nothing on a page full of what is no type', async () => {
    const { asked, engine } = engineThat(() => ({ text: 'oficio', confidence: 0.9 }));
    const dirt = Array.from({ length: 201 }, (_, i) => line(30 * i, word('~,', 20, 60, 0.2)));
    expect(await lookAgain(dirt, { read: image, drawn: image }, 10, engine)).toEqual(dirt);
    expect(asked).toEqual([]);
  });

  it('loses no line when the engine finds nothing', async () => {
    const engine = {
      recognizeLines: async (images: readonly GrayImage[]) => images.map(() => []),
    } as unknown as OcrEngine;
    const doubtful = line(100, word('Teófilo', 20, 60, 0.6), word('ú', 100, 10, 0.4));
    const read = await lookAgain([doubtful], { read: image, drawn: image }, 10, engine);
    expect(read.map(({ words }) => textOf(words))).toEqual(['Teófilo']);
  });

  it('reads once what the layout took for two lines', async () => {
    const { asked, engine } = engineThat(() => ({ text: 'insistido', confidence: 0.9 }));
    const halves = [
      line(100, word('msist', 20, 100, 0.4), word('do', 130, 80, 0.4)),
      line(108, word('n', 40, 20, 0.2)),
    ];
    const read = await lookAgain(halves, { read: image, drawn: image }, 10, engine);
    expect(asked).toHaveLength(3);
    expect(read.map(({ words }) => textOf(words))).toEqual(['insistido']);
  });

  it('reads nothing twice where the row of one line runs through another', async () => {
    const at = (x: number) => ({ x: x - 8, y: 6, width: 60, height: 20 });
    const engine = {
      recognizeLines: async (images: readonly GrayImage[]) =>
        images.map(() => {
          const words = [
            { text: 'QUINTO', box: at(100), confidence: 0.9 },
            { text: 'SEXTO', box: at(300), confidence: 0.9 },
          ];
          return [{ block: 0, box: { x: 92, y: 6, width: 260, height: 20 }, words }];
        }),
    } as unknown as OcrEngine;
    const across = {
      ...line(100, word("'", 20, 4, 0.1), word('SEXT0', 300, 60, 0.5)),
      box: { x: 20, y: 100, width: 340, height: 20 },
    };
    const read = await lookAgain(
      [across, line(100, word('QUINTO', 100, 60, 0.9), word("'", 200, 4, 0.9))],
      { read: image, drawn: image },
      10,
      engine,
    );
    expect(read.map(({ words }) => textOf(words))).toEqual(['QUINTO SEXTO']);
    const beyond = line(
      100,
      word('QUINTO', 100, 60, 0.9),
      word('Y', 190, 10, 0.9),
      word('SEXTO', 300, 60, 0.9),
    );
    const all = await lookAgain([across, beyond], { read: image, drawn: image }, 10, engine);
    expect(all.map(({ words }) => textOf(words))).toContain('QUINTO Y SEXTO');
  });
});
