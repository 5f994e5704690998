import type { Connection } from 'mariadb';
import { retractionFields, type RetractionFields } from '@/registry/calls/retraction-mac';
import { proofMacBy } from '@/vault/proof-mac';
import type { Keyring } from '@/vault/seal-under-keyring';
import { pages } from './pages';
import { proofsKeyOf } from './proofs-key';

/**
 * Between the migrations `bound_retractions` and `only_bound_retractions`: authenticates the retractions of versions
 * before. Those that are confirmed as well: a reorganisation can take one away, and then it is sent again.
 * @param keyring opens the key of the system for proofs
 */
export async function bindRetractions(connection: Connection, keyring: Keyring): Promise<void> {
  const key = await proofsKeyOf(connection, keyring);
  const select = `SELECT one.id, one.reportId, one.replacement, report.contentHash
    FROM ChainTransaction one JOIN Report report ON report.id = one.reportId
    WHERE one.kind = 'RETRACT_REPORT' AND one.mac IS NULL`;
  for await (const rows of pages<RetractionFields>(connection, select, 'one.id')) {
    await connection.batch(
      'UPDATE ChainTransaction SET mac = ? WHERE id = ?',
      rows.map((row) => [
        Buffer.from(proofMacBy(key, 'retraction', retractionFields(row))),
        row.id,
      ]),
    );
  }
}
