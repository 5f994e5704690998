// SPDX-License-Identifier: AGPL-3.0-only
pragma solidity 0.8.37;

import {AccessControlDefaultAdminRules} from "@openzeppelin/contracts/access/extensions/AccessControlDefaultAdminRules.sol";
import {IIssuerRegister} from "./IIssuerRegister.sol";

/// @title Issuer register
/// @notice See {IIssuerRegister}. The default admin changes only in two delayed steps.
abstract contract IssuerRegister is IIssuerRegister, AccessControlDefaultAdminRules {
    /// @notice Holders may attest reports and retract those they attested.
    bytes32 public constant ISSUER_ROLE = keccak256("ISSUER_ROLE");

    /// @dev What is remembered of an issuer, whether it holds the role or not.
    struct History {
        /// Whether it ever held the role.
        bool appointed;
        /// Whether its key was in wrong hands.
        bool compromised;
        /// If so, the first block whose reports are not to be trusted.
        uint40 fromBlock;
    }

    /// @dev Each grant of the role takes the next number, each revocation sets the holder's to zero,
    /// so that one read tells both whether an account is an issuer and what to store. The second
    /// mapping keeps the names of past issuers. Counting is checked: grant 65,536 reverts.
    uint16 private _lastIssuerId;
    mapping(address issuer => uint16) private _issuerIds;
    mapping(uint16 issuerId => address) private _issuers;

    /// @dev By account, not by number: one mark reaches all that an issuer ever anchored.
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

    /// @dev Gives a new issuer its number, in the one place that every grant passes.
    function _grantRole(bytes32 role, address account) internal override returns (bool granted) {
        granted = super._grantRole(role, account);
        if (granted && role == ISSUER_ROLE) {
            if (_histories[account].compromised) revert IssuerIsCompromised(account);
            _histories[account].appointed = true;
            _issuerIds[account] = ++_lastIssuerId;
            _issuers[_lastIssuerId] = account;
        }
    }

    /// @dev Takes a past issuer's number away, in the one place that every revocation passes.
    function _revokeRole(bytes32 role, address account) internal override returns (bool revoked) {
        revoked = super._revokeRole(role, account);
        if (role == ISSUER_ROLE) delete _issuerIds[account];
    }

    /// @dev The number of a present issuer, zero for everybody else.
    /// @param account Any account.
    function _issuerIdOf(address account) internal view returns (uint16) {
        return _issuerIds[account];
    }

    /// @dev The issuer, present or past, that was given a number.
    /// @param issuerId The number.
    function _issuerAt(uint16 issuerId) internal view returns (address) {
        return _issuers[issuerId];
    }

    /// @dev Whether what an issuer anchored in a block is not to be trusted.
    /// @param issuer The issuer.
    /// @param blockNumber The block that anchored it.
    function _isTainted(address issuer, uint256 blockNumber) internal view returns (bool) {
        History storage history = _histories[issuer];
        return history.compromised && blockNumber >= history.fromBlock;
    }
}
