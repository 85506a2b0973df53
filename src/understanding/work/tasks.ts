import { loadLanguage } from '../../language/index.ts';
import type { Tasks } from '../../platform/work/task.ts';
import { learnCompany, measureLearning, type Taught } from '../model/learn-company.ts';

/** All that our workers can do, by name. Each loads the shipped language for itself: sending it would take as long. */
export const tasks = {
  learn: (taught: Taught) => learnCompany(loadLanguage(), taught),
  measure: (taught: Taught) => measureLearning(loadLanguage(), taught),
} as const satisfies Tasks;

export type OurTasks = typeof tasks;
