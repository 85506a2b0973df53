import { z } from '@hono/zod-openapi';
import { labelColours } from '../model/label.ts';
import { storable, WorkspaceParams } from './schemas.ts';

export const LabelParams = WorkspaceParams.extend({ labelId: z.uuid() });
export const TeamParams = WorkspaceParams.extend({ teamId: z.uuid() });

const NameSchema = storable(60).trim().min(1);

export const NewLabelSchema = z.object({ name: NameSchema, colour: z.enum(labelColours).default('stone') });
export const LabelSchema = NewLabelSchema.extend({ id: z.uuid(), colour: z.enum(labelColours) }).openapi(
  'Label',
);
export const LabelsSchema = z.object({ labels: z.array(LabelSchema) });

export const NewTeamSchema = z.object({
  name: NameSchema,
  memberIds: z.array(z.uuid()).max(500).default([]),
});
export const TeamSchema = NewTeamSchema.extend({ id: z.uuid(), memberIds: z.array(z.uuid()) }).openapi(
  'Team',
);
export const TeamsSchema = z.object({ teams: z.array(TeamSchema) });

export const PreferenceSchema = z.object({ mailMentions: z.boolean() }).openapi('DeskPreference', {
  description: 'A mail when a note calls me and I have not looked for some minutes',
});
