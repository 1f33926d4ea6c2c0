import { entityNamed } from '../../extraction/offices/states.ts';
import { fold } from '../../extraction/text/fold.ts';
import type { Lugar } from '../../model/document.ts';
import type { Kind } from './kind.ts';
import { text } from './text.ts';

/** A municipality and its state. */
export const lugar: Kind<Lugar> = {
  name: 'lugar',
  accepted: 'municipality and state: "Guadalupe, Nuevo León"',
  parse(written) {
    const comma = written.lastIndexOf(',', written.replace(/[\s.]+$/, '').length - 1);
    const before = written.slice(0, comma).trim();
    // `Guadalupe, N. L.` has its comma before the state, `Guadalupe, Nuevo León, México` has the country behind it.
    const entidad = comma > 0 ? entityNamed(fold(written.slice(comma + 1)).trim()) : null;
    return entidad && before ? { value: { municipio: before, entidad } } : { problem: 'without a state' };
  },
  print: ({ municipio, entidad }) => `${municipio}, ${entidad}`,
  essence: ({ municipio, entidad }) => [plain(municipio), plain(entidad)],
  exact: true,
  parts: {
    names: ['municipio', 'entidad'],
    kind: text,
    whole: ({ municipio, entidad }) => (municipio && entidad ? { municipio, entidad } : null),
  },
};

// Accents and signs tell no two towns apart.
const plain = (name: string): string =>
  fold(name.normalize('NFC'))
    .replaceAll('Ñ', 'N')
    .replace(/[^A-Z0-9]+/g, ' ')
    .trim();
