// A regular expression takes exponential time only where a repeated group repeats inside without an end.

/** How deep endless repetitions (`*`, `+`, `{2,}`) stand inside one another: 2 or more may take for ever. */
export function starHeight(source: string): number {
  // The height of each open group, and of what was read last.
  const open: number[] = [0];
  let last = 0;
  let highest = 0;
  const repeat = (endless: boolean) => {
    if (!endless) return;
    last++;
    highest = Math.max(highest, last);
    open[open.length - 1] = Math.max(open.at(-1)!, last);
  };
  for (let i = 0; i < source.length; i++) {
    const char = source[i]!;
    if (char === '\\') {
      i++;
      last = 0;
    } else if (char === '[') {
      for (i++; i < source.length && source[i] !== ']'; i++) if (source[i] === '\\') i++;
      last = 0;
    } else if (char === '(') {
      open.push(0);
      last = 0;
    } else if (char === ')') {
      last = open.pop()!;
      open[open.length - 1] = Math.max(open.at(-1)!, last);
    } else if (char === '*' || char === '+') {
      repeat(true);
    } else if (char === '{') {
      const bounds = /^\{\d+(,)?(\d+)?\}/.exec(source.slice(i, i + 12));
      repeat(bounds !== null && bounds[1] !== undefined && bounds[2] === undefined);
    } else if (char !== '?') last = 0;
  }
  return highest;
}
