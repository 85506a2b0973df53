import { createHash } from 'node:crypto';
import type { Server } from 'node:http';
import type { Socket } from 'node:net';

export interface ServedSocket {
  readonly path: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  send(text: string): void;
  onText(take: (text: string) => void): void;
  close(): void;
  /** Without goodbye. */
  cut(): void;
}

/** As much of RFC 6455 as a peer needs: the handshake, short text frames in both directions, ping and close. */
export function serveWebSockets(
  server: Server,
  onSocket: (socket: ServedSocket) => void,
  mayEnter: (authorization: string) => boolean,
): void {
  server.on('upgrade', (request, raw, head) => {
    const socket = raw as Socket;
    socket.on('error', () => socket.destroy());
    if (!mayEnter(request.headers.authorization ?? '')) {
      socket.end('HTTP/1.1 401 Unauthorized\r\nconnection: close\r\ncontent-length: 0\r\n\r\n');
      return;
    }
    const accept = createHash('sha1')
      .update(`${request.headers['sec-websocket-key']}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`)
      .digest('base64');
    socket.write(
      `HTTP/1.1 101 Switching Protocols\r\nupgrade: websocket\r\nconnection: Upgrade\r\nsec-websocket-accept: ${accept}\r\n\r\n`,
    );
    let take = (_text: string): void => undefined;
    let waiting: Buffer = head;
    socket.on('data', (chunk: Buffer) => {
      waiting = Buffer.concat([waiting, chunk]);
      for (let frame = readFrame(waiting); frame; frame = readFrame(waiting)) {
        waiting = waiting.subarray(frame.length);
        if (frame.opcode === 1) take(frame.payload.toString('utf8'));
        if (frame.opcode === 8) socket.end(writeFrame(8, frame.payload));
      }
    });
    onSocket({
      path: request.url ?? '',
      headers: request.headers,
      send: (text) => socket.write(writeFrame(1, Buffer.from(text))),
      onText: (taker) => {
        take = taker;
      },
      close: () => socket.end(writeFrame(8, Buffer.from([0x03, 0xe8]))),
      cut: () => socket.destroy(),
    });
    socket.write(writeFrame(9, Buffer.alloc(0)));
  });
}

/** Undefined while it is not whole. Frames of a client are masked (RFC 6455 5.3). */
function readFrame(bytes: Buffer): { opcode: number; payload: Buffer; length: number } | undefined {
  if (bytes.length < 2) return undefined;
  const short = bytes.readUInt8(1) & 0x7f;
  const start = short === 126 ? 4 : 2;
  if (short === 127) throw new Error('longer than any client of ours writes');
  if (bytes.length < start + 4) return undefined;
  const size = short === 126 ? bytes.readUInt16BE(2) : short;
  const length = start + 4 + size;
  if (bytes.length < length) return undefined;
  const mask = bytes.subarray(start, start + 4);
  const payload = Buffer.from(
    bytes.subarray(start + 4, length).map((byte, index) => byte ^ (mask[index % 4] ?? 0)),
  );
  return { opcode: bytes.readUInt8(0) & 0x0f, payload, length };
}

function writeFrame(opcode: number, payload: Buffer): Buffer {
  const size = payload.length;
  const head =
    size < 126
      ? Buffer.from([0x80 | opcode, size])
      : size < 65_536
        ? Buffer.from([0x80 | opcode, 126, size >> 8, size & 0xff])
        : Buffer.concat([Buffer.from([0x80 | opcode, 127, 0, 0, 0, 0]), uint32(size)]);
  return Buffer.concat([head, payload]);
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}
