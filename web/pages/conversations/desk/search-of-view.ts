import type { ConversationsSearch } from '../../../app/routes/conversations.ts';

const switches: ReadonlySet<string> = new Set(['nonletti', 'urgenti', 'rispondere']);

/** The address that a kept view stands for: it is kept as words, and some of its parts are switches. */
export const searchOfView = (kept: Readonly<Record<string, string>>): ConversationsSearch =>
  Object.fromEntries(
    Object.entries(kept)
      .filter(([part, value]) => !switches.has(part) || value === 'true')
      .map(([part, value]) => [part, switches.has(part) || value]),
  );
