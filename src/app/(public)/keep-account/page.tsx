import { pageTitle } from '@/app/page-title';
import { KeepAccountForm } from '@/accounts/ui/keep-account-form';

export const generateMetadata = pageTitle('accounts.keepAccount.title');

export default KeepAccountForm;
