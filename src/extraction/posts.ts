// Posts that people hold in a municipality and around it; folded, men and women.
const POST =
  /\b(?:SUB|VICE|EX)?(?:DIRECTORA?|SECRETARI[OA]|PRESIDENT[EA]|TESORER[OA]|S[I1]NDIC[OA]|REGIDORA?|JEF[EA]|COORDINADORA?|CONTRALORA?|OFICIAL MAYOR|OFICIAL (?:DEL )?REGISTRO|DELEGAD[OA]|ENCARGAD[OA]|JUEZ|JUEZA|GERENTE|ADMINISTRADORA?|COMANDANTE|INSPECTORA?|TITULAR|COMISARI[OA]|GOBERNADORA?|DIPUTAD[OA]|MAGISTRAD[OA]|NOTARI[OA]|PROCURADORA?|AGENTE|INTENDENTE|ALCALDE|ALCALDESA|RECTORA?|SUPERVISORA?|VOCAL|REPRESENTANTE|APODERAD[OA]|RESPONSABLE|ASESORA?|CRONISTA|ARCHIVISTA|MAYOR|RECEPTORA?|CAJER[OA]|RECAUDADORA?|AUDITORA?|VISITADORA?|CONSEJER[OA]|CATASTRO|DIRECCION|DEPARTAMENTO|AYUNTAMIENTO|DEPENDENCIAS?|OFICINA|SINDICATURA|DIRECTORES|REGIDORES|JEFES|TITULARES|JUECES|SECRETARIOS|COORDINADORES|DELEGADOS|SERVIDORES|HABITANTES|VECINOS|PROPIETARIOS)\b/;

/** Whether a folded line names a post or a body rather than a person. */
export const namesPost = (folded: string): boolean => POST.test(folded);

const PARTICLE = /^(?:de|del|la|las|los|y|e|san|santa|von|van|vda\.?|viuda)$/i;

/** Whether a line reads as the name of a person: two to seven words of letters, each with a capital, no post. */
export function looksLikeName(text: string, folded: string): boolean {
  if (namesPost(folded) || text.length > 70) return false;
  const words = text.split(/\s+/).filter((word) => word !== '');
  if (words.length < 2 || words.length > 7) return false;
  return words.every((word) => PARTICLE.test(word) || /^\p{Lu}[\p{L}'´’-]*[.,;:]?$/u.test(word));
}

/** Whether every word but the particles has a capital, as in names and headings and not in sentences. */
export const hasNameCase = (text: string): boolean =>
  text
    .split(/\s+/)
    .every((word) => /^(?:de|del|la|las|los|el|y|e|en|para|a)$/.test(word) || !/^\p{Ll}/u.test(word));
