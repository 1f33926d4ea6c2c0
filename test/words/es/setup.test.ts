import { expect, it } from 'vitest';
import type { StoreReport } from '../../../src/ports/store-setup.ts';
import { setUpLines } from '../../../src/words/es/setup.ts';

const REPORT: StoreReport = {
  ...{ bucket: 'archivo', prefix: 'gto/', server: 'MinIO', created: true, fit: true },
  fitness: {
    ...{ server: 'MinIO', checkedAt: '2026-01-31T00:00:00Z', checksums: true },
    ...{ createsOnce: true, replacesOnce: true, createsLargeOnce: true },
  },
  ...{ versioning: true, lock: { mode: 'governance', count: 2, unit: 'days' }, worm: true },
  lifecycle: { workDays: 30, uploadDays: null },
  refused: { uploads: 'InvalidArgument: no such rule' },
};

it('says what a store offers, what not, and what its server refused in its own words', () => {
  expect(setUpLines(REPORT)).toEqual([
    'sí  s3://archivo/gto/: depósito creado (servidor MinIO)',
    'sí  rechaza lo que no llega con su SHA-256',
    'sí  de ocho que crean lo mismo a la vez gana uno',
    'sí  de ocho que reemplazan lo mismo a la vez gana uno',
    'sí  conserva versiones de lo que se reemplaza o borra',
    'sí  protege contra borrado: 2 días, modo governance (comprobado: se intentó borrar y lo negó)',
    'sí  borra los restos en work/ a los 30 días',
    'no  no acepta regla para envíos a medias',
    '    el servidor negó borrar los envíos a medias: InvalidArgument: no such rule',
    'Este servidor sirve para guardar un archivo.',
  ]);
});

it('does not count on a lock that let a removal pass, nor on a server that lets several writers win', () => {
  const fitness = { ...REPORT.fitness, createsLargeOnce: false, replacesOnce: false };
  const lines = setUpLines({ ...REPORT, worm: false, fit: false, fitness });
  expect(lines).toContain('no  de ocho que crean lo mismo a la vez gana uno, salvo con archivos grandes');
  expect(lines).toContain(
    'no  dice proteger contra borrado (2 días, modo governance), pero dejó borrar: no cuente con ello',
  );
  expect(lines.at(-1)).toContain('NO sirve para escribir');
});
