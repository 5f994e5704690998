-- Attempts of the version before whose report stands on the chain are not to be looked for every few seconds until
-- each has been compared. No reorganisation reaches back a day.
UPDATE `ChainTransaction` AS t JOIN `Report` AS r ON r.`id` = t.`reportId`
SET t.`isSettled` = TRUE
WHERE t.`kind` = 'ADD_REPORT' AND r.`anchoredAt` < UTC_TIMESTAMP(3) - INTERVAL 1 DAY;
