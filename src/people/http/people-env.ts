import type { Member } from '../model/actor.ts';
import type { Person } from '../model/person.ts';

/** What the guards leave for the handlers behind them. */
export type PeopleEnv = {
  readonly Variables: {
    /** Behind `signedIn` and `memberOnly`. */
    person: Person;
    /** The session of this request, as in `GET /api/me/sessions`. */
    sessionId: string;
    /** Behind `memberOnly` alone. */
    actor: Member;
  };
};
