import { useWords } from '../../app/language.tsx';
import { useMay } from '../../app/session.ts';
import { useTimes } from '../../app/times.ts';
import { Button } from '../../components/button/button.tsx';
import { buttonLook } from '../../components/button/button-look.ts';
import { Switch } from '../../components/checkbox/switch.tsx';
import { CopyLine } from '../../components/copy-line/copy-line.tsx';
import { ErrorNote } from '../../components/error-note/error-note.tsx';
import { Form, FormActions } from '../../components/form/form.tsx';
import { Page, Section } from '../../components/page/page.tsx';
import { Select } from '../../components/select/select.tsx';
import { SkeletonRows } from '../../components/skeleton/skeleton.tsx';
import { TextArea } from '../../components/text-field/text-area.tsx';
import { words } from './register-words.ts';
import { type Gravity, useCareChange, useCareRead } from './use-care.ts';

type Settings = {
  readonly opensByItself: boolean;
  readonly sureFrom: number;
  readonly solveWithin: Readonly<Record<Gravity, number>>;
  readonly isPublic: boolean;
  readonly italian: string;
  readonly english: string;
  readonly publicKey: string | null;
  readonly slug: string;
  readonly signedDay: string | null;
  readonly digest: string | null;
};

/** The register and how cases come about: what only the coordinator changes, and everyone may see. */
export const RegisterPage = () => {
  const w = useWords(words);
  const settings = useCareRead<Settings>('care', 'settings');
  return (
    <Page title={w.title} lead={w.lead}>
      {settings.isPending && <SkeletonRows rows={3} rowClassName="h-16" />}
      {settings.isError && <ErrorNote error={settings.error} onRetry={() => void settings.refetch()} />}
      {settings.data && <Register settings={settings.data} />}
    </Page>
  );
};

const PATH = ['care', 'settings'];

const Register = ({ settings }: { readonly settings: Settings }) => {
  const w = useWords(words);
  const may = useMay();
  const change = useCareChange();
  const isOff = !may('register.manage');
  const save = (body: Partial<Settings>) => change.mutate({ method: 'PATCH', path: PATH, body });
  return (
    <>
      <Section title={w.title}>
        <Switch isSelected={settings.isPublic} isDisabled={isOff} onChange={(isPublic) => save({ isPublic })}>
          {w.isPublic}
        </Switch>
        <p className="mt-1 text-ink-soft">{w.isPublicHelp}</p>
        {settings.isPublic && (
          <a
            href={`/registro/${settings.slug}`}
            target="_blank"
            rel="noreferrer"
            className={buttonLook('plain', 'normal', 'mt-3')}
          >
            {w.open}
          </a>
        )}
        {!isOff && (
          <Form
            className="mt-5"
            problem={change.error}
            onSubmit={({ italian = '', english = '' }) => save({ italian, english })}
          >
            <TextArea label={w.italian} name="italian" rows={2} defaultValue={settings.italian} />
            <TextArea label={w.english} name="english" rows={2} defaultValue={settings.english} />
            <FormActions>
              <Button type="submit" isPending={change.isPending}>
                {w.save}
              </Button>
            </FormActions>
          </Form>
        )}
      </Section>
      {settings.isPublic && <Sharing settings={settings} />}
      <Section title={w.opening}>
        <Switch
          isSelected={settings.opensByItself}
          isDisabled={isOff}
          onChange={(opensByItself) => save({ opensByItself })}
        >
          {w.opensByItself}
        </Switch>
        <Select
          label={w.sureFrom}
          className="mt-3 w-64"
          isDisabled={isOff || !settings.opensByItself}
          value={nearest(settings.sureFrom)}
          onChange={(sure) => save({ sureFrom: Number(sure) })}
          choices={sures.map((value) => ({ value, label: w.sure[value] }))}
        />
        <fieldset className="mt-3">
          <legend className="mb-2 text-ink-soft text-small">{w.within}</legend>
          <div className="grid grid-cols-2 gap-3 tablet:grid-cols-4">
            {([1, 2, 3, 4] as const).map((gravity) => (
              <Select
                key={gravity}
                label={w.gravities[gravity]}
                isDisabled={isOff}
                value={String(settings.solveWithin[gravity])}
                onChange={(days) =>
                  save({ solveWithin: { ...settings.solveWithin, [gravity]: Number(days) } })
                }
                choices={daysFor(settings.solveWithin[gravity])}
              />
            ))}
          </div>
        </fieldset>
      </Section>
    </>
  );
};

const sures = ['0.65', '0.8', '0.9'] as const;
const nearest = (value: number): (typeof sures)[number] =>
  [...sures].sort((a, b) => Math.abs(Number(a) - value) - Math.abs(Number(b) - value))[0] ?? '0.8';

const daysFor = (chosen: number) =>
  [...new Set([1, 2, 3, 5, 7, 10, 15, 20, 30, chosen])]
    .sort((a, b) => a - b)
    .map((days) => ({ value: String(days), label: String(days) }));

const Sharing = ({ settings: { slug, signedDay, digest, publicKey } }: { readonly settings: Settings }) => {
  const w = useWords(words);
  const times = useTimes();
  const page = `${window.location.origin}/registro/${slug}`;
  const badge = `<a href="${page}"><img src="${page}/bollino.svg" alt="${w.title}"></a>`;
  const frame = `<iframe src="${page}/riquadro" title="${w.title}" width="100%" height="160" loading="lazy"></iframe>`;
  return (
    <Section title={w.share}>
      <img src={`/registro/${slug}/bollino.svg`} alt={w.badgeAlt} height={28} className="mb-4 max-w-full" />
      <div className="flex flex-col gap-4">
        <CopyLine label={w.address} text={page} />
        <CopyLine label={w.badge} text={badge} />
        <CopyLine label={w.frame} text={frame} />
        <CopyLine label={w.verify} text={`passaparola verify-register ${page}`} />
      </div>
      <p className="mt-4 text-ink-soft text-small">
        {signedDay ? w.signed(times.date(`${signedDay}T12:00:00Z`)) : w.notSigned}
      </p>
      {digest && (
        <p className="break-all text-ink-soft text-small">
          {w.digest}: <code>{digest}</code>
        </p>
      )}
      {publicKey && (
        <p className="break-all text-ink-soft text-small">
          {w.key}: <code>{publicKey}</code>
        </p>
      )}
    </Section>
  );
};
