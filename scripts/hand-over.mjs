import { spawn } from 'node:child_process';
import { frugal } from './frugal.mjs';
import { environment } from './node24.mjs';

/**
 * Runs a TypeScript program with Node 24 in our place: same input and output, same signals, same exit code. When we are killed
 * without notice, the program sees our channel close (`disconnect`) and can stop in good order.
 */
export const handOver = (node, program, words) => {
  const child = spawn(node, [program, ...words], {
    env: frugal(environment(node)),
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  const pass = (signal) => child.kill(signal);
  // In a terminal Ctrl+C reaches the whole group by itself: passing it on would be a second one, which means "now".
  process.on('SIGINT', () => process.stdin.isTTY || pass('SIGINT'));
  process.on('SIGTERM', () => pass('SIGTERM'));
  process.on('SIGHUP', () => pass('SIGHUP'));
  stopWithNpm(pass);
  child.once('error', (error) => {
    console.error(error.message);
    process.exit(1);
  });
  child.once('exit', (code, signal) => {
    // As a shell does: 128 and the number of the signal.
    process.exit(code ?? 128 + ({ SIGHUP: 1, SIGINT: 2, SIGKILL: 9, SIGTERM: 15 }[signal] ?? 0));
  });
};

/** npm killed with `kill -9` cannot tell anybody; without it nobody could stop us from that terminal. */
const stopWithNpm = (pass) => {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  setInterval(() => process.ppid === parent || pass('SIGTERM'), 1000).unref();
};
