import type { Vocabulary } from '../../../../search/query/plan.ts';
import type { Clause, ParsedQuery } from '../../../../search/query/query.ts';
import { nearest, SHORTEST_KEY, typoCost } from '../../../../search/query/typo.ts';
import { vocabularyKey } from '../../../../search/words/stem.ts';
import type { WordDocument } from '../documents/documents.ts';
import { gram, standing } from '../documents/grams.ts';
import { nearQuestions } from '../documents/near.ts';
import { quoted } from '../documents/value.ts';
import { askAll, COUNT_ONLY, type Filter } from '../server/ask.ts';
import type { Connection } from '../server/connection.ts';
import { live } from '../server/generation.ts';

// Words that share half of their letters with one: thousands in an archive of millions of pages.
const WORDS_AT_ONCE = 50_000;
// As in plan.ts: the plan asks for no neighbours of a word on more pages.
const RARE = 2;

/**
 * What somebody may know of the words of a query, fetched before it is planned. The index of words holds every word that ever
 * was on a page: a word counts as known only while it is on a page that is readable.
 */
export async function vocabularyFor(
  connection: Connection,
  query: ParsedQuery,
  readable: Filter,
  signal?: AbortSignal,
): Promise<Vocabulary> {
  const pages = new Map<string, number>();
  const families = new Map<string, readonly string[]>();
  const near = new Map<string, readonly string[]>();
  const familyOf = (key: string) => families.get(key) ?? [];
  const pagesOf = (term: string) => pages.get(term) ?? 0;

  const learn = async (keys: readonly string[]) => {
    const terms = (await wordsWhere(connection, 'key', keys, signal)).map(({ term }) => term);
    await count(connection, terms, readable, pages, signal);
    const known = terms.filter((term) => pagesOf(term) > 0).sort();
    for (const [key, family] of Map.groupBy(known, keyOf)) families.set(key, family);
  };

  await learn(keysOf(query));
  // Only a rare word may be a slip: the same order as the plan asks in.
  const doubtful = query.must.filter(({ typo }) => typo).map(({ forms }) => keyOf(forms[0]![0]!));
  const rare = doubtful.filter(
    (key) =>
      key.length >= SHORTEST_KEY && familyOf(key).reduce((sum, term) => sum + pagesOf(term), 0) <= RARE,
  );
  const neighbours = await wordsWhere(connection, 'near', rare.flatMap(nearQuestions), signal);
  const meant = new Map(rare.map((key) => [key, neighboursOf(key, neighbours)]));
  await learn([...meant.values()].flat());
  for (const [key, others] of meant)
    near.set(
      key,
      nearest(
        key,
        others.filter((other) => familyOf(other).length > 0),
      ),
    );
  return { withKey: familyOf, pages: pagesOf, near: (key) => near.get(key) ?? [] };
}

const keysOf = ({ must, not }: ParsedQuery) => [...must, ...not].flatMap(termsOf).map(keyOf);
const termsOf = ({ forms }: Clause) => forms.flat();
const keyOf = (term: string) => vocabularyKey(term) ?? term;

// The keys that one slip explains. What shares an end with another word of the query is no neighbour of this one.
function neighboursOf(key: string, words: readonly WordDocument[]): string[] {
  const asked = new Set(nearQuestions(key).map((code) => gram([code])));
  const found = words.filter(({ near }) => near.some((code) => asked.has(code)));
  return [...new Set(found.map(({ term }) => keyOf(term)))]
    .filter((other) => other !== key && typoCost(key, other) !== null)
    .sort();
}

async function wordsWhere(
  connection: Connection,
  attribute: 'key' | 'near',
  values: readonly string[],
  signal?: AbortSignal,
): Promise<readonly WordDocument[]> {
  const distinct = [...new Set(values)];
  if (distinct.length === 0) return [];
  const words: WordDocument[] = [];
  // To the last: which words are among the first depends on those of pages that are not readable.
  for (let more = true; more; ) {
    const [answer] = await askAll<WordDocument>(
      connection,
      [
        {
          indexUid: live(connection).words,
          filter: [`${attribute} IN [${distinct.map((value) => quoted(gram([value]))).join(', ')}]`],
          offset: words.length,
          limit: WORDS_AT_ONCE,
          attributesToRetrieve: ['term', 'near'],
        },
      ],
      signal,
    );
    words.push(...answer!.hits);
    more = answer!.hits.length === WORDS_AT_ONCE;
  }
  return words;
}

async function count(
  connection: Connection,
  terms: readonly string[],
  readable: Filter,
  pages: Map<string, number>,
  signal?: AbortSignal,
): Promise<void> {
  const fresh = [...new Set(terms)].filter((term) => !pages.has(term));
  const questions = fresh.map((term) => ({
    indexUid: live(connection).pages,
    filter: [...readable, standing([term], false)],
    ...COUNT_ONLY,
  }));
  const answers = await askAll<never>(connection, questions, signal);
  answers.forEach(({ totalHits = 0 }, i) => {
    pages.set(fresh[i]!, totalHits);
  });
}
