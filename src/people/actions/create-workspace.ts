import { err, ok, type Result } from '../../platform/result.ts';
import type { Person } from '../model/person.ts';
import { selectWorkspacesOf } from '../store/workspaces.ts';
import type { Context } from './context.ts';
import { type CreatedCompany, createCompany } from './create-company.ts';

/** Another company on this installation, for somebody who coordinates one already. */
export const createWorkspace = (
  { database, clock }: Context,
  person: Person,
  input: { readonly name: string },
): Promise<Result<CreatedCompany, { readonly kind: 'not-allowed' }>> =>
  database.asInstallation(async (tx) => {
    const own = await selectWorkspacesOf(tx, person.id);
    if (!own.some(({ roles }) => roles.includes('coordinator'))) return err({ kind: 'not-allowed' });
    return ok(await createCompany(tx, { company: input.name, person }, clock.now()));
  });
