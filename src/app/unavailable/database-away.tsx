'use client';

import { AppError } from '@/platform/errors';
import { PageError } from '../page-error';

/** The address in the browser is still the one of the page that was asked for. */
export function DatabaseAway() {
  return <PageError error={new AppError('database-unavailable')} retry={() => location.reload()} />;
}
