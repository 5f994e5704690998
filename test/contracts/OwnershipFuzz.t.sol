// SPDX-License-Identifier: AGPL-3.0-only
pragma solidity 0.8.37;

import {IIssuerRegister} from "../../contracts/IIssuerRegister.sol";
import {IOwnerRecovery} from "../../contracts/IOwnerRecovery.sol";
import {IReportRegistry} from "../../contracts/IReportRegistry.sol";
import {RegistryTest} from "./support/RegistryTest.sol";
import {vm} from "./support/Vm.sol";

/// @notice Properties of owners, their wallets and compromised issuers, for any numbers.
contract OwnershipFuzz is RegistryTest {
    uint256 private constant NEW_KEY = 0xB0B;
    address private immutable issuer = appoint(ISSUER_KEY);
    address private immutable newOwner = vm.addr(NEW_KEY);

    constructor() {
        registry.grantRole(registry.RECOVERY_ROLE(), address(this));
    }

    function testFuzz_AnAcceptanceCoversOnlyTheListThatWasSeen(uint40 seen, uint32 added) public {
        vm.roll(added);
        anchor(ISSUER_KEY, "report", address(this), one("list"));
        vm.roll(uint256(added) + 1);
        (bytes32 r, bytes32 vs) = sign(
            NEW_KEY,
            acceptanceOf("report", address(this), newOwner, seen)
        );

        if (seen != added) vm.expectPartialRevert(IReportRegistry.SignerNotNewOwner.selector);
        registry.transferReport("report", newOwner, type(uint40).max, r, vs);

        assert(reportOf("report").owner == (seen == added ? newOwner : address(this)));
        assert((reportOf("report").permissionsHash == 0) == (seen == added));
    }

    function testFuzz_OnlyTheNewOwnerAccepts(uint256 key, address named) public {
        key = within(key, 1, ORDER - 1);
        vm.assume(named != vm.addr(key));
        anchor(ISSUER_KEY, "report", address(this), new bytes32[](0));
        uint40 seen = uint40(block.number);
        vm.roll(block.number + 1);
        (bytes32 r, bytes32 vs) = sign(key, acceptanceOf("report", address(this), named, seen));

        vm.expectRevert(
            abi.encodeWithSelector(IReportRegistry.SignerNotNewOwner.selector, vm.addr(key))
        );
        registry.transferReport("report", named, type(uint40).max, r, vs);
    }

    function testFuzz_ARecoveryIsOpenFromTheSeventhDayForThirty(
        uint40 proposed,
        uint40 moment
    ) public {
        vm.warp(proposed);
        registry.proposeRecovery(address(this), newOwner);
        moment = uint40(within(moment, proposed, uint256(proposed) + 50 days));
        bool isOpen = moment >= uint256(proposed) + 7 days && moment < uint256(proposed) + 37 days;
        vm.warp(moment);

        vm.prank(newOwner);
        if (!isOpen) vm.expectPartialRevert(IOwnerRecovery.RecoveryNotOpen.selector);
        registry.executeRecovery(address(this));

        assert(registry.currentWallet(address(this)) == (isOpen ? newOwner : address(this)));
    }

    function testFuzz_OnlyTheNewWalletExecutes(address caller) public {
        vm.assume(caller != newOwner);
        registry.proposeRecovery(address(this), newOwner);
        vm.warp(block.timestamp + 7 days);

        vm.prank(caller);
        vm.expectRevert(
            abi.encodeWithSelector(IOwnerRecovery.NotNewOwner.selector, address(this), caller)
        );
        registry.executeRecovery(address(this));
    }

    function testFuzz_AMarkCoversExactlyTheBlocksSince(uint40 added, uint40 since) public {
        vm.roll(added);
        bytes32[] memory list = one(word(1, type(uint40).max));
        anchor(ISSUER_KEY, "report", address(this), list);
        vm.roll(type(uint40).max);

        registry.markCompromised(issuer, since);

        (, bool valid) = registry.getReport("report");
        assert(valid == (added < since));
        assert(registry.hasPermission("report", list, 1) == (added < since));
    }

    function testFuzz_AMarkMovesOnlyToEarlierBlocks(uint40 first, uint40 second) public {
        vm.roll(type(uint40).max);
        registry.markCompromised(issuer, first);

        if (second >= first) {
            vm.expectRevert(
                abi.encodeWithSelector(IIssuerRegister.AlreadyCompromised.selector, issuer, first)
            );
        }
        registry.markCompromised(issuer, second);

        (, uint40 fromBlock) = registry.getCompromise(issuer);
        assert(fromBlock == (second < first ? second : first));
    }
}
