-- Objects of the store that no report names, in quarantine before they are deleted.
CREATE TABLE `OrphanObject` (
    `address` CHAR(64) NOT NULL,
    `firstSeenAt` DATETIME(3) NOT NULL,
    `lastSeenAt` DATETIME(3) NOT NULL,

    PRIMARY KEY (`address`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
