import { foldEnye } from '../words/fold.ts';
import { tokensOf } from '../words/tokens.ts';

/** A dependencia without accents, case, ñ and punctuation: two spellings of one office are one. */
export const dependenciaKey = (name: string): string => foldEnye(tokensOf(name).join(' '));
