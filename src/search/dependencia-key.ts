import { foldEnye } from './fold.ts';
import { tokensOf } from './tokens.ts';

/** A dependencia without accents, case, ñ and punctuation: two spellings of one office are one. */
export const dependenciaKey = (name: string): string => foldEnye(tokensOf(name).join(' '));
