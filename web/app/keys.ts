/**
 * The names under which answers of the server are kept. Everything of a workspace starts with
 * ['workspace', id], so that one invalidation reaches all of it; live changes name the narrower ones.
 */
export const keys = {
  installation: ['installation'] as const,
  me: ['me'] as const,
  sessions: ['me', 'sessions'] as const,
  passkeys: ['me', 'passkeys'] as const,
  channels: ['channels'] as const,
  openapi: ['openapi'] as const,
  /** A company's public notice, by its short name. */
  notice: (slug: string) => ['notice', slug] as const,
  workspace: (id: string) => ['workspace', id] as const,
  company: (id: string) => ['workspace', id, 'company'] as const,
  members: (id: string) => ['workspace', id, 'members'] as const,
  invitations: (id: string) => ['workspace', id, 'invitations'] as const,
  audit: (id: string) => ['workspace', id, 'audit'] as const,
  integrations: (id: string) => ['workspace', id, 'integrations'] as const,
  connections: (id: string) => ['workspace', id, 'connections'] as const,
  today: (id: string) => ['workspace', id, 'today'] as const,
  /** Answers that wait for somebody's word. */
  approvals: (id: string) => ['workspace', id, 'approvals'] as const,
  crisis: (id: string) => ['workspace', id, 'crisis'] as const,
  /** Lists of threads; add the filter as a last part. */
  threads: (id: string) => ['workspace', id, 'threads'] as const,
  /** Every thread that has been opened. */
  allThreads: (id: string) => ['workspace', id, 'thread'] as const,
  thread: (id: string, threadId: string) => ['workspace', id, 'thread', threadId] as const,
  /** Lists of mentions; add the filter as a last part. */
  mentions: (id: string) => ['workspace', id, 'mentions'] as const,
  /** What the company set up for its desk: labels, teams; and what each set up for themselves. */
  desk: (id: string) => ['workspace', id, 'desk'] as const,
  /** What waits for somebody to look, and what was refused. */
  held: (id: string) => ['workspace', id, 'held'] as const,
  privacy: (id: string) => ['workspace', id, 'privacy'] as const,
  savedSearches: (id: string) => ['workspace', id, 'saved-searches'] as const,
  watches: (id: string) => ['workspace', id, 'watches'] as const,
  /** Alerts, their rules, and how a person is told of them. */
  alerts: (id: string) => ['workspace', id, 'alerts'] as const,
  /** Cases, causes, figures and the register; add what it is as a last part. */
  care: (id: string) => ['workspace', id, 'care'] as const,
  /** Reports, evidence, shields; add what it is as a last part. */
  protection: (id: string) => ['workspace', id, 'protection'] as const,
  /** Asking how it went, thanks; add what it is as a last part. */
  afterwards: (id: string) => ['workspace', id, 'afterwards'] as const,
  /** Rules, what they did, runs over what was there; add what it is as a last part. */
  rules: (id: string) => ['workspace', id, 'rules'] as const,
  /** Practice conversations; add what it is as a last part. */
  practice: (id: string) => ['workspace', id, 'practice'] as const,
  /** What was learned from corrections, the queue of texts to ask about, the company's own words. */
  understanding: (id: string) => ['workspace', id, 'understanding'] as const,
  /** Whether a language model helps, and what it has cost. */
  assistant: (id: string) => ['workspace', id, 'assistant'] as const,
  /** Lists of contacts, and each contact that has been opened; add the filter or the id as a last part. */
  contacts: (id: string) => ['workspace', id, 'contacts'] as const,
  /** Every contact that has been opened. */
  openContacts: (id: string) => ['workspace', id, 'contacts', 'one'] as const,
  /** Whom to speak with today. */
  daily: (id: string) => ['workspace', id, 'daily'] as const,
  /** The overview and the map of the web. */
  relations: (id: string) => ['workspace', id, 'relations'] as const,
  fields: (id: string) => ['workspace', id, 'fields'] as const,
  field: (id: string, fieldId: string) => ['workspace', id, 'fields', fieldId] as const,
};
