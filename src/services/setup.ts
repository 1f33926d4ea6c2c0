// Makes the place of an archive ready and finds out what it really offers. Apart from open.ts, so that only who asks for it loads it.
import { isS3Url } from '../adapters/object-store/s3/address.ts';
import type { Retention } from '../adapters/object-store/s3/setup/lock.ts';
import type { S3Report } from '../adapters/object-store/s3/setup/setup.ts';
import { UsageError } from '../model/errors.ts';

export type { Retention, S3Report };

/** Sets up the bucket of `s3://bucket/prefix`, as `setUpS3` says. UsageError for a folder, which needs nothing. */
export async function setUp(archive: string, wanted: { retention?: Retention }): Promise<S3Report> {
  if (!isS3Url(archive))
    throw new UsageError(
      'setup-needs-s3',
      `${archive} is a folder and needs no set-up: give s3://bucket/prefix.`,
      { about: archive },
    );
  const { setUpS3 } = await import('../adapters/object-store/s3/setup/setup.ts');
  return setUpS3(archive, wanted);
}
