-- The column gets a plain name; its values stay.
ALTER TABLE `WalletRecovery`
    CHANGE COLUMN `readyToldAt` `readyMailAt` DATETIME(3) NULL;
