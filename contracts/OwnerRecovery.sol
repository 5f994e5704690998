// SPDX-License-Identifier: AGPL-3.0-only
pragma solidity 0.8.37;

import {IOwnerRecovery} from "./IOwnerRecovery.sol";

/// @title Owner recovery
/// @notice See {IOwnerRecovery}. Knows wallets, not reports; who holds the role is for the heir to
/// say.
abstract contract OwnerRecovery is IOwnerRecovery {
    /// @notice Holders may propose recoveries, and stop them.
    bytes32 public constant RECOVERY_ROLE = keccak256("RECOVERY_ROLE");

    /// @notice Seconds between a proposal and its first execution: the time to veto.
    uint48 public constant RECOVERY_DELAY = 7 days;

    /// @notice Seconds during which an open recovery can be executed, before it lapses.
    uint48 public constant RECOVERY_WINDOW = 30 days;

    /// @notice Most wallets that one wallet can succeed in a row.
    uint256 public constant MAX_RECOVERIES = 16;

    /// @dev A wallet with a successor is retired.
    struct Wallet {
        /// Who governs what this wallet governed, or zero.
        address successor;
        /// The longest row of retired wallets that ends here.
        uint8 generation;
    }

    mapping(address wallet => Wallet) private _wallets;
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
        // So that dismissing a thief of the role ends, at once, all that was proposed with it.
        if (!_isRecoverer(recovery.proposer)) revert NotRecoverer(recovery.proposer);
        uint48 lapsesAt = recovery.opensAt + RECOVERY_WINDOW;
        if (block.timestamp < recovery.opensAt || block.timestamp >= lapsesAt) {
            revert RecoveryNotOpen(recovery.opensAt, lapsesAt);
        }
        // The new wallet may have been lost meanwhile. With it in use there can be no cycle: it has
        // no successor, and the old one gets its only one here.
        _requireInUse(msg.sender);
        uint8 generation = _wallets[oldOwner].generation + 1;
        if (generation > MAX_RECOVERIES) revert TooManyRecoveries(oldOwner);

        delete _recoveries[oldOwner];
        _wallets[oldOwner].successor = msg.sender;
        // It may have succeeded another wallet before.
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

    /// @dev Whether an account holds `RECOVERY_ROLE` now.
    /// @param account Any account.
    function _isRecoverer(address account) internal view virtual returns (bool);

    /// @dev Reverts with {WalletRetired} when the wallet has a successor.
    /// @param wallet Any wallet.
    function _requireInUse(address wallet) internal view {
        if (_wallets[wallet].successor != address(0)) revert WalletRetired(wallet);
    }
}
