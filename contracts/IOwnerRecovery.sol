// SPDX-License-Identifier: AGPL-3.0-only
pragma solidity 0.8.37;

/// @title Recovery of a lost wallet
/// @notice A patient who lost a wallet gets its reports back under a new one: somebody who holds
/// `RECOVERY_ROLE` proposes it, seven days pass in which the present owner can veto, then the new
/// wallet executes it, which is its consent. From then on the new wallet governs every report of the
/// old one, and the old key can do nothing here, for ever.
/// @dev Nothing is rewritten: a report goes on naming the wallet it was added or transferred to, and
/// that wallet names its successor. So a recovery costs the same for one report and for a thousand.
/// A wallet that succeeded another can be lost in turn, which makes a chain; `MAX_RECOVERIES` keeps
/// every walk along one short.
interface IOwnerRecovery {
    /// @notice A recovery that was proposed and neither executed nor vetoed.
    /// @param newOwner The wallet that is to take over.
    /// @param opensAt First second (unix) at which it can be executed; zero when there is none.
    /// @param proposer The account that proposed it, and must still hold the role at its execution.
    struct Recovery {
        address newOwner;
        uint48 opensAt;
        address proposer;
    }

    /// @notice A recovery was proposed. It replaces an earlier proposal for the same wallet, and its
    /// seven days begin anew.
    /// @param oldOwner The wallet said to be lost.
    /// @param newOwner The wallet that is to take over.
    /// @param proposer The holder of the role who says so.
    /// @param opensAt First second (unix) at which it can be executed.
    event RecoveryProposed(
        address indexed oldOwner,
        address indexed newOwner,
        address indexed proposer,
        uint48 opensAt
    );

    /// @notice The proposed recovery of a wallet is off.
    /// @param oldOwner The wallet that was said to be lost.
    /// @param vetoer That wallet itself, or a holder of the role.
    event RecoveryVetoed(address indexed oldOwner, address indexed vetoer);

    /// @notice Every report that `oldOwner` governed is governed by `newOwner` from here on.
    /// @param oldOwner The wallet that is retired, for ever.
    /// @param newOwner The wallet that succeeds it.
    event RecoveryExecuted(address indexed oldOwner, address indexed newOwner);

    /// @notice This wallet was lost and has a successor: it owns nothing and can get nothing.
    /// @param wallet The retired one.
    error WalletRetired(address wallet);

    /// @notice The zero address is nobody's wallet.
    error ZeroWallet();

    /// @notice A wallet cannot succeed itself.
    /// @param wallet The one named twice.
    error RecoveryToItself(address wallet);

    /// @notice Only a holder of `RECOVERY_ROLE` may propose, and must hold it until the execution.
    /// @param account The caller, or a proposer that was dismissed.
    error NotRecoverer(address account);

    /// @notice Only the wallet itself or a holder of `RECOVERY_ROLE` may veto.
    /// @param oldOwner The wallet said to be lost.
    /// @param caller Who tried.
    error NotVetoer(address oldOwner, address caller);

    /// @notice No recovery of this wallet is proposed.
    /// @param oldOwner The wallet that was asked for.
    error NoRecovery(address oldOwner);

    /// @notice Only the new wallet executes a recovery.
    /// @param oldOwner The wallet said to be lost.
    /// @param caller Who tried.
    error NotNewOwner(address oldOwner, address caller);

    /// @notice Too early or too late.
    /// @param opensAt First second at which it can be executed.
    /// @param lapsesAt First second at which it no longer can.
    error RecoveryNotOpen(uint48 opensAt, uint48 lapsesAt);

    /// @notice More than `MAX_RECOVERIES` wallets would stand in a row.
    /// @param oldOwner The wallet that would be one too many.
    error TooManyRecoveries(address oldOwner);

    /// @notice Proposes that `newOwner` takes over from `oldOwner`.
    /// @dev Emits {RecoveryProposed}. Reverts with {NotRecoverer}, {ZeroWallet}, {RecoveryToItself},
    /// {WalletRetired} when either wallet is.
    /// @param oldOwner The lost wallet.
    /// @param newOwner The wallet that is to take over.
    function proposeRecovery(address oldOwner, address newOwner) external;

    /// @notice Stops the proposed recovery of a wallet, at any time before it is executed.
    /// @dev For the wallet itself ("I am not lost") and for holders of the role ("I was mistaken", or
    /// another holder was). Emits {RecoveryVetoed}. Reverts with {NoRecovery}, {NotVetoer}.
    /// @param oldOwner The wallet that was said to be lost.
    function vetoRecovery(address oldOwner) external;

    /// @notice Makes the caller govern every report of `oldOwner`.
    /// @dev Open from `opensAt` on, for `RECOVERY_WINDOW` seconds. Emits {RecoveryExecuted}. Reverts
    /// with {NoRecovery}, {NotNewOwner}, {NotRecoverer} when the proposer lost the role,
    /// {RecoveryNotOpen}, {WalletRetired}, {TooManyRecoveries}.
    /// @param oldOwner The lost wallet.
    function executeRecovery(address oldOwner) external;

    /// @notice The recovery proposed for a wallet.
    /// @param oldOwner The wallet said to be lost.
    /// @return recovery All zero when there is none. One that lapsed, or whose proposer lost the
    /// role, is still told.
    function getRecovery(address oldOwner) external view returns (Recovery memory recovery);

    /// @notice The wallet that governs what `wallet` governed: itself, unless it was recovered.
    /// @dev At most `MAX_RECOVERIES` steps.
    /// @param wallet Any wallet.
    /// @return current The last of its successors.
    function currentWallet(address wallet) external view returns (address current);
}
