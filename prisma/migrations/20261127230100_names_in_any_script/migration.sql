-- A name may be in any script, with a spelling that documents can print. A birth date may be known in part.
ALTER TABLE `Account` ADD COLUMN `printedName` VARCHAR(120) NULL;

ALTER TABLE `PatientProfile`
    ADD COLUMN `birthPrecision` ENUM('DAY', 'MONTH', 'YEAR') NOT NULL DEFAULT 'DAY',
    ADD COLUMN `firstReportAt` DATETIME(3) NULL,
    ADD COLUMN `revision` INTEGER NOT NULL DEFAULT 0;

UPDATE `PatientProfile` SET `firstReportAt` = (
    SELECT MIN(`forwardedAt`) FROM `Report` WHERE `Report`.`patientId` = `PatientProfile`.`accountId`
);

-- A space separates the keys of the two spellings. Names without letters that ASCII has kept theirs: the worker
-- fills these keys in again.
DELETE `PatientNamePart` FROM `PatientNamePart` JOIN `Account` ON `Account`.`id` = `PatientNamePart`.`accountId`
WHERE `Account`.`nameKey` LIKE '% %';
UPDATE `Account` SET `nameKey` = '' WHERE `nameKey` LIKE '% %';

-- Corrections of names and birth dates, and the requests for them.
CREATE TABLE `ProfileChange` (
    `id` CHAR(36) NOT NULL,
    `accountId` CHAR(36) NOT NULL,
    `state` ENUM('ASKED', 'DONE', 'DECLINED') NOT NULL,
    `openFor` CHAR(36) NULL,
    `wanted` JSON NOT NULL,
    `former` JSON NULL,
    `reason` VARCHAR(500) NULL,
    `answer` VARCHAR(500) NULL,
    `decidedById` CHAR(36) NULL,
    `decidedAt` DATETIME(3) NULL,
    `createdAt` DATETIME(3) NOT NULL DEFAULT CURRENT_TIMESTAMP(3),

    UNIQUE INDEX `ProfileChange_openFor_key`(`openFor`),
    INDEX `ProfileChange_accountId_createdAt_idx`(`accountId`, `createdAt`),
    INDEX `ProfileChange_state_createdAt_idx`(`state`, `createdAt`),
    PRIMARY KEY (`id`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

ALTER TABLE `ProfileChange` ADD CONSTRAINT `ProfileChange_accountId_fkey` FOREIGN KEY (`accountId`) REFERENCES `Account`(`id`) ON DELETE CASCADE ON UPDATE CASCADE;
