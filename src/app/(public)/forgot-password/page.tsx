import { pageTitle } from '@/app/page-title';
import { ForgotPasswordForm } from '@/accounts/ui/forgot-password-form';

export const generateMetadata = pageTitle('accounts.forgotPasswordForm.title');

export default ForgotPasswordForm;
