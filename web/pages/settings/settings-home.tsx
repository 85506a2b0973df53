export const SettingsHome = () => null;
