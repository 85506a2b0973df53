/** How long an invitation stays open. */
export const INVITATION_DAYS = 7;

export type InvitationState = 'open' | 'accepted' | 'withdrawn' | 'expired';

type Dates = {
  readonly expiresAt: Date;
  readonly acceptedAt: Date | null;
  readonly withdrawnAt: Date | null;
};

/** What can still be done with an invitation at `now`: only an open one may be accepted. */
export const invitationState = (invitation: Dates, now: Date): InvitationState => {
  if (invitation.acceptedAt) return 'accepted';
  if (invitation.withdrawnAt) return 'withdrawn';
  return invitation.expiresAt.getTime() <= now.getTime() ? 'expired' : 'open';
};

export const invitationExpiry = (now: Date): Date =>
  new Date(now.getTime() + INVITATION_DAYS * 24 * 60 * 60 * 1000);
