-- A patient can have their account and their records erased; what the law has the clinic keep stays sealed until it is due.
ALTER TABLE `Account` MODIFY `status` ENUM('UNCONFIRMED', 'PENDING', 'ACTIVE', 'SUSPENDED', 'ERASED') NOT NULL;
ALTER TABLE `AccountToken` MODIFY `purpose` ENUM('CONFIRM_EMAIL', 'RESET_PASSWORD', 'NOT_ME', 'CANCEL_FACTOR_RESET', 'CANCEL_ERASURE') NOT NULL;

ALTER TABLE `Report`
  MODIFY `state` ENUM('DRAFT', 'DISCARDED', 'FORWARDED', 'REJECTED', 'APPROVED', 'WITHDRAWN', 'ANCHORING', 'ANCHORED', 'RETRACTED', 'SUPERSEDED', 'ERASED') NOT NULL,
  MODIFY `askedEnd` ENUM('DRAFT', 'DISCARDED', 'FORWARDED', 'REJECTED', 'APPROVED', 'WITHDRAWN', 'ANCHORING', 'ANCHORED', 'RETRACTED', 'SUPERSEDED', 'ERASED') NULL,
  MODIFY `countedState` ENUM('DRAFT', 'DISCARDED', 'FORWARDED', 'REJECTED', 'APPROVED', 'WITHDRAWN', 'ANCHORING', 'ANCHORED', 'RETRACTED', 'SUPERSEDED', 'ERASED') NULL,
  ADD COLUMN `keptUntil` DATETIME(3) NULL;
ALTER TABLE `Report`
  MODIFY `shownState` ENUM('DRAFT', 'DISCARDED', 'FORWARDED', 'REJECTED', 'APPROVED', 'WITHDRAWN', 'ANCHORING', 'ANCHORED', 'RETRACTED', 'SUPERSEDED', 'ERASED')
    AS (IF(`state` IN ('WITHDRAWN', 'RETRACTED', 'SUPERSEDED', 'ERASED'), `state`, COALESCE(`askedEnd`, `state`))) STORED;
ALTER TABLE `Report`
  MODIFY `isStanding` TINYINT(1)
    AS (IF(`state` = 'DISCARDED', NULL, `askedEnd` IS NULL AND `state` NOT IN ('WITHDRAWN', 'RETRACTED', 'SUPERSEDED', 'ERASED'))) STORED;
ALTER TABLE `Report` ADD INDEX `Report_keptUntil_idx`(`keptUntil`);

CREATE TABLE `Erasure` (
  `id` CHAR(36) NOT NULL,
  `accountId` CHAR(36) NOT NULL,
  `openFor` CHAR(36) NULL,
  `state` ENUM('WAITING', 'STARTED', 'DONE', 'TAKEN_BACK') NOT NULL,
  `step` VARCHAR(20) NOT NULL DEFAULT 'close',
  `requestedAt` DATETIME(3) NOT NULL,
  `device` VARCHAR(120) NULL,
  `dueAt` DATETIME(3) NOT NULL,
  `endedAt` DATETIME(3) NULL,
  `email` VARCHAR(254) NULL,
  `timeZone` VARCHAR(64) NULL,
  `items` MEDIUMTEXT NULL,
  `receipt` MEDIUMTEXT NULL,
  `attempts` INTEGER NOT NULL DEFAULT 0,
  `runAfter` DATETIME(3) NOT NULL,
  `claimedUntil` DATETIME(3) NULL,
  `waitsFor` VARCHAR(60) NULL,
  UNIQUE INDEX `Erasure_openFor_key`(`openFor`),
  INDEX `Erasure_accountId_requestedAt_idx`(`accountId`, `requestedAt`),
  INDEX `Erasure_state_runAfter_idx`(`state`, `runAfter`),
  PRIMARY KEY (`id`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

ALTER TABLE `Erasure` ADD CONSTRAINT `Erasure_accountId_fkey`
  FOREIGN KEY (`accountId`) REFERENCES `Account`(`id`) ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE `RetentionRule` (
  `kind` VARCHAR(40) NOT NULL,
  `keepYears` INTEGER NOT NULL,
  `basis` VARCHAR(300) NOT NULL,
  `changedAt` DATETIME(3) NOT NULL,
  `changedById` CHAR(36) NOT NULL,
  PRIMARY KEY (`kind`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
