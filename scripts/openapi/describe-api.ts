import { z } from 'zod';
import { createDocument, type ZodObjectInput, type ZodOpenApiOperationObject } from 'zod-openapi';
import type { Route } from '@/app/api/define-route';
import { ERRORS, type ErrorCode } from '@/platform/errors';

/** A declared route with its place. */
export interface PlacedRoute {
  /** As Next.js writes it: `/api/reports/[reportId]`. */
  path: string;
  method: string;
  declaration: Route['declaration'];
}

const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    code: z.enum(Object.keys(ERRORS) as ErrorCode[]),
    detail: z.string(),
    requestId: z.uuid(),
    fields: z.record(z.string(), z.string()).optional(),
  })
  .meta({ id: 'Problem', description: 'RFC 9457 problem with a closed code.' });

const WHO = {
  anyone: 'Anyone may call it.',
  'signed-in': 'Anyone who is logged in may call it.',
  patient: 'Patients may call it, for what is their own.',
  doctor: 'Approved doctors may call it, for what is their own.',
  admin: 'Administrators may call it.',
} as const;

/** The OpenAPI 3.1 document of all declared routes. */
export function describeApi(routes: readonly PlacedRoute[], version: string) {
  const paths: Record<string, Record<string, ZodOpenApiOperationObject>> = {};
  for (const route of routes) {
    const path = route.path.replaceAll(/\[([^\]]+)\]/g, '{$1}');
    (paths[path] ??= {})[route.method.toLowerCase()] = describeRoute(route);
  }
  return createDocument({
    openapi: '3.1.0',
    info: {
      title: 'MedAnchor',
      version,
      description:
        'The routes that MedAnchor’s own pages use. Writes need an Origin header that names the application itself; a session is a cookie.',
    },
    components: {
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: '__Host-medanchor-session' },
      },
    },
    paths,
  });
}

function describeRoute({ path, declaration }: PlacedRoute): ZodOpenApiOperationObject {
  const { summary, who, limit, params, query, body, answer } = declaration;
  return {
    summary,
    description: WHO[who] + limitSentence(limit),
    tags: [path.split('/')[2] ?? 'api'],
    ...(who === 'anyone' ? {} : { security: [{ session: [] }] }),
    requestParams: {
      ...(params === undefined ? {} : { path: objectOf(params) }),
      ...(query === undefined ? {} : { query: objectOf(query) }),
    },
    ...(body === undefined
      ? {}
      : { requestBody: { content: { 'application/json': { schema: body } } } }),
    responses: {
      ...(answer === undefined
        ? { '2XX': { description: 'Done: nothing (204), or a file.' } }
        : { '200': { description: 'Done.', content: { 'application/json': { schema: answer } } } }),
      default: {
        description: 'Refused or failed.',
        content: { 'application/problem+json': { schema: problemSchema } },
      },
    },
  };
}

function limitSentence(limit: Route['declaration']['limit']): string {
  if (limit === undefined) return '';
  const { calls, minutes } = limit;
  return ` At most ${calls} calls in ${minutes === 1 ? 'a minute' : `${minutes} minutes`}.`;
}

function objectOf(schema: z.ZodType): ZodObjectInput {
  if (!(schema instanceof z.ZodObject)) throw new Error('Parameters of a route must be an object');
  return schema;
}
