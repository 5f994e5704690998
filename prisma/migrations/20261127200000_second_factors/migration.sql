-- Second factors: passkeys, one-time codes of an authenticator app, backup codes.
ALTER TABLE `Account`
    ADD COLUMN `secondFactorSince` DATETIME(3) NULL,
    ADD COLUMN `secondFactorDueAt` DATETIME(3) NULL,
    ADD COLUMN `frozenAt` DATETIME(3) NULL;

ALTER TABLE `Session`
    ADD COLUMN `secondFactorAt` DATETIME(3) NULL,
    ADD COLUMN `device` VARCHAR(120) NULL,
    ADD COLUMN `timeZone` VARCHAR(64) NULL;

-- The link of a security mail that freezes the account.
ALTER TABLE `AccountToken`
    MODIFY COLUMN `purpose` ENUM('CONFIRM_EMAIL', 'RESET_PASSWORD', 'NOT_ME') NOT NULL;

CREATE TABLE `Passkey` (
    `id` CHAR(36) NOT NULL,
    `accountId` CHAR(36) NOT NULL,
    `credentialId` VARBINARY(1023) NOT NULL,
    `publicKey` VARBINARY(4096) NOT NULL,
    `counter` BIGINT NOT NULL,
    `transports` VARCHAR(120) NOT NULL,
    `backedUp` BOOLEAN NOT NULL,
    `name` VARCHAR(60) NOT NULL,
    `createdAt` DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),
    `lastUsedAt` DATETIME(3) NULL,

    UNIQUE INDEX `Passkey_credentialId_key`(`credentialId`),
    INDEX `Passkey_accountId_idx`(`accountId`),
    PRIMARY KEY (`id`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE `TotpSecret` (
    `accountId` CHAR(36) NOT NULL,
    `keyId` VARCHAR(40) NOT NULL,
    `sealed` VARBINARY(128) NOT NULL,
    `confirmedAt` DATETIME(3) NULL,
    `lastStep` BIGINT NOT NULL,
    `createdAt` DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),

    PRIMARY KEY (`accountId`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE `BackupCode` (
    `id` CHAR(36) NOT NULL,
    `accountId` CHAR(36) NOT NULL,
    `hash` VARCHAR(255) NOT NULL,
    `usedAt` DATETIME(3) NULL,

    INDEX `BackupCode_accountId_idx`(`accountId`),
    PRIMARY KEY (`id`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE `WebauthnChallenge` (
    `hash` BINARY(32) NOT NULL,
    `accountId` CHAR(36) NULL,
    `purpose` ENUM('REGISTER', 'LOG_IN', 'PROVE') NOT NULL,
    `expiresAt` DATETIME(3) NOT NULL,

    INDEX `WebauthnChallenge_accountId_idx`(`accountId`),
    INDEX `WebauthnChallenge_expiresAt_idx`(`expiresAt`),
    PRIMARY KEY (`hash`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

ALTER TABLE `Passkey` ADD CONSTRAINT `Passkey_accountId_fkey` FOREIGN KEY (`accountId`) REFERENCES `Account`(`id`) ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE `TotpSecret` ADD CONSTRAINT `TotpSecret_accountId_fkey` FOREIGN KEY (`accountId`) REFERENCES `Account`(`id`) ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE `BackupCode` ADD CONSTRAINT `BackupCode_accountId_fkey` FOREIGN KEY (`accountId`) REFERENCES `Account`(`id`) ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE `WebauthnChallenge` ADD CONSTRAINT `WebauthnChallenge_accountId_fkey` FOREIGN KEY (`accountId`) REFERENCES `Account`(`id`) ON DELETE CASCADE ON UPDATE CASCADE;
