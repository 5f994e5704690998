-- A search for a part of a name read every patient. Names whose key the worker has not filled in get theirs from it.
CREATE TABLE `PatientNamePart` (
    `accountId` CHAR(36) NOT NULL,
    `start` SMALLINT UNSIGNED NOT NULL,
    `part` VARCHAR(40) NOT NULL,
    `birthYear` SMALLINT UNSIGNED NOT NULL,

    INDEX `PatientNamePart_part_birthYear_idx`(`part`, `birthYear`),
    PRIMARY KEY (`accountId`, `start`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

INSERT INTO `PatientNamePart` (`accountId`, `start`, `part`, `birthYear`)
WITH RECURSIVE letters(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM letters WHERE n < 499)
SELECT `id`, n, SUBSTRING(`nameKey`, n + 1, 40), YEAR(`birthDate`)
FROM `Account` JOIN `PatientProfile` ON `accountId` = `id` JOIN letters ON n < CHAR_LENGTH(`nameKey`);

ALTER TABLE `PatientNamePart`
    ADD CONSTRAINT `PatientNamePart_accountId_fkey` FOREIGN KEY (`accountId`) REFERENCES `Account`(`id`) ON DELETE CASCADE ON UPDATE CASCADE;

-- The administrator's page counted what was given up among all jobs that were ever done.
ALTER TABLE `OutboxJob` ADD INDEX `OutboxJob_failedAt_idx`(`failedAt`);
