import type { PageToken } from '../page/page-tokens.ts';
import type { Alternative } from '../query/plan.ts';

/** A place on the page where a clause of the query stands. */
export interface Match {
  readonly clause: number;
  /** Words of the page, in order. */
  readonly words: readonly number[];
}

/** Every place where one of the clauses stands among the terms; a phrase only where all of it stands. */
export function matchesOf(
  tokens: readonly PageToken[],
  clauses: readonly (readonly Alternative[])[],
): Match[] {
  const whole = new Map<string, { clause: number; terms: readonly string[]; prefix: boolean }[]>();
  const begun: { clause: number; terms: readonly string[] }[] = [];
  clauses.forEach((alternatives, clause) => {
    for (const { terms, prefix } of alternatives) {
      if (prefix && terms.length === 1) begun.push({ clause, terms });
      else whole.set(terms[0]!, [...(whole.get(terms[0]!) ?? []), { clause, terms, prefix }]);
    }
  });
  return tokens.flatMap(({ term }, at) =>
    [
      ...(whole.get(term) ?? []).filter((wanted) => standsAt(tokens, at, wanted.terms, wanted.prefix)),
      ...begun.filter((wanted) => term.startsWith(wanted.terms[0]!)),
    ].map(({ clause, terms }) => ({
      clause,
      words: tokens.slice(at, at + terms.length).flatMap(({ words }) => words),
    })),
  );
}

function standsAt(
  tokens: readonly PageToken[],
  at: number,
  terms: readonly string[],
  prefix: boolean,
): boolean {
  return terms.every((term, i) => {
    const found = tokens[at + i]?.term;
    return prefix && i === terms.length - 1 ? found?.startsWith(term) : found === term;
  });
}
