// SPDX-License-Identifier: AGPL-3.0-only
pragma solidity 0.8.37;

/// @title Register of issuers
/// @notice Records present issuers, past issuers and compromised issuer keys. The default admin
/// appoints and dismisses issuers by granting and revoking `ISSUER_ROLE`. Reports that a dismissed
/// issuer attested stay valid; reports that were anchored with a compromised key do not.
interface IIssuerRegister {
    /// @notice An issuer's key was compromised: every report of this issuer that was added in
    /// `fromBlock` or later is permanently invalid. Replaces an earlier event that names a later block.
    /// @param issuer The issuer, whose role is revoked.
    /// @param fromBlock The first block whose reports are invalid.
    event IssuerCompromised(address indexed issuer, uint40 fromBlock);

    /// @notice This account was never an issuer, so there is nothing to mark.
    /// @param account The account given.
    error NeverIssuer(address account);

    /// @notice A compromised key can never be an issuer again.
    /// @param issuer The marked issuer.
    error IssuerIsCompromised(address issuer);

    /// @notice The mark can move to an earlier block only, so an invalid report stays invalid.
    /// @param issuer The marked issuer.
    /// @param fromBlock The block of the existing mark.
    error AlreadyCompromised(address issuer, uint40 fromBlock);

    /// @notice A mark cannot start in a future block.
    /// @param fromBlock The block given.
    error BlockInFuture(uint40 fromBlock);

    /// @notice Marks an issuer's key as compromised. The mark cannot be removed.
    /// @dev One mark covers any number of reports: for each, `getReport` returns `valid = false` and
    /// `hasPermission` returns false, while status, owner and hash stay readable. The role is revoked
    /// and cannot be granted again. Emits {IssuerCompromised}. Reverts with {NeverIssuer},
    /// {BlockInFuture}, {AlreadyCompromised}, or AccessControl's error when the caller is not the
    /// default admin.
    /// @param issuer The issuer, present or past.
    /// @param fromBlock The first block whose reports are invalid; zero for all.
    function markCompromised(address issuer, uint40 fromBlock) external;

    /// @notice Returns whether an issuer's key is marked as compromised, and from which block.
    /// @param issuer The issuer.
    /// @return compromised Remains true once marked.
    /// @return fromBlock The first block whose reports are invalid.
    function getCompromise(
        address issuer
    ) external view returns (bool compromised, uint40 fromBlock);
}
