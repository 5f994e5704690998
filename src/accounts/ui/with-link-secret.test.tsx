import { expect, it } from 'vitest';
import { t } from '../../../test/support/messages/english';
import { renderInEnglish } from '../../../test/support/messages/in-english';
import { WithLinkSecret } from './with-link-secret';

it('explains to a browser without scripts that the page of a mailed link needs them', () => {
  const html = renderInEnglish(
    <WithLinkSecret page="not-me" title="">
      {() => null}
    </WithLinkSecret>,
  );
  expect(html).toContain(`<noscript>${t('accounts.withLinkSecret.needsScripts')}</noscript>`);
});
