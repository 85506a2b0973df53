/**
 * Preload (node --require): the network's servers call listen(port), which would open them to every interface.
 * Here each of them is kept on 127.0.0.1.
 */
const { Server } = require('node:net');
const { listen } = Server.prototype;
const loopback = '127.0.0.1';

function onLoopback([place, ...rest]) {
  if (place !== null && typeof place === 'object' && 'port' in place)
    return [{ ...place, host: loopback }, ...rest];
  const isPort = typeof place === 'number' || (typeof place === 'string' && /^\d+$/.test(place));
  if (!isPort) return [place, ...rest];
  return [place, loopback, ...(typeof rest[0] === 'string' ? rest.slice(1) : rest)];
}

Server.prototype.listen = function (...place) {
  return listen.apply(this, onLoopback(place));
};
