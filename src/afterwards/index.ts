export { askByItself } from './actions/ask-by-itself.ts';
export { considerThreads } from './actions/consider-threads.ts';
export { hearAnswers } from './actions/hear-answers.ts';
export { afterwardsRoom } from './room.ts';
export { pageRoutes as afterwardsPageRoutes } from './routes/page-routes.ts';
export { afterwardsRoutes } from './routes.ts';
