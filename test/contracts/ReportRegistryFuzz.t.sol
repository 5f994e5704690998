// SPDX-License-Identifier: AGPL-3.0-only
pragma solidity 0.8.37;

import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {IReportRegistry} from "../../contracts/IReportRegistry.sol";
import {RegistryTest} from "./support/RegistryTest.sol";
import {vm} from "./support/Vm.sol";

/// @notice Properties of the registry, for any input.
contract ReportRegistryFuzz is RegistryTest {
    address private immutable issuer = appoint(ISSUER_KEY);

    function testFuzz_WhatIsAddedIsReadBack(
        bytes32 contentHash,
        bytes calldata sealedMetadata,
        uint256 seed,
        uint40 blockNumber,
        uint256 ownerSeed
    ) public {
        address owner = address(uint160(within(ownerSeed, 0x1000, type(uint160).max)));
        vm.assume(sealedMetadata.length <= registry.MAX_METADATA());
        bytes32[] memory permissions = new bytes32[](seed % 65);
        for (uint256 i = 0; i < permissions.length; ++i) {
            permissions[i] = keccak256(abi.encode(seed, i));
        }
        uint40 deadline = uint40(block.timestamp);
        (bytes32 r, bytes32 vs) = sign(
            ISSUER_KEY,
            digestOf(contentHash, sealedMetadata, owner, deadline)
        );

        vm.roll(blockNumber);
        vm.prank(owner);
        registry.addReport(contentHash, sealedMetadata, permissions, deadline, r, vs);

        (IReportRegistry.Report memory report, bool valid) = registry.getReport(contentHash);
        assert(valid);
        assert(report.status == IReportRegistry.Status.Active);
        assert(report.owner == owner);
        assert(report.issuer == issuer);
        assert(report.addedBlock == blockNumber);
        assert(report.permissionsBlock == blockNumber);
        assert(
            report.permissionsHash ==
                (permissions.length == 0 ? bytes32(0) : keccak256(abi.encodePacked(permissions)))
        );
    }

    function testFuzz_AnAttestationServesOnlyItsOwner(
        bytes32 contentHash,
        address owner,
        address thief
    ) public {
        vm.assume(owner != thief);
        (bytes32 r, bytes32 vs) = sign(
            ISSUER_KEY,
            digestOf(contentHash, "", owner, type(uint40).max)
        );

        vm.prank(thief);
        vm.expectPartialRevert(IReportRegistry.SignerNotIssuer.selector);
        registry.addReport(contentHash, "", new bytes32[](0), type(uint40).max, r, vs);
    }

    function testFuzz_AnAttestationCoversOnlyItsMetadata(
        bytes calldata attested,
        bytes calldata sent
    ) public {
        vm.assume(keccak256(attested) != keccak256(sent));
        vm.assume(sent.length <= registry.MAX_METADATA());
        (bytes32 r, bytes32 vs) = sign(
            ISSUER_KEY,
            digestOf("report", attested, address(this), type(uint40).max)
        );

        vm.expectPartialRevert(IReportRegistry.SignerNotIssuer.selector);
        registry.addReport("report", sent, new bytes32[](0), type(uint40).max, r, vs);
    }

    function testFuzz_NoForgeryWithoutTheKey(uint256 key, bytes32 contentHash) public {
        key = within(key, 1, ORDER - 1);
        vm.assume(key != ISSUER_KEY);
        (bytes32 r, bytes32 vs) = sign(
            key,
            digestOf(contentHash, "", address(this), type(uint40).max)
        );

        vm.expectRevert(
            abi.encodeWithSelector(IReportRegistry.SignerNotIssuer.selector, vm.addr(key))
        );
        registry.addReport(contentHash, "", new bytes32[](0), type(uint40).max, r, vs);
    }

    function testFuzz_NoSignatureIsGoodByChance(bytes32 r, bytes32 vs) public {
        try registry.addReport("report", "", new bytes32[](0), type(uint40).max, r, vs) {
            assert(false);
        } catch (bytes memory reason) {
            bytes4 refusal = bytes4(reason);
            assert(
                refusal == IReportRegistry.SignerNotIssuer.selector ||
                    refusal == ECDSA.ECDSAInvalidSignature.selector ||
                    refusal == ECDSA.ECDSAInvalidSignatureS.selector
            );
        }
    }

    function testFuzz_TheDeadlineIsTheLastSecond(uint40 deadline, uint40 time) public {
        vm.warp(time);
        (bytes32 r, bytes32 vs) = sign(ISSUER_KEY, digestOf("report", "", address(this), deadline));

        if (time > deadline) {
            vm.expectRevert(
                abi.encodeWithSelector(IReportRegistry.AttestationExpired.selector, deadline)
            );
        }
        registry.addReport("report", "", new bytes32[](0), deadline, r, vs);

        (, bool valid) = registry.getReport("report");
        assert(valid == (time <= deadline));
    }

    function testFuzz_APermissionLastsUntilItsExpiry(
        uint216 tag,
        uint216 other,
        uint40 expiry,
        uint40 time
    ) public {
        vm.assume(tag != other);
        bytes32[] memory list = one(word(tag, expiry));
        anchor(ISSUER_KEY, "report", address(this), list);

        vm.warp(time);

        assert(registry.hasPermission("report", list, tag) == (time < expiry));
        assert(!registry.hasPermission("report", list, other));
    }

    function testFuzz_EveryBitOfTheListCounts(uint256 seed, uint8 length, uint16 bit) public {
        bytes32[] memory list = new bytes32[](within(length, 1, 64));
        for (uint256 i = 0; i < list.length; ++i) {
            list[i] = word(uint216(uint256(keccak256(abi.encode(seed, i)))), type(uint40).max);
        }
        anchor(ISSUER_KEY, "report", address(this), list);
        uint256 place = bit % (list.length * 256);
        // The flipped bit is in another word or in the same word; in both cases the viewer exists.
        uint216 viewer = uint216(uint256(list[0]) >> 40);
        assert(registry.hasPermission("report", list, viewer));

        list[place / 256] ^= bytes32(uint256(1) << (place % 256));

        assert(!registry.hasPermission("report", list, viewer));
    }

    function testFuzz_OnlyTheBlockSeenCanBeReplaced(
        uint40 expected,
        uint32 added,
        uint32 later
    ) public {
        vm.roll(added);
        anchor(ISSUER_KEY, "report", address(this), new bytes32[](0));
        vm.roll(uint256(added) + within(later, 1, type(uint32).max));

        if (expected != added) {
            vm.expectRevert(
                abi.encodeWithSelector(IReportRegistry.PermissionsChanged.selector, expected, added)
            );
        }
        registry.setPermissions("report", expected, one("list"));

        assert((reportOf("report").permissionsHash == 0) == (expected != added));
    }

    function testFuzz_BlocksAreKeptExactly(uint40 added, uint32 later) public {
        added = uint40(within(added, 0, type(uint40).max - type(uint32).max));
        later = uint32(within(later, 1, type(uint32).max));
        vm.roll(added);
        anchor(ISSUER_KEY, "report", address(this), new bytes32[](0));
        vm.roll(uint256(added) + later);

        registry.setPermissions("report", added, new bytes32[](0));

        assert(reportOf("report").addedBlock == added);
        assert(reportOf("report").permissionsBlock == added + later);
        assert(reportOf("report").owner == address(this));
        assert(reportOf("report").issuer == issuer);
    }

    function test_ABlockTooFarAwayIsRefused() public {
        vm.roll(1);
        anchor(ISSUER_KEY, "report", address(this), new bytes32[](0));
        uint256 tooLate = uint256(type(uint32).max) + 1;
        vm.roll(1 + tooLate);

        vm.expectRevert(
            abi.encodeWithSelector(
                SafeCast.SafeCastOverflowedUintDowncast.selector,
                uint8(32),
                tooLate
            )
        );
        registry.setPermissions("report", 1, new bytes32[](0));
    }

    function test_ASecondListInTheBlockOfTheFirstIsRefused() public {
        anchor(ISSUER_KEY, "report", address(this), one("first"));

        vm.expectRevert(
            abi.encodeWithSelector(
                IReportRegistry.PermissionsAlreadySetInBlock.selector,
                bytes32("report")
            )
        );
        registry.setPermissions("report", uint40(block.number), one("second"));

        vm.roll(block.number + 1);
        registry.setPermissions("report", uint40(block.number - 1), one("second"));
        vm.expectRevert(
            abi.encodeWithSelector(
                IReportRegistry.PermissionsAlreadySetInBlock.selector,
                bytes32("report")
            )
        );
        registry.setPermissions("report", uint40(block.number), one("third"));
    }

    function test_AReportCanBeWithdrawnInTheBlockThatAddedIt() public {
        anchor(ISSUER_KEY, "report", address(this), one("list"));

        registry.withdrawReport("report");

        assert(reportOf("report").status == IReportRegistry.Status.Withdrawn);
        assert(reportOf("report").permissionsHash == 0);
    }
}
