import { readTeams } from '../../conversation/index.ts';
import { type Member, may } from '../../people/index.ts';
import { err, type Result } from '../../platform/result.ts';
import { makeOf, type TemplateId, templates } from '../model/templates.ts';
import type { RuleRow } from '../store/rule-rows.ts';
import { type Ground, keepRule, type RuleFailure } from './keep-rules.ts';

/** More than a small company does in an hour. */
export const USUAL_PER_HOUR = 300;

/** A ready-made rule becomes one of the company's own, and is on. */
export const takeTemplate = async (
  ground: Ground,
  actor: Member,
  id: TemplateId,
  language: 'it' | 'en',
): Promise<Result<RuleRow, RuleFailure>> => {
  const template = templates.find((one) => one.id === id);
  if (!template) return err({ kind: 'not-found' });
  if (!may(actor, 'rules.manage')) return err({ kind: 'not-allowed' });
  const { workspaceId, personId } = actor;
  const teams = await ground.database.inWorkspace(workspaceId, (tx) => readTeams(tx, workspaceId));
  const made = makeOf(template, { personId, language, teams });
  return keepRule(
    ground,
    actor,
    { ...made, stops: false, mostPerHour: USUAL_PER_HOUR },
    { isOn: true },
    language,
  );
};
