-- Everything in the store is read again within weeks: what is missing or altered is named.
CREATE TABLE `ObjectFault` (
  `address` CHAR(64) NOT NULL,
  `accountId` CHAR(36) NOT NULL,
  `reportId` CHAR(36) NULL,
  `uploadId` CHAR(36) NULL,
  `verdict` ENUM('MISSING', 'ALTERED') NOT NULL,
  `foundAt` DATETIME(3) NOT NULL,
  `checkedAt` DATETIME(3) NOT NULL,
  INDEX `ObjectFault_accountId_idx`(`accountId`),
  INDEX `ObjectFault_checkedAt_idx`(`checkedAt`),
  PRIMARY KEY (`address`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

CREATE TABLE `ObjectRound` (
  `id` INTEGER NOT NULL,
  `startedAt` DATETIME(3) NOT NULL,
  `total` INTEGER NOT NULL,
  `checked` INTEGER NOT NULL,
  `isAtUploads` BOOLEAN NOT NULL,
  `after` CHAR(36) NOT NULL,
  `finishedAt` DATETIME(3) NULL,
  `claimedUntil` DATETIME(3) NULL,
  PRIMARY KEY (`id`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

INSERT INTO `ObjectRound` (`id`, `startedAt`, `total`, `checked`, `isAtUploads`, `after`)
  VALUES (1, CURRENT_TIMESTAMP(3), 0, 0, true, 'z');
