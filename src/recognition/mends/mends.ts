import { readingOrder } from './layout/reading-order.ts';
import { unreadLines } from './layout/unread-lines.ts';
import type { Mend } from './mend.ts';
import { dirt } from './noise/dirt.ts';
import { shadows } from './noise/shadows.ts';
import { strokes } from './noise/strokes.ts';
import { blackInk } from './reread/black-ink.ts';
import { drawnOtherwise } from './reread/drawn-otherwise.ts';
import { secondLook } from './reread/second-look.ts';
import { copyMarks } from './spelling/copy-marks.ts';
import { letterSpacing } from './spelling/letter-spacing.ts';
import { stopDash } from './spelling/stop-dash.ts';

/**
 * What mends a reading, in the order in which it is applied: first the lines, then the page or its lines are read again where they read badly, then what is
 * no type goes, and then the spelling is put right. docs/mends.md says what each is worth.
 */
export const MENDS: readonly Mend[] = [
  unreadLines,
  drawnOtherwise,
  secondLook,
  stopDash,
  dirt,
  shadows,
  strokes,
  readingOrder,
  copyMarks,
  letterSpacing,
  blackInk,
];
