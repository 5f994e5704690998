// SPDX-License-Identifier: AGPL-3.0-only
pragma solidity 0.8.37;

/// @title Register of issuers
/// @notice Who may attest reports, who might once, and whose key fell into wrong hands. The default
/// admin appoints and dismisses issuers by granting and revoking `ISSUER_ROLE`. What a dismissed
/// issuer attested stays valid; what was anchored with a compromised key does not.
interface IIssuerRegister {
    /// @notice An issuer's key was in wrong hands: every report that names this issuer and was added
    /// in `fromBlock` or later is invalid, for ever. Supersedes an earlier such event of a later block.
    /// @param issuer The issuer, whose role is revoked.
    /// @param fromBlock The first block whose reports are not to be trusted.
    event IssuerCompromised(address indexed issuer, uint40 fromBlock);

    /// @notice This account was never appointed: a mark on it would protect nobody.
    /// @param account The one that was named.
    error NeverIssuer(address account);

    /// @notice A compromised key is never an issuer again.
    /// @param issuer The marked one.
    error IssuerIsCompromised(address issuer);

    /// @notice The mark may move to an earlier block, never to a later one: what was invalid stays so.
    /// @param issuer The marked one.
    /// @param fromBlock The block that stands.
    error AlreadyCompromised(address issuer, uint40 fromBlock);

    /// @notice A mark begins at this block at the latest.
    /// @param fromBlock The block that was given.
    error BlockInFuture(uint40 fromBlock);

    /// @notice Marks an issuer's key as compromised. There is no way back.
    /// @dev One mark, however many reports it reaches: `getReport` answers `valid = false` and
    /// `hasPermission` false for each, while status, owner and hash stay readable. The role is revoked
    /// and cannot be granted again. Emits {IssuerCompromised}. Reverts with {NeverIssuer},
    /// {BlockInFuture}, {AlreadyCompromised}, or AccessControl's error for anybody but the default
    /// admin.
    /// @param issuer The issuer, present or past.
    /// @param fromBlock The first block whose reports are not to be trusted; zero for all.
    function markCompromised(address issuer, uint40 fromBlock) external;

    /// @notice Whether an issuer's key is marked as compromised, and since when.
    /// @param issuer The issuer.
    /// @return compromised True for ever once marked.
    /// @return fromBlock The first block whose reports are not to be trusted.
    function getCompromise(
        address issuer
    ) external view returns (bool compromised, uint40 fromBlock);
}
