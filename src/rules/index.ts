export { hearSigns } from './actions/hear.ts';
export { keepRule, setRule } from './actions/keep-rules.ts';
export { lookAround } from './actions/look-at-deadlines.ts';
export { carryOn, runRule } from './actions/run-rule.ts';
export { applyRule, orderRun, tryRule, undoRule, viewRun } from './actions/start-run.ts';
export type { RuleBody } from './model/rule.ts';
export { rulesRoom } from './room.ts';
export { rulesRoutes } from './routes.ts';
