// A wire between a client and a server that can be cut: for what networks do.
import { createServer, connect as dial, type Socket } from 'node:net';

export interface Wire extends AsyncDisposable {
  readonly url: string;
  /** Every connection opened so far. */
  readonly connections: () => number;
  /** The answer to the next request that has this text never arrives: the connection is reset as its first byte comes back. */
  loseAnswerTo(text: string): void;
  /** The next connection is reset after so many bytes from the server. */
  cutNextAfter(bytes: number): void;
  /**
   * From now on every connection is reset at its 2nd to 21st request, or somewhere within what goes to and fro: every other one
   * after 200 kB at most, those between after 10 to 20 MB, as the seed has it.
   */
  cutAtRandom(seed: number): void;
  /** How many connections were reset so. */
  readonly cuts: () => number;
  /** Resets every open connection. */
  cutAll(): void;
}

const REQUEST = /^(GET|PUT|POST|HEAD|DELETE) /;

/** Listens on a free port and passes everything on to `port` of this machine. */
export async function startProxy(port: number): Promise<Wire> {
  const open = new Set<Socket>();
  let connections = 0;
  let cutAfter: number | null = null;
  let unanswered: string | null = null;
  let random: (() => number) | null = null;
  let cuts = 0;

  const server = createServer((client) => {
    connections++;
    const upstream = dial(port, '127.0.0.1');
    let answered = 0;
    const reset = () => {
      client.resetAndDestroy();
      upstream.resetAndDestroy();
    };
    for (const socket of [client, upstream]) {
      open.add(socket);
      // Both ends end together, however it comes.
      socket.on('error', () => {});
      socket.on('close', () => {
        open.delete(socket);
        client.destroy();
        upstream.destroy();
      });
    }
    let isLost = false;
    let left = Number.POSITIVE_INFINITY;
    let requests = Number.POSITIVE_INFINITY;
    if (random) {
      left = connections % 2 === 0 ? random() * 200_000 : 10_000_000 * (1 + random());
      requests = 1 + Math.floor(random() * 20);
    }
    // Whether this piece still goes through.
    const spend = (piece: Buffer) => {
      left -= piece.length;
      if (REQUEST.test(piece.subarray(0, 8).toString('latin1'))) requests--;
      if (left >= 0 && requests >= 0) return true;
      cuts++;
      reset();
      return false;
    };
    client.on('data', (piece: Buffer) => {
      if (unanswered !== null && piece.includes(unanswered)) {
        unanswered = null;
        isLost = true;
      }
      if (spend(piece)) upstream.write(piece);
    });
    upstream.on('data', (piece: Buffer) => {
      answered += piece.length;
      if (isLost) reset();
      else if (cutAfter !== null && answered > cutAfter) {
        cutAfter = null;
        reset();
      } else if (spend(piece)) client.write(piece);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port: own } = server.address() as { port: number };

  const cutAll = () => {
    for (const socket of open) socket.resetAndDestroy();
  };
  return {
    url: `http://127.0.0.1:${own}`,
    connections: () => connections,
    loseAnswerTo(text) {
      unanswered = text;
    },
    cutNextAfter(bytes) {
      cutAfter = bytes;
    },
    cutAtRandom(seed) {
      random = numbersFrom(seed);
    },
    cuts: () => cuts,
    cutAll,
    async [Symbol.asyncDispose]() {
      cutAll();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

// Park and Miller's generator: the same numbers for the same seed.
function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
