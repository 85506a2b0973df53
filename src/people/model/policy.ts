/** Who may do what. One line a permission: read it aloud and it says the rule. Roles add up. */
export const roles = ['coordinator', 'listener', 'author', 'carer', 'approver', 'trainee', 'guest'] as const;
export type Role = (typeof roles)[number];

const everyone: readonly Role[] = roles;
const staff: readonly Role[] = ['coordinator', 'listener', 'author', 'carer', 'approver', 'trainee'];
const writers: readonly Role[] = ['coordinator', 'author', 'carer', 'approver'];

export const policy = {
  'workspace.read': everyone,
  'workspace.manage': ['coordinator'],
  'members.read': everyone,
  'members.manage': ['coordinator'],
  'audit.read': ['coordinator'],
  'keys.make': staff,
  'keys.manage': ['coordinator'],
  'connections.read': staff,
  'connections.manage': ['coordinator'],
  'watches.read': everyone,
  'watches.manage': ['coordinator', 'listener'],
  'mentions.read': everyone,
  'mentions.add': staff,
  'mentions.admit': ['coordinator', 'listener', 'author', 'carer', 'approver'],
  'mentions.export': ['coordinator', 'listener'],
  'privacy.manage': ['coordinator'],
  'threads.read': everyone,
  'threads.organise': staff,
  'threads.assign': staff,
  'desk.manage': ['coordinator'],
  'rules.read': staff,
  'rules.manage': ['coordinator'],
  'notes.write': staff,
  'drafts.write': staff,
  'replies.send': writers,
  'replies.propose': [...writers, 'trainee'],
  'replies.approve': ['coordinator', 'approver'],
  'readings.correct': ['coordinator', 'listener', 'author', 'carer', 'approver'],
  'language.manage': ['coordinator'],
  'assistant.manage': ['coordinator'],
  'alerts.read': staff,
  'alerts.manage': ['coordinator', 'listener'],
  'relations.read': staff,
  'relations.manage': ['coordinator', 'author', 'carer', 'approver'],
  'relations.erase': ['coordinator'],
  'crisis.read': staff,
  'crisis.write': writers,
  'crisis.manage': ['coordinator'],
  'cases.read': staff,
  'askings.read': staff,
  'practice.take': staff,
  'shields.start': staff,
  'cases.write': writers,
  'causes.manage': ['coordinator', 'carer'],
  'stories.publish': ['coordinator', 'approver'],
  'register.manage': ['coordinator'],
  'protection.read': ['coordinator', 'carer', 'approver'],
  'protection.write': ['coordinator', 'carer'],
  'protection.manage': ['coordinator'],
  'askings.manage': ['coordinator'],
  'practice.oversee': ['coordinator'],
  'integrations.manage': ['coordinator'],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof policy;

/** True when one of the roles allows it. */
export const allows = (held: readonly Role[], permission: Permission): boolean =>
  (policy[permission] as readonly Role[]).some((role) => held.includes(role));

/** Everything that these roles allow together: what a screen offers. */
export const permissionsOf = (held: readonly Role[]): readonly Permission[] =>
  (Object.keys(policy) as Permission[]).filter((permission) => allows(held, permission));
