import { nameAfter } from '../../../extraction/people/name-after.ts';
import { unknown } from '../../../extraction/text/field.ts';
import { pageFlow, type Reading } from '../../../extraction/text/reading.ts';
import type { Field } from '../../../model/document.ts';
import type { FieldDefinition } from '../../definition.ts';
import { text } from '../../kinds/text.ts';
import { inWords } from '../../search.ts';

declare module '../../../model/document.ts' {
  interface FieldValues {
    readonly beneficiario?: string;
  }
}

/** Of whom a constancia states something. */
export const beneficiario = {
  label: 'Beneficiario',
  kind: text,
  papers: { only: ['CONSTANCIA', 'CERTIFICADO'] },
  read,
  columns: 'beneficiario',
  search: inWords,
} satisfies FieldDefinition<'beneficiario'>;

const RULE = 'constancia.beneficiario';
const WHO =
  /\bQUE\s(?:EL|LA|LOS|LAS)\s(?:[CG]{1,2}\.|CIUDADAN[OA]|SE[NÑ]ORA?|SR[A]?\.|JOVEN|MENOR|NIÑ[OA])\s/g;

function read({ cover }: Reading): Field<string> {
  return (cover && nameAfter(pageFlow(cover), WHO, RULE)) ?? unknown('not-found', RULE);
}
