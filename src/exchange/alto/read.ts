import { SaxesParser } from 'saxes';
import type { Affine, Box, Line, Word } from '../../model/document.ts';
import { IntegrityError } from '../../model/errors.ts';
import { uprightOf, uprightOfShape } from './shape.ts';

/** A page as ALTO tells it. */
export interface AltoPage {
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly lines: readonly Line[];
}

type Attributes = Readonly<Record<string, string>>;
type Placed = { box: Box; points: string | null };

/**
 * Reads a page that `writeAlto` wrote. The record's page tells how the upright frame lies on the scan.
 * IntegrityError: no well-formed ALTO page.
 */
export function readAlto(xml: string, page: { readonly toSource: Affine }): AltoPage {
  const lines: Line[] = [];
  let found: Omit<AltoPage, 'lines'> | null = null;
  let block = 0;
  let line: (Placed & { words: Word[] }) | null = null;
  let word: (Placed & Pick<Word, 'text' | 'confidence'>) | null = null;

  const upright = ({ box, points }: Placed) =>
    (points === null ? null : uprightOfShape(points, page.toSource)) ?? uprightOf(box, page.toSource);

  const open: Record<string, (values: Attributes) => void> = {
    Page: (values) => {
      found = {
        number: numberOf(values, 'PHYSICAL_IMG_NR'),
        width: numberOf(values, 'WIDTH'),
        height: numberOf(values, 'HEIGHT'),
      };
    },
    TextBlock: ({ ID = '' }) => {
      block = Number(/_(-?\d+)$/.exec(ID)?.[1] ?? block + 1);
    },
    TextLine: (values) => {
      line = { box: boxOf(values), points: null, words: [] };
    },
    String: (values) => {
      const { CONTENT: text = '' } = values;
      word = { text, box: boxOf(values), points: null, confidence: numberOf(values, 'WC') };
    },
    Polygon: ({ POINTS = '' }) => {
      const owner = word ?? line;
      if (owner) owner.points = POINTS;
    },
  };
  const close: Record<string, () => void> = {
    String: () => {
      if (!word || !line) return;
      const { text, box, confidence } = word;
      line.words.push({ text, box, upright: upright(word), confidence });
      word = null;
    },
    TextLine: () => {
      if (!line) return;
      lines.push({ block, box: line.box, upright: upright(line), words: line.words });
      line = null;
    },
  };

  const parser = new SaxesParser();
  parser.on('error', (cause) => {
    throw damaged(cause.message, cause);
  });
  parser.on('opentag', ({ name, attributes }) => open[name]?.(attributes));
  parser.on('closetag', ({ name }) => close[name]?.());
  parser.write(xml).close();
  if (!found) throw damaged('it has no Page');
  return { ...(found as Omit<AltoPage, 'lines'>), lines };
}

function numberOf(values: Attributes, name: string): number {
  const value = Number(values[name] ?? Number.NaN);
  if (Number.isFinite(value)) return value;
  throw damaged(`${name} is ${values[name] === undefined ? 'missing' : `"${values[name]}"`}`);
}

const boxOf = (values: Attributes): Box => ({
  x: numberOf(values, 'HPOS'),
  y: numberOf(values, 'VPOS'),
  width: numberOf(values, 'WIDTH'),
  height: numberOf(values, 'HEIGHT'),
});

const damaged = (why: string, cause?: unknown) =>
  new IntegrityError(
    'damaged-alto',
    `An ALTO file of the archive cannot be read: ${why}. Run "foja verify" to see what else changed.`,
    { cause },
  );
