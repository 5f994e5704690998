'use client';

import { Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';

/** Prints the page, as its print styles lay it out. */
export function PrintButton() {
  return (
    <Button
      variant="default"
      leftSection={<IconPrinter size={18} aria-hidden="true" />}
      onClick={() => {
        window.print();
      }}
    >
      Print
    </Button>
  );
}
