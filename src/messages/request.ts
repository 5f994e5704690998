import { getRequestConfig } from 'next-intl/server';
import { headers } from 'next/headers';
import { CATALOGUES } from './catalogues';
import { requestLocale } from './request-locale';

/** What next-intl uses on the server: the language that the browser asks for. */
const requestConfig = getRequestConfig(async () => {
  const locale = requestLocale((await headers()).get('accept-language'));
  return { locale, messages: CATALOGUES[locale], timeZone: 'UTC' };
});
export default requestConfig;
