import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { may } from './actor.ts';
import { allows, type Permission, permissionsOf, policy, type Role, roles } from './policy.ts';

const anyRoles = fc.subarray([...roles]);
const anyPermission = fc.constantFrom(...(Object.keys(policy) as Permission[]));
const table = Object.fromEntries(roles.map((role) => [role, permissionsOf([role]).join(' ')]));

describe('the policy', () => {
  it('reads as a table', () => {
    const reading = 'workspace.read members.read watches.read mentions.read threads.read';
    const working =
      'workspace.read members.read keys.make connections.read watches.read mentions.read mentions.add threads.read threads.organise threads.assign rules.read notes.write drafts.write alerts.read relations.read crisis.read cases.read askings.read practice.take shields.start';
    const correcting = working
      .replace('alerts.read', 'readings.correct alerts.read')
      .replace('mentions.add', 'mentions.add mentions.admit');
    const writing = `${correcting.replace('readings', 'replies.send replies.propose readings').replace('relations.read', 'relations.read relations.manage').replace('crisis.read', 'crisis.read crisis.write')} cases.write`;
    const listening = correcting
      .replace('watches.read', 'watches.read watches.manage')
      .replace('mentions.admit', 'mentions.admit mentions.export')
      .replace('alerts.read', 'alerts.read alerts.manage');
    expect(table).toEqual({
      guest: reading,
      trainee: working.replace('drafts.write', 'drafts.write replies.propose'),
      listener: listening,
      author: writing,
      carer: `${writing} causes.manage protection.read protection.write`,
      approver: `${writing.replace('replies.propose', 'replies.propose replies.approve')} stories.publish protection.read`,
      coordinator: Object.keys(policy).join(' '),
    } satisfies Record<Role, string>);
  });

  it('adds roles up: together they allow what each allows, and nothing else', () => {
    fc.assert(
      fc.property(anyRoles, anyRoles, anyPermission, (some, others, permission) => {
        const together = allows([...some, ...others], permission);
        expect(together).toBe(allows(some, permission) || allows(others, permission));
      }),
    );
  });

  it('gives nothing to somebody without a role', () => {
    expect(permissionsOf([])).toEqual([]);
  });

  it('always leaves a coordinator who may do everything, and lets the product itself act', () => {
    fc.assert(
      fc.property(anyPermission, (permission) => {
        expect(allows(['coordinator'], permission)).toBe(true);
        expect(may({ kind: 'system', workspaceId: 'w', name: 'Passaparola' }, permission)).toBe(true);
      }),
    );
  });
});
