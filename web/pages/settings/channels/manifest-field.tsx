import { useInBoth } from '../../../app/language.tsx';
import type { ManifestFieldView } from '../../../app/views.ts';
import { Switch } from '../../../components/checkbox/switch.tsx';
import { Select } from '../../../components/select/select.tsx';
import { TextField } from '../../../components/text-field/text-field.tsx';

type ManifestFieldProps = {
  readonly field: ManifestFieldView;
  /** What is set now; absent when new. */
  readonly value?: string | number | boolean | undefined;
  /** Said instead of the manifest's own help, as for a secret that is kept. */
  readonly help?: string | undefined;
  readonly isRequired: boolean;
  readonly autoFocus?: boolean;
};

const inputs = {
  text: { type: 'text' },
  password: { type: 'password' },
  email: { type: 'email', inputMode: 'email' },
  // Not type="url": the browser would refuse "www.cantina.it", which we complete.
  url: { type: 'text', inputMode: 'url' },
  number: { type: 'text', inputMode: 'numeric' },
} as const;

/** One field of a channel's form, drawn from its manifest. */
export const ManifestField = ({ field, value, help, isRequired, autoFocus = false }: ManifestFieldProps) => {
  const say = useInBoth();
  const label = say(field.label);
  const said = help ?? (field.help ? say(field.help) : undefined);
  const first = value ?? field.defaultValue;
  if (field.kind === 'toggle') {
    return (
      <Switch
        name={field.name}
        value="yes"
        defaultSelected={first === true}
        {...(said ? { help: said } : {})}
      >
        {label}
      </Switch>
    );
  }
  if (field.kind === 'choice') {
    return (
      <Select
        name={field.name}
        label={label}
        isRequired={isRequired}
        choices={(field.choices ?? []).map((choice) => ({ value: choice.value, label: say(choice.label) }))}
        {...(said ? { help: said } : {})}
        {...(first === undefined ? {} : { defaultValue: String(first) })}
      />
    );
  }
  return (
    <TextField
      name={field.name}
      label={label}
      isRequired={isRequired}
      autoFocus={autoFocus}
      autoComplete="off"
      spellCheck="false"
      {...inputs[field.kind]}
      {...(said ? { help: said } : {})}
      {...(field.placeholder ? { placeholder: field.placeholder } : {})}
      {...(first === undefined || field.secret ? {} : { defaultValue: String(first) })}
    />
  );
};
