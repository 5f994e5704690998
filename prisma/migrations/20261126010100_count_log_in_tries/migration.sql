-- Wrong passwords are counted in CallWindow, by network and browser: an account is no longer locked for everybody.
ALTER TABLE `Account` DROP COLUMN `failedLogins`, DROP COLUMN `lockedUntil`;
