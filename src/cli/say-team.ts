import type { Direction, TeamInput, TeamOutcome } from '../relations/engine.ts';

/** What was read, and how long reading and choosing took. */
export type ReadTeam = {
  readonly ids: readonly string[];
  readonly input: TeamInput;
  readonly direction: Direction;
  readonly refused: number;
  readonly loadSeconds: number;
  readonly seconds: number;
};

/** The team as JSON. `certificate`: 0 to 1 or null; `cost`: hours; `seconds`: of choosing; `gain`: see the outcome. */
export const teamJson = (read: ReadTeam, outcome: TeamOutcome): string => {
  const { ids } = read;
  return `${JSON.stringify({
    method: outcome.method,
    certificate: outcome.certificate,
    cost: rounded(outcome.hours),
    // Percentiles, and the audiences that they mean here; those are null where everybody could be chosen.
    band: { ...(read.input.band ?? { from: 0, to: 100 }), followers: outcome.evidence.band },
    seconds: rounded(read.seconds),
    team: outcome.members.map(({ node, gain, hours, reasons, substitute, isPinned }) => ({
      id: ids[node],
      gain: rounded(gain),
      cost: rounded(hours),
      reasons: reasons.map(({ it }) => it),
      reasons_en: reasons.map(({ en }) => en),
      ...(isPinned ? { pinned: true } : {}),
      ...(substitute ? { substitute: { id: ids[substitute.node], loss: rounded(substitute.loss) } } : {}),
    })),
    says: { method: outcome.methodSays, certificate: outcome.certificateSays },
    direction: read.direction,
    load_seconds: rounded(read.loadSeconds),
    refused_lines: read.refused,
    evidence: outcome.evidence,
    ...(outcome.comparison ? { comparison: comparisonOf(ids, outcome.comparison) } : {}),
    ...(outcome.stability ? { stability: outcome.stability } : {}),
  })}\n`;
};

const comparisonOf = (ids: readonly string[], comparison: NonNullable<TeamOutcome['comparison']>) => {
  const { basis, says, ...figures } = comparison;
  const named = Object.entries(figures).map(([name, { team, ...rest }]) => [
    name,
    { ...rest, team: team.map((node) => ids[node]) },
  ]);
  return { basis, says, ...Object.fromEntries(named) };
};

/** Enough digits for any use, and the same text on every machine. */
const rounded = (value: number): number => Number(value.toPrecision(9));

/** The team for a person at the terminal. */
export const teamTable = (read: ReadTeam, outcome: TeamOutcome): string => {
  const { ids } = read;
  const lines = [outcome.methodSays.it, outcome.certificateSays.it, ''];
  if (outcome.members.length === 0) lines.push('Nessuno: entro questi limiti non c’è chi scegliere.');
  for (const [at, { node, hours, reasons, substitute, isPinned }] of outcome.members.entries()) {
    lines.push(
      `${String(at + 1).padStart(3)}. ${ids[node]}${isPinned ? ' (voluta)' : ''} · ${italian(hours)} ore`,
    );
    for (const { it } of reasons) lines.push(`     ${it}`);
    if (substitute)
      lines.push(`     Al suo posto: ${ids[substitute.node]} (−${italian(100 * substitute.loss)} %).`);
  }
  lines.push(
    '',
    `In tutto ${italian(outcome.hours)} ore al mese; scelta in ${italian(read.seconds)} secondi.`,
  );
  if (outcome.comparison) lines.push(outcome.comparison.says.it);
  if (outcome.stability)
    lines.push(
      `Togliendo un decimo dei dati resta il ${Math.round(100 * outcome.stability.kept)} % della squadra.`,
    );
  return `${lines.join('\n')}\n`;
};

const italian = (value: number): string => value.toFixed(1).replace('.', ',');
