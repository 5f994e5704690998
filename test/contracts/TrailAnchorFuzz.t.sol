// SPDX-License-Identifier: AGPL-3.0-only
pragma solidity 0.8.37;

import {IAccessControl} from "@openzeppelin/contracts/access/IAccessControl.sol";
import {ITrailAnchor} from "../../contracts/ITrailAnchor.sol";
import {TrailAnchor} from "../../contracts/TrailAnchor.sol";
import {vm} from "./support/Vm.sol";

/// @notice Properties of the audit trail's anchor, for any days, roots and callers.
contract TrailAnchorFuzz {
    TrailAnchor private immutable trail = new TrailAnchor(2 days, address(this));

    constructor() {
        trail.grantRole(trail.ANCHOR_ROLE(), address(this));
    }

    function testFuzz_ADayHasOneRoot(uint40 day, bytes32 first, bytes32 second) public {
        vm.assume(first != 0 && second != 0);
        vm.warp((uint256(day) + 1) * 1 days);
        trail.anchorDay(day, first);

        vm.expectRevert(abi.encodeWithSelector(ITrailAnchor.DayAlreadyAnchored.selector, day));
        trail.anchorDay(day, second);

        assert(trail.rootOf(day) == first);
    }

    function testFuzz_ADayIsAnchoredOnceItIsOver(uint256 day, uint40 time) public {
        vm.warp(time);
        bool isOver = day < time / 1 days;
        if (!isOver) {
            vm.expectRevert(abi.encodeWithSelector(ITrailAnchor.DayNotOver.selector, day));
        }
        trail.anchorDay(day, "root");
        assert(trail.rootOf(day) == (isOver ? bytes32("root") : bytes32(0)));
    }

    function testFuzz_OneDayDoesNotTouchAnother(uint40 one, uint40 other) public {
        vm.assume(one != other);
        vm.warp(uint256(type(uint40).max) * 2 days);
        trail.anchorDay(one, "one");
        assert(trail.rootOf(other) == 0);
        trail.anchorDay(other, "other");
        assert(trail.rootOf(one) == "one" && trail.rootOf(other) == "other");
    }

    function testFuzz_OnlyTheRoleAnchors(address stranger) public {
        vm.assume(stranger != address(this));
        vm.warp(2 days);
        bytes memory refusal = abi.encodeWithSelector(
            IAccessControl.AccessControlUnauthorizedAccount.selector,
            stranger,
            trail.ANCHOR_ROLE()
        );
        vm.prank(stranger);
        vm.expectRevert(refusal);
        trail.anchorDay(0, "root");
        vm.prank(stranger);
        vm.expectRevert(refusal);
        trail.reportViolations(new bytes32[](1));
    }
}
