import { describe, expect, it } from 'vitest';
import { capabilities } from './contract.ts';
import { proofOf } from './proof.ts';
import { channels } from './registry.ts';

describe('the proof of a channel', () => {
  it.each(channels.map((channel) => [channel.manifest.id, channel] as const))(
    '%s has tests that say how far it can be trusted',
    (id, channel) => {
      const proof = proofOf(id);
      expect(proof, `run its tests and then scripts/proofs.mjs`).not.toBeNull();
      for (const capability of proof?.capabilities ?? []) {
        expect(capabilities).toContain(capability);
        expect(channel.manifest.capabilities[capability as 'reply'].how).not.toBe('absent');
      }
    },
  );

  it('is unknown for a channel that is not there', () => {
    expect(proofOf('piccioni-viaggiatori')).toBeNull();
  });
});
