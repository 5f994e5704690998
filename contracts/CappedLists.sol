// SPDX-License-Identifier: AGPL-3.0-only
pragma solidity 0.8.37;

import {IReportRegistry} from "./IReportRegistry.sol";

/// @title Lists that a call brings, and their limits
/// @notice No call iterates over more than these numbers, so its gas cost is bounded, and no list is
/// stored: the state holds its hash, and whoever asks brings the list.
abstract contract CappedLists {
    /// @notice Most permission words in one list.
    uint256 public constant MAX_PERMISSIONS = 64;

    /// @notice Most reports in one batch.
    uint256 public constant MAX_BATCH = 64;

    /// @notice Most bytes of sealed metadata in one report.
    uint256 public constant MAX_METADATA = 1024;

    /// @dev Number of the lowest bits of a permission word that hold the expiry.
    uint256 private constant EXPIRY_BITS = 40;

    /// @dev Returns the hash of a list; zero for an empty list, which costs no storage. Reverts with
    /// {IReportRegistry-TooManyPermissions}.
    /// @param permissions Permission words, at most `MAX_PERMISSIONS`.
    /// @return permissionsHash As the registry stores it.
    function _hashPermissions(
        bytes32[] calldata permissions
    ) internal pure returns (bytes32 permissionsHash) {
        if (permissions.length == 0) return 0;
        if (permissions.length > MAX_PERMISSIONS) {
            revert IReportRegistry.TooManyPermissions(permissions.length);
        }
        return keccak256(abi.encodePacked(permissions));
    }

    /// @dev Returns whether a list has this hash and holds a tag whose permission has not expired at
    /// this block's time. When the tag is in the list more than once, the latest expiry counts.
    /// @param permissions A list that the caller brings; it may be any.
    /// @param permissionsHash The hash of the current list.
    /// @param tag The viewer's commitment.
    /// @return permitted True only if the list is the current one and holds the unexpired tag.
    function _isPermitted(
        bytes32[] calldata permissions,
        bytes32 permissionsHash,
        uint216 tag
    ) internal view returns (bool permitted) {
        if (permissions.length > MAX_PERMISSIONS) return false;
        if (_hashPermissions(permissions) != permissionsHash) return false;
        for (uint256 i = 0; i < permissions.length; ++i) {
            uint256 permission = uint256(permissions[i]);
            if (permission >> EXPIRY_BITS == tag && uint40(permission) > block.timestamp) {
                return true;
            }
        }
        return false;
    }
}
