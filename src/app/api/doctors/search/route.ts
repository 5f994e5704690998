import { directoryPage, directorySearch } from '@/accounts/directory/listed-doctor';
import { searchDirectory } from '@/accounts/directory/search-directory';
import { defineRoute } from '../../define-route';

// A POST, because whom a patient looks for must not stand in an address: logs, proxies and histories keep those.
export const POST = defineRoute({
  summary: 'Searches the directory of doctors by name, clinic and specialty.',
  who: 'patient',
  limit: { calls: 120, minutes: 10 },
  body: directorySearch,
  answer: directoryPage,
  run: ({ actor, body }) => searchDirectory(actor, body),
});
