/**
 * The content hash of a transaction's report. A transaction is only made for a report that was sent, and its hash
 * stays even when the report is erased.
 * @throws Error when it has none
 */
export function hashOfSent({
  contentHash,
}: {
  contentHash: Uint8Array<ArrayBuffer> | null;
}): Uint8Array<ArrayBuffer> {
  if (contentHash === null) throw new Error('A transaction of a report that was never sent');
  return contentHash;
}
