// SPDX-License-Identifier: AGPL-3.0-only
pragma solidity 0.8.37;

import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";
import {IReportRegistry} from "../../contracts/IReportRegistry.sol";
import {ISponsoredCalls} from "../../contracts/ISponsoredCalls.sol";
import {RegistryTest} from "./support/RegistryTest.sol";
import {vm} from "./support/Vm.sol";

/// @notice Properties of calls that others send for an owner, for any input.
contract ConsentFuzz is RegistryTest {
    uint256 private constant OWNER_KEY = 0xB0B;
    address private immutable issuer = appoint(ISSUER_KEY);
    address private immutable owner = vm.addr(OWNER_KEY);

    function inputOf(
        bytes32 contentHash,
        bytes32[] memory list
    ) private view returns (IReportRegistry.ReportInput memory) {
        uint40 deadline = type(uint40).max;
        (bytes32 r, bytes32 vs) = sign(ISSUER_KEY, digestOf(contentHash, "", owner, deadline));
        return IReportRegistry.ReportInput(contentHash, "", list, deadline, r, vs);
    }

    function testFuzz_WhoSendsAConsentChangesNothing(
        bytes32 contentHash,
        address sender,
        uint256 seed
    ) public {
        bytes32[] memory list = new bytes32[](seed % 65);
        for (uint256 i = 0; i < list.length; ++i) list[i] = keccak256(abi.encode(seed, i));
        (bytes32 r, bytes32 vs) = sign(OWNER_KEY, consentOf(contentHash, list));

        vm.prank(sender);
        registry.addReportFor(owner, inputOf(contentHash, list), r, vs);

        (IReportRegistry.Report memory report, bool valid) = registry.getReport(contentHash);
        assert(valid);
        assert(report.owner == owner);
        assert(report.issuer == issuer);
        assert(report.addedBlock == block.number);
        assert(report.permissionsHash == listHash(list));
    }

    function testFuzz_NoConsentWithoutTheKey(uint256 key, bytes32 contentHash) public {
        key = within(key, 1, ORDER - 1);
        vm.assume(key != OWNER_KEY);
        bytes32[] memory list = one("list");
        (bytes32 r, bytes32 vs) = sign(key, consentOf(contentHash, list));

        vm.expectRevert(
            abi.encodeWithSelector(ISponsoredCalls.SignerNotOwner.selector, vm.addr(key))
        );
        registry.addReportFor(owner, inputOf(contentHash, list), r, vs);
    }

    function testFuzz_NoConsentIsGoodByChance(bytes32 r, bytes32 vs) public {
        anchor(ISSUER_KEY, "report", owner, one("list"));
        uint40 seen = uint40(block.number);
        vm.roll(block.number + 1);

        try registry.withdrawReportFor(owner, "report", seen, type(uint40).max, r, vs) {
            assert(false);
        } catch (bytes memory reason) {
            bytes4 refusal = bytes4(reason);
            assert(
                refusal == ISponsoredCalls.SignerNotOwner.selector ||
                    refusal == ECDSA.ECDSAInvalidSignature.selector ||
                    refusal == ECDSA.ECDSAInvalidSignatureS.selector
            );
        }
    }

    function testFuzz_AConsentCoversOnlyItsList(uint256 seed, uint8 length, uint16 bit) public {
        bytes32[] memory list = new bytes32[](within(length, 1, 64));
        for (uint256 i = 0; i < list.length; ++i) list[i] = keccak256(abi.encode(seed, i));
        (bytes32 r, bytes32 vs) = sign(OWNER_KEY, consentOf("report", list));
        uint256 place = bit % (list.length * 256);
        list[place / 256] ^= bytes32(uint256(1) << (place % 256));

        vm.expectPartialRevert(ISponsoredCalls.SignerNotOwner.selector);
        registry.addReportFor(owner, inputOf("report", list), r, vs);
    }

    function testFuzz_AListConsentReplacesOnlyTheListSeen(uint40 seen, uint32 added) public {
        vm.roll(added);
        anchor(ISSUER_KEY, "report", owner, one("first"));
        vm.roll(uint256(added) + 1);
        (bytes32 r, bytes32 vs) = sign(OWNER_KEY, listConsentOf("report", seen, one("second")));

        if (seen != added) {
            vm.expectRevert(
                abi.encodeWithSelector(IReportRegistry.PermissionsChanged.selector, seen, added)
            );
        }
        registry.setPermissionsFor(owner, "report", seen, one("second"), type(uint40).max, r, vs);

        assert(
            reportOf("report").permissionsHash ==
                listHash(one(seen == added ? bytes32("second") : bytes32("first")))
        );
    }

    function test_ASecondListInTheBlockOfTheFirstIsRefused() public {
        anchor(ISSUER_KEY, "report", owner, one("first"));
        uint40 seen = uint40(block.number);
        (bytes32 r, bytes32 vs) = sign(OWNER_KEY, listConsentOf("report", seen, one("second")));

        vm.expectRevert(
            abi.encodeWithSelector(
                IReportRegistry.PermissionsAlreadySetInBlock.selector,
                bytes32("report")
            )
        );
        registry.setPermissionsFor(owner, "report", seen, one("second"), type(uint40).max, r, vs);
    }
}
