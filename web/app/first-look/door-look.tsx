import { OutsideFrame } from '../../components/outside-frame/outside-frame.tsx';
import { Skeleton } from '../../components/skeleton/skeleton.tsx';
import { words } from '../../pages/sign-in/words.ts';
import { useWords } from '../language.tsx';

/** The sign-in page as it stands before anything is known: its own words, and the room of its fields. */
export const DoorLook = () => {
  const w = useWords(words);
  return (
    <OutsideFrame title={w.title} lead={w.lead}>
      <div className="flex flex-col gap-3">
        <FieldLook label={w.email} />
        <FieldLook label={w.password} />
        <div className="pt-1">
          <Skeleton className="h-control w-full rounded-md" />
        </div>
      </div>
    </OutsideFrame>
  );
};

/** As tall as a field of the form: label, input, the line under it. */
const FieldLook = ({ label }: { readonly label: string }) => (
  <div>
    <span className="mb-1 block font-medium text-body">{label}</span>
    <Skeleton className="h-[2.625rem] min-h-control w-full rounded-md" />
    <div className="mt-1 min-h-5" />
  </div>
);
