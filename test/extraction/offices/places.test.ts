import { describe, expect, it } from 'vitest';
import { datesIn } from '../../../src/extraction/dates/dates.ts';
import { placeBefore } from '../../../src/extraction/offices/places.ts';
import { flowOf } from '../../../src/extraction/text/flow.ts';
import { sheetOf } from '../../../src/extraction/text/sheet.ts';
import { typedPage } from '../support/typed-page.ts';

const placeIn = (text: string) => {
  const flow = flowOf(sheetOf(typedPage(text)).pieces.flatMap((piece) => piece.tokens));
  const lugar = placeBefore(flow, datesIn(flow.folded)[0]!.start)?.lugar;
  return lugar ? `${lugar.municipio} | ${lugar.entidad}` : null;
};

describe('place before a date', () => {
  it.each([
    ['Guadalupe, N.L., a 14 de marzo de 1987', 'Guadalupe | Nuevo León'],
    ['Monterrey, N. L., Marzo 14 de 1987', 'Monterrey | Nuevo León'],
    ['Cd. Guadalupe, N.L., 3 de mayo de 1991', 'Guadalupe | Nuevo León'],
    ['Chetumal, Quintana Roo, a 3 de mayo de 1999', 'Chetumal | Quintana Roo'],
    ['Colima, Colima, a 5 de enero de 1990', 'Colima | Colima'],
    ['Xalapa, Veracruz de Ignacio de la Llave, a 9 de junio de 2004', 'Xalapa | Veracruz'],
    ['Saltillo, Coah., a 2 de enero de 1979', 'Saltillo | Coahuila'],
    ['México, D.F., a 7 de julio de 1985', 'México | Ciudad de México'],
    ['San Nicolás de los Garza, N.L. a 4 de abril de 2001', 'San Nicolás de los Garza | Nuevo León'],
    ['Tantoyuca, Ver., 16 de marzo de 2021', 'Tantoyuca | Veracruz'],
    ['Gral. Escobedo, N,I., a 4 de abril de 2001', 'Gral. Escobedo | Nuevo León'],
    ['Villa de Guadalupe, N.L., a 4 de abril de 1961', 'Guadalupe | Nuevo León'],
    ['Villa de Álvarez, Col., a 4 de abril de 2001', 'Villa de Álvarez | Colima'],
    ['se extiende en la ciudad de Linares, Nuevo León, a los 3 días de mayo de 1990', 'Linares | Nuevo León'],
    ['Toluca, Edo. de Méx., a 4 de abril de 2001', 'Toluca | México'],
  ])('%s', (text, place) => {
    expect(placeIn(text)).toBe(place);
  });

  it.each(['Guadalupe, a 14 de marzo de 1987', 'con fecha 14 de marzo de 1987'])('none in: %s', (text) => {
    expect(placeIn(text)).toBeNull();
  });
});
