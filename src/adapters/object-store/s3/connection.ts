import { S3Client } from '@aws-sdk/client-s3';
import { persist } from '../retry.ts';
import type { S3Address } from './address.ts';
import { s3Error } from './errors.ts';
import { isPassing } from './passing-failures.ts';

/** A bucket, or a part of one, and the client that reaches it. */
export interface S3Connection extends S3Address {
  readonly client: S3Client;
  /** What the server last called itself; null before the first answer, or when it says nothing. */
  server(): string | null;
  /** Whether it has ever answered, whatever it said. */
  hasAnswered(): boolean;
  /** The endpoint that was given, known with the first request; null where there is none, which is AWS itself. */
  endpoint(): URL | null;
}

/** How long nothing may move on a connection, in ms: longer than the pause of a server that collects its garbage or fails over. */
const IDLE_MS = 60_000;
const CONNECT_MS = 5_000;

/**
 * Ready to talk; no request is made. Keys, region and endpoint are the SDK's to find (AWS_* variables, profiles, roles). Wherever
 * an endpoint is given, buckets are named in the path: few servers of one's own have a DNS name for every bucket.
 */
export function connect(address: S3Address): S3Connection {
  const client = new S3Client({
    // persist() does that: it can be stopped, and tells a first attempt from a second.
    maxAttempts: 1,
    // Every put names its SHA-256. What else the SDK would send is more than older servers understand.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    requestHandler: { connectionTimeout: CONNECT_MS, socketTimeout: IDLE_MS },
  });
  let endpoint: string | undefined;
  const locate = client.config.endpointProvider;
  client.config.endpointProvider = (parameters, context) => {
    endpoint = parameters.Endpoint;
    return locate({ ...parameters, ForcePathStyle: endpoint !== undefined }, context);
  };

  let server: string | null = null;
  let hasAnswered = false;
  client.middlewareStack.add(
    (next) => async (args) => {
      const result = await next(args);
      hasAnswered = true;
      const { headers } = result.response as { headers?: Record<string, string> };
      server = headers?.['server'] ?? server;
      return result;
    },
    { step: 'deserialize', priority: 'low', name: 'noteServer' },
  );
  return {
    ...address,
    client,
    server: () => server,
    hasAnswered: () => hasAnswered,
    endpoint: () => (endpoint === undefined ? null : new URL(endpoint)),
  };
}

/** What a request is for, for the message when it fails. */
interface Purpose {
  readonly doing: 'read' | 'write' | 'list' | 'remove';
  /** As the bucket has it. */
  readonly key: string;
  readonly signal?: AbortSignal | undefined;
}

/** Carries a request out, patiently; its failure is one of foja's errors. */
export async function request<T>(
  { bucket, hasAnswered }: S3Connection,
  { doing, key, signal }: Purpose,
  work: (options: { abortSignal?: AbortSignal }, attempt: number) => Promise<T>,
): Promise<T> {
  try {
    return await persist((attempt) => work(signal ? { abortSignal: signal } : {}, attempt), {
      ...{ signal, isPassing, hasAnswered },
    });
  } catch (error) {
    signal?.throwIfAborted();
    throw s3Error(error, doing, `s3://${bucket}/${key}`);
  }
}
