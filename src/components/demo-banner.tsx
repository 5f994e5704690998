import { Text } from '@mantine/core';
import { IconFlask } from '@tabler/icons-react';
import classes from './portal-shell.module.css';

/** Shown on every page of a demonstration. */
export function DemoBanner() {
  return (
    <aside className={classes['demo']} aria-label="Demonstration">
      <IconFlask size={16} aria-hidden="true" />
      <Text component="p" fz="sm">
        Demonstration: people, blockchain and money are made up. Enter no real person’s data.
      </Text>
    </aside>
  );
}
