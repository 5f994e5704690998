-- A signed call may wait for a low price of gas, until its deadline.
ALTER TABLE `RelayedCall`
    ADD COLUMN `whenCheap` BOOLEAN NOT NULL DEFAULT false,
    ADD COLUMN `plan` JSON NULL,
    ADD COLUMN `quote` JSON NULL;

ALTER TABLE `ChainTransaction` ADD COLUMN `whenCheap` BOOLEAN NOT NULL DEFAULT false;

-- Spending counts for the day on which a call was sent.
CREATE INDEX `RelayedCall_signedAt_idx` ON `RelayedCall`(`signedAt`);
CREATE INDEX `RelayedCall_patientId_signedAt_idx` ON `RelayedCall`(`patientId`, `signedAt`);
DROP INDEX `RelayedCall_createdAt_idx` ON `RelayedCall`;
