/** Talks on stderr: stdout is for tables. */
export const say = (text: string): void => {
  process.stderr.write(`${text}\n`);
};

/** Counts pages of a long step: one line when it starts, one every half minute. */
export function counting(what: string, total: number): () => void {
  say(`${what}: ${total} pages`);
  let done = 0;
  let said = Date.now();
  return () => {
    done++;
    if (done === total || Date.now() - said < 30_000) return;
    said = Date.now();
    say(`  ${done}/${total}`);
  };
}
