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
  /** Resets every open connection. */
  cutAll(): void;
}

/** Listens on a free port and passes everything on to `port` of this machine. */
export async function startProxy(port: number): Promise<Wire> {
  const open = new Set<Socket>();
  let connections = 0;
  let cutAfter: number | null = null;
  let unanswered: string | null = null;

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
    client.on('data', (piece: Buffer) => {
      if (unanswered !== null && piece.includes(unanswered)) {
        unanswered = null;
        isLost = true;
      }
      upstream.write(piece);
    });
    upstream.on('data', (piece: Buffer) => {
      answered += piece.length;
      if (isLost) reset();
      else if (cutAfter !== null && answered > cutAfter) {
        cutAfter = null;
        reset();
      } else client.write(piece);
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
    cutAll,
    async [Symbol.asyncDispose]() {
      cutAll();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
