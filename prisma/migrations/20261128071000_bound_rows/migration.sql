-- Filled for existing rows by scripts/migrations/bind-rows.ts, which needs the keyring.
ALTER TABLE `DoctorProfile` ADD COLUMN `mac` BINARY(32) NULL;
ALTER TABLE `TotpSecret` ADD COLUMN `mac` BINARY(32) NULL;
ALTER TABLE `BackupCode` ADD COLUMN `mac` BINARY(32) NULL;
ALTER TABLE `FactorReset` ADD COLUMN `mac` BINARY(32) NULL;
-- Those of before live for five minutes only, and are not authenticated.
ALTER TABLE `WalletChallenge` ADD COLUMN `mac` BINARY(32) NULL;
ALTER TABLE `Wallet` ADD COLUMN `mac` BINARY(32) NULL;
ALTER TABLE `RecoveryRecipient` ADD COLUMN `mac` BINARY(32) NULL;
ALTER TABLE `WalletRecovery` ADD COLUMN `mac` BINARY(32) NULL;
-- They live for five minutes, and were hashed without a key.
DELETE FROM `WebauthnChallenge`;
