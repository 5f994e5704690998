-- A patient withdraws a sealed report for good.
ALTER TABLE `ChainTransaction`
    MODIFY `kind` ENUM('ADD_REPORT', 'SET_PERMISSIONS', 'RETRACT_REPORT', 'WITHDRAW_REPORT') NOT NULL;
