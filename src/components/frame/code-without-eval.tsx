/**
 * Keeps zod from trying whether it may make functions of text. Our Content-Security-Policy forbids that, and each
 * try is reported as a violation. zod reads this before its first schema, so it stands before every script.
 */
export function CodeWithoutEval({ nonce }: { nonce: string }) {
  const script = 'globalThis.__zod_globalConfig={jitless:true}';
  return (
    <script nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: script }} />
  );
}
