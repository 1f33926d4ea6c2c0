import { GetObjectLockConfigurationCommand } from '@aws-sdk/client-s3';
import { UnavailableError } from '../../../model/errors.ts';
import { OWN_SEGMENT } from '../keys.ts';
import { request, type S3Connection } from './connection.ts';

/** What is there for hours: results in flight (archive/work.ts), and what fitness is tried out with. */
const PASSING = ['work/', `${OWN_SEGMENT}/probe-`];
/** The shortest that is of any use: rules for what is left take a day too (setup/lifecycle.ts). */
const RETAINED_MS = 24 * 60 * 60 * 1000;

const locked = new WeakMap<S3Connection['client'], Promise<boolean>>();

/** Of what only passes through, in a bucket that would lock it for years as it does the originals: a retention of its own. */
export async function retentionOf(
  connection: S3Connection,
  key: string,
): Promise<{ ObjectLockMode?: 'GOVERNANCE'; ObjectLockRetainUntilDate?: Date }> {
  const own = key.slice(connection.prefix.length);
  if (!PASSING.some((prefix) => own.startsWith(prefix))) return {};
  const { client } = connection;
  const asked = locked.get(client) ?? locksByItself(connection);
  locked.set(client, asked);
  asked.catch(() => locked.delete(client));
  if (!(await asked)) return {};
  return { ObjectLockMode: 'GOVERNANCE', ObjectLockRetainUntilDate: new Date(Date.now() + RETAINED_MS) };
}

async function locksByItself(connection: S3Connection): Promise<boolean> {
  const command = new GetObjectLockConfigurationCommand({ Bucket: connection.bucket });
  try {
    const { ObjectLockConfiguration: found } = await request(connection, { doing: 'read', key: '' }, (to) =>
      connection.client.send(command, to),
    );
    return found?.Rule?.DefaultRetention !== undefined;
  } catch (error) {
    if (error instanceof UnavailableError) throw error;
    // None, a server that knows none, or keys that may not ask.
    return false;
  }
}
