import { getRequestConfig } from 'next-intl/server';
import { CATALOGUES, DEFAULT_LOCALE } from './catalogues';

/** What next-intl uses on the server: one language until another catalogue exists. */
const requestConfig = getRequestConfig(() => ({
  locale: DEFAULT_LOCALE,
  messages: CATALOGUES[DEFAULT_LOCALE],
  timeZone: 'UTC',
}));
export default requestConfig;
