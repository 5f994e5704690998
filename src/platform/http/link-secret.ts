/** Our pages that mailed links lead to with a secret in the fragment. */
export type LinkPage =
  | 'guest'
  | 'confirm-email'
  | 'reset-password'
  | 'not-me'
  | 'confirm-new-email'
  | 'cancel-factor-reset'
  | 'keep-account';

/** What the fragment of an address holds. */
export type LinkSecret =
  | { state: 'none' }
  /** Something stands there, and it is no whole secret. */
  | { state: 'damaged' }
  | { state: 'whole'; secret: string };

/** What may stand between two characters of a wrapped secret: see SECRET. */
const WRAPPING = /[\s\u00AD\u200B-\u200D\u2060\uFEFF=>]/g;

/**
 * The secret of a mailed link: 32 bytes as base64url, neither continued before nor behind. Programs put
 * into a long line: line breaks (with `=` in quoted-printable, with `>` in a quotation), spaces, soft
 * hyphens and characters without a width.
 */
const SECRET = new RegExp(`(?<![\\w-])(?:[\\w-]${WRAPPING.source}*){42}[\\w-](?=[_-]*(?![\\w-]))`);

/** A gateway encodes once, a second one again. */
const MOST_DECODINGS = 4;

/** Where the link that skips to the page's own part leads: it carries no secret. */
const MAIN = 'main';

/**
 * Reads the secret in the fragment of an address, with whatever mail programs and chat tools put before,
 * inside and behind it.
 * @param address whole, as in `location.href`
 */
export function readLinkSecret(address: string): LinkSecret {
  const hash = address.indexOf('#');
  const fragment = address.slice(hash + 1);
  if (hash === -1 || fragment === MAIN) return { state: 'none' };
  const secret = findSecret(decodePercent(fragment));
  return secret === null ? { state: 'damaged' } : { state: 'whole', secret };
}

/**
 * Finds the secret of a link in what a person pasted: the address alone or among other words, also inside
 * the address of a link scanner ("https://…safelinks…/?url=https%3A%2F%2F…").
 * @returns null when there is no whole secret
 */
export function findPastedSecret(pasted: string, page: LinkPage): string | null {
  const text = decodePercent(pasted);
  const behindPage = new RegExp(`/${page}(?![\\w-])`, 'i').exec(text);
  return findSecret(behindPage === null ? text : text.slice(behindPage.index + page.length + 1));
}

function findSecret(text: string): string | null {
  return SECRET.exec(text)?.[0].replace(WRAPPING, '') ?? null;
}

/** Decodes `%23`, and `%2523`; what is no UTF-8 separates as a space does. */
export function decodePercent(text: string): string {
  let decoded = text;
  for (let times = 0; times < MOST_DECODINGS; times += 1) {
    decoded = decoded.replace(/(?:%[0-9a-f]{2})+/gi, (run) => {
      try {
        return decodeURIComponent(run);
      } catch {
        return ' ';
      }
    });
  }
  return decoded;
}
