-- Refused while a row that is in use is not authenticated: the step before was left out.
ALTER TABLE `DoctorProfile` ADD CONSTRAINT `DoctorProfile_isBound` CHECK (`mac` IS NOT NULL);
ALTER TABLE `Wallet` ADD CONSTRAINT `Wallet_isBound` CHECK (`mac` IS NOT NULL);
ALTER TABLE `RecoveryRecipient` ADD CONSTRAINT `RecoveryRecipient_isBound` CHECK (`mac` IS NOT NULL OR `revokedAt` IS NOT NULL);
ALTER TABLE `DoctorProfile` DROP CONSTRAINT `DoctorProfile_isBound`;
ALTER TABLE `Wallet` DROP CONSTRAINT `Wallet_isBound`;
ALTER TABLE `RecoveryRecipient` DROP CONSTRAINT `RecoveryRecipient_isBound`;
