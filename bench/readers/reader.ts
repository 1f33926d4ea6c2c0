import type { Rotation } from '../../src/model/document.ts';
import type { Specimen } from '../specimen.ts';

/** What a program made of a specimen. Peers do not say how they turned it. */
export interface Reading {
  readonly text: string;
  readonly rotation?: Rotation;
  readonly skew?: number;
  readonly seconds: number;
}

/** A program that reads pages: foja, or one to compare it with. */
export interface Reader {
  readonly name: string;
  /** Null when it can read this specimen; else why not: a language or a format that it lacks. */
  refuses(specimen: Specimen): Promise<string | null>;
  /** May be called for several at a time. Rejects when the page cannot be read. */
  read(specimen: Specimen): Promise<Omit<Reading, 'seconds'>>;
  close(): Promise<void>;
}
