export const ThreadPane = () => null;
