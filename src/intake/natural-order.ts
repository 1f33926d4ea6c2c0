// Page files in the order of the paper: 2 before 10, recto before vuelta, 7 before 7v before 7 bis before 8.
const collator = new Intl.Collator('es', { sensitivity: 'base' });
const REPEATS = new Map([
  ['bis', 1],
  ['ter', 2],
  ['quater', 3],
]);

/** Compares two file names as an archivist would; a total order, so that the same folder is always the same document. */
export function naturalOrder(a: string, b: string): number {
  const left = tokens(a);
  const right = tokens(b);
  for (let i = 0; i < Math.min(left.length, right.length); i++) {
    const difference = compareTokens(left[i]!, right[i]!);
    if (difference !== 0) return difference;
  }
  return left.length - right.length || (a < b ? -1 : a > b ? 1 : 0);
}

function tokens(name: string): string[] {
  const stem = name.normalize('NFC').replace(/\.[^.]{1,5}$/, '');
  return stem.match(/\d+|\p{L}+/gu) ?? [];
}

function compareTokens(a: string, b: string): number {
  const aIsNumber = /^\d/.test(a);
  const bIsNumber = /^\d/.test(b);
  if (aIsNumber !== bIsNumber) return aIsNumber ? -1 : 1;
  if (aIsNumber) return compareDigits(a, b);
  const repeat = (REPEATS.get(a.toLowerCase()) ?? 0) - (REPEATS.get(b.toLowerCase()) ?? 0);
  return repeat || collator.compare(a, b);
}

// By length and then by character: a counter of thirty digits is no float.
function compareDigits(a: string, b: string): number {
  const left = a.replace(/^0+/, '');
  const right = b.replace(/^0+/, '');
  return left.length - right.length || (left < right ? -1 : left > right ? 1 : 0);
}
