import { IconFlask } from '@tabler/icons-react';
import classes from './portal-shell.module.css';

/** Shown on every page of a demonstration. */
export function DemoBanner() {
  return (
    <aside className={classes['demo']} aria-label="Demonstration">
      <IconFlask size={16} aria-hidden="true" />
      <p className={classes['demoText']}>
        Demonstration
        <span className={classes['demoMore']}>: people, blockchain and money are made up</span>.
        Enter no real person’s data.
      </p>
    </aside>
  );
}
