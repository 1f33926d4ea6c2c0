import type { Listed } from '../../model/document.ts';
import type { Kind } from './kind.ts';

/** Several values, each with its own evidence; `essence` and `exact` as of a kind. A person can only say that there are none. */
export const several = <Value extends Listed, Told = Value>(
  each: Pick<Kind<Value, Told>, 'essence' | 'exact'>,
): Kind<readonly Value[], Told> => ({
  name: 'list',
  accepted: 'only nothing: it holds several values',
  parse: null,
  print: (values) => values.map(({ raw }) => raw).join('; '),
  ...each,
});
