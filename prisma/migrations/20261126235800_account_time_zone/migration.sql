-- In which zone mails write times for a person: the one that their browser shows pages in.
ALTER TABLE `Account` ADD COLUMN `timeZone` VARCHAR(64) NULL;
