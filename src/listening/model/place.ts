/** The `before` of a list: the instant in ms and the id of the last one seen, such as `1763632800000_0198...`. */
export const writePlace = (place: { readonly saidAt: string; readonly id: string }): string =>
  `${Date.parse(place.saidAt)}_${place.id}`;

export const PLACE_PATTERN = /^\d{1,14}_[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export const readPlace = (text: string): { saidAt: string; id: string } => {
  const [time = '', id = ''] = text.split('_');
  return { saidAt: new Date(Number(time)).toISOString(), id };
};
