-- How a report ended: when, why (sealed with its own key), and whether its patient has read that it did.
ALTER TABLE `Report`
  ADD COLUMN `endedAt` DATETIME(3) NULL,
  ADD COLUMN `sealedEndReason` VARBINARY(4200) NULL,
  ADD COLUMN `endSeenAt` DATETIME(3) NULL;

-- Nobody was told of those that ended before: they are news.
UPDATE `Report` SET `endedAt` = `updatedAt` WHERE `state` IN ('WITHDRAWN', 'RETRACTED', 'SUPERSEDED');
