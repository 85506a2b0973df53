import { z } from '@hono/zod-openapi';
import { densities, isTimeZone, languages, passwordLength, themes } from '../model/person.ts';
import { type Permission, policy, roles } from '../model/policy.ts';

/** One line that a person typed: trimmed, not empty, without control characters (the database cannot keep U+0000). */
export const line = (longest: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(longest)
    .regex(/^\P{Cc}*$/u);

export const EmailSchema = z.string().trim().toLowerCase().max(254).pipe(z.email());

export const PasswordSchema = z
  .string()
  .min(passwordLength.least)
  .max(passwordLength.most)
  .regex(/^[^\0]*$/);

export const TimeZoneSchema = z.string().max(64).refine(isTimeZone, 'not an IANA time zone');

export const LanguageSchema = z.enum(languages);

export const InstantSchema = z.iso.datetime();

export const RolesSchema = z
  .array(z.enum(roles))
  .min(1)
  .max(roles.length)
  .refine((held) => new Set(held).size === held.length, 'the same role twice');

const PermissionSchema = z.enum(Object.keys(policy) as [Permission, ...Permission[]]);

export const PersonSchema = z
  .object({
    id: z.uuid(),
    name: z.string(),
    email: z.string(),
    language: LanguageSchema,
    timeZone: z.string(),
    theme: z.enum(themes),
    density: z.enum(densities),
    twoFactor: z.boolean(),
  })
  .openapi('Person');

export const WorkspaceSchema = z
  .object({
    id: z.uuid(),
    name: z.string(),
    slug: z.string(),
    timeZone: z.string(),
    register: z.enum(['same', 'lei', 'tu', 'voi']),
    nature: z.enum(['company', 'demo']),
  })
  .openapi('Workspace');

export const MeSchema = z
  .object({
    person: PersonSchema.extend({
      minutesAhead: z.number().int().openapi({ description: 'Of UTC, in their time zone, now' }),
    }),
    workspaces: z.array(
      WorkspaceSchema.extend({ roles: z.array(z.enum(roles)), permissions: z.array(PermissionSchema) }),
    ),
  })
  .openapi('Me');

export const MemberSchema = z
  .object({
    personId: z.uuid(),
    name: z.string(),
    email: z.string(),
    roles: z.array(z.enum(roles)),
    createdAt: InstantSchema,
  })
  .openapi('Member');

export const JoinedSchema = z.object({ workspaceId: z.uuid(), slug: z.string() });

export const WorkspaceParams = z.object({ workspaceId: z.uuid() });
export const MemberParams = WorkspaceParams.extend({ personId: z.uuid() });
export const InvitationParams = WorkspaceParams.extend({ id: z.uuid() });
export const SecretParams = z.object({ secret: z.string().min(1).max(200) });

/** A JSON body that must be there. */
export const body = <Schema extends z.ZodType>(schema: Schema) => ({
  required: true as const,
  content: { 'application/json': { schema } },
});

export const answer = <Schema extends z.ZodType>(description: string, schema: Schema) => ({
  description,
  content: { 'application/json': { schema } },
});
