import type { WorkspaceId } from '../../platform/ids.ts';
import type { Scale } from '../model/asking.ts';
import { sayAsking } from '../model/say-asking.ts';
import type { AskingSettings } from '../model/settings.ts';
import type { AskingRow } from '../store/askings.ts';
import type { Ground } from './ground.ts';
import { pageOf } from './send-asking.ts';

/** The question in the words of the company's register, signed by this person. */
export const textOf = (
  ground: Pick<Ground, 'sealer' | 'baseUrl'>,
  workspaceId: WorkspaceId,
  asking: AskingRow,
  { register }: Pick<AskingSettings, 'register'>,
  personName: string,
): string => {
  const { question, language, way } = asking;
  const common = {
    question,
    language,
    register,
    scale: asking.scale as Scale,
    signedBy: firstNameOf(personName),
  };
  return way === 'page'
    ? sayAsking({ ...common, way, address: pageOf(ground, workspaceId, asking) })
    : sayAsking({ ...common, way });
};

export const firstNameOf = (name: string): string => name.trim().split(/\s+/)[0] ?? '';
