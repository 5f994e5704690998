-- Lists and counts no longer read every report: what they need is kept in the transaction of each change.
ALTER TABLE `Report`
    ADD COLUMN `askedEnd` ENUM('DRAFT', 'DISCARDED', 'FORWARDED', 'REJECTED', 'APPROVED', 'WITHDRAWN', 'ANCHORING', 'ANCHORED', 'RETRACTED', 'SUPERSEDED') NULL,
    ADD COLUMN `countedState` ENUM('DRAFT', 'DISCARDED', 'FORWARDED', 'REJECTED', 'APPROVED', 'WITHDRAWN', 'ANCHORING', 'ANCHORED', 'RETRACTED', 'SUPERSEDED') NULL,
    ADD COLUMN `countedPatientId` CHAR(36) NULL;

UPDATE `Report` SET `askedEnd` = (
    SELECT IF(`replacement` IS NULL, 'RETRACTED', 'SUPERSEDED') FROM `ChainTransaction`
    WHERE `reportId` = `Report`.`id` AND `kind` = 'RETRACT_REPORT'
        AND `status` IN ('PREPARED', 'SENT', 'CONFIRMED')
    ORDER BY `createdAt` DESC LIMIT 1)
WHERE `id` IN (SELECT `reportId` FROM `ChainTransaction` WHERE `kind` = 'RETRACT_REPORT');

-- An end of version 0.1.0 has no time, and is no news.
UPDATE `Report` SET `endSeenAt` = `updatedAt`
WHERE `state` IN ('WITHDRAWN', 'RETRACTED', 'SUPERSEDED') AND `endedAt` IS NULL AND `endSeenAt` IS NULL;

ALTER TABLE `Report`
    ADD COLUMN `shownState` ENUM('DRAFT', 'DISCARDED', 'FORWARDED', 'REJECTED', 'APPROVED', 'WITHDRAWN', 'ANCHORING', 'ANCHORED', 'RETRACTED', 'SUPERSEDED')
        AS (IF(`state` IN ('WITHDRAWN', 'RETRACTED', 'SUPERSEDED'), `state`, COALESCE(`askedEnd`, `state`))) STORED,
    ADD COLUMN `isStanding` TINYINT(1)
        AS (IF(`state` = 'DISCARDED', NULL, `askedEnd` IS NULL AND `state` NOT IN ('WITHDRAWN', 'RETRACTED', 'SUPERSEDED'))) STORED;

ALTER TABLE `Report`
    ADD INDEX `Report_patientId_shownState_updatedAt_idx`(`patientId`, `shownState`, `updatedAt`),
    ADD INDEX `Report_patientId_isStanding_endSeenAt_idx`(`patientId`, `isStanding`, `endSeenAt`),
    ADD INDEX `Report_doctorId_patientId_shownState_createdAt_idx`(`doctorId`, `patientId`, `shownState`, `createdAt`),
    ADD INDEX `Report_doctorId_patientId_isStanding_createdAt_idx`(`doctorId`, `patientId`, `isStanding`, `createdAt`),
    DROP INDEX `Report_patientId_state_updatedAt_idx`,
    DROP INDEX `Report_doctorId_state_updatedAt_idx`,
    DROP INDEX `Report_doctorId_patientId_createdAt_idx`;

CREATE TABLE `PairCount` (
    `doctorId` CHAR(36) NOT NULL,
    `patientId` CHAR(36) NOT NULL,
    `state` VARCHAR(12) NOT NULL,
    `reports` INTEGER NOT NULL,
    `newestAt` DATETIME(3) NULL,
    `sentAt` DATETIME(3) NULL,

    INDEX `PairCount_doctorId_state_newestAt_patientId_idx`(`doctorId`, `state`, `newestAt`, `patientId`),
    INDEX `PairCount_patientId_state_idx`(`patientId`, `state`),
    PRIMARY KEY (`doctorId`, `patientId`, `state`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE `DoctorCount` (
    `doctorId` CHAR(36) NOT NULL,
    `state` VARCHAR(12) NOT NULL,
    `reports` INTEGER NOT NULL,
    `patients` INTEGER NOT NULL,

    PRIMARY KEY (`doctorId`, `state`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE `SharedCount` (
    `name` VARCHAR(40) NOT NULL,
    `part` TINYINT UNSIGNED NOT NULL,
    `value` BIGINT NOT NULL,

    PRIMARY KEY (`name`, `part`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

UPDATE `Report` SET `countedState` = `shownState`, `countedPatientId` = `patientId`;

INSERT INTO `PairCount` (`doctorId`, `patientId`, `state`, `reports`, `newestAt`, `sentAt`)
SELECT `doctorId`, COALESCE(`patientId`, ''), `shownState`, COUNT(*), MAX(`createdAt`), NULL
FROM `Report` WHERE `shownState` <> 'DISCARDED' GROUP BY `doctorId`, `patientId`, `shownState`;

INSERT INTO `PairCount` (`doctorId`, `patientId`, `state`, `reports`, `newestAt`, `sentAt`)
SELECT `doctorId`, COALESCE(`patientId`, ''), 'ALL', COUNT(*), MAX(`createdAt`), MAX(`forwardedAt`)
FROM `Report` WHERE `shownState` <> 'DISCARDED' GROUP BY `doctorId`, `patientId`;

INSERT INTO `DoctorCount` (`doctorId`, `state`, `reports`, `patients`)
SELECT `doctorId`, `state`, SUM(`reports`), COUNT(NULLIF(`patientId`, ''))
FROM `PairCount` GROUP BY `doctorId`, `state`;

INSERT INTO `DoctorCount` (`doctorId`, `state`, `reports`, `patients`)
SELECT `doctorId`, 'DISCARDED', COUNT(*), 0 FROM `Report` WHERE `shownState` = 'DISCARDED' GROUP BY `doctorId`;

-- Every doctor has the row of ALL: it is what writers lock.
INSERT IGNORE INTO `DoctorCount` (`doctorId`, `state`, `reports`, `patients`)
SELECT `accountId`, 'ALL', 0, 0 FROM `DoctorProfile`;

INSERT INTO `SharedCount` (`name`, `part`, `value`)
SELECT CONCAT('report:', `state`), 0, SUM(`reports`) FROM `DoctorCount` WHERE `state` <> 'ALL' GROUP BY `state`;

INSERT INTO `SharedCount` (`name`, `part`, `value`)
SELECT CONCAT('account:', `role`, ':', `status`), 0, COUNT(*) FROM `Account`
WHERE `status` <> 'UNCONFIRMED' GROUP BY `role`, `status`;
