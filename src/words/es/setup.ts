// What a person is told of a store that was made ready.
import type { Asked, StoreReport } from '../../ports/store-setup.ts';

/** The report, a line each: what the server was seen to do and what not, what it refused, and whether it will do. */
export function setUpLines(report: StoreReport): string[] {
  const { fitness, lifecycle } = report;
  const lines: (readonly [ok: boolean, text: string])[] = [
    [true, SETUP.bucket(`s3://${report.bucket}/${report.prefix}`, report.created, report.server)],
    [fitness.checksums, SETUP.checksums(fitness.checksums)],
    [
      fitness.createsOnce && fitness.createsLargeOnce,
      SETUP.creates(fitness.createsOnce, fitness.createsLargeOnce),
    ],
    [fitness.replacesOnce, SETUP.replaces(fitness.replacesOnce)],
    [report.versioning, SETUP.versioning(report.versioning)],
    [report.worm, SETUP.worm(report.lock, report.worm)],
    [lifecycle.workDays !== null, SETUP.work(lifecycle.workDays)],
    [lifecycle.uploadDays !== null, SETUP.uploads(lifecycle.uploadDays)],
  ];
  return [
    ...lines.map(([ok, text]) => `${ok ? 'sí' : 'no'}  ${text}`),
    ...Object.entries(report.refused).map(([what, said]) => SETUP.refused(ASKED[what as Asked], said)),
    report.fit ? SETUP.fit : SETUP.unfit,
  ];
}

const ASKED: Readonly<Record<Asked, string>> = {
  versioning: 'conservar versiones',
  lock: 'proteger contra borrado',
  lifecycle: 'borrar los restos en work/',
  uploads: 'borrar los envíos a medias',
};

const SETUP = {
  bucket: (where: string, created: boolean, server: string | null) =>
    `${where}: depósito ${created ? 'creado' : 'encontrado'}${server ? ` (servidor ${server})` : ''}`,
  checksums: (ok: boolean) =>
    ok ? 'rechaza lo que no llega con su SHA-256' : 'acepta bytes que no son los anunciados',
  creates: (small: boolean, large: boolean) => {
    if (!small) return 'de ocho que crean lo mismo a la vez ganan varios';
    return large
      ? 'de ocho que crean lo mismo a la vez gana uno'
      : 'de ocho que crean lo mismo a la vez gana uno, salvo con archivos grandes';
  },
  replaces: (ok: boolean) =>
    ok
      ? 'de ocho que reemplazan lo mismo a la vez gana uno'
      : 'de ocho que reemplazan lo mismo a la vez ganan varios',
  versioning: (on: boolean) =>
    on ? 'conserva versiones de lo que se reemplaza o borra' : 'no conserva versiones',
  worm: (lock: StoreReport['lock'], proven: boolean) => {
    if (!lock) return 'no protege contra borrado (sin plazo de retención)';
    const period = `${lock.count} ${lock.unit === 'days' ? 'días' : 'años'}, modo ${lock.mode}`;
    return proven
      ? `protege contra borrado: ${period} (comprobado: se intentó borrar y lo negó)`
      : `dice proteger contra borrado (${period}), pero dejó borrar: no cuente con ello`;
  },
  work: (days: number | null) =>
    days === null
      ? 'no borra por sí solo los restos en work/'
      : `borra los restos en work/ a los ${days} días`,
  uploads: (days: number | null) =>
    days === null ? 'no acepta regla para envíos a medias' : `borra los envíos a medias a los ${days} días`,
  refused: (what: string, said: string) => `    el servidor negó ${what}: ${said}`,
  fit: 'Este servidor sirve para guardar un archivo.',
  unfit: 'Este servidor NO sirve para escribir un archivo: solo para leerlo. Vea docs/operations.md.',
} as const;
