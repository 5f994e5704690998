// SPDX-License-Identifier: AGPL-3.0-only
pragma solidity 0.8.37;

/// @title Registry of medical reports, anchored by patients and attested by issuers
/// @notice A report is identified by the SHA-256 of its PDF. The PDF holds 32 random bytes, so the
/// hash does not let anyone confirm a guess at the content. The owner (the patient) decides who may
/// see the report. The issuer (the clinic's key) is responsible for its content and can retract it.
/// @dev The state holds what decisions need (owner, issuer, status, hash of the permission list). The
/// log of one recorded block holds the long data. Nothing readable is stored: the metadata is
/// encrypted and the viewers are salted commitments.
///
/// Rights: an issuer attests and retracts; the owner that it attested for adds, permits, transfers and
/// withdraws; anyone reads. The default admin appoints, dismisses and marks issuers
/// ({IIssuerRegister}) and appoints those who recover lost wallets ({IOwnerRecovery}). The admin cannot
/// add, change or transfer a report, but can end the validity of everything that one issuer attested.
///
/// A call reverts with an error of this interface, of those two interfaces, or of OpenZeppelin (roles,
/// casts, malformed signatures). Lists, batches and metadata are capped, and no call iterates over data
/// that other accounts stored, so no account can raise the gas cost of another account's call.
///
/// A permission is one word, `tag (216 bits) << 40 | expiry (40 bits, unix seconds)`. The tag is a
/// keyed commitment to a viewer, computed off the chain.
interface IReportRegistry {
    /// @notice Status of a report. Only an Active report can be valid; the last two are final.
    enum Status {
        /// Never added.
        None,
        /// Added and neither withdrawn nor retracted.
        Active,
        /// Withdrawn by its owner.
        Withdrawn,
        /// Retracted by its issuer, because the content is wrong.
        Retracted,
        /// Retracted by its issuer, who names the report that replaces it.
        Superseded
    }

    /// @notice A report as `getReport` returns it.
    /// @param owner The patient's current account: the only one that may change permissions, transfer
    /// or withdraw. After a recovery it is the successor (see {IOwnerRecovery}).
    /// @param issuer The account that signed the attestation.
    /// @param status Status of the report.
    /// @param addedBlock The block whose log holds the encrypted metadata.
    /// @param permissionsBlock The block whose log holds the current permission list, or the last
    /// transfer, withdrawal or retraction, which emptied it.
    /// @param permissionsHash `keccak256(abi.encodePacked(list))`, or zero when the list is empty.
    struct Report {
        address owner;
        address issuer;
        Status status;
        uint40 addedBlock;
        uint40 permissionsBlock;
        bytes32 permissionsHash;
    }

    /// @notice The arguments of `addReport`, for one report of a batch.
    /// @param contentHash SHA-256 of the PDF.
    /// @param sealedMetadata Encrypted metadata, at most `MAX_METADATA` bytes; kept in the log only.
    /// @param permissions Permission words, at most `MAX_PERMISSIONS`.
    /// @param deadline Last second (unix) at which the attestation may be used.
    /// @param r First word of the issuer's signature.
    /// @param vs Second word of the issuer's signature, as in ERC-2098.
    struct ReportInput {
        bytes32 contentHash;
        bytes sealedMetadata;
        bytes32[] permissions;
        uint40 deadline;
        bytes32 r;
        bytes32 vs;
    }

    /// @notice A patient anchored a report.
    /// @param contentHash SHA-256 of the PDF.
    /// @param owner The patient's account.
    /// @param issuer The account that signed the attestation.
    /// @param sealedMetadata Encrypted metadata.
    /// @param permissions The first permission list.
    event ReportAdded(
        bytes32 indexed contentHash,
        address indexed owner,
        address indexed issuer,
        bytes sealedMetadata,
        bytes32[] permissions
    );

    /// @notice The owner replaced the whole permission list.
    /// @param contentHash The report.
    /// @param permissions The new list.
    event PermissionsSet(bytes32 indexed contentHash, bytes32[] permissions);

    /// @notice The owner transferred the report, and its permission list is now empty.
    /// @param contentHash The report.
    /// @param owner The account that owned it.
    /// @param newOwner The account that owns it now.
    event ReportTransferred(
        bytes32 indexed contentHash,
        address indexed owner,
        address indexed newOwner
    );

    /// @notice The owner withdrew the report. Its permission list is now empty.
    /// @param contentHash The report.
    event ReportWithdrawn(bytes32 indexed contentHash);

    /// @notice An issuer retracted a report, or its attestation of a report that was never added.
    /// @param contentHash The report.
    /// @param issuer The issuer that retracted it.
    /// @param replacement The report to read instead, or zero.
    event ReportRetracted(
        bytes32 indexed contentHash,
        address indexed issuer,
        bytes32 indexed replacement
    );

    /// @notice A report with this hash was added before, whatever its status is now.
    /// @param contentHash The report.
    error ReportAlreadyAdded(bytes32 contentHash);

    /// @notice The report's status does not allow this call.
    /// @param contentHash The report.
    /// @param status Its status.
    error ReportNotActive(bytes32 contentHash, Status status);

    /// @notice Only the report's owner may do this.
    /// @param contentHash The report.
    /// @param caller The account that called.
    error NotReportOwner(bytes32 contentHash, address caller);

    /// @notice Only the report's issuer, while it holds the role, may do this.
    /// @param contentHash The report.
    /// @param caller The account that called.
    error NotReportIssuer(bytes32 contentHash, address caller);

    /// @notice The signature is not an issuer's for this content, caller, deadline, contract and chain.
    /// @param signer The recovered account; arbitrary when any signed field differs.
    error SignerNotIssuer(address signer);

    /// @notice The attestation's deadline has passed.
    /// @param deadline The last second (unix) at which it could be used.
    error AttestationExpired(uint40 deadline);

    /// @notice The issuer retracted this attestation.
    /// @param contentHash The report.
    /// @param issuer The issuer that had attested it.
    error AttestationRetracted(bytes32 contentHash, address issuer);

    /// @notice The signature is not the new owner's for these fields, this contract and this chain.
    /// @param signer The recovered account; arbitrary when any signed field differs.
    error SignerNotNewOwner(address signer);

    /// @notice The acceptance's deadline has passed.
    /// @param deadline The last second (unix) at which it could be used.
    error AcceptanceExpired(uint40 deadline);

    /// @notice The list changed after the caller read it. Read it again before changing it.
    /// @param expectedBlock The block of the list that the caller read.
    /// @param actualBlock The block of the current list.
    error PermissionsChanged(uint40 expectedBlock, uint40 actualBlock);

    /// @notice The list was already set or emptied in this block; a block may hold one list only.
    /// @param contentHash The report.
    error PermissionsAlreadySetInBlock(bytes32 contentHash);

    /// @notice More than `MAX_PERMISSIONS` words.
    /// @param count The number of words or reports given.
    error TooManyPermissions(uint256 count);

    /// @notice More than `MAX_METADATA` bytes.
    /// @param length The number of bytes given.
    error MetadataTooLong(uint256 length);

    /// @notice An empty batch, or one of more than `MAX_BATCH` reports.
    /// @param count The number of words or reports given.
    error BatchSizeOutOfRange(uint256 count);

    /// @notice A report cannot replace itself.
    /// @param contentHash The report.
    error ReplacementIsItself(bytes32 contentHash);

    /// @notice Anchors a report that an issuer attested for the caller, who becomes its owner.
    /// @dev The attestation is the EIP-712 message `Report(bytes32 contentHash,bytes32 metadataHash,
    /// address owner,uint40 deadline)` with `metadataHash = keccak256(sealedMetadata)` and
    /// `owner = msg.sender`: other accounts need the owner's consent too ({ISponsoredCalls}). Emits
    /// {ReportAdded}. Reverts with {AttestationExpired}, {MetadataTooLong}, {TooManyPermissions}, {ReportAlreadyAdded},
    /// {SignerNotIssuer}, {AttestationRetracted}, {IOwnerRecovery-WalletRetired}, or with ECDSA's
    /// errors for a malformed signature.
    /// @param contentHash SHA-256 of the PDF.
    /// @param sealedMetadata Encrypted metadata.
    /// @param permissions First permission list; empty when there are no viewers.
    /// @param deadline Last second (unix) at which the attestation may be used.
    /// @param r First word of the signature.
    /// @param vs Second word of the signature, as in ERC-2098.
    function addReport(
        bytes32 contentHash,
        bytes calldata sealedMetadata,
        bytes32[] calldata permissions,
        uint40 deadline,
        bytes32 r,
        bytes32 vs
    ) external;

    /// @notice Anchors several reports of the caller in one transaction: all of them, or none.
    /// @dev Calls {addReport}'s checks for each; also reverts with {BatchSizeOutOfRange}.
    /// @param reports The reports, at most `MAX_BATCH`.
    function addReports(ReportInput[] calldata reports) external;

    /// @notice Replaces the whole permission list of the caller's report.
    /// @dev Compare-and-set, so that a concurrent change is never overwritten unnoticed. Emits
    /// {PermissionsSet}. Reverts with {NotReportOwner}, {ReportNotActive}, {PermissionsChanged},
    /// {PermissionsAlreadySetInBlock}, {TooManyPermissions}.
    /// @param contentHash The report.
    /// @param expectedBlock The `permissionsBlock` that the caller read.
    /// @param permissions The new list; empty removes every permission.
    function setPermissions(
        bytes32 contentHash,
        uint40 expectedBlock,
        bytes32[] calldata permissions
    ) external;

    /// @notice Transfers the caller's report to another owner who accepted it; every permission ends.
    /// @dev The acceptance is the EIP-712 message `Acceptance(bytes32 contentHash,address owner,
    /// address newOwner,uint40 permissionsBlock,uint40 deadline)`, signed by the new owner, with
    /// `owner = msg.sender` and the report's current `permissionsBlock`. A transfer increases that
    /// block, so an acceptance works once, even when the same owner gets the report back. A change of
    /// the list invalidates it. Emits {ReportTransferred}. Reverts with {AcceptanceExpired},
    /// {NotReportOwner}, {ReportNotActive}, {PermissionsAlreadySetInBlock}, {SignerNotNewOwner},
    /// {IOwnerRecovery-WalletRetired}, or with ECDSA's errors for a malformed signature.
    /// @param contentHash The report.
    /// @param newOwner The account that accepted it.
    /// @param deadline Last second (unix) at which the acceptance may be used.
    /// @param r First word of the signature.
    /// @param vs Second word of the signature, as in ERC-2098.
    function transferReport(
        bytes32 contentHash,
        address newOwner,
        uint40 deadline,
        bytes32 r,
        bytes32 vs
    ) external;

    /// @notice Withdraws the caller's report permanently and ends every permission.
    /// @dev Emits {ReportWithdrawn}. Reverts with {NotReportOwner}, {ReportNotActive}.
    /// @param contentHash The report.
    function withdrawReport(bytes32 contentHash) external;

    /// @notice Retracts what the caller attested.
    /// @dev A report that the caller issued, Active or Withdrawn, becomes Superseded when there is a
    /// replacement, otherwise Retracted, and its permissions end. For a report that is not added yet,
    /// only the caller's attestation becomes invalid. Emits {ReportRetracted}. Reverts with
    /// {NotReportIssuer}, {ReportNotActive}, {AttestationRetracted}, {ReplacementIsItself}.
    /// @param contentHash The report.
    /// @param replacement The report to read instead, whether or not it is added yet, or zero.
    function retractReport(bytes32 contentHash, bytes32 replacement) external;

    /// @notice Returns the report and whether it is valid now.
    /// @param contentHash The report.
    /// @return report The report; all zero when it was never added.
    /// @return valid Whether it is Active and was not anchored with a compromised key.
    function getReport(
        bytes32 contentHash
    ) external view returns (Report memory report, bool valid);

    /// @notice Returns whether a viewer may see a report at this block's time.
    /// @dev A permission is valid before its expiry, not at it; `type(uint40).max` serves as "never".
    /// When a tag is in the list more than once, the latest expiry counts.
    /// @param contentHash The report.
    /// @param permissions The current list, from the log of `permissionsBlock`; others give false.
    /// @param tag The viewer's commitment.
    /// @return permitted True only if the report is valid and the list holds the unexpired tag.
    function hasPermission(
        bytes32 contentHash,
        bytes32[] calldata permissions,
        uint216 tag
    ) external view returns (bool permitted);

    /// @notice Returns the results of `getReport` and `hasPermission` in one call, for one block.
    /// @dev A caller that stores the list compares its hash with `report.permissionsHash`: when they
    /// differ, `permitted` is false because the list is not the current one.
    /// @param contentHash The report.
    /// @param permissions The current list, as for `hasPermission`.
    /// @param tag The viewer's commitment.
    /// @return report The report; all zero when it was never added.
    /// @return valid As `getReport` returns it.
    /// @return permitted As `hasPermission` returns it.
    function viewReport(
        bytes32 contentHash,
        bytes32[] calldata permissions,
        uint216 tag
    ) external view returns (Report memory report, bool valid, bool permitted);

    /// @notice Returns whether an issuer retracted its attestation before the report was added.
    /// @param contentHash The report.
    /// @param issuer The issuer.
    /// @return retracted Remains true after such a retraction.
    function isAttestationRetracted(
        bytes32 contentHash,
        address issuer
    ) external view returns (bool retracted);
}
