import { notFound } from 'next/navigation';
import { isAppError } from '@/platform/errors';

/** What a page shows of a record that is missing, or another person's: the same "nothing here". */
export async function orNotFound<T>(record: Promise<T>): Promise<T> {
  try {
    return await record;
  } catch (error) {
    if (isAppError(error, 'not-found')) notFound();
    throw error;
  }
}
