// SPDX-License-Identifier: AGPL-3.0-only
pragma solidity 0.8.37;

import {IReportRegistry} from "../../../contracts/IReportRegistry.sol";
import {ActSender} from "./ActSender.sol";
import {vm} from "./Vm.sol";

/// @notice Performs the acts that the fuzzer chooses, with few people and reports so that they interact
/// often. Each act asserts that the registry allows it exactly when the model does, and then changes
/// the model.
contract RegistryHandler is ActSender {
    function add(uint256 seed) external {
        (uint256 person, uint256 signer, uint256 report, uint256 viewers) = _dice(seed);
        bytes32 contentHash = _touch(report);
        uint256 key = ISSUER_KEY + (signer % ISSUERS);
        address issuer = _addressOf(key);
        address owner = _personOrInUse(person);
        bytes32[] memory list = _listOf(viewers);
        Way way = _wayOf(seed);
        Model storage model = _models[contentHash];
        bool allowed =
            model.status == IReportRegistry.Status.None &&
                _appointed[issuer] &&
                !_dead[contentHash][issuer] &&
                !_retired[owner] &&
                way != Way.Forged;

        bool succeeded = _sendAdd(key, contentHash, owner, list, way);
        assert(succeeded == allowed);
        if (!succeeded) return;
        ++done[way == Way.Own ? this.add.selector : registry.addReportFor.selector];
        model.status = IReportRegistry.Status.Active;
        model.owner = owner;
        model.issuer = issuer;
        model.addedBlock = block.number;
        model.permissionsBlock = block.number;
        model.permissions = list;
    }

    function setPermissions(uint256 seed) external {
        (uint256 person, uint256 report, uint256 sight, uint256 viewers) = _dice(seed);
        bytes32 contentHash = _touch(_activeOrOther(report));
        bytes32[] memory list = _listOf(viewers);
        Model storage model = _models[contentHash];
        address caller = _ownerOrOther(model, person);
        bool stale = sight % 4 == 0;
        uint40 expectedBlock = uint40(model.permissionsBlock) + (stale ? 1 : 0);
        Way way = _wayOf(seed);
        bool allowed =
            model.status == IReportRegistry.Status.Active &&
                model.owner == caller &&
                !stale &&
                model.permissionsBlock < block.number &&
                way != Way.Forged;

        bool succeeded = _sendList(contentHash, caller, expectedBlock, list, way);
        assert(succeeded == allowed);
        if (!succeeded) return;
        ++done[way == Way.Own ? this.setPermissions.selector : registry.setPermissionsFor.selector];
        model.permissions = list;
        model.permissionsBlock = block.number;
    }

    /// @dev Every fourth acceptance names a wrong block, like an acceptance that was used or is outdated.
    function transfer(uint256 seed) external {
        (uint256 person, uint256 report, uint256 to, uint256 sight) = _dice(seed);
        bytes32 contentHash = _touch(_activeOrOther(report));
        Model storage model = _models[contentHash];
        address caller = _ownerOrOther(model, person);
        uint256 key = PERSON_KEY + (to % PEOPLE);
        address newOwner = _addressOf(key);
        bool stale = sight % 4 == 0;
        uint40 seen = uint40(model.permissionsBlock) + (stale ? 1 : 0);
        (bytes32 r, bytes32 vs) = sign(key, acceptanceOf(contentHash, caller, newOwner, seen));
        bool allowed =
            model.status == IReportRegistry.Status.Active &&
                model.owner == caller &&
                !stale &&
                !_retired[newOwner] &&
                model.permissionsBlock < block.number;

        vm.prank(caller);
        try registry.transferReport(contentHash, newOwner, type(uint40).max, r, vs) {
            assert(allowed);
            ++done[this.transfer.selector];
            model.owner = newOwner;
            model.permissionsBlock = block.number;
            delete model.permissions;
        } catch {
            assert(!allowed);
        }
    }

    /// @dev Every fourth call chooses an active report, otherwise some sequences would withdraw none.
    function withdraw(uint256 seed) external {
        (uint256 person, uint256 report, uint256 dice, ) = _dice(seed);
        bytes32 contentHash = _touch(dice % 4 == 0 ? _activeOrOther(report) : report);
        Model storage model = _models[contentHash];
        address caller = _ownerOrOther(model, person);
        Way way = _wayOf(seed);
        // The owner's own call names no block; a consent does.
        bool stale = way != Way.Own && person % 3 == 0;
        bool allowed =
            model.status == IReportRegistry.Status.Active &&
                model.owner == caller &&
                !stale &&
                way != Way.Forged;

        uint40 expectedBlock = uint40(model.permissionsBlock) + (stale ? 1 : 0);
        bool succeeded = _sendWithdrawal(contentHash, caller, expectedBlock, way);
        assert(succeeded == allowed);
        if (!succeeded) return;
        ++done[way == Way.Own ? this.withdraw.selector : registry.withdrawReportFor.selector];
        _end(model, IReportRegistry.Status.Withdrawn);
    }

    function retract(uint256 seed) external {
        (uint256 signer, uint256 report, uint256 other, uint256 isReplaced) = _dice(seed);
        bytes32 contentHash = _touch(report);
        bool hasOther = isReplaced % 2 == 0;
        bytes32 replacement = hasOther ? hashOf(other) : bytes32(0);
        Model storage model = _models[contentHash];
        address issuer = _issuerOrOther(model, signer);
        bool isNew = model.status == IReportRegistry.Status.None;
        bool isOpen =
            model.status == IReportRegistry.Status.Active ||
                model.status == IReportRegistry.Status.Withdrawn;
        bool allowed =
            _appointed[issuer] &&
                replacement != contentHash &&
                (isNew ? !_dead[contentHash][issuer] : isOpen && model.issuer == issuer);

        vm.prank(issuer);
        try registry.retractReport(contentHash, replacement) {
            assert(allowed);
            ++done[this.retract.selector];
            if (isNew) {
                _dead[contentHash][issuer] = true;
            } else if (hasOther) {
                _end(model, IReportRegistry.Status.Superseded);
            } else {
                _end(model, IReportRegistry.Status.Retracted);
            }
        } catch {
            assert(!allowed);
        }
    }

    /// @dev Dismisses less often than it appoints, otherwise few reports would be attested.
    function setIssuer(uint256 seed) external {
        (uint256 signer, uint256 dice, , ) = _dice(seed);
        _setIssuer(signer, dice % 4 != 0);
    }

    /// @dev Rarely, and never the first issuer, otherwise no issuer would be left.
    function markCompromised(uint256 seed) external {
        (uint256 signer, uint256 fromBlock, uint256 dice, ) = _dice(seed);
        if (dice % 8 != 0) return;
        address issuer = _addressOf(ISSUER_KEY + 1 + (signer % (ISSUERS - 1)));
        fromBlock = within(fromBlock, 0, block.number + 1);
        bool allowed = fromBlock <= block.number && fromBlock < _soundUntil[issuer];

        try registry.markCompromised(issuer, uint40(fromBlock)) {
            assert(allowed);
            ++done[this.markCompromised.selector];
            _soundUntil[issuer] = fromBlock;
            _appointed[issuer] = false;
        } catch {
            assert(!allowed);
        }
    }

    function propose(uint256 seed) external {
        (uint256 lost, uint256 to, uint256 dice, ) = _dice(seed);
        (address oldOwner, address newOwner) = (personAt(lost), personAt(to));
        bool isStranger = dice % 8 == 0;
        bool allowed =
            !isStranger && oldOwner != newOwner && !_retired[oldOwner] && !_retired[newOwner];

        if (isStranger) vm.prank(STRANGER);
        try registry.proposeRecovery(oldOwner, newOwner) {
            assert(allowed);
            ++done[this.propose.selector];
            _plans[oldOwner] = Plan(newOwner, block.timestamp + 7 days);
        } catch {
            assert(!allowed);
        }
    }

    function veto(uint256 seed) external {
        (uint256 lost, uint256 person, uint256 dice, ) = _dice(seed);
        if (dice % 8 != 0) return;
        address oldOwner = personAt(lost);
        address caller = person % 2 == 0 ? oldOwner : personAt(person / 2);
        bool allowed = caller == oldOwner && _plans[oldOwner].opensAt != 0;

        vm.prank(caller);
        try registry.vetoRecovery(oldOwner) {
            assert(allowed);
            ++done[this.veto.selector];
            delete _plans[oldOwner];
        } catch {
            assert(!allowed);
        }
    }

    function execute(uint256 seed) external {
        (uint256 lost, uint256 person, , ) = _dice(seed);
        address oldOwner = _plannedOrNot(lost);
        Plan memory plan = _plans[oldOwner];
        address caller = person % 4 == 0 ? personAt(person / 4) : plan.newOwner;
        bool allowed =
            plan.opensAt != 0 &&
                caller == plan.newOwner &&
                block.timestamp >= plan.opensAt &&
                block.timestamp < plan.opensAt + 30 days &&
                !_retired[caller];

        vm.prank(caller);
        try registry.executeRecovery(oldOwner) {
            assert(allowed);
            ++done[this.execute.selector];
            _retired[oldOwner] = true;
            delete _plans[oldOwner];
            for (uint256 i = 0; i < REPORTS; ++i) {
                Model storage model = _models[hashOf(i)];
                if (model.owner == oldOwner) model.owner = caller;
            }
        } catch {
            assert(!allowed);
        }
    }

    function passTime(uint256 seed) external {
        (uint256 blocks, uint256 halfDays, , ) = _dice(seed);
        vm.roll(block.number + (blocks % 65536));
        vm.warp(block.timestamp + within(halfDays, 1, 10) * 12 hours);
    }
}
