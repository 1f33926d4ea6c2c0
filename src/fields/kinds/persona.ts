import { personaOf } from '../../extraction/people/persona.ts';
import type { Persona } from '../../model/document.ts';
import type { Kind } from './kind.ts';
import { text } from './text.ts';

/** A person by title, name and post. The title before a name is no part of what must be right. */
export const persona: Kind<Persona> = {
  name: 'persona',
  accepted: 'title and name, then a comma and the post: "Lic. Juan Pérez, Secretario del Ayuntamiento"',
  parse(written) {
    const value = personaOf([written]);
    return value ? { value } : { problem: 'neither a name nor a post' };
  },
  // A title belongs to its name: `Lic. Eva Tovar, Directora`.
  print: ({ titulo, nombre, cargo }) =>
    [titulo, [nombre, cargo].filter(Boolean).join(', ')].filter(Boolean).join(' '),
  essence: ({ nombre, cargo }) => [nombre, cargo],
  exact: false,
  parts: {
    names: ['titulo', 'nombre', 'cargo'],
    kind: text,
    whole: ({ titulo = null, nombre = null, cargo = null }) => ({ titulo, nombre, cargo }),
  },
};
