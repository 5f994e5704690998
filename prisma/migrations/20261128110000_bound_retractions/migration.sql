-- Filled for existing retractions by scripts/migrations/bind-retractions.ts, which needs the keyring.
ALTER TABLE `ChainTransaction` ADD COLUMN `mac` BINARY(32) NULL;
