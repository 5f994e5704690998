// SPDX-License-Identifier: AGPL-3.0-only
pragma solidity 0.8.37;

/// @title Anchor of the audit trail
/// @notice Keeps one Merkle root for each day of a clinic's audit trail: whoever holds an event and its
/// path can check that the event was there when the day was anchored, and that it was not altered since.
/// @dev A root is that of an RFC 6962 tree over SHA-256. Each leaf holds a salt, so neither root nor path
/// reveals anything about an event. Nothing here can be changed or removed: neither the accounts with
/// `ANCHOR_ROLE` nor the default admin can replace a root. No call iterates over stored data.
///
/// Rights: accounts with `ANCHOR_ROLE` anchor days and report violations; the default admin appoints
/// and dismisses them; anyone reads.
interface ITrailAnchor {
    /// @notice The root of a day was recorded, permanently.
    /// @param day Days since 1970-01-01, UTC.
    event DayAnchored(uint256 indexed day);

    /// @notice A violation of the rules of access was reported.
    /// @param saltedLeafHash The hash of a leaf with what was found, which says nothing without the
    /// leaf's salt.
    event ViolationReported(bytes32 indexed saltedLeafHash);

    /// @notice The day has a root. A root is never replaced.
    /// @param day Days since 1970-01-01, UTC.
    error DayAlreadyAnchored(uint256 day);

    /// @notice The day has not ended, so its root cannot be known.
    /// @param day Days since 1970-01-01, UTC.
    error DayNotOver(uint256 day);

    /// @notice A zero root stands for nothing.
    error NothingToAnchor();

    /// @notice A report holds from one to `MAX_VIOLATIONS` hashes.
    /// @param count The number of hashes that were given.
    error ViolationCountOutOfRange(uint256 count);

    /// @notice Records the root of a day. Days may be anchored in any order, each once.
    /// @dev Emits {DayAnchored}. Reverts with {DayAlreadyAnchored}, {DayNotOver}, {NothingToAnchor}, or
    /// AccessControl's error when the caller lacks `ANCHOR_ROLE`.
    /// @param day Days since 1970-01-01, UTC; it must have ended by the block's time.
    /// @param root Root of the day's tree.
    function anchorDay(uint256 day, bytes32 root) external;

    /// @notice Reports violations, in the log only.
    /// @dev Emits {ViolationReported} for each. Reverts with {ViolationCountOutOfRange}, or AccessControl's
    /// error when the caller lacks `ANCHOR_ROLE`.
    /// @param saltedLeafHashes Hashes of the violations' leaves, at most `MAX_VIOLATIONS`.
    function reportViolations(bytes32[] calldata saltedLeafHashes) external;

    /// @notice Returns the root of a day.
    /// @param day Days since 1970-01-01, UTC.
    /// @return root Zero when the day was not anchored.
    function rootOf(uint256 day) external view returns (bytes32 root);
}
