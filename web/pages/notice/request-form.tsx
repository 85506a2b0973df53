import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../app/api.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { Button } from '../../components/button/button.tsx';
import { Form, FormActions } from '../../components/form/form.tsx';
import { Select } from '../../components/select/select.tsx';
import { TextArea } from '../../components/text-field/text-area.tsx';
import { TextField } from '../../components/text-field/text-field.tsx';
import { words } from './words.ts';

type Kind = 'object' | 'erase' | 'access';

/** Asks the company to be left out, erased, or told. */
export const RequestForm = ({ slug }: { readonly slug: string }) => {
  const w = useWords(words);
  const { language } = useLanguage();
  const [kind, setKind] = useState<Kind>('object');
  const file = useMutation({
    mutationFn: (asked: object) =>
      call<{ id: string }>('POST', `/api/notices/${encodeURIComponent(slug)}/requests`, asked),
  });
  if (file.data)
    return (
      <div role="status">
        <p className="font-medium">{w.sent}</p>
        <p className="break-words text-ink-soft">{w.number(file.data.id)}</p>
      </div>
    );
  const send = ({ accounts = '', contact = '', message = '' }: Readonly<Record<string, string>>) =>
    file.mutate({
      kind,
      accounts: accounts.trim(),
      contact: contact.trim(),
      message: message.trim(),
      language,
    });
  return (
    <Form onSubmit={send} problem={file.error}>
      <Select
        label={w.kind}
        value={kind}
        onChange={setKind}
        choices={(['object', 'erase', 'access'] as const).map((value) => ({ value, label: w.kinds[value] }))}
      />
      <TextArea name="accounts" label={w.accounts} help={w.accountsHelp} isRequired maxLength={2_000} />
      <TextField
        name="contact"
        label={w.contact}
        help={w.contactHelp}
        isRequired
        minLength={3}
        maxLength={300}
      />
      <TextArea name="message" label={w.message} isRequired={false} maxLength={5_000} />
      <FormActions>
        <Button type="submit" weight="primary" isPending={file.isPending}>
          {w.send}
        </Button>
      </FormActions>
    </Form>
  );
};
