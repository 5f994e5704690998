'use client';

import { useNotifications } from '@mantine/notifications';
import dynamic from 'next/dynamic';
import { useState } from 'react';

const Corner = dynamic(() => import('./notices-corner').then((module) => module.NoticesCorner), {
  ssr: false,
});

/** Where short messages appear. Its code comes with the first of them: most visits show none. */
export function Notices() {
  const { notifications } = useNotifications();
  const [isNeeded, setNeeded] = useState(false);
  if (notifications.length > 0 && !isNeeded) setNeeded(true);
  return isNeeded && <Corner />;
}
