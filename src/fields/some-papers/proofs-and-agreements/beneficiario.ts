import { nameAfter } from '../../../extraction/people/name-after.ts';
import { unknown } from '../../../extraction/text/field.ts';
import { pageFlow, type Reading } from '../../../extraction/text/reading.ts';
import type { Field } from '../../../model/document.ts';

const RULE = 'constancia.beneficiario';
const WHO =
  /\bQUE\s(?:EL|LA|LOS|LAS)\s(?:[CG]{1,2}\.|CIUDADAN[OA]|SE[NÑ]ORA?|SR[A]?\.|JOVEN|MENOR|NIÑ[OA])\s/g;

/** Of whom a constancia states something. */
export function beneficiario({ cover }: Reading): Field<string> {
  return (cover && nameAfter(pageFlow(cover), WHO, RULE)) ?? unknown('not-found', RULE);
}
