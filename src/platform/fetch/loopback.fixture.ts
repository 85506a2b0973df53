import http from 'node:http';
import net from 'node:net';

export interface Loopback {
  readonly port: number;
  readonly origin: string;
  readonly seen: string[];
  close(): Promise<void>;
}

/** A real HTTP server on loopback, for tests; `seen` keeps the path of each request that arrived. */
export const serveHttp = (handler: http.RequestListener, host = '127.0.0.1'): Promise<Loopback> => {
  const seen: string[] = [];
  const server = http.createServer((request, response) => {
    seen.push(request.url ?? '');
    handler(request, response);
  });
  return listen(server, host, seen, () => server.closeAllConnections());
};

/** A real TCP server that answers each connection with whatever is written, valid HTTP or not. */
export const serveRaw = (answer: (socket: net.Socket, request: string) => void): Promise<Loopback> => {
  const sockets = new Set<net.Socket>();
  const server = net.createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.once('data', (request) => answer(socket, request.toString('latin1')));
  });
  return listen(server, '127.0.0.1', [], () => {
    for (const socket of sockets) socket.destroy();
  });
};

const listen = (server: net.Server, host: string, seen: string[], drop: () => void): Promise<Loopback> =>
  new Promise((resolve) => {
    server.listen(0, host, () => {
      const { port } = server.address() as net.AddressInfo;
      const close = () =>
        new Promise<void>((closed) => {
          server.close(() => closed());
          drop();
        });
      resolve({ port, origin: `http://${host}:${port}`, seen, close });
    });
  });
