import { isError } from 'ethers';

/** Codes of Node.js for a server that is not there, or not any more. */
const BROKEN = ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ENOTFOUND', 'EAI_AGAIN', 'ETIMEDOUT'];

/** The sentence for an error that means that the node does not answer; undefined for every other. */
export function unreachable(error: unknown): Error | undefined {
  if (!(error instanceof Error)) return undefined;
  const reason = reasonOf(error);
  if (reason === undefined) return undefined;
  return new Error(
    `The node does not answer (${reason}). Anything sent is recorded: run this again when it does.`,
    { cause: error },
  );
}

function reasonOf(error: Error): string | undefined {
  // The long message of an ethers error holds the node's address, and with it an API key.
  if (isError(error, 'SERVER_ERROR') || isError(error, 'TIMEOUT')) return error.shortMessage;
  const isBroken = 'code' in error && BROKEN.includes(String(error.code));
  return isBroken ? error.message : undefined;
}
