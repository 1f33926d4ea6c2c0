import { CLOSENESS, type Plan } from '../../../../search/query/plan.ts';
import { rankedTerm } from '../documents/documents.ts';
import type { Filter } from '../server/ask.ts';
import { except, matching } from './filters.ts';

/** Hits that are equally close to what was typed, and the words by which the server orders them. */
export interface Level {
  /** What the score begins with; levels of one query share no hit. */
  readonly rank: number;
  readonly filter: Filter;
  readonly q: string;
}

const CLOSEST_FIRST = [CLOSENESS.typed, CLOSENESS.inflected, CLOSENESS.folded, CLOSENESS.slip];

/** The plan from the closest hits to the farthest; each level leaves out what stands above it. */
export function levelsOf(plan: Plan): Level[] {
  const levels: Level[] = [];
  let above: readonly (readonly string[])[] | null = null;
  for (const closeness of CLOSEST_FIRST) {
    const conditions = matching(plan, closeness);
    if (conditions === null || sameAs(above, conditions)) continue;
    const filter = above === null ? conditions : [...conditions, except(above)];
    levels.push({ rank: closeness, filter, q: sharedWords(plan, closeness) });
    above = conditions;
  }
  return levels;
}

const sameAs = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

// A word that every alternative spells, other number and ñ aside, is on every page of the level: asking for it loses none.
// Only plain words, which the server cuts as foja does.
function sharedWords({ must }: Plan, closeness: number): string {
  const words = must.flatMap((clause) => {
    const close = clause.filter((alternative) => alternative.closeness >= closeness);
    if (close.some(({ prefix, terms }) => prefix || terms.length > 1)) return [];
    const spelled = new Set(close.map(({ terms }) => rankedTerm(terms[0]!)));
    const [word] = spelled;
    return spelled.size === 1 && word !== undefined && /^[a-z0-9]+$/.test(word) ? [word] : [];
  });
  return [...new Set(words)].slice(0, MOST_WORDS).join(' ');
}

// The server looks at ten words of a question; more would be left out unseen.
const MOST_WORDS = 10;
