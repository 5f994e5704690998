-- Random keys of the system, sealed by the keyring. What proves something is authenticated with them, so that somebody
-- who can write to the database, and lacks the keyring, can forge none of it.
CREATE TABLE `SystemKey` (
  `name` VARCHAR(40) NOT NULL,
  `keyId` VARCHAR(40) NOT NULL,
  `sealedKey` VARBINARY(128) NOT NULL,
  `createdAt` DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
  PRIMARY KEY (`name`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- Filled for existing rows by scripts/migrations/key-proofs.ts, which needs the keyring.
ALTER TABLE `Account` ADD COLUMN `mac` BINARY(32) NULL;
ALTER TABLE `Passkey` ADD COLUMN `mac` BINARY(32) NULL;
ALTER TABLE `EmailChange` ADD COLUMN `mac` BINARY(32) NULL;
ALTER TABLE `Session` ADD COLUMN `mac` BINARY(32) NULL;
ALTER TABLE `GuestSession` ADD COLUMN `mac` BINARY(32) NULL;
ALTER TABLE `AccountToken` ADD COLUMN `mac` BINARY(32) NULL;
ALTER TABLE `AuditHead`
  ADD COLUMN `keyedFrom` BIGINT NOT NULL DEFAULT 1,
  ADD COLUMN `mac` BINARY(32) NULL;
