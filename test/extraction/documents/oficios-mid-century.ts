import type { TypedDocument } from '../support/expected.ts';

/** Typed letters of the forties to the sixties: cuadro at the right, ribbon capitals, few accents. */
export const oficiosMidCentury: readonly TypedDocument[] = [
  {
    name: '1952, cuadro with dotted lines and a cited oficio',
    pages: [
      `
  PRESIDENCIA MUNICIPAL
  VILLA DE SANTIAGO, N. L.
                                     DEPENDENCIA....PRESIDENCIA MUNICIPAL
                                     SECCION........GOBERNACION
                                     MESA...........PRIMERA
                                     NUM. DE OFICIO.412
                                     EXPEDIENTE.....7/131/52

                                     ASUNTO: - Se contesta su oficio
                                     relativo a la feria anual.


                           Villa de Santiago, N. L., a 3 de julio de 1952.

  AL C. TESORERO GENERAL DEL ESTADO.
  PALACIO DE GOBIERNO.
  MONTERREY, N. L.

          En contestación a su atento oficio núm. 2214 girado por la
  Sección de Impuestos con fecha 21 de junio próximo pasado, manifiesto
  a usted que esta Presidencia está conforme en conceder el permiso a que
  se refiere, siempre que se cubran los derechos correspondientes.

          Reitero a usted mi atenta consideración.

                        SUFRAGIO EFECTIVO. NO REELECCION.
                           EL PRESIDENTE MUNICIPAL

                             EVARISTO LUNA CANTU

  c.c.p. el C. Síndico Primero.
  ELC/mrt.
`,
    ],
    fields: {
      tipoDocumental: 'OFICIO',
      numeroOficio: '412',
      fechaDocumento: '1952-07-03',
      asunto: 'Se contesta su oficio relativo a la feria anual.',
      expedienteCitado: '7/131/52',
      dependenciaEmisora: 'PRESIDENCIA MUNICIPAL',
      lugar: 'Santiago, Nuevo León',
      destinatario: { titulo: null, nombre: null, cargo: 'TESORERO GENERAL DEL ESTADO' },
      remitente: { titulo: null, nombre: 'EVARISTO LUNA CANTU', cargo: 'PRESIDENTE MUNICIPAL' },
    },
  },
  {
    name: '1958, addressee at the left of the cuadro, place and date below',
    pages: [
      `
     H. AYUNTAMIENTO DE LA CIUDAD            Dependencia  TESORERIA MUNICIPAL
             SALTILLO, COAH.                 Sección      INGRESOS
                                             Núm. Oficio  T-87
                                             Expediente   1-3/12

  ASUNTO: Se le requiere el pago del impuesto predial que adeuda
          de los años de 1955 a 1957.

                               Saltillo, Coah., a 11 de febrero de 1958

  Sr. Don Melquíades Oyervides
  Aldama Norte 312
  C i u d a d .

        Revisados los padrones de esta Tesorería aparece usted con un
  adeudo de $ 318.40 por concepto de impuesto predial, por lo que se le
  concede un plazo de diez días para cubrirlo.

                            A t e n t a m e n t e
                      Sufragio Efectivo. No Reelección.
                          El Tesorero Municipal

                        C.P. Anselmo de la Peña R.
`,
    ],
    fields: {
      tipoDocumental: 'OFICIO',
      numeroOficio: 'T|87',
      fechaDocumento: '1958-02-11',
      asunto: 'Se le requiere el pago del impuesto predial que adeuda de los años de 1955 a 1957.',
      expedienteCitado: '1-3/12',
      dependenciaEmisora: 'TESORERIA MUNICIPAL',
      lugar: 'Saltillo, Coahuila',
      destinatario: { titulo: 'Sr. Don', nombre: 'Melquíades Oyervides', cargo: null },
      remitente: { titulo: 'C.P.', nombre: 'Anselmo de la Peña R.', cargo: 'Tesorero Municipal' },
    },
  },
  {
    name: '1963, capitals throughout, no number, date in month-day form at the end',
    pages: [
      `
                 R. AYUNTAMIENTO CONSTITUCIONAL
                      CADEREYTA JIMENEZ, N. L.
                     SECRETARIA DEL AYUNTAMIENTO

                                        ASUNTO: SE LE CITA A JUNTA DE
                                                VECINOS.

  SR. PROFR. CRISPIN TAMEZ OVALLE
  DIRECTOR DE LA ESCUELA "GRAL. MARIANO ESCOBEDO"
  P R E S E N T E .

  POR ACUERDO DEL C. PRESIDENTE MUNICIPAL SE CITA A USTED A LA JUNTA DE
  VECINOS QUE TENDRA LUGAR EN EL SALON DE SESIONES EL DIA 20 DEL ACTUAL
  A LAS DIEZ Y NUEVE HORAS, PARA TRATAR ASUNTOS DE LA CALLE 5 DE MAYO.

                         A T E N T A M E N T E .
              CADEREYTA JIMENEZ, N. L., MARZO 14 DE 1963.
                    EL SECRETARIO DEL AYUNTAMIENTO.

                       FIDENCIO ARREOLA BOTELLO.
`,
    ],
    fields: {
      tipoDocumental: 'OFICIO',
      numeroOficio: null,
      fechaDocumento: '1963-03-14',
      asunto: 'SE LE CITA A JUNTA DE VECINOS.',
      expedienteCitado: null,
      dependenciaEmisora: 'SECRETARIA DEL AYUNTAMIENTO',
      lugar: 'CADEREYTA JIMENEZ, Nuevo León',
      destinatario: {
        titulo: 'SR. PROFR.',
        nombre: 'CRISPIN TAMEZ OVALLE',
        cargo: 'DIRECTOR DE LA ESCUELA "GRAL. MARIANO ESCOBEDO"',
      },
      remitente: { titulo: null, nombre: 'FIDENCIO ARREOLA BOTELLO', cargo: 'SECRETARIO DEL AYUNTAMIENTO' },
    },
  },
  {
    name: '1967, marked S/N, asunto "El que se indica"',
    pages: [
      `
  JUNTA DE MEJORAMIENTO MORAL, CIVICO Y MATERIAL
  GENERAL TERAN, N.L.
                                                OFICIO NUM.   S/N
                                                EXPEDIENTE:   S/N
                                                ASUNTO: El que se indica.

                                General Terán, N.L., 9 de Setiembre de 1967.

  C. PRESIDENTE MUNICIPAL
  E D I F I C I O

     Por medio del presente nos permitimos comunicar a usted que con esta
  fecha dieron principio las obras de introducción de agua potable en la
  congregación de San José, según convenio del 30 de agosto de 1967.

                              ATENTAMENTE
                      El Presidente de la Junta

                        Dr. Heliodoro Bazán Rico
`,
    ],
    fields: {
      tipoDocumental: 'OFICIO',
      numeroOficio: null,
      fechaDocumento: '1967-09-09',
      asunto: null,
      expedienteCitado: null,
      dependenciaEmisora: 'JUNTA DE MEJORAMIENTO MORAL, CIVICO Y MATERIAL',
      lugar: 'General Terán, Nuevo León',
      destinatario: { titulo: null, nombre: null, cargo: 'PRESIDENTE MUNICIPAL' },
      remitente: { titulo: 'Dr.', nombre: 'Heliodoro Bazán Rico', cargo: 'Presidente de la Junta' },
    },
  },
];
