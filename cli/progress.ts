// Progress of a batch: a line that is rewritten on a terminal, plain lines now and then elsewhere.
import { M } from '../src/words/es/messages.ts';
import { say } from './output.ts';

const PLAIN_EVERY_MS = 15_000;
const REDRAW_EVERY_MS = 200;

export interface Progress {
  /** Pages known so far, and whether more may come. */
  expect(pages: number, more: boolean): void;
  pageDone(): void;
  pagesDone(pages: number): void;
  /** Clears the line, so that other output stands alone; it is drawn again by itself. */
  clear(): void;
  stop(): void;
}

/** Shows pages done of all, pages per minute and time left on stderr. */
export function showProgress(): Progress {
  const tty = process.stderr.isTTY === true;
  const started = Date.now();
  let total = 0;
  let more = true;
  let done = 0;
  let drawn = 0;

  const text = () => {
    const perMinute = done / Math.max((Date.now() - started) / 60_000, 1 / 60_000);
    const left = done > 0 ? duration(((total - done) / perMinute) * 60) : '…';
    return M.progress({
      done,
      total: more ? `${total}+` : String(total),
      perMinute,
      left: more ? `> ${left}` : left,
    });
  };
  const draw = (force = false) => {
    const now = Date.now();
    if (total === 0 || (!force && now - drawn < (tty ? REDRAW_EVERY_MS : PLAIN_EVERY_MS))) return;
    drawn = now;
    if (tty) process.stderr.write(`\r\u001b[K${text()}`);
    else say(text());
  };
  return {
    expect(pages, moreToCome) {
      total = pages;
      more = moreToCome;
      draw();
    },
    pageDone() {
      done++;
      draw();
    },
    pagesDone(pages) {
      done += pages;
      draw();
    },
    clear() {
      if (tty) process.stderr.write('\r\u001b[K');
    },
    stop() {
      draw(!tty && done > 0);
      if (tty) process.stderr.write('\r\u001b[K');
    },
  };
}

function duration(seconds: number): string {
  const s = Math.round(seconds);
  if (s < 60) return `${s} s`;
  return s < 3600
    ? `${Math.floor(s / 60)} min ${s % 60} s`
    : `${Math.floor(s / 3600)} h ${Math.floor((s % 3600) / 60)} min`;
}
