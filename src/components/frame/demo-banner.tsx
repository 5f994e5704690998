import { useTranslations } from 'next-intl';
import { IconFlask } from '@tabler/icons-react';
import classes from './portal-shell.module.css';

/** Shown on every page of a demonstration. */
export function DemoBanner() {
  const t = useTranslations();
  return (
    <aside className={classes['demo']} aria-label={t('components.demoBanner.label')}>
      <IconFlask size={16} aria-hidden="true" />
      <p className={classes['demoText']}>
        {t.rich('components.demoBanner.text', {
          more: (chunks) => <span className={classes['demoMore']}>{chunks}</span>,
        })}
      </p>
    </aside>
  );
}
