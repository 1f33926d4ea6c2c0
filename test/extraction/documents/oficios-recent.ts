import type { TypedDocument } from '../support/expected.ts';

/** Letters printed from 2000 on: slogans of the year, long numbers, the doubled date of the north. */
export const oficiosRecent: readonly TypedDocument[] = [
  {
    name: '2021, doubled date, slogan year, block at the right',
    pages: [
      `
                      "2021, Año de la Independencia y la Grandeza de México"

                               SECRETARÍA DE FINANZAS Y TESORERÍA MUNICIPAL
                               DIRECCIÓN DE INGRESOS
                               OFICIO No. SFTM/DI/0451/2021
                               ASUNTO: Se solicita validación de
                                       convenios de pago en parcialidades
                                       del ejercicio 2020.

              Monterrey, Nuevo León, a 14-catorce de julio del año
              2021-dos mil veintiuno.

LIC. AURELIO CASASOLA MEJORADA
DIRECTOR GENERAL DE ASUNTOS JURÍDICOS
DEL GOBIERNO MUNICIPAL
P R E S E N T E.-

Por este conducto me permito solicitar a Usted la validación de los
convenios que se anexan, los cuales fueron recibidos mediante oficio
SFTM/DI/0398/2021 del 30 de junio de 2021.

Sin más por el momento, le envío un cordial saludo.

                            A T E N T A M E N T E

                     C.P. IRENE DE LOS COBOS PEDRAZA
                        DIRECTORA DE INGRESOS
`,
    ],
    fields: {
      tipoDocumental: 'OFICIO',
      numeroOficio: 'SFTM|DI|451|2021',
      fechaDocumento: '2021-07-14',
      asunto: 'Se solicita validación de convenios de pago en parcialidades del ejercicio 2020.',
      expedienteCitado: null,
      dependenciaEmisora: 'SECRETARÍA DE FINANZAS Y TESORERÍA MUNICIPAL',
      lugar: 'Monterrey, Nuevo León',
      destinatario: {
        titulo: 'LIC.',
        nombre: 'AURELIO CASASOLA MEJORADA',
        cargo: 'DIRECTOR GENERAL DE ASUNTOS JURÍDICOS DEL GOBIERNO MUNICIPAL',
      },
      remitente: { titulo: 'C.P.', nombre: 'IRENE DE LOS COBOS PEDRAZA', cargo: 'DIRECTORA DE INGRESOS' },
    },
  },
  {
    name: '2005, everything flush left, number with dots and slashes',
    pages: [
      `
GOBIERNO MUNICIPAL DE ZAPOPAN
Dirección General de Obras Públicas

No. de Oficio: 1640/2005/3-0217
Expediente: 045/2005-T
Asunto: Respuesta a solicitud de información pública

Zapopan, Jalisco, 18 de enero de 2005.

Mtra. Noemí Alcaraz Villegas
Titular de la Unidad de Transparencia
Presente

En respuesta a su oficio TRANSP/0033/2005, recibido el 11 de enero de 2005,
le informo que la obra "Pavimentación de la Av. 16 de Septiembre" fue
concluida el 20 de diciembre de 2004.

Atentamente

Ing. Rubén Darío Ochoa Lepe
Director General de Obras Públicas

Archivo
`,
    ],
    fields: {
      tipoDocumental: 'OFICIO',
      numeroOficio: '1640|2005|3|217',
      fechaDocumento: '2005-01-18',
      asunto: 'Respuesta a solicitud de información pública',
      expedienteCitado: '045/2005-T',
      dependenciaEmisora: 'Dirección General de Obras Públicas',
      lugar: 'Zapopan, Jalisco',
      destinatario: {
        titulo: 'Mtra.',
        nombre: 'Noemí Alcaraz Villegas',
        cargo: 'Titular de la Unidad de Transparencia',
      },
      remitente: {
        titulo: 'Ing.',
        nombre: 'Rubén Darío Ochoa Lepe',
        cargo: 'Director General de Obras Públicas',
      },
    },
  },
  {
    name: '2012, two pages, signature overleaf, annex with its own date behind',
    pages: [
      `
                     H. AYUNTAMIENTO DE TEPIC, NAYARIT
                     COORDINACIÓN DE PROTECCIÓN CIVIL
                                                  OFICIO NÚM. CPC-0218/2012
                                                  ASUNTO: Dictamen de riesgo.

                                            Tepic, Nayarit; a 6 de junio de 2012.

DR. GAMALIEL ROSALES PINEDO
SECRETARIO DE SALUD MUNICIPAL
P R E S E N T E

Con motivo de la inspección practicada en el mercado de abastos el día
28 de mayo de 2012, se emite el presente dictamen en los términos que a
continuación se expresan.
`,
      `
Primero. Las instalaciones eléctricas requieren mantenimiento inmediato.
Segundo. Las salidas de emergencia deberán señalizarse en un plazo que
no exceda del 30 de junio de 2012.

                               ATENTAMENTE
                    "TRABAJO Y RESULTADOS PARA TODOS"

                       CMTE. ULISES ANDRADE FRÍAS
                    COORDINADOR DE PROTECCIÓN CIVIL
`,
      `
                              ANEXO ÚNICO
Tepic, Nayarit, a 28 de mayo de 2012.

Acta de la visita practicada por el personal de la Coordinación.

                               ATENTAMENTE
                          C. JACINTO PEREDA LOMELÍ
                               INSPECTOR
`,
    ],
    fields: {
      tipoDocumental: 'OFICIO',
      numeroOficio: 'CPC|218|2012',
      fechaDocumento: '2012-06-06',
      asunto: 'Dictamen de riesgo.',
      expedienteCitado: null,
      dependenciaEmisora: 'COORDINACIÓN DE PROTECCIÓN CIVIL',
      lugar: 'Tepic, Nayarit',
      destinatario: {
        titulo: 'DR.',
        nombre: 'GAMALIEL ROSALES PINEDO',
        cargo: 'SECRETARIO DE SALUD MUNICIPAL',
      },
      remitente: {
        titulo: 'CMTE.',
        nombre: 'ULISES ANDRADE FRÍAS',
        cargo: 'COORDINADOR DE PROTECCIÓN CIVIL',
      },
    },
  },
  {
    name: '2018, impossible day',
    pages: [
      `
                     MUNICIPIO DE JEREZ, ZACATECAS
                     SECRETARÍA DE GOBIERNO MUNICIPAL
                                             OFICIO: SGM/77/2018
                                             ASUNTO: Invitación.

                            Jerez, Zac., a 31 de abril de 2018.

L.A.E. PERLA INFANTE DUEÑAS
DIRECTORA DE TURISMO
P R E S E N T E

Me es grato invitarla a la sesión del Consejo que se celebrará el 8 de
mayo de 2018 en la Sala de Cabildo.

                            ATENTAMENTE
                     LIC. SANTOS REVELES DEL REAL
                 SECRETARIO DE GOBIERNO MUNICIPAL
`,
    ],
    fields: {
      tipoDocumental: 'OFICIO',
      numeroOficio: 'SGM|77|2018',
      fechaDocumento: null,
      asunto: 'Invitación.',
      expedienteCitado: null,
      dependenciaEmisora: 'SECRETARÍA DE GOBIERNO MUNICIPAL',
      lugar: 'Jerez, Zacatecas',
      destinatario: { titulo: 'L.A.E.', nombre: 'PERLA INFANTE DUEÑAS', cargo: 'DIRECTORA DE TURISMO' },
      remitente: {
        titulo: 'LIC.',
        nombre: 'SANTOS REVELES DEL REAL',
        cargo: 'SECRETARIO DE GOBIERNO MUNICIPAL',
      },
    },
  },
];
