import type { NextRequest } from 'next/server';
import type { z } from 'zod';
import type { DataAction } from '@/audit/policy/data-action';
import type { Actor } from '@/accounts/sessions/actor';
import { currentSession } from '@/accounts/sessions/current-session';
import type { MissingFactor } from '@/accounts/sessions/live-session';
import type { AppLocale } from '@/messages/catalogues';
import { requestLocale } from '@/messages/request-locale';
import { claimCall, type CallLimit } from '@/platform/http/call-windows';
import { claimProcessCall } from '@/platform/http/process-calls';
import { env } from '@/platform/env';
import { AppError } from '@/platform/errors';
import { requestRecords } from '@/platform/requests/request-record';
import { problemResponse } from '@/platform/http/problem';
import { callerOf } from './caller';
import { noteRefusal } from './note-refusal';
import { readBody } from './read-body';

/** Who may call a route. A pending or suspended account counts as not logged in. */
type Who = 'anyone' | 'signed-in' | 'patient' | 'doctor' | 'admin';

/** Most bytes of a body, where the route does not declare a cap of its own. */
const BODY_CAP = { anyone: 16 * 1_024, account: 64 * 1_024 };

/** What a route passes to its verb. */
interface RouteCall<W extends Who, P, Q, B> {
  actor: W extends 'anyone' ? null : Actor;
  params: P;
  query: Q;
  body: B;
  request: NextRequest;
  /** The language that the caller reads. */
  locale: AppLocale;
}

/** How often one account, or one network, may call a route. */
interface RouteLimit extends CallLimit {
  /** By default the database; `process` for what must answer when the database does not, or loads the process. */
  countedIn?: 'process';
}

/** A route, declared: who may call it, what it takes, which verb it runs, what it answers. */
export interface RouteDeclaration<W extends Who, P, Q, B> {
  /** One sentence for the OpenAPI page. */
  summary: string;
  who: W;
  /** Open also to a session that lacks this: the routes that supply it. */
  evenWithout?: readonly MissingFactor[];
  limit?: RouteLimit;
  params?: z.ZodType<P>;
  query?: z.ZodType<Q>;
  body?: z.ZodType<B>;
  /** Most bytes that a body may have; by default 16 KiB, or 64 KiB where a log-in is needed. */
  bodyCap?: number;
  /** Schema of the JSON answer, for the OpenAPI page; none for 204 and files. */
  answer?: z.ZodType;
  /** Media type of the file that it answers with, for the OpenAPI page. */
  file?:
    | 'application/pdf'
    | 'application/json'
    | 'application/zip'
    | 'application/octet-stream'
    | 'text/html';
  /** What it does with a report, if that is not what its method says (GET reads, DELETE deletes, others write). */
  dataAction?: DataAction;
  /** The page to which it redirects after a plain form, for the OpenAPI page. */
  leadsTo?: `/${string}`;
  /** Returns JSON-able data (200), undefined (204), or a Response of its own (files, cookies). */
  run: (call: RouteCall<W, P, Q, B>) => Promise<unknown>;
}

/** Only a limit restrains callers who are not logged in: such a route does not compile without one. */
type MandatoryLimit<W extends Who> = 'anyone' extends W ? { limit: RouteLimit } : unknown;

/** The handler Next.js calls, carrying its declaration for the OpenAPI page. */
export interface Route {
  (request: NextRequest, context: { params: Promise<Record<string, string>> }): Promise<Response>;
  declaration: RouteDeclaration<Who, unknown, unknown, unknown>;
}

/** Makes a route handler of a declaration: checks origin, role, limit and input; answers problem+json. */
export function defineRoute<W extends Who, P = undefined, Q = undefined, B = undefined>(
  declaration: RouteDeclaration<W, P, Q, B> & MandatoryLimit<W>,
): Route {
  const handler = async (
    request: NextRequest,
    // Next.js gives a route without a parameter none at all.
    context: { params: Promise<Record<string, string> | undefined> },
  ): Promise<Response> => {
    const locale = requestLocale(request.headers.get('accept-language'));
    const { who, limit, dataAction } = declaration;
    const params = (await context.params) ?? {};
    let actor: Actor | null = null;
    try {
      refuseForeignOrigin(request);
      const { bodyCap = who === 'anyone' ? BODY_CAP.anyone : BODY_CAP.account } = declaration;
      actor = await findCaller(who, declaration.evenWithout);
      noteActor(actor);
      requireRole(who, actor);
      if (limit !== undefined) await countCall(request, params, actor, limit);
      const call = {
        actor,
        params: declaration.params?.parse(params),
        query: declaration.query?.parse(Object.fromEntries(request.nextUrl.searchParams)),
        body: declaration.body?.parse(await readJson(request, bodyCap)),
        request,
        locale,
      };
      // Each optional part is undefined exactly when its schema, and so its type parameter, is.
      return toResponse(await declaration.run(call as unknown as RouteCall<W, P, Q, B>));
    } catch (error) {
      if (actor !== null) await noteRefusal(actor, request.method, params, error, dataAction);
      return problemResponse(error, locale);
    }
  };
  // The declaration is only read again to describe the route, never to call it with other types.
  return Object.assign(handler, { declaration: declaration as unknown as Route['declaration'] });
}

/** A role as the log names it. */
const ACTORS = { PATIENT: 'patient', DOCTOR: 'doctor', ADMIN: 'admin' } as const;

function noteActor(actor: Actor | null): void {
  const record = requestRecords().getStore();
  if (record !== undefined) record.actor = actor === null ? 'anyone' : ACTORS[actor.role];
}

async function countCall(
  request: NextRequest,
  params: Record<string, string>,
  actor: Actor | null,
  limit: RouteLimit,
): Promise<void> {
  const route = `${request.method} ${routePath(request.nextUrl.pathname, params)}`;
  const caller = callerOf(request, actor);
  if (limit.countedIn === 'process') claimProcessCall(route, caller, limit);
  else await claimCall(route, caller, limit);
}

/** `/api/verify/0x12…` → `/api/verify/[contentHash]`: calls with different parameters count together. */
function routePath(pathname: string, params: Record<string, string>): string {
  const segments = pathname.split('/');
  for (const [name, value] of Object.entries(params)) {
    const place = segments.findLastIndex((segment) => decodeSegment(segment) === value);
    if (place !== -1) segments[place] = `[${name}]`;
  }
  return segments.join('/');
}

function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

/**
 * Browsers send Origin with every write; ours must be the only one (CSRF, ASVS 3.5.1). A plain form sends
 * `null` under our Referrer-Policy; then the browser's own Sec-Fetch-Site, which no page can set, decides.
 */
function refuseForeignOrigin({ method, headers }: NextRequest): void {
  if (method === 'GET' || method === 'HEAD') return;
  const origin = headers.get('origin');
  if (origin === new URL(env().APP_URL).origin) return;
  if (origin === 'null' && headers.get('sec-fetch-site') === 'same-origin') return;
  throw new AppError('wrong-origin');
}

async function findCaller(
  who: Who,
  evenWithout: readonly MissingFactor[] = [],
): Promise<Actor | null> {
  if (who === 'anyone') return null;
  const session = await currentSession();
  if (session === null) throw new AppError('not-signed-in');
  const { actor, missing } = session;
  if (missing !== null && !evenWithout.includes(missing)) throw new AppError(`${missing}-needed`);
  return actor;
}

function requireRole(who: Who, actor: Actor | null): void {
  if (actor === null || who === 'signed-in') return;
  if (actor.role.toLowerCase() !== who) throw new AppError('forbidden');
}

async function readJson(request: NextRequest, maxBytes: number): Promise<unknown> {
  const bytes = await readBody(request, maxBytes);
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as unknown;
  } catch (cause) {
    throw new AppError('invalid-input', {
      detail: (t) => t('app.api.notJson'),
      cause,
    });
  }
}

function toResponse(result: unknown): Response {
  if (result instanceof Response) return result;
  const headers = { 'cache-control': 'no-store' };
  if (result === undefined) return new Response(null, { status: 204, headers });
  return Response.json(result, { headers });
}
