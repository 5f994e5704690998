/** A page that reads its fragment, whose # was encoded on the way, once or more often. */
const ENCODED_HASH = /^\/+(guest|confirm-email|reset-password|verify)(?![\w-]).*?%(?:25)*23(.*)$/is;

/** Punctuation behind a link in a sentence that was taken for a part of it. No address of ours ends so. */
const BEHIND =
  /(?:[.,;:!)\]}>"'*&|]|%(?:0[AD]|2[0279C]|3[BEF]|5D|7[CD]|C2%A[0D]|C2%BB|E2%80%(?:8B|99|9D|A6)))+$/i;

/** Much longer than any address of ours; finding a pattern takes time that grows with the length squared. */
const MAX_LENGTH = 2_000;

/**
 * Where an address leads that a mail program or a chat tool changed. `/guest%23SECRET` becomes
 * `/guest#SECRET`: browsers send no fragment to a server. What is odd about the secret itself is for the
 * page to read (link-secret.ts).
 * @param path percent-encoded, as in the request
 * @param search the query with its question mark, or an empty string
 * @returns path, query and fragment; null for an address that needs no mending, or is longer than any of ours
 */
export function mendAddress(path: string, search: string): string | null {
  if (path.length + search.length > MAX_LENGTH) return null;
  const hash = ENCODED_HASH.exec(path + search);
  if (hash !== null) return `/${(hash[1] ?? '').toLowerCase()}#${hash[2] ?? ''}`;
  const shorter = path.replace(BEHIND, '');
  return shorter === path ? null : shorter.replace(/^\/*/, '/') + search;
}
