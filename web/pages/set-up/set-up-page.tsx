import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { api, read } from '../../app/client.ts';
import { useLanguage, useWords } from '../../app/language.tsx';
import { installationQuery } from '../../app/session.ts';
import { Button } from '../../components/button/button.tsx';
import { LinkButton } from '../../components/button/link-button.tsx';
import { Form, FormActions } from '../../components/form/form.tsx';
import { OutsideFrame } from '../../components/outside-frame/outside-frame.tsx';
import { TextField } from '../../components/text-field/text-field.tsx';
import { words } from './words.ts';

/** The first company and its first person, with the one-time link that the server printed. */
export const SetUpPage = () => {
  const w = useWords(words);
  const { language } = useLanguage();
  const { token } = useParams({ from: '/avvio/$token' });
  const navigate = useNavigate();
  const client = useQueryClient();
  const installation = useQuery(installationQuery);
  const begin = useMutation({
    mutationFn: ({ company = '', name = '', email = '', password = '' }: Readonly<Record<string, string>>) =>
      read(api['set-up'].$post({ json: { company, name, email, password, token, language } })),
    onSuccess: async ({ slug }) => {
      client.clear();
      await navigate({ to: '/$slug/benvenuto', params: { slug }, replace: true });
    },
  });
  if (installation.data?.setUp) {
    return (
      <OutsideFrame title={w.doneTitle} lead={w.doneText}>
        <LinkButton to="/entra" weight="primary">
          {w.signIn}
        </LinkButton>
      </OutsideFrame>
    );
  }
  return (
    <OutsideFrame title={w.title} lead={w.lead}>
      <Form onSubmit={(values) => begin.mutate(values)} problem={begin.error}>
        <TextField
          name="company"
          label={w.company}
          isRequired
          autoFocus
          autoComplete="organization"
          placeholder={w.companyExample}
        />
        <TextField name="name" label={w.name} help={w.nameHelp} isRequired autoComplete="name" />
        <TextField
          name="email"
          type="email"
          label={w.email}
          help={w.emailHelp}
          isRequired
          autoComplete="username"
        />
        <TextField
          name="password"
          type="password"
          label={w.password}
          help={w.passwordHelp}
          isRequired
          minLength={10}
          autoComplete="new-password"
        />
        <FormActions>
          <Button type="submit" weight="primary" isPending={begin.isPending}>
            {w.start}
          </Button>
        </FormActions>
      </Form>
    </OutsideFrame>
  );
};
