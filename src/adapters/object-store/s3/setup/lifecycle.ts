import type { Client } from 'minio';
import type { Lifecycle } from '../../../../ports/store-setup.ts';
import type { S3Connection } from '../connection.ts';
import { type Refused, tryTo } from './client.ts';

/** Results in flight are removed with their document; those of one that waits longer than this are computed again. */
const WORK_DAYS = 30;
/** A day is what `sweep` waits too, before it takes a writer for dead; S3 counts from midnight. */
const UPLOAD_DAYS = 2;

type Rule = { readonly ID?: string } & Readonly<Record<string, unknown>>;

/** Sets the rules for what is left in `work/` and of uploads; rules of others stay as they are. */
export async function setLifecycle(
  admin: Client,
  { bucket, prefix }: S3Connection,
  refused: Refused,
): Promise<Lifecycle> {
  const work: Rule = {
    ID: `foja work ${prefix}`,
    Status: 'Enabled',
    Filter: { Prefix: `${prefix}work/` },
    Expiration: { Days: WORK_DAYS },
    NoncurrentVersionExpiration: { NoncurrentDays: 1 },
  };
  const uploads: Rule = {
    ID: `foja uploads ${prefix}`,
    Status: 'Enabled',
    Filter: { Prefix: prefix },
    AbortIncompleteMultipartUpload: { DaysAfterInitiation: UPLOAD_DAYS },
  };
  const others = (await rulesOf(admin, bucket)).filter(({ ID }) => ID !== work.ID && ID !== uploads.ID);
  const set = (what: keyof Refused, rules: readonly Rule[]) =>
    tryTo(what, refused, async () => {
      // The client's type knows one rule of one kind; it sends whatever it is given.
      await admin.setBucketLifecycle(bucket, { Rule: rules } as never);
      return true;
    });
  if (await set('uploads', [...others, work, uploads]))
    return { workDays: WORK_DAYS, uploadDays: UPLOAD_DAYS };
  // MinIO takes no rule for uploads, and drops them by itself after a day.
  const isSet = await set('lifecycle', [...others, work]);
  return { workDays: isSet ? WORK_DAYS : null, uploadDays: null };
}

async function rulesOf(admin: Client, bucket: string): Promise<readonly Rule[]> {
  const found = await tryTo('lifecycle', {}, () => admin.getBucketLifecycle(bucket));
  // One rule comes alone, several as a list.
  return [((found as { Rule?: Rule | Rule[] } | null)?.Rule ?? []) as Rule | Rule[]].flat();
}
