import { Select } from './select.tsx';

const zones = (chosen: string): readonly string[] => {
  const known = Intl.supportedValuesOf('timeZone');
  return known.includes(chosen) ? known : [chosen, ...known];
};

type TimeZoneSelectProps = {
  readonly label: string;
  readonly help?: string;
  readonly name?: string;
  readonly value: string;
  readonly onChange: (zone: string) => void;
  readonly isDisabled?: boolean;
};

/** One of the places that the browser knows the hours of. Typing jumps to it. */
export const TimeZoneSelect = ({ value, ...rest }: TimeZoneSelectProps) => (
  <Select
    {...rest}
    value={value}
    choices={zones(value).map((zone) => ({
      value: zone,
      label: zone.replaceAll('_', ' ').split('/').reverse().join(', '),
    }))}
  />
);
