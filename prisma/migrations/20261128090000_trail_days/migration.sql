-- Once a day a Merkle tree is built over the events of the audit trail, and its root is kept on the chain.
CREATE TABLE `TrailDay` (
  `day` INT UNSIGNED NOT NULL,
  `root` BINARY(32) NOT NULL,
  `size` INT UNSIGNED NOT NULL,
  `blocks` LONGBLOB NOT NULL,
  `sealedAt` DATETIME(3) NOT NULL,
  `mac` BINARY(32) NOT NULL,
  `state` ENUM('SEALED', 'SENT', 'ANCHORED', 'REFUSED') NOT NULL DEFAULT 'SEALED',
  `rawTransaction` VARBINARY(1024) NULL,
  `transactionHash` CHAR(66) NULL,
  `sentAt` DATETIME(3) NULL,
  `anchoredAt` DATETIME(3) NULL,
  `isFinal` BOOLEAN NOT NULL DEFAULT false,
  INDEX `TrailDay_isFinal_day_idx`(`isFinal`, `day`),
  PRIMARY KEY (`day`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE `TrailDayShard` (
  `day` INT UNSIGNED NOT NULL,
  `shard` TINYINT UNSIGNED NOT NULL,
  `sequence` BIGINT NOT NULL,
  INDEX `TrailDayShard_shard_sequence_idx`(`shard`, `sequence`),
  PRIMARY KEY (`day`, `shard`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

ALTER TABLE `TrailDayShard` ADD CONSTRAINT `TrailDayShard_day_fkey`
  FOREIGN KEY (`day`) REFERENCES `TrailDay`(`day`) ON DELETE CASCADE ON UPDATE CASCADE;

-- How far the events have been compared with the roots.
ALTER TABLE `TrailCheck`
  ADD COLUMN `nextDay` INT UNSIGNED NOT NULL DEFAULT 0,
  ADD COLUMN `nextBlock` INT UNSIGNED NOT NULL DEFAULT 0,
  ADD COLUMN `brokenDay` INT UNSIGNED NULL;
