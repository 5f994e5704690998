import { pageTitle } from '@/app/page-title';
import { ConfirmEmailForm } from '@/accounts/ui/registration/confirm-email-form';

export const generateMetadata = pageTitle('accounts.confirmEmailForm.title');

export default ConfirmEmailForm;
