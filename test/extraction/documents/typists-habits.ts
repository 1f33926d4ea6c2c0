import type { TypedDocument } from '../support/expected.ts';

/** Habits of typists that no form foresees: thousands left out, posts that wrap, addresses that end in their town. */
export const typistsHabits: readonly TypedDocument[] = [
  {
    name: '1944, decimal file with the year in quotes, signed for another, town in the address',
    pages: [
      `
PODER EJECUTIVO DEL ESTADO
DEPARTAMENTO DE GOBERNACION
SECCION 2a.
MESA 1a.
NUMERO 15-4411
EXP. 2/101 "44"/7

ASUNTO.- Se pide informe.

         Monterrey, N. L., a 2 de Dbre. de 1944.

Al C. Presidente Municipal de
         DOCTOR ARROYO, N. L.

         Con relación al ocurso que eleva la señora Refugio Mata Vda. de
Gallegos, sírvase informar lo conducente.

         SUFRAGIO EFECTIVO. NO REELECCION.
         P. A. DEL SRIO. GRAL. DE GOBIERNO.
         EL OFICIAL MAYOR,

         Lic. Amado Treviño Roel
`,
    ],
    fields: {
      tipoDocumental: 'OFICIO',
      numeroOficio: '15|4411',
      fechaDocumento: '1944-12-02',
      asunto: 'Se pide informe.',
      expedienteCitado: '2/101 "44"/7',
      dependenciaEmisora: 'DEPARTAMENTO DE GOBERNACION',
      lugar: 'Monterrey, Nuevo León',
      destinatario: { titulo: null, nombre: null, cargo: 'Presidente Municipal de DOCTOR ARROYO, N. L.' },
      remitente: { titulo: 'Lic.', nombre: 'Amado Treviño Roel', cargo: 'OFICIAL MAYOR' },
    },
  },
  {
    name: '2004, post of the signer on two lines',
    pages: [
      `
                                                    Oficio: SDU-DCU-0415/2004
                                                    Exp. Administrativo: 1022/2003
                                                    Asunto: Se notifica resolución

San Nicolás de los Garza, Nuevo León, a los 21-veintiún días del mes de
septiembre de 2004-dos mil cuatro.

C. REPRESENTANTE LEGAL DE INMOBILIARIA EL ENCINO, S.A. DE C.V.
Calle Privada del Roble No. 118, Col. Los Encinos
P r e s e n t e.-

        En relación con su solicitud de fecha 30-treinta de agosto del
2004-dos mil cuatro, le informo que la misma fue aprobada.

                              ATENTAMENTE.
           EL C. DIRECTOR DE CONTROL URBANO DE LA SECRETARIA DE
                   DESARROLLO URBANO Y ECOLOGIA

                      ARQ. FABIAN OROZCO VILLALPANDO

c.c.p. Expediente
FOV/lkm
`,
    ],
    fields: {
      tipoDocumental: 'OFICIO',
      numeroOficio: 'SDU|DCU|415|2004',
      fechaDocumento: '2004-09-21',
      asunto: 'Se notifica resolución',
      expedienteCitado: '1022/2003',
      dependenciaEmisora: null,
      lugar: 'San Nicolás de los Garza, Nuevo León',
      destinatario: {
        titulo: null,
        nombre: null,
        cargo: 'REPRESENTANTE LEGAL DE INMOBILIARIA EL ENCINO, S.A. DE C.V.',
      },
      remitente: {
        titulo: 'ARQ.',
        nombre: 'FABIAN OROZCO VILLALPANDO',
        cargo: 'DIRECTOR DE CONTROL URBANO DE LA SECRETARIA DE DESARROLLO URBANO Y ECOLOGIA',
      },
    },
  },
  {
    name: '1993, memorándum interno with its number in the title',
    pages: [
      `
MUNICIPIO DE SABINAS HIDALGO, N.L.
ADMINISTRACION 1992-1994

MEMORANDO INTERNO  OP-63/93

Fecha:    Noviembre 22, 1993
Para:     Ing. Hilario Montemayor
          Jefe de Alumbrado Público
De:       Arq. Dagoberto Cienfuegos
          Secretario de Obras Públicas
Asunto:   Cambio de luminarias de la Plaza Principal

Por medio del presente le solicito el cambio de seis luminarias.

                       Arq. Dagoberto Cienfuegos
`,
    ],
    fields: {
      tipoDocumental: 'MEMORANDUM',
      numeroOficio: 'OP|63|93',
      fechaDocumento: '1993-11-22',
      asunto: 'Cambio de luminarias de la Plaza Principal',
      expedienteCitado: null,
      dependenciaEmisora: null,
      lugar: null,
      destinatario: { titulo: 'Ing.', nombre: 'Hilario Montemayor', cargo: 'Jefe de Alumbrado Público' },
      remitente: { titulo: 'Arq.', nombre: 'Dagoberto Cienfuegos', cargo: 'Secretario de Obras Públicas' },
    },
  },
  {
    name: '1970, president and secretary sign side by side',
    pages: [
      `
                R. AYUNTAMIENTO DE JUAREZ, N. L.
                      1969 - 1971

                   C I R C U L A R   No. 6

A LOS CC. JUECES AUXILIARES Y COMISARIADOS EJIDALES DEL MUNICIPIO.

          Se les comunica que el próximo domingo 14 de junio, a las 10 horas,
habrá junta en esta Presidencia.

                   Juárez, N. L., a 5 de junio de 1970

                  SUFRAGIO EFECTIVO. NO REELECCION
      EL PRESIDENTE MUNICIPAL          EL SECRETARIO

      GUMARO CAVAZOS                   EFREN LOZANO
`,
    ],
    fields: {
      tipoDocumental: 'CIRCULAR',
      numeroOficio: '6',
      fechaDocumento: '1970-06-05',
      asunto: null,
      expedienteCitado: null,
      dependenciaEmisora: null,
      lugar: 'Juárez, Nuevo León',
      destinatario: {
        titulo: null,
        nombre: null,
        cargo: 'A LOS CC. JUECES AUXILIARES Y COMISARIADOS EJIDALES DEL MUNICIPIO',
      },
      remitente: { titulo: null, nombre: 'GUMARO CAVAZOS', cargo: 'PRESIDENTE MUNICIPAL' },
    },
  },
  {
    name: '1973, who certifies is named by the opening words',
    pages: [
      `
                    CONSTANCIA DE RESIDENCIA

EL C. SECRETARIO DEL R. AYUNTAMIENTO DE GARZA GARCIA, N. L., QUE SUSCRIBE,
HACE CONSTAR Y CERTIFICA:

        Que el C. MARGARITO PUENTE IBARRA es vecino de esta cabecera municipal
desde hace más de diez años.

        A petición de parte interesada se extiende la presente en Garza García,
N. L., a los veintiocho días del mes de noviembre de mil novecientos setenta y
tres.

                      PROFR. ELEAZAR MORONES
`,
    ],
    fields: {
      tipoDocumental: 'CONSTANCIA',
      numeroOficio: null,
      fechaDocumento: '1973-11-28',
      asunto: null,
      expedienteCitado: null,
      dependenciaEmisora: null,
      lugar: 'Garza García, Nuevo León',
      destinatario: null,
      remitente: {
        titulo: 'PROFR.',
        nombre: 'ELEAZAR MORONES',
        cargo: 'SECRETARIO DEL R. AYUNTAMIENTO DE GARZA GARCIA, N. L.',
      },
    },
  },
  {
    name: '1976, certificate that only its first words sign',
    pages: [
      `
                         CERTIFICADO DE BUENA CONDUCTA

La que suscribe, Profra. Herlinda Cepeda Rangel, Jueza Auxiliar de la Colonia
Independencia de esta ciudad, hace constar que el joven Ramiro Salas es persona
de buenas costumbres.

Cd. Frontera, Coah., septiembre 9 de 1976.

                              ________________
`,
    ],
    fields: {
      tipoDocumental: 'CERTIFICADO',
      numeroOficio: null,
      fechaDocumento: '1976-09-09',
      asunto: null,
      expedienteCitado: null,
      dependenciaEmisora: null,
      lugar: 'Frontera, Coahuila',
      destinatario: null,
      remitente: {
        titulo: 'Profra.',
        nombre: 'Herlinda Cepeda Rangel',
        cargo: 'Jueza Auxiliar de la Colonia Independencia de esta ciudad',
      },
    },
  },
  {
    name: '1982, licence with its number in the title',
    pages: [
      `
DIRECCION DE OBRAS PUBLICAS MUNICIPALES
Licencia de Construcción  No. 877/82

     Nombre del propietario:  Ma. Gpe. Rdz. Vda. de Lozano
     Ubicación: Calle Bravo No. 318, Col. Centro
     Expediente catastral: 11-045-012
     Fecha de expedición: 16 ABR 1982
     Vence: 16 ABR 1983

     El Director de Obras Públicas Municipales

     ING. ROGACIANO DE LEON M.
`,
    ],
    fields: {
      tipoDocumental: 'LICENCIA',
      numeroOficio: '877|82',
      fechaDocumento: '1982-04-16',
      asunto: null,
      expedienteCitado: '11-045-012',
      dependenciaEmisora: 'DIRECCION DE OBRAS PUBLICAS MUNICIPALES',
      lugar: null,
      destinatario: null,
      remitente: {
        titulo: 'ING.',
        nombre: 'ROGACIANO DE LEON M.',
        cargo: 'Director de Obras Públicas Municipales',
      },
    },
  },
  {
    name: '1963, title above the name, year in quotes after a dash',
    pages: [
      `
                                   SECRETARIA DE AYUNTAMIENTO
                                   OF. No.- 0217
                                   EXP. No.- 1/2-"63"

Asunto:- Solicítase informe.

Tampico, Tamps., Mayo 27 de 1,963.

C. Lic.
Práxedis Balboa
Gobernador Constitucional del Estado
Cd. Victoria, Tamps.

     Muy señor mío:

     Con toda atención me permito suplicar a usted se nos informe acerca de
la partida destinada a las obras del drenaje.

                        Atentamente.
                  Sufragio Efectivo. No Reelección.
                  El Presidente Municipal Interino.

                       Dr. Fidencio Trejo.
`,
    ],
    fields: {
      tipoDocumental: 'OFICIO',
      numeroOficio: '217',
      fechaDocumento: '1963-05-27',
      asunto: 'Solicítase informe.',
      expedienteCitado: '1/2-"63"',
      dependenciaEmisora: 'SECRETARIA DE AYUNTAMIENTO',
      lugar: 'Tampico, Tamaulipas',
      destinatario: {
        titulo: 'Lic.',
        nombre: 'Práxedis Balboa',
        cargo: 'Gobernador Constitucional del Estado',
      },
      remitente: { titulo: 'Dr.', nombre: 'Fidencio Trejo', cargo: 'Presidente Municipal Interino' },
    },
  },
  {
    name: '1974, school named in quotes under the post',
    pages: [
      `
DEPENDENCIA: ESC. PRIM. "NIÑOS HEROES"
OFICIO NUM.: 19
CICLO ESCOLAR 1974-1975

ASUNTO: SOLICITA REPARACION DE PUPITRES.

                           EL CERCADO, SANTIAGO, N.L., SEPTIEMBRE 4 DE 1974.

C. PRESIDENTE MUNICIPAL
SANTIAGO, N.L.

ME DIRIJO A USTED PARA SOLICITAR EL ARREGLO DE 40 PUPITRES.

                    A T E N T A M E N T E
                    LA DIRECTORA DE LA ESCUELA PRIMARIA
                    "NIÑOS HEROES"

                    PROFRA. SOCORRO YZAGUIRRE P.
`,
    ],
    fields: {
      tipoDocumental: 'OFICIO',
      numeroOficio: '19',
      fechaDocumento: '1974-09-04',
      asunto: 'SOLICITA REPARACION DE PUPITRES.',
      expedienteCitado: null,
      dependenciaEmisora: 'ESC. PRIM. "NIÑOS HEROES"',
      lugar: 'SANTIAGO, Nuevo León',
      destinatario: { titulo: null, nombre: null, cargo: 'PRESIDENTE MUNICIPAL' },
      remitente: {
        titulo: 'PROFRA.',
        nombre: 'SOCORRO YZAGUIRRE P.',
        cargo: 'DIRECTORA DE LA ESCUELA PRIMARIA "NIÑOS HEROES"',
      },
    },
  },
  {
    name: '1936, comma among thousands, two signers',
    pages: [
      `
PRESIDENCIA MUNICIPAL DE
   LINARES, N. L.
   ------
   SECRETARIA
   ------
   OFICIO No. 1,204.
   EXP. 3/5.

ASUNTO: Se transcribe acuerdo de
        Cabildo.

Señor
TESORERO MUNICIPAL,
PRESENTE.

En sesión celebrada el día 3 del presente mes, el R. Ayuntamiento tuvo a bien
acordar que se conceda al empleado Sr. Lino Peña un mes de licencia con goce de
sueldo.

Lo que comunico a Ud. para su conocimiento y demás fines.

SUFRAGIO EFECTIVO. NO REELECCION.
Linares, N. L., Dic. 7 de 1936.
EL PRESIDENTE MUNICIPAL.          EL SECRETARIO.
Arnulfo Benavides.                Teodosio Cuéllar.
`,
    ],
    fields: {
      tipoDocumental: 'OFICIO',
      numeroOficio: '1204',
      fechaDocumento: '1936-12-07',
      asunto: 'Se transcribe acuerdo de Cabildo.',
      expedienteCitado: '3/5',
      dependenciaEmisora: 'SECRETARIA',
      lugar: 'Linares, Nuevo León',
      destinatario: { titulo: null, nombre: null, cargo: 'TESORERO MUNICIPAL' },
      remitente: { titulo: null, nombre: 'Arnulfo Benavides', cargo: 'PRESIDENTE MUNICIPAL' },
    },
  },
  {
    name: '1957, receipt of a lettered series',
    pages: [
      `
TESORERIA MUNICIPAL
SANTIAGO, N.L.

                                   RECIBO OFICIAL  A  No. 00452

Recibí de: Cipriano Almaguer                        Bueno por $ 45.00
la cantidad de CUARENTA Y CINCO PESOS 00/100 M.N.
por concepto de: refrendo de la patente de su molino de nixtamal.

          Santiago, N.L., 10 de Enero de 1957

                    EL TESORERO MUNICIPAL

                    JOSE ANGEL MARROQUIN
`,
    ],
    fields: {
      tipoDocumental: 'RECIBO',
      numeroOficio: '452',
      fechaDocumento: '1957-01-10',
      asunto: null,
      expedienteCitado: null,
      dependenciaEmisora: 'TESORERIA MUNICIPAL',
      lugar: 'Santiago, Nuevo León',
      destinatario: null,
      remitente: { titulo: null, nombre: 'JOSE ANGEL MARROQUIN', cargo: 'TESORERO MUNICIPAL' },
    },
  },
  {
    name: '1996, rank of an officer in retirement',
    pages: [
      `
DEPENDENCIA      DIR. DE SEGURIDAD PUBLICA Y VIALIDAD
SECCION          JURIDICA
No. OFICIO       DSPV/1245/96
EXPEDIENTE

ASUNTO:          SE REMITE PARTE INFORMATIVO

SALTILLO, COAHUILA; A 8 DE ABRIL DE 1996.

C. LIC. GERARDO FUENTES ARIZPE
AGENTE INVESTIGADOR DEL MINISTERIO PUBLICO EN TURNO
E D I F I C I O .-

ME PERMITO REMITIR A USTED EL PARTE INFORMATIVO NUMERO 3312/96 RENDIDO POR
LOS AGENTES DE ESTA CORPORACION.

ATENTAMENTE
"SUFRAGIO EFECTIVO, NO REELECCION"
EL DIRECTOR DE SEGURIDAD PUBLICA Y VIALIDAD

CAP. 2/o. RET. HERIBERTO ZERTUCHE NIETO
`,
    ],
    fields: {
      tipoDocumental: 'OFICIO',
      numeroOficio: 'DSPV|1245|96',
      fechaDocumento: '1996-04-08',
      asunto: 'SE REMITE PARTE INFORMATIVO',
      expedienteCitado: null,
      dependenciaEmisora: 'DIR. DE SEGURIDAD PUBLICA Y VIALIDAD',
      lugar: 'SALTILLO, Coahuila',
      destinatario: {
        titulo: 'LIC.',
        nombre: 'GERARDO FUENTES ARIZPE',
        cargo: 'AGENTE INVESTIGADOR DEL MINISTERIO PUBLICO EN TURNO',
      },
      remitente: {
        titulo: 'CAP. 2/o. RET.',
        nombre: 'HERIBERTO ZERTUCHE NIETO',
        cargo: 'DIRECTOR DE SEGURIDAD PUBLICA Y VIALIDAD',
      },
    },
  },
  {
    name: '1956, private letter that a servant closes',
    pages: [
      `
CORRESPONDENCIA PARTICULAR DEL
PRESIDENTE MUNICIPAL DE
MONTEMORELOS, N. L.

                                        Mayo 19 de 1956.

Sr. Lic.
Raúl Rangel Oviedo
Gobernador del Estado
Palacio de Gobierno
Monterrey, N. L.

Muy respetable señor Gobernador:

Me es grato distraer su atención para suplicarle su valiosa ayuda.

Su atento amigo y seguro servidor.

Genaro Salazar
`,
    ],
    fields: {
      tipoDocumental: null,
      numeroOficio: null,
      fechaDocumento: '1956-05-19',
      asunto: null,
      expedienteCitado: null,
      dependenciaEmisora: null,
      lugar: 'MONTEMORELOS, Nuevo León',
      destinatario: { titulo: 'Sr. Lic.', nombre: 'Raúl Rangel Oviedo', cargo: 'Gobernador del Estado' },
      remitente: { titulo: null, nombre: 'Genaro Salazar', cargo: null },
    },
  },
  {
    name: '1948, report of the police, an office without the town hall',
    pages: [
      `
        INSPECCION DE POLICIA
        ALLENDE, N.L.

Parte No. 214

AL C. PRESIDENTE MUNICIPAL
PRESENTE:

Hónrome en dar parte a esa Superioridad que durante las últimas 24 horas no ha
ocurrido novedad alguna.

Respetuosamente.
Allende, N.L., a 7 de Febrero de 1948.
El Inspector de Policía
Hermenegildo Tamez
`,
    ],
    fields: {
      tipoDocumental: 'OFICIO',
      numeroOficio: null,
      fechaDocumento: '1948-02-07',
      asunto: null,
      expedienteCitado: null,
      dependenciaEmisora: 'INSPECCION DE POLICIA',
      lugar: 'Allende, Nuevo León',
      destinatario: { titulo: null, nombre: null, cargo: 'PRESIDENTE MUNICIPAL' },
      remitente: { titulo: null, nombre: 'Hermenegildo Tamez', cargo: 'Inspector de Policía' },
    },
  },
  {
    name: '1992, acta of the municipality, hour before the day',
    pages: [
      `
                         A C T A   N o.  24
                    SESION EXTRAORDINARIA DE CABILDO

En el Municipio de Anáhuac, Nuevo León, siendo las 19:30 horas del día 18 de
mayo de 1992, se reunieron en la Sala de Cabildo los integrantes del
R. Ayuntamiento, bajo la presidencia del C. Presidente Municipal Profr. Osvaldo
Cantú, y del Secretario del R. Ayuntamiento, Lic. Dimas Villalón, bajo el
siguiente orden del día:

1.- Lista de asistencia.
2.- Aprobación de obras.

Se clausura la sesión a las 20:45 horas del mismo día.

PROFR. OSVALDO CANTU                     LIC. DIMAS VILLALON
PRESIDENTE MUNICIPAL                     SECRETARIO DEL R. AYUNTAMIENTO

C. ROSA ELVIRA PEÑA                      C. JACINTO RUIZ
SINDICO PRIMERO                          PRIMER REGIDOR
`,
    ],
    fields: {
      tipoDocumental: 'ACTA_CABILDO',
      numeroOficio: null,
      fechaDocumento: '1992-05-18',
      asunto: null,
      expedienteCitado: null,
      dependenciaEmisora: null,
      lugar: 'Anáhuac, Nuevo León',
      destinatario: null,
      remitente: { titulo: 'LIC.', nombre: 'DIMAS VILLALON', cargo: 'SECRETARIO DEL R. AYUNTAMIENTO' },
    },
  },
];
