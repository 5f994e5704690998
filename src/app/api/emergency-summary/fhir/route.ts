import { databaseNow } from '@/platform/database/database-now';
import { env } from '@/platform/env';
import { ipsDocument } from '@/records/emergency/ips-document';
import { readOwnSummary } from '@/records/emergency/read-own-summary';
import { defineRoute } from '../../define-route';

export const GET = defineRoute({
  summary: 'The patient’s emergency summary as a FHIR document (International Patient Summary).',
  who: 'patient',
  file: 'application/json',
  run: async ({ actor }) => {
    const known = await readOwnSummary(actor);
    const document = ipsDocument(known, await databaseNow(), env().APP_URL);
    return new Response(JSON.stringify(document, null, 2), {
      headers: {
        'content-type': 'application/json',
        'content-disposition': 'attachment; filename="emergency-summary.fhir.json"',
        'cache-control': 'no-store',
      },
    });
  },
});
