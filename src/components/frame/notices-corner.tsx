'use client';

import '@mantine/notifications/styles.layer.css';
import { Notifications } from '@mantine/notifications';

/** The corner of the window in which short messages appear. */
export function NoticesCorner() {
  return <Notifications position="top-right" />;
}
