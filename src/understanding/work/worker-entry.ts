// The file that every worker begins with: from the sources as it is, bundled as understanding-worker.mjs.
import { serveTasks } from '../../platform/work/serve-tasks.ts';
import { tasks } from './tasks.ts';

await serveTasks(tasks);
