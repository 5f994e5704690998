import { AppError } from '@/platform/errors';
import { isRelaying } from '@/registry/relayer/is-relaying';
import { newDeadline } from './deadline';

/** Until when a transaction that is prepared now may be sent, and whether it waits for a low price. */
interface SendingTime {
  deadline: Date;
  whenCheap: boolean;
}

/**
 * @param waitDays days for which the clinic may wait for a low price
 * @throws AppError clinic-cannot-pay when no clinic would send it then
 */
export async function chooseDeadline(waitDays: number | undefined): Promise<SendingTime> {
  const whenCheap = waitDays !== undefined;
  if (whenCheap && !(await isRelaying())) throw new AppError('clinic-cannot-pay');
  return { deadline: await newDeadline(undefined, waitDays), whenCheap };
}
