import type { Draft } from './draft.ts';
import type { ToneFinding } from './finding.ts';
import { capital } from './phrases.ts';

/**
 * "La informiamo che la spedizione è stata effettuata" is one thing to mend, not two: where a passive follows an
 * announcement at once, the announcement's proposal says both ("Abbiamo spedito").
 */
export const joinAnnouncements = (draft: Draft, findings: readonly ToneFinding[]): ToneFinding[] =>
  findings.map((finding) => {
    if (finding.kind !== 'opening' || finding.proposal === undefined) return finding;
    const next = findings.find(
      (other) =>
        other.kind === 'passive' &&
        other.proposal !== undefined &&
        other.proposal.start >= finding.end &&
        draft.text.slice(finding.end, other.proposal.start).trim() === '',
    );
    if (next?.proposal === undefined) return finding;
    const high = draft.text.charAt(finding.start) !== draft.folded.charAt(finding.start);
    const text = high ? capital(next.proposal.text) : next.proposal.text;
    return { ...finding, proposal: { ...next.proposal, start: finding.start, text } };
  });
