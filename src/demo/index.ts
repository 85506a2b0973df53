import { sql } from 'drizzle-orm';
import type { Platform } from '../platform/platform.ts';
import type { CompanyReader } from '../understanding/index.ts';
import { careForDemo } from './care.ts';
import { teachDemo } from './lessons.ts';
import { newPassword, plantDemo } from './plant.ts';
import { weaveDemo } from './relations.ts';
import { colleagues, company } from './script/scene.ts';
import { touchDemo } from './touches.ts';

export { demoCorrespondents } from './correspondents.ts';

export type DemoAccess = { readonly company: string; readonly email: string; readonly password: string };

/** The house as the demonstration needs it: `settled` resolves when what came in has been threaded. */
type House = {
  readonly platform: Platform;
  readonly reader: CompanyReader;
  settled(): Promise<void>;
};

/**
 * Opens the demonstration: plants it the first time, and each time gives the invented coordinator a new password,
 * which only the terminal shows.
 */
export const openDemo = async (
  house: House,
  setPassword: (email: string, password: string) => Promise<void>,
): Promise<DemoAccess> => {
  const access = { company: company.name, email: colleagues.marta.mail };
  if (await isPlanted(house.platform)) {
    const password = newPassword();
    await setPassword(access.email, password);
    return { ...access, password };
  }
  const planted = await plantDemo(house.platform, house.reader.read);
  await house.settled();
  await touchDemo(house.platform, planted.member);
  await weaveDemo(house.platform, planted.member);
  await teachDemo(house.platform, house.reader, planted.member);
  await careForDemo(house.platform, planted.member);
  return { ...access, password: planted.password };
};

const isPlanted = async (platform: Platform): Promise<boolean> => {
  const { rows } = await platform.database.installation.execute<{ planted: boolean }>(
    sql`select exists (select from workspaces where nature = 'demo') as planted`,
  );
  return rows[0]?.planted === true;
};
