import { useWords } from '../../../../app/language.tsx';
import { Button } from '../../../../components/button/button.tsx';
import { Badge } from '../../../../components/card/card.tsx';
import { fromThing, type Json, stepTo } from './pointers.ts';
import { words } from './words.ts';

/** Of a list, so many are shown. */
const MOST_OF_A_LIST = 3;
const LONGEST = 120;

type TreeProps = {
  readonly value: Json;
  readonly list: string;
  readonly isList: boolean;
  /** The fields that point at a place of a thing. */
  readonly namesAt: (pointer: string) => readonly string[];
  readonly onChoose: (pointer: string) => void;
  readonly onChooseList: (pointer: string) => void;
};

/** A delivery as it came; each value can be touched to say what it is. */
export const JsonTree = (props: TreeProps) => (
  <div className="overflow-x-auto rounded-md border border-line bg-sunk p-3 font-mono text-small">
    <Node {...props} pointer="" name={null} />
  </div>
);

type NodeProps = TreeProps & { readonly pointer: string; readonly name: string | null };

const Node = (props: NodeProps) => {
  const { value, name } = props;
  if (value === null || typeof value !== 'object') return <Leaf {...props} />;
  const entries = Array.isArray(value)
    ? value.slice(0, MOST_OF_A_LIST).map((one, at) => [String(at), one as Json] as const)
    : Object.entries(value as Readonly<Record<string, Json>>);
  return (
    <div>
      {name !== null && <Name {...props} />}
      <ul className={name === null ? '' : 'border-line border-l pl-4'}>
        {entries.map(([key, inner]) => (
          <li key={key}>
            <Node {...props} value={inner} name={key} pointer={stepTo(props.pointer, key)} />
          </li>
        ))}
        <Rest value={value} />
      </ul>
    </div>
  );
};

const Rest = ({ value }: { readonly value: object }) => {
  const w = useWords(words);
  const hidden = Array.isArray(value) ? value.length - MOST_OF_A_LIST : 0;
  return hidden > 0 ? <li className="py-1 text-ink-soft">{w.more(hidden)}</li> : null;
};

const Name = ({ value, name, pointer, list, onChooseList }: NodeProps) => {
  const w = useWords(words);
  const canBeList = Array.isArray(value) && pointer !== list;
  return (
    <div className="flex flex-wrap items-center gap-2 py-1">
      <span className="text-ink-soft">{name}</span>
      {Array.isArray(value) && pointer === list && <Badge tone="accent">{w.list}</Badge>}
      {canBeList && (
        <Button weight="quiet" size="small" onPress={() => onChooseList(pointer)}>
          {w.useAsList}
        </Button>
      )}
    </div>
  );
};

const Leaf = ({ value, name, pointer, list, isList, namesAt, onChoose }: NodeProps) => {
  const own = fromThing(pointer, list, isList);
  const text = typeof value === 'string' ? value : String(value);
  const shown = text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
  const names = own === undefined ? [] : namesAt(own);
  return (
    <div className="flex flex-wrap items-center gap-2 py-0.5">
      {name !== null && <span className="text-ink-soft">{name}</span>}
      {own === undefined ? (
        <span className="break-all py-2 text-ink-faint">{shown}</span>
      ) : (
        <Button
          weight="quiet"
          size="small"
          aria-label={`${name ?? ''}: ${shown}`}
          onPress={() => onChoose(own)}
          className="max-w-full text-left"
        >
          <span className="line-clamp-2 break-all">{shown === '' ? '""' : shown}</span>
        </Button>
      )}
      {names.map((one) => (
        <Badge key={one} tone="accent">
          {one}
        </Badge>
      ))}
    </div>
  );
};
