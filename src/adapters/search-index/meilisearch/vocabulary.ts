import type { Vocabulary } from '../../../search/query/plan.ts';
import type { Clause, ParsedQuery } from '../../../search/query/query.ts';
import { nearest, SHORTEST_KEY } from '../../../search/query/typo.ts';
import { vocabularyKey } from '../../../search/words/stem.ts';
import { askAll, COUNT_ONLY } from './ask.ts';
import type { Connection } from './connection.ts';
import type { WordDocument } from './documents.ts';
import { live } from './generation.ts';
import { gram, quoted, standing } from './grams.ts';
import { nearQuestions } from './near.ts';

// Words that share half of their letters with one: thousands in an archive of millions of pages.
const MOST_WORDS = 50_000;

/** What the index knows of the words of a query, fetched before it is planned. */
export async function vocabularyFor(
  connection: Connection,
  query: ParsedQuery,
  signal?: AbortSignal,
): Promise<Vocabulary> {
  const byKey = new Map<string, string[]>();
  const pages = new Map<string, number>();
  const near = new Map<string, string[]>();
  const learn = (words: readonly WordDocument[]) => {
    for (const { term } of words) {
      const key = vocabularyKey(term) ?? term;
      const family = byKey.get(key) ?? [];
      if (!family.includes(term)) byKey.set(key, [...family, term].sort());
    }
  };

  learn(await wordsWhere(connection, 'key', keysOf(query), signal));
  // Only a word that may be a slip is counted, and only a rare one has neighbours: the same order as the plan asks in.
  const doubtful = query.must.filter(({ typo }) => typo).map(({ forms }) => forms[0]![0]!);
  const keys = doubtful.map((term) => vocabularyKey(term)!).filter((key) => key.length >= SHORTEST_KEY);
  const families = doubtful.flatMap((term) => [term, ...(byKey.get(vocabularyKey(term)!) ?? [])]);
  await count(connection, families, pages, signal);
  const rare = keys.filter(
    (key) => (byKey.get(key) ?? []).reduce((sum, term) => sum + (pages.get(term) ?? 0), 0) <= RARE,
  );
  const neighbours = await wordsWhere(connection, 'near', rare.flatMap(nearQuestions), signal);
  for (const key of rare) near.set(key, nearest(key, within(key, neighbours)));
  const likely = new Set([...near.values()].flat());
  learn(await wordsWhere(connection, 'key', [...likely], signal));
  await count(
    connection,
    [...likely].flatMap((key) => byKey.get(key) ?? []),
    pages,
    signal,
  );

  return {
    withKey: (key) => byKey.get(key) ?? [],
    pages: (term) => pages.get(term) ?? 0,
    near: (key) => near.get(key) ?? [],
  };
}

// As in plan.ts: the plan asks for no neighbours of a word on more pages.
const RARE = 2;

const keysOf = ({ must, not }: ParsedQuery) => [...must, ...not].flatMap(termsOf).map(keyOf);
const termsOf = ({ forms }: Clause) => forms.flat();
const keyOf = (term: string) => vocabularyKey(term) ?? term;

// What shares an end with another word of the query is no neighbour of this one.
function within(key: string, words: readonly WordDocument[]): string[] {
  const asked = new Set(nearQuestions(key).map((code) => gram([code])));
  const found = words.filter(({ near }) => near.some((code) => asked.has(code)));
  return [...new Set(found.map(({ term }) => vocabularyKey(term)!))].sort();
}

async function wordsWhere(
  connection: Connection,
  attribute: 'key' | 'near',
  values: readonly string[],
  signal?: AbortSignal,
): Promise<readonly WordDocument[]> {
  const distinct = [...new Set(values)];
  if (distinct.length === 0) return [];
  const [answer] = await askAll<WordDocument>(
    connection,
    [
      {
        indexUid: live(connection).words,
        filter: [`${attribute} IN [${distinct.map((value) => quoted(gram([value]))).join(', ')}]`],
        limit: MOST_WORDS,
        attributesToRetrieve: ['term', 'near'],
      },
    ],
    signal,
  );
  return answer!.hits;
}

async function count(
  connection: Connection,
  terms: readonly string[],
  pages: Map<string, number>,
  signal?: AbortSignal,
): Promise<void> {
  const distinct = [...new Set(terms)];
  const questions = distinct.map((term) => ({
    indexUid: live(connection).pages,
    filter: [standing([term], false)],
    ...COUNT_ONLY,
  }));
  const answers = await askAll<never>(connection, questions, signal);
  answers.forEach(({ totalHits = 0 }, i) => {
    pages.set(distinct[i]!, totalHits);
  });
}
