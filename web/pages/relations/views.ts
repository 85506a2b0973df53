import type { z } from '@hono/zod-openapi';
import type {
  FieldBodySchema,
  FieldSchema,
  FollowSchema,
  GatheringSchema,
  TeamSchema,
} from '../../../src/relations/routes/field-schemas.ts';
import type { MapSchema, OverviewSchema } from '../../../src/relations/routes/graph-schemas.ts';

/** What the screens of relations show, in the very shapes of the server's routes. */
export type OverviewView = z.output<typeof OverviewSchema>;
export type BatchView = NonNullable<OverviewView['batch']>;
export type SnapshotView = OverviewView['snapshots'][number];

export type MapView = z.output<typeof MapSchema>;
export type MapPerson = MapView['nodes'][number];
export type MapTie = MapView['ties'][number];
export type MapCircle = MapView['circles'][number];
export type PersonName = { readonly id: string; readonly name: string };

export type FieldView = z.output<typeof FieldSchema>;
export type FieldDraft = z.input<typeof FieldBodySchema>;
export type GatheringView = z.output<typeof GatheringSchema>;
export type TeamView = z.output<typeof TeamSchema>;
export type TeamMember = TeamView['members'][number];
export type Alternative = NonNullable<TeamView['comparison']>['ours'];
export type MonthView = z.output<typeof FollowSchema>['months'][number];
export type Band = FieldView['band'];
