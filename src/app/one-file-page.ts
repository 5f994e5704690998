/** Answers with a page that is one file under a Content-Security-Policy of its own (see proxy.ts). */
export function oneFilePage({ html, policy }: { html: string; policy: string }): Response {
  return new Response(html, {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policy,
      'cache-control': 'no-store',
    },
  });
}
