import { setTimeout as pause } from 'node:timers/promises';
import type { Member } from '../people/index.ts';
import type { Platform } from '../platform/platform.ts';
import { askForTeam, createField, readOverview, readProposal, saveTeam } from '../relations/index.ts';
import { field } from './script/circles.ts';

/** What is waited for is small: a moment of a worker. Whoever waits for it longer finds the field without a saved team. */
const PATIENCE_MS = 15_000;
const STEP_MS = 50;

/** A field of the invented company with a team that somebody chose and kept, once the figures are made. */
export const chooseDemoTeam = async (platform: Platform, member: Member): Promise<void> => {
  const { name, description, words, hoursPerMonth, team } = field;
  const made = await createField(platform, member, {
    ...{ name, description, hoursPerMonth },
    words: [...words],
    tags: [],
    places: [],
    seeds: [],
    watchIds: [],
    bandFrom: 60,
    bandTo: 97,
  });
  if (!made.ok) return;
  await until(async () => {
    const overview = await readOverview(platform, member);
    return overview.ok && overview.value.batch?.state === 'idle' && overview.value.batch.at !== null;
  });
  const { id } = made.value;
  await askForTeam(platform, member, id, { hours: hoursPerMonth, band: null, pins: [], exclusions: [] });
  const isChosen = await until(async () => {
    const proposal = await readProposal(platform, member, id);
    return proposal.ok && proposal.value !== null;
  });
  if (isChosen) await saveTeam(platform, member, id, team);
};

const until = async (isDone: () => Promise<boolean>): Promise<boolean> => {
  for (let waited = 0; waited < PATIENCE_MS; waited += STEP_MS) {
    if (await isDone()) return true;
    await pause(STEP_MS);
  }
  return false;
};
