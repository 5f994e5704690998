'use client';

import { failureSentence } from './failure-sentence';

/** The last resort, when even the frame of the pages failed: no styles of ours, no scripts needed. */
export default function GlobalError({ error }: { error: unknown }) {
  return (
    <html lang="en">
      <body style={{ font: '16px/1.6 system-ui, sans-serif', margin: '4rem auto', maxWidth: 520 }}>
        <title>MedAnchor cannot be shown now</title>
        <main style={{ padding: '0 1rem' }}>
          <h1>MedAnchor cannot be shown now</h1>
          <p>{failureSentence(error)}</p>
          <p>
            {/* A whole new load, because the frame itself is broken. */}
            {/* eslint-disable-next-line @next/next/no-html-link-for-pages */}
            <a href="/">Try again</a>
          </p>
        </main>
      </body>
    </html>
  );
}
