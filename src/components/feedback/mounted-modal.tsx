'use client';

import { Modal, type ModalProps } from '@mantine/core';
import { useEffect, useState } from 'react';

/**
 * A dialog that is mounted closed, for a moment. Mantine notes what has the focus when a mounted dialog opens, and
 * gives the focus back there when it closes.
 */
export function MountedModal({ opened, ...props }: ModalProps) {
  const [isMounted, setMounted] = useState(false);
  useEffect(() => {
    // In a separate task, so that the closed dialog is rendered first.
    const opening = setTimeout(() => setMounted(true));
    return () => clearTimeout(opening);
  }, []);
  return <Modal opened={opened && isMounted} {...props} />;
}
