-- Done jobs are deleted after a month. What an event of the chain causes once must not happen again when the chain is
-- read again: the hash of the job's key stays.
CREATE TABLE `SpentJobKey` (
    `hash` BINARY(32) NOT NULL,

    PRIMARY KEY (`hash`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- Open and given-up jobs are each a range of the other index. With this one the server sometimes sorted all open jobs
-- to find the next one.
DROP INDEX `OutboxJob_failedAt_idx` ON `OutboxJob`;
