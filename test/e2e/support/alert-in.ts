import type { Locator, Page } from '@playwright/test';

/** The alert of a page. Next.js keeps an empty alert of its own outside the main part. */
export function alertIn(page: Page): Locator {
  return page.getByRole('main').getByRole('alert').filter({ hasText: /./ });
}
