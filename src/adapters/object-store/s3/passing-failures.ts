/** Names under which S3 servers and Node say that the same request may succeed later. */
const PASSING = new Set([
  ...['TimeoutError', 'RequestTimeout', 'RequestTimeTooSkewed', 'SlowDown', 'ServiceUnavailable'],
  ...['InternalError', 'Throttling', 'ThrottlingException', 'TooManyRequestsException', 'OperationAborted'],
  // Two conditional writes met: AWS asks for the same request again, and then one of them has won.
  'ConditionalRequestConflict',
  // What a server says that stood still while a body was under way: it woke without the rest of it.
  'IncompleteBody',
  ...['ECONNRESET', 'ECONNREFUSED', 'ECONNABORTED', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH'],
  ...['ENOTFOUND', 'EAI_AGAIN', 'ERR_STREAM_PREMATURE_CLOSE'],
]);

/** Whether the failure is one of the moment: of the network, or of a server that is busy, starting or gone. */
export function isPassing(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { name, code, $metadata, cause } = error as Error & {
    code?: unknown;
    $metadata?: { httpStatusCode?: number };
  };
  const status = $metadata?.httpStatusCode ?? 0;
  return (
    PASSING.has(name) ||
    PASSING.has(String(code)) ||
    status === 429 ||
    (status >= 500 && status !== 501 && status !== 507) ||
    isPassing(cause)
  );
}
