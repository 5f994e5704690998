-- CreateTable
CREATE TABLE `FeeHour` (
    `chainId` INTEGER NOT NULL,
    `startsAt` DATETIME(3) NOT NULL,
    `price` DOUBLE NOT NULL,
    `baseLow` DOUBLE NOT NULL,
    `baseMedian` DOUBLE NOT NULL,
    `baseHigh` DOUBLE NOT NULL,
    `priorityFee` DOUBLE NOT NULL,
    `samples` INTEGER NOT NULL,
    `source` ENUM('COLLECTED', 'IMPORTED', 'SIMULATED') NOT NULL,
    PRIMARY KEY (`chainId`, `startsAt`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- CreateTable
CREATE TABLE `FeeDay` (
    `chainId` INTEGER NOT NULL,
    `day` DATE NOT NULL,
    `price` DOUBLE NOT NULL,
    `hours` INTEGER NOT NULL,
    `source` ENUM('COLLECTED', 'IMPORTED', 'SIMULATED') NOT NULL,
    PRIMARY KEY (`chainId`, `day`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- CreateTable
CREATE TABLE `FeeModel` (
    `id` CHAR(36) NOT NULL,
    `chainId` INTEGER NOT NULL,
    `version` INTEGER NOT NULL,
    `trainedAt` DATETIME(3) NOT NULL,
    `dataFrom` DATE NOT NULL,
    `dataTo` DATE NOT NULL,
    `card` JSON NOT NULL,
    `weights` MEDIUMBLOB NOT NULL,
    `checksum` BINARY(32) NOT NULL,
    `accepted` BOOLEAN NOT NULL,
    UNIQUE INDEX `FeeModel_chainId_version_key`(`chainId`, `version`),
    INDEX `FeeModel_chainId_accepted_version_idx`(`chainId`, `accepted`, `version`),
    PRIMARY KEY (`id`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- CreateTable
CREATE TABLE `FeeOrigin` (
    `chainId` INTEGER NOT NULL,
    `day` DATE NOT NULL,
    `components` JSON NOT NULL,
    PRIMARY KEY (`chainId`, `day`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- CreateTable
CREATE TABLE `FeeForecast` (
    `id` CHAR(36) NOT NULL,
    `chainId` INTEGER NOT NULL,
    `madeAt` DATETIME(3) NOT NULL,
    `dataUntil` DATETIME(3) NOT NULL,
    `source` ENUM('COLLECTED', 'IMPORTED', 'SIMULATED') NOT NULL,
    `content` JSON NOT NULL,
    INDEX `FeeForecast_chainId_madeAt_idx`(`chainId`, `madeAt`),
    PRIMARY KEY (`id`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- CreateTable
CREATE TABLE `FeeTask` (
    `id` VARCHAR(64) NOT NULL,
    `claimedUntil` DATETIME(3) NULL,
    `claimedBy` CHAR(36) NULL,
    `startedAt` DATETIME(3) NULL,
    `doneAt` DATETIME(3) NULL,
    `lastError` VARCHAR(60) NULL,
    PRIMARY KEY (`id`)
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
