import { useTranslations } from 'next-intl';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { Container } from '@/components/plain/container';
import { Text } from '@/components/plain/text';
import { Brand } from './brand';
import { DemoBanner } from './demo-banner';
import { FocusOnNavigation } from './focus-on-navigation';
import { NavigationProgress } from './navigation-progress';
import { PortalNav, type NavItem } from './portal-nav';
import { SkipLink } from './skip-link';
import classes from './portal-shell.module.css';

interface PortalShellProps {
  /** Where the name leads: the portal's own first page. */
  home: string;
  nav: readonly NavItem[];
  /** Who is logged in, and the page of their account; none on public pages. */
  person?: { name: string; role: string; account: string };
  /** Beside the person: what they are notified of. */
  bell?: ReactNode;
  /** At the right edge, e.g. the log-out button. */
  actions?: ReactNode;
  /** Below the page. */
  footer?: ReactNode;
  demo: boolean;
  children: ReactNode;
}

/** The frame of every page: name, places, person, and the page itself. */
export function PortalShell({
  home,
  nav,
  person,
  bell,
  actions,
  footer,
  demo,
  children,
}: PortalShellProps) {
  const t = useTranslations();
  return (
    <>
      <SkipLink to="main" className={classes['skip']}>
        {t('components.portalShell.skipToThePage')}
      </SkipLink>
      {demo && <DemoBanner />}
      <header className={classes['header']}>
        <Container size="lg" className={classes['bar']}>
          <Link
            href={home}
            className={classes['brand']}
            aria-label={t('components.portalShell.firstPage')}
          >
            <Brand />
          </Link>
          <PortalNav
            label={person === undefined ? t('components.portalShell.medAnchor') : person.role}
            items={nav}
          />
          <div className={classes['who']}>
            {bell}
            {person !== undefined && (
              <Link
                href={person.account}
                className={classes['name']}
                aria-label={t('components.portalShell.account', {
                  name: person.name,
                  role: person.role,
                })}
              >
                <Text component="span" fz="sm" fw={600} truncate>
                  {person.name}
                </Text>
                {/* The label has the same words: without the space these would be one. */}{' '}
                <Text component="span" fz="xs" c="dimmed">
                  {person.role}
                </Text>
              </Link>
            )}
            {actions}
          </div>
        </Container>
      </header>
      <Container component="main" id="main" size="lg" className={classes['main']} tabIndex={-1}>
        {children}
      </Container>
      <NavigationProgress />
      <FocusOnNavigation />
      {footer !== undefined && (
        <Container component="footer" size="lg" className={classes['footer']}>
          {footer}
        </Container>
      )}
    </>
  );
}
