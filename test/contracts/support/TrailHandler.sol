// SPDX-License-Identifier: AGPL-3.0-only
pragma solidity 0.8.37;

import {TrailAnchor} from "../../../contracts/TrailAnchor.sol";
import {vm} from "./Vm.sol";

/// @notice Anchors days, appoints and dismisses operators as the fuzzer chooses, and remembers the first
/// root of each day. A day is taken exactly when the model allows it.
contract TrailHandler {
    uint256 public constant DAYS = 12;

    TrailAnchor public immutable trail = new TrailAnchor(2 days, address(this));
    bytes32 private immutable _role = trail.ANCHOR_ROLE();

    mapping(uint256 day => bytes32) public first;
    uint256 public acts;
    uint256 public anchored;
    bool private _appointed;

    function anchor(uint256 seed, bytes32 root) external {
        ++acts;
        uint256 day = seed % DAYS;
        // Some of the days are still to come.
        uint256 today = (seed / DAYS) % (DAYS + 4);
        vm.warp(today * 1 days + 1);
        bool allowed = _appointed && root != 0 && day < today && first[day] == 0;
        try trail.anchorDay(day, root) {
            assert(allowed);
            first[day] = root;
            ++anchored;
        } catch {
            assert(!allowed);
        }
    }

    function report(uint8 count) external {
        ++acts;
        bool allowed = _appointed && count > 0 && count <= trail.MAX_VIOLATIONS();
        try trail.reportViolations(new bytes32[](count)) {
            assert(allowed);
        } catch {
            assert(!allowed);
        }
    }

    function appoint(uint256 seed) external {
        ++acts;
        _appointed = seed % 4 != 0;
        if (_appointed) trail.grantRole(_role, address(this));
        else trail.revokeRole(_role, address(this));
    }
}
