// SPDX-License-Identifier: AGPL-3.0-only
pragma solidity 0.8.37;

/// @title Registry of medical reports, anchored by patients and attested by issuers
/// @notice A report is known by the SHA-256 of its PDF, which holds 32 random bytes and so reveals
/// nothing to someone who guesses the content. The owner (the patient) decides who may see it, the
/// issuer (the clinic's key) answers for its content and can retract it.
/// @dev State commits, logs carry: the state holds what decides (owner, issuer, status, hash of the
/// permission list), the log of one known block carries the long data. Nothing readable is stored:
/// the metadata is sealed and the viewers are salted commitments.
///
/// Who may do what: an issuer attests and retracts; whoever it attested for adds, permits, transfers
/// and withdraws; anybody reads. The default admin appoints, dismisses and marks issuers
/// ({IIssuerRegister}) and says who recovers lost wallets ({IOwnerRecovery}). The admin neither adds,
/// changes nor moves a report, but can end the validity of all that one issuer attested.
///
/// Every refusal is one of the errors below or of those two interfaces, or OpenZeppelin's for roles, casts
/// and malformed signatures. Lists, batches and metadata are capped, and no call walks over what somebody
/// else stored, so nobody can make another's call dear.
///
/// A permission is one word, `tag (216 bits) << 40 | expiry (40 bits, unix seconds)`. The tag is a
/// keyed commitment to a viewer, made off the chain.
interface IReportRegistry {
    /// @notice Where a report stands. Only an Active report can be valid; the last two are final.
    enum Status {
        /// Never added.
        None,
        /// Added and neither withdrawn nor retracted.
        Active,
        /// Taken back by its owner.
        Withdrawn,
        /// Taken back by its issuer: the content is wrong.
        Retracted,
        /// Taken back by its issuer, who names the report that replaces it.
        Superseded
    }

    /// @notice A report as `getReport` answers it.
    /// @param owner The patient's present account: the only one that may change permissions, transfer
    /// or withdraw. After a recovery it is the successor (see {IOwnerRecovery}).
    /// @param issuer The account that signed the attestation.
    /// @param status Where the report stands.
    /// @param addedBlock The one block whose log carries the sealed metadata.
    /// @param permissionsBlock The one block whose log carries the current permission list, or tells
    /// that a transfer emptied it; once the report is no longer Active, the last block whose log tells
    /// of its withdrawal or retraction.
    /// @param permissionsHash `keccak256(abi.encodePacked(list))`, or zero when the list is empty.
    struct Report {
        address owner;
        address issuer;
        Status status;
        uint40 addedBlock;
        uint40 permissionsBlock;
        bytes32 permissionsHash;
    }

    /// @notice What `addReport` takes, for one report of a batch.
    /// @param contentHash SHA-256 of the PDF.
    /// @param sealedMetadata Encrypted metadata, at most `MAX_METADATA` bytes; only its log keeps it.
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

    /// @notice The owner handed the report to another, who accepted it. Its permission list is now
    /// empty: the new owner permitted nobody yet.
    /// @param contentHash The report.
    /// @param owner The account that owned it.
    /// @param newOwner The account that owns it now.
    event ReportTransferred(
        bytes32 indexed contentHash,
        address indexed owner,
        address indexed newOwner
    );

    /// @notice The owner took the report back. Its permission list is now empty.
    /// @param contentHash The report.
    event ReportWithdrawn(bytes32 indexed contentHash);

    /// @notice An issuer took back a report, or its attestation for a report that was never added.
    /// @param contentHash The report.
    /// @param issuer The issuer that speaks.
    /// @param replacement The report to read instead, or zero.
    event ReportRetracted(
        bytes32 indexed contentHash,
        address indexed issuer,
        bytes32 indexed replacement
    );

    /// @notice A report of this content was added before, whatever became of it.
    /// @param contentHash The report.
    error ReportAlreadyAdded(bytes32 contentHash);

    /// @notice The report's status does not allow the act.
    /// @param contentHash The report.
    /// @param status Where it stands.
    error ReportNotActive(bytes32 contentHash, Status status);

    /// @notice Only the report's owner may do this.
    /// @param contentHash The report.
    /// @param caller Who tried.
    error NotReportOwner(bytes32 contentHash, address caller);

    /// @notice Only the report's issuer, while it holds the role, may do this.
    /// @param contentHash The report.
    /// @param caller Who tried.
    error NotReportIssuer(bytes32 contentHash, address caller);

    /// @notice The signature is not that of an issuer for this content, this caller, this deadline,
    /// this contract and this chain.
    /// @param signer The account that the signature belongs to; arbitrary when anything else differs.
    error SignerNotIssuer(address signer);

    /// @notice The attestation's deadline has passed.
    /// @param deadline The last second (unix) at which it could be used.
    error AttestationExpired(uint40 deadline);

    /// @notice The issuer took this attestation back.
    /// @param contentHash The report.
    /// @param issuer Who had attested it.
    error AttestationRetracted(bytes32 contentHash, address issuer);

    /// @notice The signature is not the new owner's acceptance of this report from this owner with this
    /// list by this deadline, for this contract and this chain.
    /// @param signer The account that the signature belongs to; arbitrary when anything else differs.
    error SignerNotNewOwner(address signer);

    /// @notice The acceptance's deadline has passed.
    /// @param deadline The last second (unix) at which it could be used.
    error AcceptanceExpired(uint40 deadline);

    /// @notice The list changed since the caller read it: read again, then decide.
    /// @param expectedBlock The block of the list that the caller saw.
    /// @param actualBlock The block of the present list.
    error PermissionsChanged(uint40 expectedBlock, uint40 actualBlock);

    /// @notice The list was already set or emptied in this block: one block's log must carry one list.
    /// @param contentHash The report.
    error PermissionsAlreadySetInBlock(bytes32 contentHash);

    /// @notice More than `MAX_PERMISSIONS` words.
    /// @param count As many as were given.
    error TooManyPermissions(uint256 count);

    /// @notice More than `MAX_METADATA` bytes.
    /// @param length As many as were given.
    error MetadataTooLong(uint256 length);

    /// @notice An empty batch, or one of more than `MAX_BATCH` reports.
    /// @param count As many as were given.
    error BatchSizeOutOfRange(uint256 count);

    /// @notice A report cannot replace itself.
    /// @param contentHash The report.
    error ReplacementIsItself(bytes32 contentHash);

    /// @notice Anchors a report that an issuer attested for the caller, who becomes its owner.
    /// @dev The attestation is the EIP-712 message `Report(bytes32 contentHash,bytes32 metadataHash,
    /// address owner,uint40 deadline)` with `metadataHash = keccak256(sealedMetadata)` and
    /// `owner = msg.sender`: in anybody else's hands it is worthless. Emits {ReportAdded}. Reverts
    /// with {AttestationExpired}, {MetadataTooLong}, {TooManyPermissions}, {ReportAlreadyAdded},
    /// {SignerNotIssuer}, {AttestationRetracted}, {IOwnerRecovery-WalletRetired}, or with ECDSA's errors for a malformed signature.
    /// @param contentHash SHA-256 of the PDF.
    /// @param sealedMetadata Encrypted metadata.
    /// @param permissions First permission list; empty for nobody but the owner and the issuer.
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
    /// @dev As {addReport} for each; also reverts with {BatchSizeOutOfRange}.
    /// @param reports The reports, at most `MAX_BATCH`.
    function addReports(ReportInput[] calldata reports) external;

    /// @notice Replaces the whole permission list of the caller's report.
    /// @dev Compare-and-set: `expectedBlock` is the `permissionsBlock` that the caller saw, so that
    /// a change made elsewhere meanwhile is not undone unseen. Emits {PermissionsSet}. Reverts with
    /// {NotReportOwner}, {ReportNotActive}, {PermissionsChanged}, {PermissionsAlreadySetInBlock},
    /// {TooManyPermissions}.
    /// @param contentHash The report.
    /// @param expectedBlock The `permissionsBlock` of the list that is being replaced.
    /// @param permissions The new list; empty takes every permission away.
    function setPermissions(
        bytes32 contentHash,
        uint40 expectedBlock,
        bytes32[] calldata permissions
    ) external;

    /// @notice Hands the caller's report to another owner who accepted it; every permission ends.
    /// @dev The acceptance is the EIP-712 message `Acceptance(bytes32 contentHash,address owner,
    /// address newOwner,uint40 permissionsBlock,uint40 deadline)`, signed by the new owner, with
    /// `owner = msg.sender` and the report's present `permissionsBlock`. A transfer moves that block
    /// ahead, so an acceptance serves once, also when the report comes back to the same owner; a
    /// change of the list makes it void. Emits {ReportTransferred}. Reverts with {AcceptanceExpired},
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

    /// @notice Takes the caller's report back, for ever, and with it every permission.
    /// @dev Emits {ReportWithdrawn}. Reverts with {NotReportOwner}, {ReportNotActive}.
    /// @param contentHash The report.
    function withdrawReport(bytes32 contentHash) external;

    /// @notice Takes back what the caller attested.
    /// @dev For a report that the caller issued, Active or Withdrawn: it becomes Superseded when
    /// there is a replacement, else Retracted, and its permissions end. For one not yet added: the
    /// caller's own attestation dies, other issuers' live on. Emits {ReportRetracted}. Reverts with
    /// {NotReportIssuer}, {ReportNotActive}, {AttestationRetracted}, {ReplacementIsItself}.
    /// @param contentHash The report.
    /// @param replacement The report to read instead, added already or later, or zero.
    function retractReport(bytes32 contentHash, bytes32 replacement) external;

    /// @notice The report and whether it is valid now.
    /// @param contentHash The report.
    /// @return report The report; all zero when it was never added.
    /// @return valid True only while the report is Active and was not anchored with a key that was
    /// then compromised (see {IIssuerRegister}).
    function getReport(
        bytes32 contentHash
    ) external view returns (Report memory report, bool valid);

    /// @notice Whether a viewer may see a report at this block's time.
    /// @dev A permission ends at its expiry: at that very second it is over. An expiry of
    /// `type(uint40).max` lies 34,000 years ahead and serves as "never". When a tag is in the list
    /// more than once, its latest expiry counts.
    /// @param contentHash The report.
    /// @param permissions The current list, as the log of `permissionsBlock` carries it; any other
    /// list answers false.
    /// @param tag The viewer's commitment.
    /// @return permitted True only if the report is valid and the list holds the tag, unexpired.
    function hasPermission(
        bytes32 contentHash,
        bytes32[] calldata permissions,
        uint216 tag
    ) external view returns (bool permitted);

    /// @notice Everything that decides whether a viewer may see a report, in one call and of one block:
    /// what `getReport` and `hasPermission` answer.
    /// @dev A caller that keeps the list compares its hash with `report.permissionsHash`: when they
    /// differ, `permitted` is false because the list is not the present one.
    /// @param contentHash The report.
    /// @param permissions The current list, as for `hasPermission`.
    /// @param tag The viewer's commitment.
    /// @return report The report; all zero when it was never added.
    /// @return valid As `getReport` answers it.
    /// @return permitted As `hasPermission` answers it.
    function viewReport(
        bytes32 contentHash,
        bytes32[] calldata permissions,
        uint216 tag
    ) external view returns (Report memory report, bool valid, bool permitted);

    /// @notice Whether an issuer took back its attestation before the report was added.
    /// @param contentHash The report.
    /// @param issuer The issuer.
    /// @return retracted True for ever after such a retraction.
    function isAttestationRetracted(
        bytes32 contentHash,
        address issuer
    ) external view returns (bool retracted);
}
