-- A task that fails again and again is tried less and less often, also after a restart.
ALTER TABLE `FeeTask`
    ADD COLUMN `failures` INTEGER NOT NULL DEFAULT 0,
    ADD COLUMN `retryAt` DATETIME(3) NULL;
