// SPDX-License-Identifier: AGPL-3.0-only
pragma solidity 0.8.37;

import {CappedLists} from "./CappedLists.sol";
import {IReportRegistry} from "./IReportRegistry.sol";
import {ISponsoredCalls} from "./ISponsoredCalls.sol";
import {SignedMessages} from "./SignedMessages.sol";

/// @title Sponsored calls
/// @notice See {ISponsoredCalls}. Checks the owner's consent and then runs what the owner's own call
/// runs, so it can do nothing else.
abstract contract SponsoredCalls is ISponsoredCalls, CappedLists, SignedMessages {
    /// @inheritdoc ISponsoredCalls
    function addReportFor(
        address owner,
        IReportRegistry.ReportInput calldata report,
        bytes32 r,
        bytes32 vs
    ) external {
        _requireSigner(owner, _consent(report), r, vs);
        _addReport(owner, report);
    }

    /// @inheritdoc ISponsoredCalls
    function addReportsFor(
        address owner,
        IReportRegistry.ReportInput[] calldata reports,
        bytes32 r,
        bytes32 vs
    ) external {
        if (reports.length == 0 || reports.length > MAX_BATCH) {
            revert IReportRegistry.BatchSizeOutOfRange(reports.length);
        }
        bytes32[] memory consents = new bytes32[](reports.length);
        for (uint256 i = 0; i < reports.length; ++i) {
            consents[i] = _consent(reports[i]);
        }
        _requireSigner(owner, _hashConsents(consents), r, vs);
        for (uint256 i = 0; i < reports.length; ++i) _addReport(owner, reports[i]);
    }

    /// @inheritdoc ISponsoredCalls
    function setPermissionsFor(
        address owner,
        bytes32 contentHash,
        uint40 expectedBlock,
        bytes32[] calldata permissions,
        uint40 deadline,
        bytes32 r,
        bytes32 vs
    ) external {
        if (block.timestamp > deadline) revert ConsentExpired(deadline);
        bytes32 consent = _hashListConsent(
            contentHash,
            expectedBlock,
            _hashPermissions(permissions),
            deadline
        );
        address signer = _requireSigner(owner, consent, r, vs);
        _setPermissions(signer, contentHash, expectedBlock, permissions);
    }

    /// @inheritdoc ISponsoredCalls
    function withdrawReportFor(
        address owner,
        bytes32 contentHash,
        uint40 expectedBlock,
        uint40 deadline,
        bytes32 r,
        bytes32 vs
    ) external {
        if (block.timestamp > deadline) revert ConsentExpired(deadline);
        bytes32 consent = _hashWithdrawalConsent(contentHash, expectedBlock, deadline);
        address signer = _requireSigner(owner, consent, r, vs);
        _withdrawReport(signer, contentHash, expectedBlock);
    }

    /// @dev Adds a report of `owner`, as {IReportRegistry-addReport} does for the caller.
    /// @param owner The account that the report was attested for.
    /// @param contentHash SHA-256 of the PDF.
    /// @param sealedMetadata Encrypted metadata.
    /// @param permissions First permission list; empty when there are no viewers.
    /// @param deadline Last second (unix) at which the attestation may be used.
    /// @param r First word of the issuer's signature.
    /// @param vs Second word of the issuer's signature, as in ERC-2098.
    function _addReport(
        address owner,
        bytes32 contentHash,
        bytes calldata sealedMetadata,
        bytes32[] calldata permissions,
        uint40 deadline,
        bytes32 r,
        bytes32 vs
    ) internal virtual;

    /// @dev Adds a report of `owner`, whose fields stand together.
    /// @param owner The account that the report was attested for.
    /// @param report The report, attested for the owner.
    function _addReport(address owner, IReportRegistry.ReportInput calldata report) internal {
        _addReport(
            owner,
            report.contentHash,
            report.sealedMetadata,
            report.permissions,
            report.deadline,
            report.r,
            report.vs
        );
    }

    /// @dev Replaces the list of a report of `owner`, as {IReportRegistry-setPermissions} does for the
    /// caller.
    /// @param owner Who must own the report.
    /// @param contentHash The report.
    /// @param expectedBlock The block of the list to replace.
    /// @param permissions The new list.
    function _setPermissions(
        address owner,
        bytes32 contentHash,
        uint40 expectedBlock,
        bytes32[] calldata permissions
    ) internal virtual;

    /// @dev Withdraws a report of `owner`, as {IReportRegistry-withdrawReport} does for the caller, while
    /// the list of a block is current.
    /// @param owner Who must own the report.
    /// @param contentHash The report.
    /// @param expectedBlock The block of the list that must be current.
    function _withdrawReport(
        address owner,
        bytes32 contentHash,
        uint40 expectedBlock
    ) internal virtual;

    /// @dev Returns the hash of the owner's consent to one report. The consent covers every field of it
    /// but the issuer's signature, which covers the rest itself.
    /// @param report The report.
    /// @return consent EIP-712's hash of the struct.
    function _consent(
        IReportRegistry.ReportInput calldata report
    ) private pure returns (bytes32 consent) {
        return
            _hashConsent(
                report.contentHash,
                report.sealedMetadata,
                _hashPermissions(report.permissions),
                report.deadline
            );
    }

    /// @dev Reverts unless `owner` signed the message, and returns who signed it: the owner.
    /// @param owner Who must have signed.
    /// @param consent EIP-712's hash of the message's struct.
    /// @param r First word of the signature.
    /// @param vs Second word of the signature, as in ERC-2098.
    /// @return signer The owner.
    function _requireSigner(
        address owner,
        bytes32 consent,
        bytes32 r,
        bytes32 vs
    ) private view returns (address signer) {
        signer = _signerOf(consent, r, vs);
        if (signer != owner) revert SignerNotOwner(signer);
    }
}
