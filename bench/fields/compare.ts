// When a value is right: the rules that docs/bench.md states.
import type { TruthFields } from '../../fixtures/generator/types.ts';
import type { Kind } from '../../src/fields/kinds/kind.ts';
import { DEFINITIONS, FIELDS } from '../../src/fields/registry.ts';
import type { FieldName } from '../../src/model/document.ts';
import { editDistance } from '../measure/levenshtein.ts';

// The issue's own measure for text that a person would accept.
const SIMILAR = 0.9;

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Whether two texts are as good as the same: accents, case and signs aside, nine letters in ten. */
export function isSimilar(a: string, b: string): boolean {
  const [one, other] = [plain(a), plain(b)];
  const longest = Math.max(one.length, other.length);
  return longest === 0 || 1 - editDistance([...one], [...other]) / longest >= SIMILAR;
}

type Part = string | number | null;

/** Whether a part of a value is what the paper states. */
function isSamePart(exact: boolean, truth: Part, value: Part | undefined): boolean {
  if (exact || truth === null || value === null || value === undefined) return truth === value;
  return isSimilar(String(truth), String(value));
}

/** Whether a field's value, or one of its values, is what the paper states; both must be there. */
export function isRight(name: FieldName, value: unknown, truth: unknown): boolean {
  if (value === null || truth === null) return false;
  const { essence, exact }: Kind<unknown> = FIELDS[name].kind;
  const given = essence(value);
  return essence(truth).every((part, at) => isSamePart(exact, part, given[at]));
}

/** The fields that every record has. */
export const CORE_FIELDS = DEFINITIONS.filter(([, { papers }]) => papers === 'every').map(
  ([name]) => name as keyof TruthFields,
);
