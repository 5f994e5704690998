import { logText, type Sentence, type Translate } from '@/messages/translator';

/** Checks an answer. A zod schema is one, but this file needs no zod, which is 30 KiB of a page. */
export interface AnswerCheck<T> {
  /** @throws Error when the answer is not what it must be */
  parse: (answer: unknown) => T;
}

/** For calls whose answer is empty (204), or of no interest. */
export const NO_ANSWER: AnswerCheck<undefined> = { parse: () => undefined };

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
 * @param answer the schema of a successful answer, or what loads it, so that a page which rarely calls comes without
 *   zod; `NO_ANSWER` for an empty one (204)
 * @param options.keepalive lets the call outlive its page, for what must be kept when a tab closes
 * @throws ApiProblem
 */
export async function callApi<T>(
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  path: string,
  answer: AnswerCheck<T> | (() => Promise<AnswerCheck<T>>),
  body?: unknown,
  options: { keepalive?: boolean } = {},
): Promise<T> {
  const response = await send(path, { method, ...jsonBody(body), ...options });
  const check = typeof answer === 'function' ? await answer() : answer;
  return check.parse(response.status === 204 ? undefined : await readJson(response));
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
  throw readProblem(await readJson(response));
}

function readProblem(answer: unknown): ApiProblem {
  if (isRecord(answer)) {
    const { code, detail, fields = {} } = answer;
    if (typeof code === 'string' && typeof detail === 'string' && isTexts(fields)) {
      return new ApiProblem(code, () => detail, fields);
    }
  }
  return new ApiProblem('internal', (t) => t('platform.callApi.unreadableAnswer'));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function isTexts(value: unknown): value is Record<string, string> {
  return isRecord(value) && Object.values(value).every((text) => typeof text === 'string');
}

async function readJson(response: Response): Promise<unknown> {
  return response.json().catch(() => undefined);
}
