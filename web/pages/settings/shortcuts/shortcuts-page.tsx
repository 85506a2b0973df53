export const ShortcutsPage = () => null;
