import { pageTitle } from '@/app/page-title';
import { CancelResetForm } from '@/accounts/ui/factor-resets/cancel-reset-form';

export const generateMetadata = pageTitle('accounts.cancelReset.title');

export default CancelResetForm;
