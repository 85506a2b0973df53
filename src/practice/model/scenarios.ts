import type { Scenario } from './scenario.ts';
import { association } from './scenarios/association.ts';
import { hotel } from './scenarios/hotel.ts';
import { online } from './scenarios/online.ts';
import { restaurant } from './scenarios/restaurant.ts';
import { services } from './scenarios/services.ts';
import { shop } from './scenarios/shop.ts';
import { winery } from './scenarios/winery.ts';

/** All practice conversations, the easier before the harder within each sector. Every person in them is invented. */
export const scenarios: readonly Scenario[] = [
  ...winery,
  ...restaurant,
  ...hotel,
  ...shop,
  ...online,
  ...services,
  ...association,
].toSorted((one, other) => one.gravity - other.gravity);

const byId = new Map(scenarios.map((scenario) => [scenario.id, scenario]));

export const findScenario = (id: string): Scenario | undefined => byId.get(id);
