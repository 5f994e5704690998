// SPDX-License-Identifier: AGPL-3.0-only
pragma solidity 0.8.37;

import {IOwnerRecovery} from "./IOwnerRecovery.sol";

/// @title Owner recovery
/// @notice See {IOwnerRecovery}. Handles wallets, not reports; the inheriting contract defines which
/// accounts hold the role.
abstract contract OwnerRecovery is IOwnerRecovery {
    /// @notice Role of accounts that may propose and veto recoveries.
    bytes32 public constant RECOVERY_ROLE = keccak256("RECOVERY_ROLE");

    /// @notice Seconds from a proposal until it can be executed: the time to veto it.
    uint48 public constant RECOVERY_DELAY = 7 days;

    /// @notice Seconds during which a recovery can be executed before it lapses.
    uint48 public constant RECOVERY_WINDOW = 30 days;

    /// @notice Longest chain of retired wallets that one wallet can succeed.
    uint256 public constant MAX_RECOVERIES = 16;

    /// @dev A wallet with a successor is retired.
    struct Wallet {
        /// The wallet that succeeded this one, or zero.
        address successor;
        /// Length of the longest chain of retired wallets that ends here.
        uint8 generation;
    }

    /// @dev Successors and predecessors of wallets. An entry is never deleted.
    mapping(address wallet => Wallet) private _wallets;

    /// @dev Open proposals, keyed by the wallet reported as lost. A veto or execution deletes one.
    mapping(address oldOwner => Recovery) private _recoveries;

    /// @inheritdoc IOwnerRecovery
    function proposeRecovery(address oldOwner, address newOwner) external {
        if (!_isRecoverer(msg.sender)) revert NotRecoverer(msg.sender);
        if (oldOwner == address(0) || newOwner == address(0)) revert ZeroWallet();
        if (oldOwner == newOwner) revert RecoveryToItself(oldOwner);
        _requireInUse(oldOwner);
        _requireInUse(newOwner);

        uint48 opensAt = uint48(block.timestamp) + RECOVERY_DELAY;
        _recoveries[oldOwner] = Recovery(newOwner, opensAt, msg.sender);
        emit RecoveryProposed(oldOwner, newOwner, msg.sender, opensAt);
    }

    /// @inheritdoc IOwnerRecovery
    function vetoRecovery(address oldOwner) external {
        if (_recoveries[oldOwner].opensAt == 0) revert NoRecovery(oldOwner);
        if (msg.sender != oldOwner && !_isRecoverer(msg.sender)) {
            revert NotVetoer(oldOwner, msg.sender);
        }
        delete _recoveries[oldOwner];
        emit RecoveryVetoed(oldOwner, msg.sender);
    }

    /// @inheritdoc IOwnerRecovery
    function executeRecovery(address oldOwner) external {
        Recovery memory recovery = _recoveries[oldOwner];
        if (recovery.opensAt == 0) revert NoRecovery(oldOwner);
        if (recovery.newOwner != msg.sender) revert NotNewOwner(oldOwner, msg.sender);
        // Revoking the role from a thief thereby stops every recovery that the thief proposed.
        if (!_isRecoverer(recovery.proposer)) revert NotRecoverer(recovery.proposer);
        uint48 lapsesAt = recovery.opensAt + RECOVERY_WINDOW;
        if (block.timestamp < recovery.opensAt || block.timestamp >= lapsesAt) {
            revert RecoveryNotOpen(recovery.opensAt, lapsesAt);
        }
        // The new wallet may have been retired meanwhile. A wallet in use has no successor, and the
        // old wallet gets its only successor here, so there can be no cycle.
        _requireInUse(msg.sender);
        uint8 generation = _wallets[oldOwner].generation + 1;
        if (generation > MAX_RECOVERIES) revert TooManyRecoveries(oldOwner);

        delete _recoveries[oldOwner];
        _wallets[oldOwner].successor = msg.sender;
        // The new wallet may already have succeeded another wallet.
        if (generation > _wallets[msg.sender].generation) {
            _wallets[msg.sender].generation = generation;
        }
        emit RecoveryExecuted(oldOwner, msg.sender);
    }

    /// @inheritdoc IOwnerRecovery
    function getRecovery(address oldOwner) external view returns (Recovery memory recovery) {
        return _recoveries[oldOwner];
    }

    /// @inheritdoc IOwnerRecovery
    function currentWallet(address wallet) public view returns (address current) {
        current = wallet;
        address successor = _wallets[current].successor;
        while (successor != address(0)) {
            current = successor;
            successor = _wallets[current].successor;
        }
    }

    /// @dev Returns whether an account holds `RECOVERY_ROLE` now.
    /// @param account Any account.
    /// @return held False also for a past holder.
    function _isRecoverer(address account) internal view virtual returns (bool held);

    /// @dev Reverts with {WalletRetired} when the wallet has a successor.
    /// @param wallet Any wallet.
    function _requireInUse(address wallet) internal view {
        if (_wallets[wallet].successor != address(0)) revert WalletRetired(wallet);
    }
}
