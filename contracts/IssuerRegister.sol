// SPDX-License-Identifier: AGPL-3.0-only
pragma solidity 0.8.37;

import {AccessControlDefaultAdminRules} from "@openzeppelin/contracts/access/extensions/AccessControlDefaultAdminRules.sol";
import {IIssuerRegister} from "./IIssuerRegister.sol";

/// @title Issuer register
/// @notice See {IIssuerRegister}. The default admin changes only in two delayed steps.
abstract contract IssuerRegister is IIssuerRegister, AccessControlDefaultAdminRules {
    /// @notice Role of accounts that may attest reports and retract those they attested.
    bytes32 public constant ISSUER_ROLE = keccak256("ISSUER_ROLE");

    /// @dev History of an issuer, kept whether or not it still holds the role.
    struct History {
        /// Whether it ever held the role.
        bool appointed;
        /// Whether its key is marked as compromised.
        bool compromised;
        /// If so, the first block whose reports are invalid.
        uint40 fromBlock;
    }

    /// @dev Number of grants so far; each assigns the next number. The increment is checked: grant
    /// 65,536 reverts.
    uint16 private _lastIssuerId;

    /// @dev Number of each present issuer, zero after a revocation. So one read gives both whether an
    /// account is an issuer and which number to store.
    mapping(address issuer => uint16) private _issuerIds;

    /// @dev Account of each number. Entries of past issuers remain.
    mapping(uint16 issuerId => address) private _issuers;

    /// @dev Keyed by account, not by number, so that one mark covers all reports of an issuer.
    mapping(address issuer => History) private _histories;

    /// @inheritdoc IIssuerRegister
    function markCompromised(
        address issuer,
        uint40 fromBlock
    ) external onlyRole(DEFAULT_ADMIN_ROLE) {
        History storage history = _histories[issuer];
        if (!history.appointed) revert NeverIssuer(issuer);
        if (fromBlock > block.number) revert BlockInFuture(fromBlock);
        if (history.compromised && fromBlock >= history.fromBlock) {
            revert AlreadyCompromised(issuer, history.fromBlock);
        }
        history.compromised = true;
        history.fromBlock = fromBlock;
        _revokeRole(ISSUER_ROLE, issuer);
        emit IssuerCompromised(issuer, fromBlock);
    }

    /// @inheritdoc IIssuerRegister
    function getCompromise(
        address issuer
    ) external view returns (bool compromised, uint40 fromBlock) {
        History storage history = _histories[issuer];
        return (history.compromised, history.fromBlock);
    }

    /// @dev Assigns a new issuer its number. Every grant calls this function.
    function _grantRole(bytes32 role, address account) internal override returns (bool granted) {
        granted = super._grantRole(role, account);
        if (granted && role == ISSUER_ROLE) {
            if (_histories[account].compromised) revert IssuerIsCompromised(account);
            _histories[account].appointed = true;
            _issuerIds[account] = ++_lastIssuerId;
            _issuers[_lastIssuerId] = account;
        }
    }

    /// @dev Clears a past issuer's number. Every revocation calls this function.
    function _revokeRole(bytes32 role, address account) internal override returns (bool revoked) {
        revoked = super._revokeRole(role, account);
        if (role == ISSUER_ROLE) delete _issuerIds[account];
    }

    /// @dev Returns the number of a present issuer, zero for any other account.
    /// @param account Any account.
    /// @return issuerId The number, from 1 on.
    function _issuerIdOf(address account) internal view returns (uint16 issuerId) {
        return _issuerIds[account];
    }

    /// @dev Returns the issuer, present or past, that has a number.
    /// @param issuerId The number.
    /// @return issuer The zero address for a number that was never given.
    function _issuerAt(uint16 issuerId) internal view returns (address issuer) {
        return _issuers[issuerId];
    }

    /// @dev Returns whether an issuer's reports of a block are invalid because of a compromised key.
    /// @param issuer The issuer.
    /// @param blockNumber The block in which the report was added.
    /// @return tainted False for an issuer whose key was never marked.
    function _isTainted(address issuer, uint256 blockNumber) internal view returns (bool tainted) {
        History storage history = _histories[issuer];
        return history.compromised && blockNumber >= history.fromBlock;
    }
}
