// SPDX-License-Identifier: AGPL-3.0-only
pragma solidity 0.8.37;

import {AccessControlDefaultAdminRules} from "@openzeppelin/contracts/access/extensions/AccessControlDefaultAdminRules.sol";
import {ITrailAnchor} from "./ITrailAnchor.sol";

/// @title Anchor of the audit trail
/// @notice See {ITrailAnchor}.
contract TrailAnchor is ITrailAnchor, AccessControlDefaultAdminRules {
    /// @notice Who may anchor days and report violations.
    bytes32 public constant ANCHOR_ROLE = keccak256("ANCHOR_ROLE");

    /// @notice Most violations in one report.
    uint256 public constant MAX_VIOLATIONS = 64;

    /// @dev A struct, so that its place is computed once.
    struct Day {
        /// Zero until the day is anchored, and never changed after.
        bytes32 root;
    }

    /// @dev Keyed by days since 1970-01-01, UTC.
    mapping(uint256 day => Day) private _days;

    /// @param adminDelay Seconds between announcing and accepting a new default admin.
    /// @param admin The first default admin.
    constructor(
        uint48 adminDelay,
        address admin
    ) AccessControlDefaultAdminRules(adminDelay, admin) {}

    /// @inheritdoc ITrailAnchor
    function anchorDay(uint256 day, bytes32 root) external onlyRole(ANCHOR_ROLE) {
        if (root == 0) revert NothingToAnchor();
        // Rounded down, so that today is not over.
        if (day >= block.timestamp / 1 days) revert DayNotOver(day);
        Day storage anchored = _days[day];
        if (anchored.root != 0) revert DayAlreadyAnchored(day);
        anchored.root = root;
        emit DayAnchored(day);
    }

    /// @inheritdoc ITrailAnchor
    function reportViolations(bytes32[] calldata saltedLeafHashes) external onlyRole(ANCHOR_ROLE) {
        uint256 count = saltedLeafHashes.length;
        if (count == 0 || count > MAX_VIOLATIONS) revert ViolationCountOutOfRange(count);
        for (uint256 i = 0; i < count; ++i) emit ViolationReported(saltedLeafHashes[i]);
    }

    /// @inheritdoc ITrailAnchor
    function rootOf(uint256 day) external view returns (bytes32 root) {
        return _days[day].root;
    }
}
