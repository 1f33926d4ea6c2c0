/** One operator of a page description with its operands, and where it stands. */
export interface Operation {
  readonly name: string;
  /** Numbers and names (with their slash) as written; strings, arrays and dictionaries as empty text. */
  readonly operands: readonly string[];
  readonly start: number;
  readonly end: number;
}

const WHITE = new Set([0, 9, 10, 12, 13, 32]);
const DELIMITER = new Set([...'()<>[]{}/%'].map((character) => character.charCodeAt(0)));
const [OPEN, CLOSE, ESCAPE, PERCENT, SLASH, LESS, MORE, LEFT, RIGHT] = [...'()\\%/<>[]'].map((c) =>
  c.charCodeAt(0),
);
const NUMBER = /^[+-.\d]/;
const KEYWORDS = new Set(['true', 'false', 'null']);

/** Reads a page description operator by operator; damaged ends are ignored, as readers do. */
export function* operations(bytes: Buffer): Generator<Operation> {
  let at = 0;
  let operands: string[] = [];
  let start = -1;
  while (at < bytes.length) {
    const byte = bytes[at]!;
    if (WHITE.has(byte)) {
      at++;
      continue;
    }
    if (byte === PERCENT) {
      at = endOfComment(bytes, at);
      continue;
    }
    if (start < 0) start = at;
    const end = endOfToken(bytes, at);
    const token = bytes.toString('latin1', at, end);
    const isOperand = DELIMITER.has(byte) || NUMBER.test(token) || KEYWORDS.has(token);
    if (isOperand) {
      operands.push(byte === SLASH || !DELIMITER.has(byte) ? token : '');
      at = end;
      continue;
    }
    // ID stands before the data of an inline image.
    at = token === 'ID' ? endOfInlineImage(bytes, end) : end;
    yield { name: token, operands, start, end: at };
    operands = [];
    start = -1;
  }
}

function endOfToken(bytes: Buffer, at: number): number {
  const byte = bytes[at]!;
  if (byte === OPEN) return endOfString(bytes, at);
  if (byte === LESS && bytes[at + 1] !== LESS) return indexAfter(bytes, MORE!, at);
  if (byte === LEFT || byte === LESS) return endOfNest(bytes, at);
  if (DELIMITER.has(byte) && byte !== SLASH) return at + 1;
  let end = at + 1;
  while (end < bytes.length && !WHITE.has(bytes[end]!) && !DELIMITER.has(bytes[end]!)) end++;
  return end;
}

/** Where an array or a dictionary ends that begins at `from`, with whatever it holds. */
export function endOfNest(bytes: Buffer, from: number): number {
  let depth = 0;
  let at = from;
  while (at < bytes.length) {
    const byte = bytes[at]!;
    const twice = bytes[at + 1] === byte;
    if (byte === OPEN) at = endOfString(bytes, at);
    else if (byte === PERCENT) at = endOfComment(bytes, at);
    else if (byte === LEFT || byte === RIGHT) {
      depth += byte === LEFT ? 1 : -1;
      at++;
    } else if ((byte === LESS || byte === MORE) && twice) {
      depth += byte === LESS ? 1 : -1;
      at += 2;
    } else if (byte === LESS) at = indexAfter(bytes, MORE!, at);
    else at++;
    if (depth <= 0) return at;
  }
  return at;
}

function endOfString(bytes: Buffer, from: number): number {
  let depth = 0;
  for (let at = from; at < bytes.length; at++) {
    const byte = bytes[at];
    if (byte === ESCAPE) at++;
    else if (byte === OPEN) depth++;
    else if (byte === CLOSE && --depth === 0) return at + 1;
  }
  return bytes.length;
}

function endOfComment(bytes: Buffer, from: number): number {
  let at = from;
  while (at < bytes.length && bytes[at] !== 10 && bytes[at] !== 13) at++;
  return at;
}

function indexAfter(bytes: Buffer, byte: number, from: number): number {
  const found = bytes.indexOf(byte, from);
  return found < 0 ? bytes.length : found + 1;
}

// The data may hold anything: EI counts between white space only.
function endOfInlineImage(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf('EI', from + 1); at >= 0; at = bytes.indexOf('EI', at + 1)) {
    const after = bytes[at + 2];
    if (WHITE.has(bytes[at - 1]!) && (after === undefined || WHITE.has(after))) return at + 2;
  }
  return bytes.length;
}
