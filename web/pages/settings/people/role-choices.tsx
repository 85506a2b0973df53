import { CheckboxGroup, Label } from 'react-aria-components';
import { useWords } from '../../../app/language.tsx';
import type { Role } from '../../../app/views.ts';
import { Checkbox } from '../../../components/checkbox/checkbox.tsx';
import { words as roleWords } from './role-words.ts';
import { words } from './words.ts';

type RoleChoicesProps = {
  readonly value: readonly Role[];
  readonly onChange: (roles: readonly Role[]) => void;
};

/** The roles, each with what it allows in a sentence. */
export const RoleChoices = ({ value, onChange }: RoleChoicesProps) => {
  const w = useWords(words);
  const r = useWords(roleWords);
  return (
    <CheckboxGroup value={[...value]} onChange={(chosen) => onChange(chosen as Role[])}>
      <Label className="mb-1 block font-medium">{w.roles}</Label>
      {(Object.keys(r) as Role[]).map((role) => (
        <Checkbox key={role} value={role} help={r[role].text}>
          {r[role].name}
        </Checkbox>
      ))}
      {value.length === 0 && <p className="mt-1 text-bad text-small">{w.noRole}</p>}
    </CheckboxGroup>
  );
};
