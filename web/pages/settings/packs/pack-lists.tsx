import { useNavigate } from '@tanstack/react-router';
import { useInBoth, useWords } from '../../../app/language.tsx';
import { describeProblem } from '../../../app/problems.ts';
import { useMay, useWorkspace } from '../../../app/session.ts';
import { useTimes } from '../../../app/times.ts';
import { Button } from '../../../components/button/button.tsx';
import { LinkButton } from '../../../components/button/link-button.tsx';
import { Switch } from '../../../components/checkbox/switch.tsx';
import { Section } from '../../../components/page/page.tsx';
import { aspectName } from '../../../components/reading/aspect-name.ts';
import { words as readingWords } from '../../../components/reading/words.ts';
import { RelativeTime } from '../../../components/relative-time/relative-time.tsx';
import { showToast } from '../../../components/toast/toast.ts';
import { tableOf } from './pack-table.ts';
import { type PackView, type ShippedPack, useAddPack, useChangePack } from './use-packs.ts';
import { words } from './words.ts';

type PackListsProps = { readonly packs: readonly PackView[]; readonly shipped: readonly ShippedPack[] };

export const useMayManage = (): boolean => useMay()('language.manage');

/** The company's own collections first, then those to start from. */
export const PackLists = ({ packs, shipped }: PackListsProps) => {
  const w = useWords(words);
  const { slug } = useWorkspace();
  const mayManage = useMayManage();
  return (
    <>
      <Section
        title={w.ours}
        lead={packs.length > 0 ? w.oursLead : w.none}
        actions={
          mayManage && (
            <LinkButton to="/$slug/impostazioni/parole" params={{ slug }} search={{ apri: 'nuova' }}>
              {w.blank}
            </LinkButton>
          )
        }
      >
        <ul className="empty:hidden">
          {packs.map((pack) => (
            <Ours key={pack.id} pack={pack} />
          ))}
        </ul>
      </Section>
      <Section title={w.shipped} lead={w.shippedLead}>
        <ul>
          {shipped.map((pack) => (
            <Shipped
              key={pack.sector}
              pack={pack}
              isOurs={packs.some(({ sector }) => sector === pack.sector)}
            />
          ))}
        </ul>
      </Section>
    </>
  );
};

/** "38 espressioni, parla di annata e tappo". */
const useSummary = () => {
  const w = useWords(words);
  const r = useWords(readingWords);
  const times = useTimes();
  return (text: string): string => {
    const table = tableOf(text);
    const count = table.flatMap(({ rows }) => rows.flatMap(({ phrases }) => phrases.split('|'))).length;
    const aspects = table
      .filter(({ category }) => category.startsWith('aspect:'))
      .map(({ category }) => aspectName(category.slice('aspect:'.length), r.aspects));
    return [w.phrases(count), ...(aspects.length > 0 ? [w.aspects(times.list(aspects))] : [])].join(', ');
  };
};

const Ours = ({ pack }: { readonly pack: PackView }) => {
  const w = useWords(words);
  const { slug } = useWorkspace();
  const mayManage = useMayManage();
  const summary = useSummary();
  const save = useChangePack(pack.id);
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 border-line border-b py-3 last:border-b-0">
      <div className="min-w-0 flex-1 basis-64">
        <p className="font-medium">{pack.name}</p>
        <p className="text-ink-soft text-small">{summary(pack.text)}</p>
        <p className="text-ink-faint text-small">
          {w.changedBy(pack.updatedByName)} <RelativeTime at={pack.updatedAt} />
        </p>
      </div>
      <Switch
        aria-label={w.isOn(pack.name)}
        isSelected={save.isPending ? (save.variables.enabled ?? pack.enabled) : pack.enabled}
        isDisabled={!mayManage}
        onChange={(enabled) =>
          save.mutate(
            { enabled },
            { onError: (problem) => showToast({ tone: 'bad', text: describeProblem(problem).title }) },
          )
        }
      >
        {w.inUse}
      </Switch>
      <LinkButton
        to="/$slug/impostazioni/parole"
        params={{ slug }}
        search={{ apri: pack.id }}
        size="small"
        aria-label={w.openNamed(pack.name)}
      >
        {w.open}
      </LinkButton>
    </li>
  );
};

const Shipped = ({ pack, isOurs }: { readonly pack: ShippedPack; readonly isOurs: boolean }) => {
  const w = useWords(words);
  const inBoth = useInBoth();
  const { slug } = useWorkspace();
  const navigate = useNavigate();
  const mayManage = useMayManage();
  const summary = useSummary();
  const save = useAddPack();
  const title = inBoth(pack.title);
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 border-line border-b py-3 last:border-b-0">
      <div className="min-w-0 flex-1 basis-64">
        <p className="font-medium">{title}</p>
        <p className="text-ink-soft text-small">{summary(pack.text)}</p>
      </div>
      {isOurs && <span className="text-ink-faint text-small">{w.alreadyOurs}</span>}
      {mayManage && !isOurs && (
        <Button
          size="small"
          aria-label={`${w.adopt}: ${title}`}
          isPending={save.isPending}
          onPress={() =>
            save.mutate(
              { name: title, sector: pack.sector, text: pack.text, enabled: true },
              {
                onSuccess: ({ id }) => {
                  showToast({ tone: 'good', text: w.adopted });
                  void navigate({
                    to: '/$slug/impostazioni/parole',
                    params: { slug },
                    search: { apri: id },
                  });
                },
                onError: (problem) => showToast({ tone: 'bad', text: describeProblem(problem).title }),
              },
            )
          }
        >
          {w.adopt}
        </Button>
      )}
    </li>
  );
};
