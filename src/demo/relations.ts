import { sql } from 'drizzle-orm';
import type { Member } from '../people/index.ts';
import type { Platform } from '../platform/platform.ts';
import { addGift, addMeeting, changeContact, refreshRelations, refreshRhythms } from '../relations/index.ts';

import { drawCircles } from './relations-circles.ts';
import { chooseDemoTeam } from './relations-field.ts';

const DAY_MS = 24 * 3_600_000;

/**
 * What colleagues wrote down themselves of the people around the company: an evening a year ago, who prefers quiet, a
 * bottle that was given; the circles in which they move. Then the figures are made, and a team is chosen in a field.
 */
export const weaveDemo = async (platform: Platform, member: Member): Promise<void> => {
  const { workspaceId } = member;
  const now = platform.clock.now();
  const { rows } = await platform.database.inWorkspace(workspaceId, (tx) =>
    tx.execute<{ id: string; name: string }>(
      sql`select id, name from contacts where workspace_id = ${workspaceId} order by name, id`,
    ),
  );
  const find = (name: string) => rows.find((contact) => contact.name.startsWith(name))?.id;
  const [luca, osteria, vera, nadia] = [
    find('Luca Ferretti'),
    find('Osteria del Mulo'),
    find('Vera'),
    find('Nadia'),
  ];
  if (luca) {
    await changeContact(platform, member, luca, { role: 'sommelier', tags: ['serate', 'rosati'] });
    await addMeeting(platform, member, luca, {
      at: new Date(now.getTime() - 365 * DAY_MS),
      place: 'Osteria del Mulo',
      note: 'La prima serata insieme: diciotto persone, tre annate di Rosso.',
      ...(osteria ? { withContactIds: [osteria] } : {}),
    });
  }
  if (vera)
    await addGift(platform, member, vera, {
      kind: 'sample',
      what: 'Mezza bottiglia di Passito Sera 2021',
      valueCents: 1_400,
      at: new Date(now.getTime() - 4 * DAY_MS),
    });
  if (nadia)
    await changeContact(platform, member, nadia, {
      consent: 'quiet',
      consentNote: 'Ci legge volentieri, preferisce scrivere lei.',
    });
  await drawCircles(platform, member);
  await platform.database.inWorkspace(workspaceId, (tx) => refreshRhythms(tx, workspaceId));
  await refreshRelations(platform, member);
  await chooseDemoTeam(platform, member);
};
