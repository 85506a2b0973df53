import { useApprovalCounts } from './use-approvals.ts';

/** Beside the name of a room: how many answers wait for this person there. Takes no room of its own. */
export const ApprovalsBadge = () => {
  const { waiting, returned } = useApprovalCounts();
  const count = waiting + returned;
  if (count === 0) return null;
  return (
    <span className="absolute -top-1.5 left-1/2 ml-1 min-w-4 rounded-full bg-accent px-1 text-center font-semibold text-[0.6875rem] text-on-accent leading-4">
      {count > 99 ? '99+' : count}
    </span>
  );
};
