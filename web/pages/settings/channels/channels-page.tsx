export const ChannelsPage = () => null;
