import { z } from 'zod';
import {
  createDocument,
  type ZodObjectInput,
  type ZodOpenApiOperationObject,
  type ZodOpenApiResponsesObject,
} from 'zod-openapi';
import type { Route } from '@/app/api/define-route';
import { ERROR_STATUS, type ErrorCode } from '@/platform/errors';

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
    code: z.enum(Object.keys(ERROR_STATUS) as ErrorCode[]),
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

/** What the routes are about, by the first word of their path. */
const TAGS: Record<string, string> = {
  'access-requests': 'A doctor asks to read a patient’s reports.',
  accounts: 'Registration, log-in, passwords and sessions.',
  admin: 'What administrators do.',
  'anchoring-batches': 'Several reports added to the blockchain at once.',
  'chain-calls': 'What the blockchain would answer to a call.',
  'chain-transactions': 'Transactions that wallets send.',
  doctors: 'The directory of doctors.',
  'emergency-accesses': 'What a doctor opens in an emergency, and its review.',
  'emergency-summary': 'What a patient wants doctors to know in an emergency.',
  erasures: 'The erasure of an account and its records.',
  exports: 'A patient’s records as one file to take away.',
  fees: 'What a transaction costs now.',
  forecast: 'What it will cost, and reminders of cheap hours.',
  guest: 'A report that was shared by a mailed link.',
  health: 'Whether the application works.',
  notifications: 'What a person is notified of, and by mail, too.',
  'openapi.json': 'This document.',
  patients: 'Patients, for doctors.',
  'recovery-kit': 'The keys by which a patient opens reports without the application.',
  reports: 'The life of a report.',
  uploads: 'Files that patients bring themselves.',
  verify: 'Whether a file is a report on the blockchain.',
  wallet: 'The wallet of an account, and its recovery.',
};

/** The OpenAPI 3.1 document of all declared routes. */
export function describeApi(routes: readonly PlacedRoute[], version: string) {
  const paths: Record<string, Record<string, ZodOpenApiOperationObject>> = {};
  for (const route of routes) {
    const path = route.path.replaceAll(/\[([^\]]+)\]/g, '{$1}');
    (paths[path] ??= {})[route.method.toLowerCase()] = describeRoute(route);
  }
  const used = new Set(routes.map(({ path }) => tagOf(path)));
  return createDocument({
    openapi: '3.1.0',
    info: {
      title: 'MedAnchor',
      version,
      description:
        'The routes that MedAnchor’s own pages use. Writes need an Origin header that names the application itself; a session is a cookie.',
      license: { name: 'AGPL-3.0-only', identifier: 'AGPL-3.0-only' },
      contact: { name: 'The clinic that runs this MedAnchor' },
    },
    servers: [{ url: '/', description: 'The application that serves this document.' }],
    tags: Object.entries(TAGS)
      .filter(([name]) => used.has(name))
      .map(([name, description]) => ({ name, description })),
    components: {
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: '__Host-medanchor-session' },
      },
    },
    paths,
  });
}

function describeRoute({ path, method, declaration }: PlacedRoute): ZodOpenApiOperationObject {
  const { summary, who, limit, params, query, body } = declaration;
  return {
    operationId: operationIdOf(method, path),
    summary,
    description: WHO[who] + limitSentence(limit),
    tags: [tagOf(path)],
    security: who === 'anyone' ? [] : [{ session: [] }],
    requestParams: {
      ...(params === undefined ? {} : { path: objectOf(params) }),
      ...(query === undefined ? {} : { query: objectOf(query) }),
    },
    ...(body === undefined
      ? {}
      : { requestBody: { required: true, content: { 'application/json': { schema: body } } } }),
    responses: { ...describeSuccess(declaration), ...describeRefusals(method, declaration) },
  };
}

function describeSuccess({
  answer,
  file,
  leadsTo,
}: Route['declaration']): ZodOpenApiResponsesObject {
  if (leadsTo !== undefined) {
    return {
      '200': { description: `The page ${leadsTo}, to which a browser goes on.` },
      '303': { description: `Done; goes on to ${leadsTo}.` },
    };
  }
  if (file !== undefined) {
    const schema = file === 'application/json' ? { type: 'object' as const } : {};
    return { '200': { description: 'The file.', content: { [file]: { schema } } } };
  }
  if (answer === undefined) return { '204': { description: 'Done; there is nothing to answer.' } };
  return { '200': { description: 'Done.', content: { 'application/json': { schema: answer } } } };
}

/** The refusals that follow from a declaration, then what its verb may refuse or fail with. */
function describeRefusals(
  method: string,
  { who, limit, params, query, body }: Route['declaration'],
): ZodOpenApiResponsesObject {
  const takesInput = params !== undefined || query !== undefined || body !== undefined;
  const asksWho = who !== 'anyone';
  const statuses: Record<string, string | false> = {
    '400': takesInput && 'What was sent cannot be accepted; `fields` names each part.',
    '401': asksWho && 'The caller is not logged in.',
    '403':
      (asksWho || method !== 'GET') && 'The role, or the page that sent this, does not allow it.',
    '413': body !== undefined && 'The body is too large.',
    '429': limit !== undefined && 'Called too often.',
    '4XX': 'Refused for a reason that `code` names.',
    '5XX': 'Something failed on our side; `requestId` finds it in our log.',
  };
  return Object.fromEntries(
    Object.entries(statuses)
      .filter((entry): entry is [string, string] => entry[1] !== false)
      .map(([status, description]) => [
        status,
        { description, content: { 'application/problem+json': { schema: problemSchema } } },
      ]),
  );
}

function tagOf(path: string): string {
  const tag = path.split('/')[2] ?? '';
  if (!(tag in TAGS)) throw new Error(`Describe the routes under /api/${tag} in TAGS`);
  return tag;
}

/** `POST /api/reports/[reportId]/approve` is `postReportsByReportIdApprove`. */
function operationIdOf(method: string, path: string): string {
  const words = path
    .replace('/api/', '')
    .replaceAll('[', 'by-')
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word !== '');
  return (
    method.toLowerCase() +
    words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('')
  );
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
