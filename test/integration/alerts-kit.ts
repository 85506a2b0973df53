import { sql } from 'drizzle-orm';
import { lookAtCompany } from '../../src/alerts/index.ts';
import type { TestHouse } from '../harness/test-house.ts';
import { openRelations } from './relations-kit.ts';

const HOUR = 3_600_000;

export type AlertView = {
  id: string;
  kind: string;
  title: string;
  explanation: string;
  endedAt: string | null;
  acknowledged: { by: string } | null;
  figures: { heard: number; low: number; high: number };
};
export type RuleView = { id: string; kind: string; state: string; falseAlarms: string; watchName: string };

/** A company with a watch on "Dolcetto", and ways to fill its past and its present. */
export const openAlerts = async (test: TestHouse, name: string) => {
  const company = await openRelations(test, name);
  const watch = await company.post<{ id: string }>('watches', {
    name: 'Dolcetto',
    terms: ['Dolcetto'],
    except: [],
    purpose: 'Sapere che cosa si dice del nostro vino',
  });
  // The watch is as old as its past.
  await company.rows(sql`update watches set created_at = now() - interval '100 days'
    where workspace_id = ${company.workspaceId} and id = ${watch.id}`);
  /** A month of quiet days: two mentions a day, at ten and at five in the afternoon. */
  const fillPast = async (days = 30) => {
    const now = Date.now();
    const items = Array.from({ length: days * 2 }, (_, at) => {
      const day = new Date(now - (Math.floor(at / 2) + 2) * 24 * HOUR).toISOString().slice(0, 10);
      const saidAt = `${day}T${at % 2 ? '09' : '16'}:12:00Z`;
      return company.item({
        nativeId: `past-${at}`,
        who: `p${at % 7}`,
        text: 'Un Dolcetto buono',
        saidAt,
        addressed: false,
      });
    });
    await company.take(items);
  };
  const hearNow = (count: number, text = 'Il Dolcetto sa di tappo', who = 'ora') =>
    company.take(
      Array.from({ length: count }, (_, at) =>
        company.item({
          nativeId: `${who}-${at}-${Date.now()}`,
          who: `${who}${at % 5}`,
          text,
          saidAt: new Date(Date.now() - 60_000 * (at % 20)).toISOString(),
          addressed: false,
        }),
      ),
    );
  const look = () => lookAtCompany(test.house.platform, company.workspaceId);
  const alerts = async () => (await company.get<{ alerts: AlertView[] }>('alerts')).alerts;
  const rules = async () => (await company.get<{ rules: RuleView[] }>('alert-rules')).rules;
  const rule = async (kind: string) => (await rules()).find((one) => one.kind === kind)?.id ?? '';
  return { ...company, watchId: watch.id, fillPast, hearNow, look, alerts, rules, rule };
};
