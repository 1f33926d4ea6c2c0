// What a real Meilisearch answered to the tests, kept in a file and given again: for machines that cannot have the server.
// Strict: what was not asked then is refused, and each answer is given once, in the order of then.
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';

interface Exchange {
  readonly asked: string;
  readonly status: number;
  readonly answer: string;
}

export interface Recorder extends AsyncDisposable {
  readonly url: string;
}

/** Passes everything on to the server at `url` and writes what was said to `file` at the end. */
export function startRecorder(url: string, file: string): Promise<Recorder> {
  const kept: Exchange[] = [];
  return listen(
    async (method, path, body) => {
      const response = await fetch(url + path, {
        method,
        headers: { 'content-type': 'application/json', ...authorization() },
        ...(body === '' ? {} : { body }),
      });
      const exchange = {
        asked: nameOf(method, path, body),
        status: response.status,
        answer: await response.text(),
      };
      if (!isUnfinished(path, exchange.answer)) kept.push(exchange);
      return exchange;
    },
    () => writeFile(file, `${kept.map((exchange) => JSON.stringify(exchange)).join('\n')}\n`),
  );
}

/** Answers from `file`. */
export async function startReplay(file: string): Promise<Recorder> {
  const answers = new Map<string, Exchange[]>();
  for (const line of (await readFile(file, 'utf8')).trim().split('\n')) {
    const exchange = JSON.parse(line) as Exchange;
    answers.set(exchange.asked, [...(answers.get(exchange.asked) ?? []), exchange]);
  }
  return listen(async (method, path, body) => {
    const asked = nameOf(method, path, body);
    const left = answers.get(asked) ?? [];
    // How often a task is looked at depends on the clock; its end does not.
    const exchange = isTask(path) && left.length === 1 ? left[0] : left.shift();
    if (exchange !== undefined) return exchange;
    const message = `not in the recording: ${method} ${path} ${body.slice(0, 300)}`;
    return {
      asked,
      status: 400,
      answer: JSON.stringify({ message, code: 'bad_request', type: '', link: '' }),
    };
  });
}

/** Whether there is something to replay. */
export const isRecorded = (file: string): boolean => existsSync(file);

const isTask = (path: string) => /^\/tasks\/\d+$/.test(path);

const isUnfinished = (path: string, answer: string) =>
  isTask(path) && /"status":\s*"(?:enqueued|processing)"/.test(answer);

// Bodies are only compared: their digest will do.
function nameOf(method: string, path: string, body: string): string {
  const digest = body === '' ? '' : ` ${createHash('sha256').update(body).digest('base64url').slice(0, 16)}`;
  return `${method} ${path}${digest}`;
}

function authorization(): Record<string, string> {
  const key = process.env['FOJA_TEST_MEILI_KEY'];
  return key === undefined ? {} : { authorization: `Bearer ${key}` };
}

async function listen(
  answer: (method: string, path: string, body: string) => Promise<Exchange>,
  atEnd: () => Promise<void> = async () => {},
): Promise<Recorder> {
  const server = createServer(async (request, response) => {
    const pieces: Buffer[] = [];
    for await (const piece of request) pieces.push(piece as Buffer);
    const body = Buffer.concat(pieces).toString();
    const exchange = await answer(request.method ?? '', request.url ?? '', body);
    response.writeHead(exchange.status, { 'content-type': 'application/json' });
    response.end(exchange.answer);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  return {
    url: `http://127.0.0.1:${port}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await atEnd();
    },
  };
}
