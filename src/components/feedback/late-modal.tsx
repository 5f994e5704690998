'use client';

import type { ModalProps } from '@mantine/core';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { loadPatiently } from '@/messages/load-patiently';

/** Comes when it is first needed, with what it scrolls and where it keeps the focus. */
const MountedModal = dynamic(
  async () => (await loadPatiently(() => import('./mounted-modal'))).MountedModal,
  { ssr: false },
);

/** A dialog that most visits never see: its scripts are loaded when it first opens. */
export function LateModal({ opened, ...props }: ModalProps) {
  const [wasOpened, setWasOpened] = useState(opened);
  if (opened && !wasOpened) setWasOpened(true);
  return wasOpened && <MountedModal opened={opened} {...props} />;
}
