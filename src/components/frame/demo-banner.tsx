import { useTranslations } from 'next-intl';
import { IconFlask } from '@tabler/icons-react';
import classes from './portal-shell.module.css';

/** Shown on every page of a demonstration. */
export function DemoBanner() {
  const t = useTranslations();
  return (
    <aside className={classes['demo']} aria-label={t('components.demoBanner.demonstration')}>
      <IconFlask size={16} aria-hidden="true" />
      <p className={classes['demoText']}>
        Demonstration
        <span className={classes['demoMore']}>
          {t('components.demoBanner.peopleBlockchainAndMoneyAreMade')}
        </span>
        . Enter no real person’s data.
      </p>
    </aside>
  );
}
