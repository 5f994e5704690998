import { pageTitle } from '@/app/page-title';
import { ResetPasswordForm } from '@/accounts/ui/reset-password-form';

export const generateMetadata = pageTitle('accounts.resetPasswordForm.title');

export default ResetPasswordForm;
