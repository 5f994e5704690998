-- A lock is a write of its row: the servers of a cluster do not know each other's locks, but refuse the second of two
-- transactions that wrote the same row.
ALTER TABLE `Account` ADD COLUMN `lockCount` INTEGER NOT NULL DEFAULT 0;
ALTER TABLE `Report` ADD COLUMN `lockCount` INTEGER NOT NULL DEFAULT 0;
ALTER TABLE `ChainCursor` ADD COLUMN `lockCount` INTEGER NOT NULL DEFAULT 0;

-- Who sends from an account of ours is a lease that every server sees.
ALTER TABLE `ChainSender` ADD COLUMN `claimedBy` CHAR(36) NULL,
    ADD COLUMN `claimedUntil` DATETIME(3) NULL;
