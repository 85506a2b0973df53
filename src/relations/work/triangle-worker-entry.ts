// The file that the second thread of the pass over triangles begins with; bundled as triangles-worker.mjs.
import { serveTasks } from '../../platform/work/serve-tasks.ts';
import { triangleTasks } from './triangle-tasks.ts';

await serveTasks(triangleTasks);
