-- Filled for existing rows by scripts/migrations/bind-profiles.ts, which needs the keyring.
ALTER TABLE `PatientProfile` ADD COLUMN `mac` BINARY(32) NULL;
ALTER TABLE `ProfileChange` ADD COLUMN `mac` BINARY(32) NULL;
