import { callApi } from '@/platform/http/call-api';
import { loadUnreadSchema } from './load-unread-schema';
import { announceUnread } from './unread-news';

/** What was read: one notification, all about a thing, or all up to a moment (ISO 8601). */
type WhatWasRead = { id: string } | { about: string } | { until: string };

/**
 * Marks notifications as read and shows how many are left at the bell. Outlives the page, because a link may just have
 * been followed.
 * @throws ApiProblem
 */
export async function sendRead(what: WhatWasRead): Promise<void> {
  const options = { keepalive: true };
  const { unread } = await callApi(
    'POST',
    '/api/notifications/read',
    loadUnreadSchema,
    what,
    options,
  );
  announceUnread(unread);
}
