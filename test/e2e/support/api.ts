import { readFileSync } from 'node:fs';
import { expect, type APIRequestContext, type APIResponse } from '@playwright/test';
import { z } from 'zod';
import { ERROR_STATUS } from '@/platform/errors';

const operationSchema = z.object({
  description: z.string(),
  parameters: z.array(z.object({ in: z.string(), name: z.string() })).default([]),
  requestBody: z.unknown().optional(),
});
const documentSchema = z.object({
  paths: z.record(z.string(), z.record(z.string(), operationSchema)),
});

/** Who may call a route, in the words that begin its description in the API's own document. */
const CALLERS = {
  Anyone: 'anyone',
  Patients: 'patient',
  Approved: 'doctor',
  Administrators: 'admin',
} as const;

/** One route of the running application. */
export interface Operation {
  method: string;
  /** `/api/reports/{reportId}/approve` */
  path: string;
  who: (typeof CALLERS)[keyof typeof CALLERS];
  pathParameters: string[];
  queryParameters: string[];
  takesBody: boolean;
}

/** Every route that the application declares. */
export function operations(): Operation[] {
  const text = readFileSync('src/generated/openapi.json', 'utf8');
  const { paths } = documentSchema.parse(JSON.parse(text));
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { description, parameters, requestBody }]) => {
      const named = (where: string) =>
        parameters.filter((parameter) => parameter.in === where).map(({ name }) => name);
      const [word] = description.split(' ');
      return {
        method: method.toUpperCase(),
        path,
        who: z.enum(Object.keys(CALLERS)).transform(callerOf).parse(word),
        pathParameters: named('path'),
        queryParameters: named('query'),
        takesBody: requestBody !== undefined,
      };
    }),
  );
}

function callerOf(word: string): Operation['who'] {
  const found = Object.entries(CALLERS).find(([name]) => name === word);
  if (found === undefined) throw new Error(`Nobody is called ${word}`);
  return found[1];
}

let networks = 0;

/** An address of 100.64.0.0/10 that this process has not used. */
function newNetwork(): string {
  networks += 1;
  const [a, b] = [Math.floor(networks / 250) % 64, networks % 250];
  return `100.${64 + a}.${process.pid % 250}.${b}`;
}

/** Calls the API as our own pages do. */
export function call(
  request: APIRequestContext,
  method: string,
  path: string,
  options: { data?: unknown; origin?: string | null } = {},
): Promise<APIResponse> {
  const own = process.env['APP_URL'] ?? '';
  const { origin = own, data } = options;
  return request.fetch(`${own}${path}`, {
    method,
    maxRedirects: 0,
    headers: {
      ...(origin === null ? {} : { origin }),
      // From a network of its own: tests call a route more often than any caller may.
      'x-forwarded-for': newNetwork(),
      ...(data === undefined ? {} : { 'content-type': 'application/json' }),
    },
    // Bytes, which Playwright sends as they are.
    ...(data === undefined ? {} : { data: Buffer.from(toText(data)) }),
  });
}

/** A string goes out as it is, so that a test can send what is no JSON. */
function toText(data: unknown): string {
  return typeof data === 'string' ? data : JSON.stringify(data);
}

const problemSchema = z.strictObject({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  code: z.enum(Object.keys(ERROR_STATUS)),
  detail: z.string(),
  requestId: z.uuid(),
  fields: z.record(z.string(), z.string()).optional(),
});

/** A refusal without what differs from one request to the next. */
export type Refusal = Omit<z.infer<typeof problemSchema>, 'requestId'>;

/** Reads a refusal, which must be an RFC 9457 problem with one of our codes. */
export async function refusalOf(response: APIResponse): Promise<Refusal> {
  expect(response.headers()['content-type'], response.url()).toBe('application/problem+json');
  const { requestId, ...problem } = problemSchema.parse(await response.json());
  expect(requestId).not.toBe('');
  expect(problem.status).toBe(response.status());
  expect(problem.type).toBe(`urn:medanchor:problem:${problem.code}`);
  return problem;
}
