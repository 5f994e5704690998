import { pageTitle } from '@/app/page-title';
import { ConfirmNewEmail } from '@/accounts/ui/confirm-new-email';

export const generateMetadata = pageTitle('accounts.emailChange.title');

export default ConfirmNewEmail;
