// SPDX-License-Identifier: AGPL-3.0-only
pragma solidity 0.8.37;

import {AccessControlDefaultAdminRules} from "@openzeppelin/contracts/access/extensions/AccessControlDefaultAdminRules.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {IReportRegistry} from "./IReportRegistry.sol";
import {IssuerRegister} from "./IssuerRegister.sol";
import {OwnerRecovery} from "./OwnerRecovery.sol";
import {ISponsoredCalls} from "./ISponsoredCalls.sol";
import {SponsoredCalls} from "./SponsoredCalls.sol";

/// @title Report registry
/// @notice See {IReportRegistry}; {ISponsoredCalls} for calls that others send, {IIssuerRegister} for
/// issuers and {IOwnerRecovery} for recoveries.
contract ReportRegistry is IReportRegistry, IssuerRegister, OwnerRecovery, SponsoredCalls {
    /// @dev All fields but the hash share one slot, so a report without viewers costs one new slot.
    struct Record {
        /// The owner when added or last transferred; a recovery may have given it a successor.
        address owner;
        /// The block whose log holds the encrypted metadata.
        uint40 addedBlock;
        /// Number of blocks from `addedBlock` to the block whose log holds the permission list.
        uint32 permissionsDelay;
        /// While the status is None: nonzero once any issuer retracted its attestation.
        uint16 issuerId;
        /// Status of the report.
        Status status;
        /// Zero when the permission list is empty.
        bytes32 permissionsHash;
    }

    /// @dev Keyed by the SHA-256 of the PDF. Records are never deleted, so an id is never reused.
    mapping(bytes32 contentHash => Record) private _records;

    /// @dev Kept per issuer, so that no issuer can invalidate another issuer's attestation.
    mapping(bytes32 contentHash => mapping(address issuer => bool)) private _retractedAttestations;

    /// @param adminDelay Seconds between announcing and accepting a new default admin.
    /// @param admin The first default admin.
    constructor(
        uint48 adminDelay,
        address admin
    ) AccessControlDefaultAdminRules(adminDelay, admin) {}

    /// @inheritdoc IReportRegistry
    function addReport(
        bytes32 contentHash,
        bytes calldata sealedMetadata,
        bytes32[] calldata permissions,
        uint40 deadline,
        bytes32 r,
        bytes32 vs
    ) external {
        _addReport(msg.sender, contentHash, sealedMetadata, permissions, deadline, r, vs);
    }

    /// @inheritdoc IReportRegistry
    function addReports(ReportInput[] calldata reports) external {
        if (reports.length == 0 || reports.length > MAX_BATCH) {
            revert BatchSizeOutOfRange(reports.length);
        }
        for (uint256 i = 0; i < reports.length; ++i) _addReport(msg.sender, reports[i]);
    }

    /// @inheritdoc IReportRegistry
    function setPermissions(
        bytes32 contentHash,
        uint40 expectedBlock,
        bytes32[] calldata permissions
    ) external {
        _setPermissions(msg.sender, contentHash, expectedBlock, permissions);
    }

    /// @inheritdoc IReportRegistry
    function transferReport(
        bytes32 contentHash,
        address newOwner,
        uint40 deadline,
        bytes32 r,
        bytes32 vs
    ) external {
        if (block.timestamp > deadline) revert AcceptanceExpired(deadline);
        Record storage record = _activeRecordOf(contentHash, msg.sender);
        uint40 permissionsBlock = _permissionsBlock(record);
        // Each transfer increases this block and the acceptance names it, so none works twice.
        if (permissionsBlock == block.number) revert PermissionsAlreadySetInBlock(contentHash);
        _requireInUse(newOwner);
        address signer = _acceptor(contentHash, newOwner, permissionsBlock, deadline, r, vs);
        if (signer != newOwner) revert SignerNotNewOwner(signer);

        record.owner = newOwner;
        _clearPermissions(record);
        emit ReportTransferred(contentHash, msg.sender, newOwner);
    }

    /// @inheritdoc IReportRegistry
    function withdrawReport(bytes32 contentHash) external {
        _end(_activeRecordOf(contentHash, msg.sender), Status.Withdrawn);
        emit ReportWithdrawn(contentHash);
    }

    /// @inheritdoc IReportRegistry
    function retractReport(bytes32 contentHash, bytes32 replacement) external {
        uint16 issuerId = _issuerIdOf(msg.sender);
        if (issuerId == 0) revert NotReportIssuer(contentHash, msg.sender);
        if (replacement == contentHash) revert ReplacementIsItself(contentHash);

        Record storage record = _records[contentHash];
        Status status = record.status;
        if (status == Status.None) {
            if (_retractedAttestations[contentHash][msg.sender]) {
                revert AttestationRetracted(contentHash, msg.sender);
            }
            _retractedAttestations[contentHash][msg.sender] = true;
            record.issuerId = issuerId;
        } else {
            // Compares accounts, not numbers: an issuer that was dismissed and reappointed has a new number.
            if (_issuerAt(record.issuerId) != msg.sender) {
                revert NotReportIssuer(contentHash, msg.sender);
            }
            if (status != Status.Active && status != Status.Withdrawn) {
                revert ReportNotActive(contentHash, status);
            }
            if (replacement == 0) _end(record, Status.Retracted);
            else _end(record, Status.Superseded);
        }
        emit ReportRetracted(contentHash, msg.sender, replacement);
    }

    /// @inheritdoc IReportRegistry
    function getReport(bytes32 contentHash) public view returns (Report memory report, bool valid) {
        Record storage record = _records[contentHash];
        if (record.status == Status.None) return (report, false);

        report = Report({
            owner: currentWallet(record.owner),
            issuer: _issuerAt(record.issuerId),
            status: record.status,
            addedBlock: record.addedBlock,
            permissionsBlock: _permissionsBlock(record),
            permissionsHash: record.permissionsHash
        });
        valid = _isValid(record);
    }

    /// @inheritdoc IReportRegistry
    function hasPermission(
        bytes32 contentHash,
        bytes32[] calldata permissions,
        uint216 tag
    ) public view returns (bool permitted) {
        Record storage record = _records[contentHash];
        return _isValid(record) && _isPermitted(permissions, record.permissionsHash, tag);
    }

    /// @inheritdoc IReportRegistry
    function viewReport(
        bytes32 contentHash,
        bytes32[] calldata permissions,
        uint216 tag
    ) external view returns (Report memory report, bool valid, bool permitted) {
        (report, valid) = getReport(contentHash);
        permitted = hasPermission(contentHash, permissions, tag);
    }

    /// @inheritdoc IReportRegistry
    function isAttestationRetracted(
        bytes32 contentHash,
        address issuer
    ) external view returns (bool retracted) {
        return _retractedAttestations[contentHash][issuer];
    }

    /// @inheritdoc AccessControlDefaultAdminRules
    function supportsInterface(bytes4 interfaceId) public view override returns (bool supported) {
        return
            interfaceId == type(ISponsoredCalls).interfaceId ||
            super.supportsInterface(interfaceId);
    }

    /// @inheritdoc OwnerRecovery
    function _isRecoverer(address account) internal view override returns (bool) {
        return hasRole(RECOVERY_ROLE, account);
    }

    /// @inheritdoc SponsoredCalls
    function _setPermissions(
        address owner,
        bytes32 contentHash,
        uint40 expectedBlock,
        bytes32[] calldata permissions
    ) internal override {
        Record storage record = _seenRecordOf(contentHash, owner, expectedBlock);
        if (expectedBlock == block.number) revert PermissionsAlreadySetInBlock(contentHash);

        record.permissionsHash = _hashPermissions(permissions);
        _stampPermissionsBlock(record);
        emit PermissionsSet(contentHash, permissions);
    }

    /// @inheritdoc SponsoredCalls
    function _withdrawReport(
        address owner,
        bytes32 contentHash,
        uint40 expectedBlock
    ) internal override {
        _end(_seenRecordOf(contentHash, owner, expectedBlock), Status.Withdrawn);
        emit ReportWithdrawn(contentHash);
    }

    /// @inheritdoc SponsoredCalls
    /// @dev The cheapest checks come first.
    function _addReport(
        address owner,
        bytes32 contentHash,
        bytes calldata sealedMetadata,
        bytes32[] calldata permissions,
        uint40 deadline,
        bytes32 r,
        bytes32 vs
    ) internal override {
        if (block.timestamp > deadline) revert AttestationExpired(deadline);
        if (sealedMetadata.length > MAX_METADATA) revert MetadataTooLong(sealedMetadata.length);
        _requireInUse(owner);
        Record storage record = _records[contentHash];
        if (record.status != Status.None) revert ReportAlreadyAdded(contentHash);

        address issuer = _attester(contentHash, sealedMetadata, owner, deadline, r, vs);
        uint16 issuerId = _issuerIdOf(issuer);
        if (issuerId == 0) revert SignerNotIssuer(issuer);
        // The mark is in the slot that was just read, so only a marked report costs a second read.
        if (record.issuerId != 0 && _retractedAttestations[contentHash][issuer]) {
            revert AttestationRetracted(contentHash, issuer);
        }

        _activate(record, owner, issuerId);
        if (permissions.length != 0) record.permissionsHash = _hashPermissions(permissions);
        emit ReportAdded(contentHash, owner, issuer, sealedMetadata, permissions);
    }

    /// @dev Writes the first slot of a new report, on its own: one write instead of several.
    /// @param issuerId The number of the issuer that attested it.
    function _activate(Record storage record, address owner, uint16 issuerId) private {
        record.owner = owner;
        record.addedBlock = uint40(block.number);
        record.issuerId = issuerId;
        record.status = Status.Active;
    }

    /// @dev Ends a report, as Withdrawn, Retracted or Superseded, and all its permissions.
    function _end(Record storage record, Status status) private {
        record.status = status;
        _clearPermissions(record);
    }

    /// @dev Empties the list and records this block, whose log holds the reason.
    function _clearPermissions(Record storage record) private {
        delete record.permissionsHash;
        _stampPermissionsBlock(record);
    }

    /// @dev Records this block as the block of the list; reverts instead of truncating the number.
    function _stampPermissionsBlock(Record storage record) private {
        record.permissionsDelay = SafeCast.toUint32(block.number - record.addedBlock);
    }

    /// @dev Returns the owner's Active report. Ownership is checked before the status.
    function _activeRecordOf(
        bytes32 contentHash,
        address owner
    ) private view returns (Record storage record) {
        record = _records[contentHash];
        if (currentWallet(record.owner) != owner) revert NotReportOwner(contentHash, owner);
        if (record.status != Status.Active) revert ReportNotActive(contentHash, record.status);
    }

    /// @dev Returns the owner's Active report when its list is still the one of `expectedBlock`.
    function _seenRecordOf(
        bytes32 contentHash,
        address owner,
        uint40 expectedBlock
    ) private view returns (Record storage record) {
        record = _activeRecordOf(contentHash, owner);
        uint40 actualBlock = _permissionsBlock(record);
        if (actualBlock != expectedBlock) revert PermissionsChanged(expectedBlock, actualBlock);
    }

    /// @dev Returns whether the report is Active and was not anchored with a compromised key.
    function _isValid(Record storage record) private view returns (bool) {
        return
            record.status == Status.Active &&
            !_isTainted(_issuerAt(record.issuerId), record.addedBlock);
    }

    /// @dev Returns the block whose log holds the list.
    function _permissionsBlock(Record storage record) private view returns (uint40) {
        return record.addedBlock + record.permissionsDelay;
    }
}
