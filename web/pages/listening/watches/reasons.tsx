import { type WatchSubject, watchSubjects } from '../../../../src/listening/model/watch-subject.ts';
import { useWords } from '../../../app/language.tsx';
import { ApiProblem } from '../../../app/problems.ts';
import { Checkbox } from '../../../components/checkbox/checkbox.tsx';
import { Select } from '../../../components/select/select.tsx';
import { TextArea } from '../../../components/text-field/text-area.tsx';
import { words as shared } from '../words.ts';
import { words } from './watch-words.ts';

type ReasonsProps = {
  readonly about: WatchSubject | 'private-person';
  readonly onAbout: (about: WatchSubject | 'private-person') => void;
  readonly purpose: string;
  readonly balancing: string;
  readonly onBalancing: (balancing: string) => void;
};

/** Whom it is about, why we may listen, and why it weighs on nobody: kept with the date. */
export const Reasons = ({ about, onAbout, purpose, balancing, onBalancing }: ReasonsProps) => {
  const w = useWords(words);
  const s = useWords(shared);
  return (
    <>
      <Select
        label={w.about}
        value={about}
        onChange={onAbout}
        choices={[...watchSubjects, 'private-person' as const].map((value) => ({
          value,
          label: w.subjects[value],
        }))}
      />
      <TextArea
        name="purpose"
        label={s.purpose}
        help={s.purposeHint}
        defaultValue={purpose}
        isRequired
        maxLength={1000}
        rows={2}
      />
      <TextArea
        label={w.balancing}
        help={w.balancingHint}
        value={balancing}
        onChange={onBalancing}
        isRequired
        maxLength={1000}
        rows={2}
      />
    </>
  );
};

/** Why this cannot be. */
export const PrivatePerson = () => {
  const w = useWords(words);
  return (
    <div role="alert" className="rounded-md bg-bad-soft px-4 py-3">
      <p className="font-medium">{w.privateTitle}</p>
      <p className="text-ink-soft">{w.privateText}</p>
    </div>
  );
};

type NotPrivateProps = {
  readonly problem: unknown;
  readonly isChosen: boolean;
  readonly onChange: (isChosen: boolean) => void;
};

/** Asked only when the words look like somebody's name: the answer is a person's, and stays in the record. */
export const NotPrivate = ({ problem, isChosen, onChange }: NotPrivateProps) => {
  const w = useWords(words);
  const isAsked = problem instanceof ApiProblem && problem.code === 'perhaps-private-person';
  if (!isAsked && !isChosen) return null;
  return (
    <Checkbox isSelected={isChosen} onChange={onChange} help={w.notPrivateHint}>
      {w.notPrivate}
    </Checkbox>
  );
};
