// SPDX-License-Identifier: AGPL-3.0-only
pragma solidity 0.8.37;

import {IReportRegistry} from "./IReportRegistry.sol";

/// @title Calls that anyone may send for a report's owner, under the owner's signature
/// @notice For patients without ether: the owner signs what is to be done, another account sends it and
/// pays. The signature covers everything that the call writes, so the sender can choose only whether
/// and when to send it, until the deadline. Whatever a call of this interface does, the owner's own
/// call could have done at the same moment.
/// @dev Each consent is an EIP-712 message of the registry's domain, in ERC-2098's compact form, and
/// works at most once: a report is added once, and each change of a report names the block of the list
/// that it replaces, which the change increases. `permissionsHash` is the one that the registry stores:
/// `keccak256(abi.encodePacked(list))`, or zero for an empty list.
///
/// The owner must be an account with a key. The signature of a contract wallet (ERC-1271) is not
/// accepted: the registry calls no other contract, and such a wallet has senders of its own.
///
/// A sender may decline, wait until the deadline, and choose the price of gas. It cannot change the
/// metadata, the viewers or the deadline, add or leave out a report of a batch, nor use a consent
/// twice, on another chain or for another registry. The owner ends an unused consent by an own call: by
/// adding the report, or by changing its list.
///
/// `supportsInterface` returns true for this interface, which earlier deployments do not have.
interface ISponsoredCalls {
    /// @notice The signature is not the owner's for these fields, this contract and this chain.
    /// @param signer The recovered account; arbitrary when any signed field differs.
    error SignerNotOwner(address signer);

    /// @notice The consent's deadline has passed.
    /// @param deadline The last second (unix) at which it could be used.
    error ConsentExpired(uint40 deadline);

    /// @notice Anchors a report for its owner, as {IReportRegistry-addReport} does for the caller.
    /// @dev The consent is `Consent(bytes32 contentHash,bytes32 metadataHash,bytes32 permissionsHash,
    /// uint40 deadline)`, with the attestation's deadline. Emits {IReportRegistry-ReportAdded}. Reverts
    /// as `addReport` does, and with {SignerNotOwner} or ECDSA's errors.
    /// @param owner The account that the report was attested for and that signed the consent.
    /// @param report The report, attested for the owner.
    /// @param r First word of the owner's signature.
    /// @param vs Second word of the owner's signature, as in ERC-2098.
    function addReportFor(
        address owner,
        IReportRegistry.ReportInput calldata report,
        bytes32 r,
        bytes32 vs
    ) external;

    /// @notice Anchors several reports for their owner in one transaction: all of them, or none.
    /// @dev The consent is `Consents(Consent[] reports)`: the consents of `addReportFor` in the order of
    /// the reports, under one signature. Also reverts with {IReportRegistry-BatchSizeOutOfRange}.
    /// @param owner The account that the reports were attested for and that signed the consent.
    /// @param reports The reports, at most `MAX_BATCH`.
    /// @param r First word of the owner's signature.
    /// @param vs Second word of the owner's signature, as in ERC-2098.
    function addReportsFor(
        address owner,
        IReportRegistry.ReportInput[] calldata reports,
        bytes32 r,
        bytes32 vs
    ) external;

    /// @notice Replaces a report's whole permission list for its owner, as
    /// {IReportRegistry-setPermissions} does for the caller.
    /// @dev The consent is `ListConsent(bytes32 contentHash,uint40 expectedBlock,
    /// bytes32 permissionsHash,uint40 deadline)`. Emits {IReportRegistry-PermissionsSet}. Reverts as
    /// `setPermissions` does, and with {ConsentExpired}, {SignerNotOwner} or ECDSA's errors.
    /// @param owner The report's owner, who signed the consent.
    /// @param contentHash The report.
    /// @param expectedBlock The `permissionsBlock` that the owner read.
    /// @param permissions The new list; empty removes every permission.
    /// @param deadline Last second (unix) at which the consent may be used.
    /// @param r First word of the owner's signature.
    /// @param vs Second word of the owner's signature, as in ERC-2098.
    function setPermissionsFor(
        address owner,
        bytes32 contentHash,
        uint40 expectedBlock,
        bytes32[] calldata permissions,
        uint40 deadline,
        bytes32 r,
        bytes32 vs
    ) external;

    /// @notice Withdraws a report permanently for its owner, as {IReportRegistry-withdrawReport} does
    /// for the caller.
    /// @dev The consent is `WithdrawalConsent(bytes32 contentHash,uint40 expectedBlock,
    /// uint40 deadline)`. Emits {IReportRegistry-ReportWithdrawn}. Reverts as `withdrawReport` does, and
    /// with {ConsentExpired}, {SignerNotOwner}, {IReportRegistry-PermissionsChanged} or ECDSA's errors.
    /// @param owner The report's owner, who signed the consent.
    /// @param contentHash The report.
    /// @param expectedBlock The `permissionsBlock` that the owner read.
    /// @param deadline Last second (unix) at which the consent may be used.
    /// @param r First word of the owner's signature.
    /// @param vs Second word of the owner's signature, as in ERC-2098.
    function withdrawReportFor(
        address owner,
        bytes32 contentHash,
        uint40 expectedBlock,
        uint40 deadline,
        bytes32 r,
        bytes32 vs
    ) external;
}
