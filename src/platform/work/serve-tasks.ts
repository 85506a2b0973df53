import { parentPort, workerData } from 'node:worker_threads';
import type { Tasks, WorkerMessage } from './task.ts';
import { transferablesIn } from './transferables-in.ts';

/** In a worker: does the one task that it was begun for, tells how far it is, hands over what came out. */
export const serveTasks = async (tasks: Tasks): Promise<void> => {
  const { task, input } = workerData as { readonly task: string; readonly input: never };
  const perform = tasks[task];
  if (!perform || !parentPort) throw new Error(`not a task of this worker: ${task}`);
  const port = parentPort;
  const tell = (message: WorkerMessage, transfer: ArrayBuffer[] = []) => port.postMessage(message, transfer);
  const output = await perform(input, (progress) => tell({ kind: 'progress', progress }));
  tell({ kind: 'done', output }, transferablesIn(output));
};
