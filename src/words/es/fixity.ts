// What a person is told of a file that is not as it should be.
import type { Finding, FindingCode } from '../../archive/verify-object.ts';
import type { ErrorCode } from '../../model/error-codes.ts';
import { explain } from './explain.ts';

const FIXITY = { changed: 'ALTERADO', missing: 'FALTA', untracked: 'SIN REGISTRO', unreadable: 'ILEGIBLE' };

const WHY: Readonly<Record<Exclude<FindingCode, ErrorCode>, string>> = {
  misplaced: 'es de otro documento',
  'sha512-differs': 'su SHA-512 es otro',
  'sha256-differs': 'su SHA-256 es otro',
};

/** A finding on a line: what it is, the document, the file in it, and why. */
export const findingLine = (verdict: keyof typeof FIXITY, { document, path, code, reason = '' }: Finding) =>
  [FIXITY[verdict], document, path, code && whyText(code, reason)].filter(Boolean).join('  ');

const whyText = (code: FindingCode, reason: string): string =>
  isOwn(code) ? WHY[code] : explain({ code, message: reason });

const isOwn = (code: FindingCode): code is keyof typeof WHY => Object.hasOwn(WHY, code);
