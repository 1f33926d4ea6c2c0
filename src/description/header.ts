// The header of a table: one line, or two where spreadsheets merge cells (`Vigencia` over `AT` and `AC`).
import { fold } from '../search/words/fold.ts';

/** A header without accents, blanks, dots, underscores and capitals: `N.º de Expediente` and `no_de_expediente` are one. */
export const headerKey = (header: string): string => fold(header).replace(/[^a-zñ0-9]+/g, '');

/** Where a header ends (the last of its lines), its cells, and how many different ones are known. */
export interface Header {
  readonly end: number;
  readonly cells: readonly string[];
  readonly known: number;
}

type Cells = readonly string[];
type Knows = (header: string) => boolean;

/** The line with the most known headers, together with the line above or below it where the two are one header. */
export function headerOf(lines: readonly Cells[], knows: Knows): Header {
  const single = lines.map((cells, end): Header => ({ end, cells, known: knownIn(cells, knows) }));
  const best = single.reduce((one, other) => (other.known > one.known ? other : one), {
    end: -1,
    cells: [],
    known: 0,
  } as Header);
  const pairs = [best.end, best.end + 1].flatMap((end): Header[] => {
    const cells = together(lines[end - 1], lines[end], knows);
    return cells ? [{ end, cells, known: knownIn(cells, knows) }] : [];
  });
  return pairs.reduce((one, other) => (other.known > one.known ? other : one), best);
}

const knownIn = (cells: Cells, knows: Knows): number => new Set(cells.filter(knows).map(headerKey)).size;

// One cell below a header is a remark or the first of the data.
const FEWEST_BELOW = 2;

/** Two lines as one header; null where the lower one is none. A merged cell is blank in all columns but its first. */
function together(upper: Cells | undefined, lower: Cells | undefined, knows: Knows): Cells | null {
  if (!upper || !lower) return null;
  let over = '';
  let below = 0;
  const cells: string[] = [];
  for (let at = 0; at < Math.max(upper.length, lower.length); at++) {
    const [above, under] = [upper[at]?.trim() ?? '', lower[at]?.trim() ?? ''];
    if (above !== '') over = above;
    const both = `${over} ${under}`;
    if (under === '') cells.push(above);
    else if (above !== '' && knows(above) && !knows(both)) return null;
    else if (knows(both) || knows(under)) {
      cells.push(knows(both) ? both : under);
      below++;
    } else return null;
  }
  return below >= FEWEST_BELOW ? cells : null;
}
