import type { TypedDocument } from '../support/expected.ts';

/** Papers that go to many, and papers that stay in the house. */
export const circularsAndMemoranda: readonly TypedDocument[] = [
  {
    name: 'circular of 1971',
    pages: [
      `
               PRESIDENCIA MUNICIPAL DE LERDO, DGO.
                     OFICIALIA MAYOR

                                          CIRCULAR NUM. 14/71

                            Lerdo, Dgo., a 2 de agosto de 1971.

  A LOS CC. JEFES DE DEPARTAMENTO
  P R E S E N T E S

       Por disposición del C. Presidente Municipal y a partir del día 16
  de agosto de 1971, las solicitudes de material deberán presentarse por
  triplicado, quedando sin efecto la circular núm. 9/70.

                          ATENTAMENTE
                       EL OFICIAL MAYOR

                    PROF. ABUNDIO NEVAREZ SOTO
`,
    ],
    fields: {
      tipoDocumental: 'CIRCULAR',
      numeroOficio: '14|71',
      fechaDocumento: '1971-08-02',
      asunto: null,
      expedienteCitado: null,
      dependenciaEmisora: 'OFICIALIA MAYOR',
      lugar: 'Lerdo, Durango',
      destinatario: { titulo: null, nombre: null, cargo: 'A LOS CC. JEFES DE DEPARTAMENTO' },
      remitente: { titulo: 'PROF.', nombre: 'ABUNDIO NEVAREZ SOTO', cargo: 'OFICIAL MAYOR' },
    },
  },
  {
    name: 'oficio circular of 2003',
    pages: [
      `
   H. AYUNTAMIENTO DE COMALA, COL.
   SECRETARÍA DEL H. AYUNTAMIENTO
                                      OFICIO CIRCULAR No. SHA-003/2003
                                      ASUNTO: Entrega de inventarios.

                                      Comala, Col., 24 de febrero de 2003

   CC. DIRECTORES Y COORDINADORES
   DE LA ADMINISTRACIÓN MUNICIPAL
   PRESENTES

   Con el propósito de dar cumplimiento a la Ley de Archivos, solicito a
   ustedes entregar a más tardar el 14 de marzo de 2003 el inventario de
   los documentos que obran en su poder.

                             ATENTAMENTE

                     LIC. TEODORA ALCARAZ GUDIÑO
                   SECRETARIA DEL H. AYUNTAMIENTO
`,
    ],
    fields: {
      tipoDocumental: 'OFICIO_CIRCULAR',
      numeroOficio: 'SHA|3|2003',
      fechaDocumento: '2003-02-24',
      asunto: 'Entrega de inventarios.',
      expedienteCitado: null,
      dependenciaEmisora: 'SECRETARÍA DEL H. AYUNTAMIENTO',
      lugar: 'Comala, Colima',
      destinatario: {
        titulo: null,
        nombre: null,
        cargo: 'DIRECTORES Y COORDINADORES DE LA ADMINISTRACIÓN MUNICIPAL',
      },
      remitente: {
        titulo: 'LIC.',
        nombre: 'TEODORA ALCARAZ GUDIÑO',
        cargo: 'SECRETARIA DEL H. AYUNTAMIENTO',
      },
    },
  },
  {
    name: 'memorandum of 1985, table with tabs',
    pages: [
      `
                     M E M O R A N D U M        No. 0231

   PARA:        Ing. Casimiro Duarte Olvera
                Jefe del Departamento de Limpia
   DE:          Lic. Zenaida Peralta Cuevas
                Directora de Servicios Primarios
   FECHA:       8 de octubre de 1985
   ASUNTO:      Rol de guardias para el puente
                vacacional.

   Le agradeceré remitir a más tardar el viernes 11 de octubre de 1985 el
   rol de guardias del personal a su cargo.

   c.c.p. Minutario
   ZPC*rml
`,
    ],
    fields: {
      tipoDocumental: 'MEMORANDUM',
      numeroOficio: '231',
      fechaDocumento: '1985-10-08',
      asunto: 'Rol de guardias para el puente vacacional.',
      expedienteCitado: null,
      dependenciaEmisora: null,
      lugar: null,
      destinatario: {
        titulo: 'Ing.',
        nombre: 'Casimiro Duarte Olvera',
        cargo: 'Jefe del Departamento de Limpia',
      },
      remitente: {
        titulo: 'Lic.',
        nombre: 'Zenaida Peralta Cuevas',
        cargo: 'Directora de Servicios Primarios',
      },
    },
  },
  {
    name: 'memorandum of 2014, numeric date',
    pages: [
      `
 MUNICIPIO DE CENTRO, TABASCO
 SUBDIRECCIÓN DE RECURSOS HUMANOS

                              MEMORÁNDUM: SRH/118/2014

 FECHA: 21/03/2014

 PARA: C.P. Amalia Cornelio Dantori, Coordinadora de Nómina
 DE: Lic. Fermín Izquierdo Ulín, Subdirector de Recursos Humanos
 ASUNTO: Descuento por faltas

 Sírvase aplicar el descuento correspondiente en la primera quincena de
 abril al personal de la relación anexa.

 Saludos cordiales.
`,
    ],
    fields: {
      tipoDocumental: 'MEMORANDUM',
      numeroOficio: 'SRH|118|2014',
      fechaDocumento: '2014-03-21',
      asunto: 'Descuento por faltas',
      expedienteCitado: null,
      dependenciaEmisora: 'SUBDIRECCIÓN DE RECURSOS HUMANOS',
      lugar: null,
      destinatario: { titulo: 'C.P.', nombre: 'Amalia Cornelio Dantori', cargo: 'Coordinadora de Nómina' },
      remitente: {
        titulo: 'Lic.',
        nombre: 'Fermín Izquierdo Ulín',
        cargo: 'Subdirector de Recursos Humanos',
      },
    },
  },
];
