import { useState } from 'react';
import { useInBoth, useWords } from '../../../app/language.tsx';
import { useMay } from '../../../app/session.ts';
import { useTimes } from '../../../app/times.ts';
import { ErrorNote } from '../../../components/error-note/error-note.tsx';
import { Section } from '../../../components/page/page.tsx';
import { SkeletonRows } from '../../../components/skeleton/skeleton.tsx';
import { words as pickerWords } from '../../people/picker-words.ts';
import { useFigures } from '../use-figures.ts';
import type { FieldView, PersonName, TeamView } from '../views.ts';
import { ChooseForm } from './choose-form.tsx';
import { ComparisonTable } from './comparison-table.tsx';
import { KeepTeam } from './keep-team.tsx';
import { MemberCard } from './member-card.tsx';
import { PersonAdder } from './person-adder.tsx';
import { PersonChips } from './person-chips.tsx';
import { useTeam } from './use-fields.ts';
import { changedWishes, isWished, type Wishes, wish, wishesOf } from './wishes.ts';
import { words } from './words.ts';

/** The team of a field: chosen, edited by keeping and leaving out, explained, compared, saved. */
export const Team = ({ field }: { readonly field: FieldView }) => {
  const w = useWords(words);
  const { data, error, isPending, refetch } = useTeam(field.id);
  return (
    <>
      <Section title={w.team} lead={w.teamLead}>
        {isPending && <SkeletonRows rows={3} rowClassName="h-24" />}
        {data === undefined && error && <ErrorNote error={error} onRetry={() => void refetch()} />}
        {/* A team chosen anew begins with its own wishes. */}
        {data !== undefined && <Proposed key={data?.at ?? 'none'} field={field} team={data} />}
      </Section>
      {data && <Explained team={data} />}
    </>
  );
};

type ProposedProps = { readonly field: FieldView; readonly team: TeamView | null };

const Proposed = ({ field, team }: ProposedProps) => {
  const w = useWords(words);
  const may = useMay();
  const [wishes, setWishes] = useState(() => wishesOf(team));
  const changes = changedWishes(team, wishes);
  const mayChange = may('relations.manage') && field.state !== 'choosing';
  const toggle = (kind: keyof Wishes) => (person: PersonName) => setWishes(wish(wishes, kind, person));
  return (
    <div className="flex flex-col gap-6">
      {team ? <Summary team={team} /> : <p className="max-w-read text-read">{w.noTeamYet}</p>}
      {team && (
        <ol className="border-line border-t">
          {team.members.map((member) => (
            <MemberCard
              key={member.contact.id}
              member={member}
              isPinned={isWished(wishes.pins, member.contact.id)}
              isExcluded={isWished(wishes.exclusions, member.contact.id)}
              onPin={mayChange ? () => toggle('pins')(member.contact) : undefined}
              onExclude={mayChange ? () => toggle('exclusions')(member.contact) : undefined}
            />
          ))}
        </ol>
      )}
      {mayChange && <Wished team={team} wishes={wishes} onToggle={toggle} />}
      <ChooseForm
        field={field}
        team={team}
        wishes={wishes}
        changes={changes}
        onForget={() => setWishes(wishesOf(team))}
      />
      {team && mayChange && changes === 0 && <KeepTeam fieldId={field.id} />}
    </div>
  );
};

const Summary = ({ team }: { readonly team: TeamView }) => {
  const w = useWords(words);
  const times = useTimes();
  const { tenth } = useFigures();
  return (
    <p className="tabular max-w-read text-read">
      {w.sum(w.members(team.members.length), tenth(team.cost), tenth(team.hours))}{' '}
      <span className="text-ink-soft">{w.chosenAt(times.ago(team.at))}</span>
    </p>
  );
};

type WishedProps = {
  readonly team: TeamView | null;
  readonly wishes: Wishes;
  readonly onToggle: (kind: keyof Wishes) => (person: PersonName) => void;
};

/** Whom we insist on and whom we leave out, beyond those in the list above. */
const Wished = ({ team, wishes, onToggle }: WishedProps) => {
  const w = useWords(words);
  const p = useWords(pickerWords);
  const inTeam = (team?.members ?? []).map(({ contact }) => contact.id);
  const added = wishes.pins.filter(({ id }) => !inTeam.includes(id));
  const out = wishes.exclusions.filter(({ id }) => !inTeam.includes(id));
  const take = (people: readonly PersonName[], kind: keyof Wishes) => (id: string) => {
    const person = people.find((each) => each.id === id);
    if (person) onToggle(kind)(person);
  };
  return (
    <div className="flex max-w-2xl flex-col gap-4">
      <fieldset className="flex flex-col gap-2">
        <legend className="mb-1 font-medium">{w.addPin}</legend>
        {added.length > 0 && (
          <PersonChips
            label={w.willBePinned}
            people={added}
            remove={p.remove}
            onRemove={take(added, 'pins')}
          />
        )}
        <PersonAdder
          label={w.addPin}
          except={[...inTeam, ...wishes.pins.map(({ id }) => id)]}
          onAdd={onToggle('pins')}
        />
      </fieldset>
      {out.length > 0 && (
        <div>
          <p className="mb-1 font-medium">{w.excluded}</p>
          <PersonChips
            label={w.excluded}
            people={out}
            remove={w.readmit}
            onRemove={take(out, 'exclusions')}
          />
        </div>
      )}
    </div>
  );
};

/** How it was chosen, how sure it is, and how it stands beside other ways of choosing. */
const Explained = ({ team }: { readonly team: TeamView }) => {
  const w = useWords(words);
  const inBoth = useInBoth();
  return (
    <>
      <Section title={w.sure}>
        <dl className="flex max-w-read flex-col gap-3 text-read">
          <Told name={w.method} says={inBoth(team.methodSays)} />
          {team.certificateSays && <Told name={w.certificate} says={inBoth(team.certificateSays)} />}
          {team.stability && <Told name={w.stability} says={inBoth(team.stability.says)} />}
        </dl>
      </Section>
      {team.comparison && (
        <Section title={w.compare}>
          <ComparisonTable comparison={team.comparison} />
        </Section>
      )}
    </>
  );
};

const Told = ({ name, says }: { readonly name: string; readonly says: string }) => (
  <div>
    <dt className="text-ink-soft text-small">{name}</dt>
    <dd>{says}</dd>
  </div>
);
