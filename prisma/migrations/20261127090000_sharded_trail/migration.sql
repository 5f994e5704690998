-- The trail becomes 64 chains. What exists stays as it is: it is shard 0, whose chain goes on.
ALTER TABLE `AuditEvent`
    ADD COLUMN `shard` TINYINT UNSIGNED NOT NULL DEFAULT 0 FIRST,
    DROP PRIMARY KEY,
    DROP INDEX `AuditEvent_hash_key`,
    DROP INDEX `AuditEvent_reportId_sequence_idx`,
    DROP INDEX `AuditEvent_subjectId_sequence_idx`,
    ADD UNIQUE INDEX `AuditEvent_shard_sequence_key`(`shard`, `sequence`);

-- Numbers the rows in the order of the key that is left, which is the trail's own.
ALTER TABLE `AuditEvent`
    ADD COLUMN `id` BIGINT NOT NULL AUTO_INCREMENT FIRST,
    ADD PRIMARY KEY (`id`),
    ADD INDEX `AuditEvent_reportId_id_idx`(`reportId`, `id`),
    ADD INDEX `AuditEvent_subjectId_id_idx`(`subjectId`, `id`),
    ALTER COLUMN `shard` DROP DEFAULT;

UPDATE `AuditHead` SET `id` = 0 WHERE `id` = 1;

ALTER TABLE `AuditHead` CHANGE COLUMN `id` `shard` TINYINT UNSIGNED NOT NULL;

INSERT INTO `AuditHead` (`shard`, `sequence`, `hash`)
WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < 63)
SELECT n, 0, UNHEX(SHA2(CONCAT('MedAnchor audit trail, shard ', n), 256)) FROM numbers;

CREATE TABLE `TrailCheckpoint` (
    `shard` TINYINT UNSIGNED NOT NULL,
    `sequence` BIGINT NOT NULL,
    `hash` BINARY(32) NOT NULL,

    PRIMARY KEY (`shard`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

INSERT INTO `TrailCheckpoint` (`shard`, `sequence`, `hash`)
SELECT `shard`, 0, IF(`shard` = 0, REPEAT(CHAR(0), 32), UNHEX(SHA2(CONCAT('MedAnchor audit trail, shard ', `shard`), 256)))
FROM `AuditHead`;

CREATE TABLE `TrailCheck` (
    `id` INTEGER NOT NULL,
    `restartAt` DATETIME(3) NULL,
    `finishedAt` DATETIME(3) NULL,
    `brokenShard` TINYINT UNSIGNED NULL,
    `brokenSequence` BIGINT NULL,

    PRIMARY KEY (`id`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

INSERT INTO `TrailCheck` (`id`) VALUES (1);
