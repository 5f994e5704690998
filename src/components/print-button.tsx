'use client';

import { useTranslations } from 'next-intl';
import { Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';

/** Prints the page, as its print styles lay it out. */
export function PrintButton() {
  const t = useTranslations();
  return (
    <Button
      variant="default"
      leftSection={<IconPrinter size={18} aria-hidden="true" />}
      onClick={() => {
        window.print();
      }}
    >
      {t('components.printButton.print')}
    </Button>
  );
}
