import { logText, type Sentence, type Translate } from '@/messages/translator';
import { z } from 'zod';

const problemSchema = z.object({
  code: z.string(),
  detail: z.string(),
  fields: z.record(z.string(), z.string()).optional(),
});

/** A refusal that our API explained, or `offline` when it could not be reached. Browser side. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  readonly code: string;
  /** What a person reads about it. */
  readonly sentence: Sentence;
  readonly fields: Record<string, string>;

  constructor(code: string, sentence: Sentence, fields: Record<string, string> = {}) {
    // For the log; a person reads `sentence`.
    super(logText(sentence));
    this.code = code;
    this.sentence = sentence;
    this.fields = fields;
  }
}

/** What a person reads about anything that a call threw, for where it is shown later. */
export function problemSentence(error: unknown): Sentence {
  return error instanceof ApiProblem ? error.sentence : (t) => t('platform.callApi.unexpected');
}

/** What a person reads about anything that a call threw. */
export function problemMessage(error: unknown, t: Translate): string {
  return problemSentence(error)(t);
}

/** Asks the person for the password; answers whether it was given, so that a call can be repeated. */
type AskForProof = () => Promise<boolean>;

let askForProof: AskForProof | null = null;

/**
 * Registers what asks for the password when a call is refused with `proof-needed`.
 * @returns removes the registration
 */
export function onProofNeeded(ask: AskForProof): () => void {
  askForProof = ask;
  return () => {
    if (askForProof === ask) askForProof = null;
  };
}

/**
 * Calls our own API from the browser and checks the answer.
 * @param answer the schema of a successful answer; `z.undefined()` for an empty one (204)
 * @param options.keepalive lets the call outlive its page, for what must be kept when a tab closes
 * @throws ApiProblem
 */
export async function callApi<T>(
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  path: string,
  answer: z.ZodType<T>,
  body?: unknown,
  options: { keepalive?: boolean } = {},
): Promise<T> {
  const response = await send(path, { method, ...jsonBody(body), ...options });
  return answer.parse(response.status === 204 ? undefined : await readJson(response));
}

/**
 * Fetches a file of our own API, once, so that it can be both shown and saved.
 * @param body what the file is made from, when it is made for this call (POST)
 * @throws ApiProblem
 */
export async function fetchFile(path: string, body?: unknown): Promise<Blob> {
  const method = body === undefined ? 'GET' : 'POST';
  const response = await send(path, { method, ...jsonBody(body) });
  return response.blob();
}

function jsonBody(body: unknown): RequestInit {
  if (body === undefined) return {};
  return { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}

async function send(path: string, request: RequestInit): Promise<Response> {
  try {
    return await sendOnce(path, request);
  } catch (error) {
    const needsProof = error instanceof ApiProblem && error.code === 'proof-needed';
    if (!needsProof || askForProof === null) throw error;
    if (await askForProof()) return sendOnce(path, request);
    throw new ApiProblem('proof-needed', (t) => t('platform.callApi.proofNotGiven'));
  }
}

async function sendOnce(path: string, request: RequestInit): Promise<Response> {
  const response = await fetch(path, { ...request, cache: 'no-store' }).catch(() => {
    throw new ApiProblem('offline', (t) => t('platform.callApi.offline'));
  });
  if (response.ok) return response;
  const problem = problemSchema.safeParse(await readJson(response));
  if (!problem.success) {
    throw new ApiProblem('internal', (t) => t('platform.callApi.unreadableAnswer'));
  }
  const { code, detail, fields } = problem.data;
  throw new ApiProblem(code, () => detail, fields);
}

async function readJson(response: Response): Promise<unknown> {
  return response.json().catch(() => undefined);
}
