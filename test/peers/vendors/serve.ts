import http from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Answer, Asked } from './authorization-server.ts';

/** A vendor on loopback: `answer` sees each request whole. What throws is a fault of the simulation and is told as 500 with its words. */
export const serveVendor = async (
  answer: (asked: Asked) => Answer | Promise<Answer>,
): Promise<{ readonly origin: string; close(): Promise<void> }> => {
  const server = http.createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const headers = Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [
        name,
        Array.isArray(value) ? value.join(', ') : value,
      ]),
    );
    const url = new URL(request.url ?? '/', `http://${request.headers.host}`);
    const body = Buffer.concat(chunks).toString('utf8');
    try {
      const said = await answer({ method: request.method ?? 'GET', url, headers, body });
      response.writeHead(said.status, said.headers);
      response.end(said.body);
    } catch (error) {
      response.writeHead(500, { 'content-type': 'text/plain' });
      response.end(String(error));
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};
