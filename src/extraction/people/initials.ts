// `MLT/jgr*`, `JAGG'mlc`, `ABC/DEF.`: initials of who signs, and of who typed (dossier §1.1, zone 10).
const INITIALS =
  /^[^\p{L}]{0,2}([A-ZÑ]{2,6}(?:[.'’-][A-ZÑ]{1,4}){0,3})\s?[/'’*]\s?([a-zñ]{2,5}|[A-ZÑ]{2,5})[\s.*]{0,4}$/u;

/** Who signs and who typed, where a line is nothing but their initials. */
export function initialsIn(text: string): { firma: string; captura: string | null } | null {
  const [, firma, captura] = (text.length <= LONGEST && INITIALS.exec(text)) || [];
  return firma === undefined ? null : { firma, captura: captura ?? null };
}

const LONGEST = 24;
