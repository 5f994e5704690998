// SPDX-License-Identifier: AGPL-3.0-only
pragma solidity 0.8.37;

/// @title Recovery of a lost wallet
/// @notice Lets a patient who lost a wallet move its reports to a new one. A holder of
/// `RECOVERY_ROLE` proposes the recovery. During the next seven days the old wallet can veto it. Then
/// the new wallet executes it, which is its consent. From then on the new wallet owns every report of
/// the old one, and the old wallet permanently has no rights in this contract.
/// @dev No report is rewritten: a report keeps the wallet that it was added with or transferred to, and
/// that wallet stores its successor. So the cost does not depend on the number of reports. A successor
/// can be lost too, which forms a chain of wallets; `MAX_RECOVERIES` limits its length.
interface IOwnerRecovery {
    /// @notice A recovery that was proposed and neither executed nor vetoed.
    /// @param newOwner The new wallet.
    /// @param opensAt First second (unix) at which it can be executed; zero when there is none.
    /// @param proposer The account that proposed it; it must still hold the role at the execution.
    struct Recovery {
        address newOwner;
        uint48 opensAt;
        address proposer;
    }

    /// @notice A recovery was proposed. It replaces an earlier proposal for the same wallet, and the
    /// seven days start again.
    /// @param oldOwner The wallet reported as lost.
    /// @param newOwner The new wallet.
    /// @param proposer The holder of the role that proposed it.
    /// @param opensAt First second (unix) at which it can be executed.
    event RecoveryProposed(
        address indexed oldOwner,
        address indexed newOwner,
        address indexed proposer,
        uint48 opensAt
    );

    /// @notice The proposed recovery of a wallet was vetoed.
    /// @param oldOwner The wallet reported as lost.
    /// @param vetoer That wallet itself, or a holder of the role.
    event RecoveryVetoed(address indexed oldOwner, address indexed vetoer);

    /// @notice `newOwner` now owns every report that `oldOwner` owned.
    /// @param oldOwner The wallet that is permanently retired.
    /// @param newOwner Its successor.
    event RecoveryExecuted(address indexed oldOwner, address indexed newOwner);

    /// @notice This wallet has a successor: it owns no reports and cannot receive any.
    /// @param wallet The retired wallet.
    error WalletRetired(address wallet);

    /// @notice The zero address is not a wallet.
    error ZeroWallet();

    /// @notice A wallet cannot succeed itself.
    /// @param wallet The wallet given as both.
    error RecoveryToItself(address wallet);

    /// @notice Only a holder of `RECOVERY_ROLE` may propose, and it must hold the role until execution.
    /// @param account The caller, or a proposer that lost the role.
    error NotRecoverer(address account);

    /// @notice Only the wallet itself or a holder of `RECOVERY_ROLE` may veto.
    /// @param oldOwner The wallet reported as lost.
    /// @param caller The account that called.
    error NotVetoer(address oldOwner, address caller);

    /// @notice No recovery of this wallet is proposed.
    /// @param oldOwner The wallet given.
    error NoRecovery(address oldOwner);

    /// @notice Only the new wallet may execute a recovery.
    /// @param oldOwner The wallet reported as lost.
    /// @param caller The account that called.
    error NotNewOwner(address oldOwner, address caller);

    /// @notice The recovery cannot be executed yet, or no longer.
    /// @param opensAt First second (unix) at which it can be executed.
    /// @param lapsesAt First second (unix) at which it can no longer be executed.
    error RecoveryNotOpen(uint48 opensAt, uint48 lapsesAt);

    /// @notice The chain of retired wallets would be longer than `MAX_RECOVERIES`.
    /// @param oldOwner The wallet that would exceed the limit.
    error TooManyRecoveries(address oldOwner);

    /// @notice Proposes that `newOwner` succeeds `oldOwner`.
    /// @dev Emits {RecoveryProposed}. Reverts with {NotRecoverer}, {ZeroWallet}, {RecoveryToItself}, or
    /// {WalletRetired} when either wallet is retired.
    /// @param oldOwner The lost wallet.
    /// @param newOwner The new wallet.
    function proposeRecovery(address oldOwner, address newOwner) external;

    /// @notice Cancels the proposed recovery of a wallet, at any time before it is executed.
    /// @dev May be called by the wallet itself and by any holder of the role. Emits {RecoveryVetoed}.
    /// Reverts with {NoRecovery}, {NotVetoer}.
    /// @param oldOwner The wallet reported as lost.
    function vetoRecovery(address oldOwner) external;

    /// @notice Makes the caller the owner of every report of `oldOwner`.
    /// @dev Possible from `opensAt` for `RECOVERY_WINDOW` seconds. Emits {RecoveryExecuted}. Reverts
    /// with {NoRecovery}, {NotNewOwner}, {NotRecoverer} when the proposer lost the role,
    /// {RecoveryNotOpen}, {WalletRetired}, {TooManyRecoveries}.
    /// @param oldOwner The lost wallet.
    function executeRecovery(address oldOwner) external;

    /// @notice Returns the recovery proposed for a wallet.
    /// @param oldOwner The wallet reported as lost.
    /// @return recovery All zero when there is none. A proposal that lapsed, or whose proposer lost the
    /// role, is still returned.
    function getRecovery(address oldOwner) external view returns (Recovery memory recovery);

    /// @notice Returns the wallet that now owns the reports of `wallet`: itself, unless it was recovered.
    /// @dev Takes at most `MAX_RECOVERIES` steps.
    /// @param wallet Any wallet.
    /// @return current The last of its successors.
    function currentWallet(address wallet) external view returns (address current);
}
