// `foja setup`: makes the place of an archive ready and finds out what it really offers.
import type { Actor } from '../model/actor.ts';
import { UsageError } from '../model/errors.ts';
import type { Retention, SetUpStore, StoreReport } from '../ports/store-setup.ts';

/** Sets the place of an archive up. `setUp` is null where nothing is needed, as in a folder: UsageError. */
export async function setUpArchive(
  setUp: SetUpStore | null,
  _actor: Actor,
  { archive, retention }: { readonly archive: string; readonly retention: Retention | null },
  signal: AbortSignal,
): Promise<StoreReport> {
  signal.throwIfAborted();
  if (setUp) return setUp(archive, retention);
  throw new UsageError(
    'setup-needs-s3',
    `${archive} is a folder and needs no set-up: give s3://bucket/prefix.`,
    { about: archive },
  );
}
