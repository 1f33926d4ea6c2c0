/** An oficio of a fictional office as typed: `label` in the place of its number, `rest` below its text. */
export const letter = (label: string, rest = '') => `
DIRECCION JURIDICA
                                   ${label}
                 Linares, N.L., a 14 de marzo de 1987
C. EVA TOVAR SILLER
DIRECTORA JURIDICA
P R E S E N T E .
     Me permito enviar lo solicitado por usted.
${rest}`;
