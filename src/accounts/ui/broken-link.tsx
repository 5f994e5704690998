import { ErrorNotice } from '@/components/error-notice';

/** Said when a mailed address arrived without its secret. */
export function BrokenLink() {
  return (
    <ErrorNotice title="The link is not complete">
      Open it once more from the e-mail, or copy the whole address.
    </ErrorNotice>
  );
}
