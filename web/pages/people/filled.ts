/** Of a form's values, those of `names` that say something, trimmed. */
export const filled = <Name extends string>(
  values: Readonly<Record<string, string>>,
  names: readonly Name[],
): Partial<Record<Name, string>> => {
  const kept: Partial<Record<Name, string>> = {};
  for (const name of names) {
    const value = values[name]?.trim();
    if (value) kept[name] = value;
  }
  return kept;
};
