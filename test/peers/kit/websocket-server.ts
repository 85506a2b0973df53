import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';

export interface ServerSocket {
  readonly request: IncomingMessage;
  send(data: string | Uint8Array): void;
  /** Leaves without a word, as a process that dies. */
  cut(): void;
  /** A closing frame with its code. */
  close(code: number): void;
}

export interface WebSocketServer {
  /** ws://127.0.0.1:port */
  readonly url: string;
  /** Those that are open now, oldest first. */
  readonly sockets: readonly ServerSocket[];
  stop(): Promise<void>;
}

/**
 * A WebSocket server (RFC 6455) that speaks and hardly listens. `refuse` answers a request with a status of HTTP instead of opening;
 * `opened` is called for each that opens.
 */
export async function startWebSocketServer(parts: {
  readonly refuse?: (request: IncomingMessage) => number | undefined;
  readonly opened: (socket: ServerSocket) => void;
}): Promise<WebSocketServer> {
  const sockets: ServerSocket[] = [];
  const server = createServer((_, response) => response.writeHead(426).end());
  server.on('upgrade', (request, stream: Duplex) => {
    const status = isHandshake(request) ? parts.refuse?.(request) : 400;
    if (status !== undefined) {
      stream.end(`HTTP/1.1 ${status} No\r\ncontent-length: 0\r\nconnection: close\r\n\r\n`);
      return;
    }
    const socket = open(request, stream);
    sockets.push(socket);
    stream.on('close', () => sockets.splice(sockets.indexOf(socket), 1));
    parts.opened(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `ws://127.0.0.1:${(server.address() as AddressInfo).port}`,
    sockets,
    stop: () =>
      new Promise((resolve) => {
        for (const socket of [...sockets]) socket.cut();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Section 4.2.1. */
function isHandshake({ method, headers }: IncomingMessage): boolean {
  const key = Buffer.from(headers['sec-websocket-key'] ?? '', 'base64');
  const isAsked = headers.upgrade?.toLowerCase() === 'websocket' && headers['sec-websocket-version'] === '13';
  return method === 'GET' && isAsked && key.length === 16;
}

/** Section 4.2.2, and frames of section 5.2: unmasked, in one piece. */
function open(request: IncomingMessage, stream: Duplex): ServerSocket {
  const key = `${request.headers['sec-websocket-key']}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`;
  const accept = createHash('sha1').update(key).digest('base64');
  stream.write(
    `HTTP/1.1 101 Switching Protocols\r\nupgrade: websocket\r\nconnection: Upgrade\r\nsec-websocket-accept: ${accept}\r\n\r\n`,
  );
  stream.on('error', () => stream.destroy());
  stream.on('data', (data: Buffer) => {
    const opcode = (data[0] ?? 0) & 0x0f;
    if (opcode === 8) stream.end(frame(8, Buffer.alloc(0)));
  });
  return {
    request,
    send: (data) => {
      const isText = typeof data === 'string';
      if (stream.writable)
        stream.write(frame(isText ? 1 : 2, isText ? Buffer.from(data) : Buffer.from(data)));
    },
    cut: () => stream.destroy(),
    close: (code) => stream.end(frame(8, Buffer.from([code >> 8, code & 255]))),
  };
}

function frame(opcode: number, payload: Buffer): Buffer {
  const { length } = payload;
  if (length < 126) return Buffer.concat([Buffer.from([0x80 | opcode, length]), payload]);
  const head = Buffer.alloc(length < 65_536 ? 4 : 10);
  head[0] = 0x80 | opcode;
  head[1] = length < 65_536 ? 126 : 127;
  if (length < 65_536) head.writeUInt16BE(length, 2);
  else head.writeBigUInt64BE(BigInt(length), 2);
  return Buffer.concat([head, payload]);
}
