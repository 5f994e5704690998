// SPDX-License-Identifier: AGPL-3.0-only
pragma solidity 0.8.37;

import {AccessControlDefaultAdminRules} from "@openzeppelin/contracts/access/extensions/AccessControlDefaultAdminRules.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {IReportRegistry} from "./IReportRegistry.sol";
import {IssuerRegister} from "./IssuerRegister.sol";
import {OwnerRecovery} from "./OwnerRecovery.sol";
import {SignedMessages} from "./SignedMessages.sol";

/// @title Report registry
/// @notice See {IReportRegistry}, and for who attests and who succeeds whom, {IIssuerRegister} and
/// {IOwnerRecovery}.
contract ReportRegistry is IReportRegistry, IssuerRegister, OwnerRecovery, SignedMessages {
    /// @notice Most permission words in one list.
    uint256 public constant MAX_PERMISSIONS = 64;

    /// @notice Most reports in one batch.
    uint256 public constant MAX_BATCH = 64;

    /// @notice Most bytes of sealed metadata in one report.
    uint256 public constant MAX_METADATA = 1024;

    /// @dev A permission word's lowest bits, which hold the expiry.
    uint256 private constant EXPIRY_BITS = 40;

    /// @dev All but the hash share one slot, so that a report without viewers costs one new slot.
    struct Record {
        /// When added or last transferred: it may have a successor since.
        address owner;
        /// The one block whose log carries the sealed metadata.
        uint40 addedBlock;
        /// Blocks from there to the one whose log carries the permission list.
        uint32 permissionsDelay;
        /// While the status is None: not zero once any issuer retracted its attestation.
        uint16 issuerId;
        /// Where the report stands.
        Status status;
        /// Zero when nobody is permitted.
        bytes32 permissionsHash;
    }

    /// @dev By the SHA-256 of the PDF. A record is never deleted, so an id never comes back.
    mapping(bytes32 contentHash => Record) private _records;

    /// @dev By issuer, so that none can kill another's attestation.
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
        _addReport(contentHash, sealedMetadata, permissions, deadline, r, vs);
    }

    /// @inheritdoc IReportRegistry
    function addReports(ReportInput[] calldata reports) external {
        if (reports.length == 0 || reports.length > MAX_BATCH) {
            revert BatchSizeOutOfRange(reports.length);
        }
        for (uint256 i = 0; i < reports.length; ++i) {
            ReportInput calldata report = reports[i];
            _addReport(
                report.contentHash,
                report.sealedMetadata,
                report.permissions,
                report.deadline,
                report.r,
                report.vs
            );
        }
    }

    /// @inheritdoc IReportRegistry
    function setPermissions(
        bytes32 contentHash,
        uint40 expectedBlock,
        bytes32[] calldata permissions
    ) external {
        Record storage record = _activeRecordOf(contentHash, msg.sender);
        uint40 actualBlock = _permissionsBlock(record);
        if (actualBlock != expectedBlock) revert PermissionsChanged(expectedBlock, actualBlock);
        if (actualBlock == block.number) revert PermissionsAlreadySetInBlock(contentHash);

        record.permissionsHash = _hashPermissions(permissions);
        _stampPermissionsBlock(record);
        emit PermissionsSet(contentHash, permissions);
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
        // Each transfer moves this block ahead, and the acceptance names it: none serves twice.
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
            // By account, not by number: an issuer that lost the role and got it back has a new one.
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
        if (!_isValid(record)) return false;
        if (permissions.length > MAX_PERMISSIONS) return false;
        if (_hashPermissions(permissions) != record.permissionsHash) return false;

        for (uint256 i = 0; i < permissions.length; ++i) {
            uint256 permission = uint256(permissions[i]);
            if (permission >> EXPIRY_BITS == tag && uint40(permission) > block.timestamp) {
                return true;
            }
        }
        return false;
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

    /// @inheritdoc OwnerRecovery
    function _isRecoverer(address account) internal view override returns (bool) {
        return hasRole(RECOVERY_ROLE, account);
    }

    /// @dev Adds one report of the caller. The cheap refusals come first.
    function _addReport(
        bytes32 contentHash,
        bytes calldata sealedMetadata,
        bytes32[] calldata permissions,
        uint40 deadline,
        bytes32 r,
        bytes32 vs
    ) private {
        if (block.timestamp > deadline) revert AttestationExpired(deadline);
        if (sealedMetadata.length > MAX_METADATA) revert MetadataTooLong(sealedMetadata.length);
        _requireInUse(msg.sender);

        Record storage record = _records[contentHash];
        if (record.status != Status.None) revert ReportAlreadyAdded(contentHash);

        address issuer = _attester(contentHash, sealedMetadata, deadline, r, vs);
        uint16 issuerId = _issuerIdOf(issuer);
        if (issuerId == 0) revert SignerNotIssuer(issuer);
        // The mark sits in the slot that was just read: only a marked report pays for a second read.
        if (record.issuerId != 0 && _retractedAttestations[contentHash][issuer]) {
            revert AttestationRetracted(contentHash, issuer);
        }

        record.owner = msg.sender;
        record.addedBlock = uint40(block.number);
        record.issuerId = issuerId;
        record.status = Status.Active;
        if (permissions.length != 0) record.permissionsHash = _hashPermissions(permissions);
        emit ReportAdded(contentHash, msg.sender, issuer, sealedMetadata, permissions);
    }

    /// @dev Ends a report and every permission with it.
    function _end(Record storage record, Status status) private {
        record.status = status;
        _clearPermissions(record);
    }

    /// @dev Empties the list; the log of this block tells of it.
    function _clearPermissions(Record storage record) private {
        delete record.permissionsHash;
        _stampPermissionsBlock(record);
    }

    /// @dev Makes this block the one of the list; reverts rather than cuts a number off.
    function _stampPermissionsBlock(Record storage record) private {
        record.permissionsDelay = SafeCast.toUint32(block.number - record.addedBlock);
    }

    /// @dev The owner's own Active report. One who is not the owner learns no more than that.
    function _activeRecordOf(
        bytes32 contentHash,
        address owner
    ) private view returns (Record storage record) {
        record = _records[contentHash];
        if (currentWallet(record.owner) != owner) revert NotReportOwner(contentHash, owner);
        if (record.status != Status.Active) revert ReportNotActive(contentHash, record.status);
    }

    /// @dev Active, and not anchored with a key that was then in wrong hands.
    function _isValid(Record storage record) private view returns (bool) {
        return
            record.status == Status.Active &&
            !_isTainted(_issuerAt(record.issuerId), record.addedBlock);
    }

    /// @dev The one block whose log carries the list.
    function _permissionsBlock(Record storage record) private view returns (uint40) {
        return record.addedBlock + record.permissionsDelay;
    }

    /// @dev An empty list hashes to zero, which costs no storage.
    function _hashPermissions(bytes32[] calldata permissions) private pure returns (bytes32) {
        if (permissions.length == 0) return 0;
        if (permissions.length > MAX_PERMISSIONS) revert TooManyPermissions(permissions.length);
        return keccak256(abi.encodePacked(permissions));
    }
}
