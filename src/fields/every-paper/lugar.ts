import { datesIn } from '../../extraction/dates/dates.ts';
import { councilTown, type PlaceRead, placeBefore, placesNamed } from '../../extraction/offices/places.ts';
import { type Candidate, decide } from '../../extraction/text/candidates.ts';
import { flowOf, passage } from '../../extraction/text/flow.ts';
import { ownPages, pageFlow, type Reading } from '../../extraction/text/reading.ts';
import { rowFlow } from '../../extraction/text/row-order.ts';
import type { Field, Lugar, TipoDocumental } from '../../model/document.ts';
import type { FieldDefinition } from '../definition.ts';
import { lugar as lugarKind } from '../kinds/lugar.ts';

declare module '../../model/document.ts' {
  interface FieldValues {
    readonly lugar: Lugar;
  }
}

/** Where the document was signed: before its date, else as its text names it, else as its letterhead does. */
export const lugar = {
  label: 'Lugar',
  kind: lugarKind,
  papers: 'every',
  read: (reading, of) => read(reading, of('tipoDocumental')),
  columns: 'lugar|lugar de expedicion|municipio y estado',
  dublinCore: { element: 'coverage' },
} satisfies FieldDefinition<'lugar'>;

function read(reading: Reading, tipo: TipoDocumental | null): Field<Lugar> {
  const candidates: Candidate<Lugar>[] = [];
  for (const sheet of ownPages(reading)) {
    const flow = pageFlow(sheet);
    const add = (place: PlaceRead, strength: number, rule: string) =>
      candidates.push({ value: place.lugar, seen: passage(flow, place.start, place.end), strength, rule });
    for (const date of datesIn(flow.folded)) {
      const place = placeBefore(flow, date.start);
      if (place) add(place, date.problem === 'no-year' ? 0.85 : 0.98, 'lugar.antes-de-fecha');
    }
    for (const place of placesNamed(flow)) add(place, 0.92, 'lugar.nombrado');
    // A memorandum goes from office to office: its letterhead says whose it is, not where it was signed.
    if (sheet !== reading.cover || tipo === 'MEMORANDUM') continue;
    const heading = flowOf(
      sheet.pieces.filter((p) => p.box.y < LETTERHEAD * sheet.height).flatMap((p) => p.tokens),
    );
    const town = councilTown(heading);
    if (!town) continue;
    const seen = passage(heading, town.start, town.end);
    candidates.push({ value: town.lugar, seen, strength: 0.8, rule: 'lugar.membrete' });
  }
  // Justified print opens gaps that look like the gutter between two columns.
  if (candidates.length === 0)
    for (const sheet of ownPages(reading)) {
      const flow = rowFlow(sheet);
      for (const date of datesIn(flow.folded)) {
        const place = placeBefore(flow, date.start);
        const seen = place && passage(flow, place.start, place.end);
        if (seen) candidates.push({ value: place.lugar, seen, strength: 0.9, rule: 'lugar.antes-de-fecha' });
      }
    }
  return decide(candidates, 'lugar', (place) => `${place.municipio}|${place.entidad}`);
}

// Dossier §1.1: the letterhead ends at 0.14 of the height; typed ones sit a little lower.
const LETTERHEAD = 0.2;
