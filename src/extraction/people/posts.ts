import { asLetters } from '../text/fold.ts';
import { isNear } from '../text/near.ts';
import { lettersOnly, withoutSpecks } from '../text/worn-words.ts';

// Posts that people hold in a municipality and around it; folded, men and women.
const POST =
  /\b(?:SUB|VICE|EX)?(?:DIRECTORA?|SECRETARI[OA]|PRESIDENT[EA]|TESORER[OA]|S[I1]NDIC[OA]|REGIDORA?|JEF[EA]|COORDINADORA?|CONTRALORA?|OFICIAL MAYOR|OFICIAL (?:DEL )?REGISTRO|DELEGAD[OA]|ENCARGAD[OA]|JUEZ|JUEZA|GERENTE|ADMINISTRADORA?|COMANDANTE|INSPECTORA?|TITULAR|COMISARI[OA]|GOBERNADORA?|DIPUTAD[OA]|MAGISTRAD[OA]|NOTARI[OA]|PROCURADORA?|AGENTE|INTENDENTE|ALCALDE|ALCALDESA|RECTORA?|SUPERVISORA?|VOCAL|REPRESENTANTE|APODERAD[OA]|RESPONSABLE|ASESORA?|CRONISTA|ARCHIVISTA|MAYOR|RECEPTORA?|CAJER[OA]|RECAUDADORA?|AUDITORA?|VISITADORA?|CONSEJER[OA]|CATASTRO|DIRECCION|DEPARTAMENTO|AYUNTAMIENTO|DEPENDENCIAS?|OFICINA|SINDICATURA|TRIBUNAL|CONGRESO|LEGISLATURA|CABILDO|ALCAIDE|ACTUARI[OA]|NOTIFICADORA?|PAGADORA?|PARROCO|JUNTA|COMITE|COMISION|PATRONATO|SOCIEDAD|ASOCIACION|SINDICATO|COMISARIADO|DIRECTORES|REGIDORES|JEFES|TITULARES|JUECES|SECRETARIOS|COORDINADORES|DELEGADOS|SERVIDORES|HABITANTES|VECINOS|PROPIETARIOS)\b|\b(?:SR[I1][OA]|PDT[EA])\.|\b(?:TES|DIR|SUBDIR|COORD|ADMOR|SUPTE|[O0]F)\.\s(?=DEL?\s|GRAL\.?|M(?:PA|UNICIPA)L\.?|TEC\.?|MAYOR)/;

// Long enough that one wrong letter leaves no doubt; DELEGADO is left out, which DELGADO resembles.
const LONG_POSTS =
  'DIRECTOR DIRECTORA SECRETARIO SECRETARIA PRESIDENTE PRESIDENTA TESORERO TESORERA COORDINADOR COORDINADORA CONTRALOR CONTRALORA ENCARGADO ENCARGADA COMANDANTE INSPECTOR INSPECTORA COMISARIO GOBERNADOR DIPUTADO MAGISTRADO PROCURADOR INTENDENTE ADMINISTRADOR DIRECCION DEPARTAMENTO AYUNTAMIENTO REGISTRADOR SINDICO SINDICA REGIDOR REGIDORA GERENTE'.split(
    ' ',
  );

/** Whether a folded line names a post or a body rather than a person; one wrong letter is forgiven in long words. */
export const namesPost = (folded: string): boolean => {
  const plain = withoutSpecks(folded);
  return POST.test(plain) || isNearlyPost(plain);
};

const isNearlyPost = (folded: string): boolean =>
  folded
    .slice(0, 80)
    .split(' ', 6)
    .some((word) => {
      const letters = asLetters(word);
      return letters.length >= 7 && letters.length <= 15 && LONG_POSTS.some((post) => isNear(post, letters));
    });

const PARTICLE = /^(?:de|del|la|las|los|y|e|san|santa|von|van|vda\.?|viuda)$/i;

/** Whether a word joins the parts of a name: `de`, `la`, `viuda`. */
export const isParticle = (word: string): boolean => PARTICLE.test(word);

/** Whether a line reads as the name of a person: two to seven words of letters, each with a capital, no post. */
export function looksLikeName(read: string, folded: string): boolean {
  if (namesPost(folded) || /^PALACIO\s/.test(folded) || read.length > 70) return false;
  const text = lettersOnly(read);
  const words = text.split(/\s+/).filter((word) => word !== '');
  const full = words.filter((word) => !PARTICLE.test(word));
  if (full.length < 2 || full.length > 7 || !/^\p{Lu}/u.test(text)) return false;
  return words.every((word) => PARTICLE.test(word) || /^\p{Lu}[\p{L}'´’-]*[.,;:]{0,2}$/u.test(word));
}

/** Whether a text is set in capitals; OCR puts some small letters among them. */
export function isMostlyCapitals(text: string): boolean {
  const letters = text.replace(/\P{L}/gu, '');
  return letters.replace(/\P{Lu}/gu, '').length >= 0.7 * letters.length;
}

/** Whether every word but the short ones has a capital, as in names and headings and not in sentences. */
export const hasNameCase = (text: string): boolean =>
  text.split(/\s+/).every((word) => /^(?:\p{Ll}{1,3}|para)$/u.test(word) || !/^\p{Ll}/u.test(word));
