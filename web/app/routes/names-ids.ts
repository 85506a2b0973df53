const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** What an address may say in the place of an id, for what is still to be written. */
const NEW = 'nuova';

/** Whether every part of an address that names a thing (`caseId`, `threadId`…) can be the name of one; else there is no such page. */
export const namesIds = (params: Readonly<Record<string, string | undefined>>): boolean =>
  Object.entries(params).every(
    ([name, value]) => !name.endsWith('Id') || value === NEW || (value !== undefined && uuid.test(value)),
  );
