import { env } from '@/platform/env';
import type { JobIdentity } from './job-kinds';

/** The Message-ID of a job's mail: the same at every retry, so that a mailbox can recognise a repetition. */
export function messageIdOf(job: JobIdentity): string {
  return `<job-${job.id.toString()}@${new URL(env().APP_URL).hostname}>`;
}
