// SPDX-License-Identifier: AGPL-3.0-only
pragma solidity 0.8.37;

import {IReportRegistry} from "../../../contracts/IReportRegistry.sol";
import {RegistryTest} from "./RegistryTest.sol";
import {vm} from "./Vm.sol";

/// @notice Does to a registry whatever the fuzzer chooses, with a handful of people and reports so that
/// they meet often, and keeps a plain model of what must come of it. Each act asserts that the
/// registry allows it exactly when the model does.
contract RegistryHandler is RegistryTest {
    uint256 public constant ISSUERS = 3;
    uint256 public constant PEOPLE = 10;
    uint256 public constant REPORTS = 24;
    uint256 private constant PERSON_KEY = 0xCAFE00;
    address private constant STRANGER = address(0xBAD);

    /// @dev The model's state of a report.
    struct Model {
        IReportRegistry.Status status;
        address owner;
        address issuer;
        uint256 addedBlock;
        uint256 permissionsBlock;
        bytes32[] permissions;
    }

    /// @dev The model's state of a recovery; `opensAt` is zero when there is none.
    struct Plan {
        address newOwner;
        uint256 opensAt;
    }

    mapping(bytes32 contentHash => Model) private _models;
    mapping(bytes32 contentHash => mapping(address issuer => bool)) private _dead;
    mapping(address issuer => bool) private _appointed;
    mapping(address issuer => uint256) private _soundUntil;
    mapping(address wallet => bool) private _retired;
    mapping(address oldOwner => Plan) private _plans;

    /// @dev Deriving an address from its key is slow.
    mapping(uint256 key => address) private _addresses;

    /// @notice How many acts there were, whether they went through or not.
    uint256 public acts;

    /// @notice The report that the last act was about.
    uint256 public lastReport;

    /// @notice How many acts of each kind went through, to see that the fuzzer reaches them.
    mapping(bytes4 act => uint256) public done;

    constructor() {
        registry.grantRole(registry.RECOVERY_ROLE(), address(this));
        for (uint256 i = 0; i < PEOPLE; ++i) _addresses[PERSON_KEY + i] = vm.addr(PERSON_KEY + i);
        for (uint256 i = 0; i < ISSUERS; ++i) {
            _addresses[ISSUER_KEY + i] = vm.addr(ISSUER_KEY + i);
            _soundUntil[_addressOf(ISSUER_KEY + i)] = type(uint256).max;
            _setIssuer(i, true);
        }
    }

    function add(uint256 seed) external {
        (uint256 person, uint256 signer, uint256 report, uint256 viewers) = _dice(seed);
        bytes32 contentHash = _touch(report);
        uint256 key = ISSUER_KEY + (signer % ISSUERS);
        address issuer = _addressOf(key);
        address owner = _personOrInUse(person);
        bytes32[] memory list = _listOf(viewers);
        (bytes32 r, bytes32 vs) = sign(key, digestOf(contentHash, "", owner, type(uint40).max));
        Model storage model = _models[contentHash];
        bool allowed =
            model.status == IReportRegistry.Status.None &&
                _appointed[issuer] &&
                !_dead[contentHash][issuer] &&
                !_retired[owner];

        vm.prank(owner);
        try registry.addReport(contentHash, "", list, type(uint40).max, r, vs) {
            assert(allowed);
            ++done[this.add.selector];
            model.status = IReportRegistry.Status.Active;
            model.owner = owner;
            model.issuer = issuer;
            model.addedBlock = block.number;
            model.permissionsBlock = block.number;
            model.permissions = list;
        } catch {
            assert(!allowed);
        }
    }

    function setPermissions(uint256 seed) external {
        (uint256 person, uint256 report, uint256 sight, uint256 viewers) = _dice(seed);
        bytes32 contentHash = _touch(_activeOrOther(report));
        bytes32[] memory list = _listOf(viewers);
        Model storage model = _models[contentHash];
        address caller = _ownerOrOther(model, person);
        bool stale = sight % 4 == 0;
        uint40 expectedBlock = uint40(model.permissionsBlock) + (stale ? 1 : 0);
        bool allowed =
            model.status == IReportRegistry.Status.Active &&
                model.owner == caller &&
                !stale &&
                model.permissionsBlock < block.number;

        vm.prank(caller);
        try registry.setPermissions(contentHash, expectedBlock, list) {
            assert(allowed);
            ++done[this.setPermissions.selector];
            model.permissions = list;
            model.permissionsBlock = block.number;
        } catch {
            assert(!allowed);
        }
    }

    /// @dev Every fourth acceptance names a block that is not the present one, as does one that was
    /// used or outdated.
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

    /// @dev Every fourth is about a report that can be, or some sequences would see none.
    function withdraw(uint256 seed) external {
        (uint256 person, uint256 report, uint256 dice, ) = _dice(seed);
        bytes32 contentHash = _touch(dice % 4 == 0 ? _activeOrOther(report) : report);
        Model storage model = _models[contentHash];
        address caller = _ownerOrOther(model, person);
        bool allowed = model.status == IReportRegistry.Status.Active && model.owner == caller;

        vm.prank(caller);
        try registry.withdrawReport(contentHash) {
            assert(allowed);
            ++done[this.withdraw.selector];
            _end(model, IReportRegistry.Status.Withdrawn);
        } catch {
            assert(!allowed);
        }
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

    /// @dev Dismissing is rarer than appointing, or few reports would be attested.
    function setIssuer(uint256 seed) external {
        (uint256 signer, uint256 dice, , ) = _dice(seed);
        _setIssuer(signer, dice % 4 != 0);
    }

    function _setIssuer(uint256 signer, bool appointed) private {
        address issuer = _addressOf(ISSUER_KEY + (signer % ISSUERS));
        bytes32 role = registry.ISSUER_ROLE();
        if (!appointed) {
            registry.revokeRole(role, issuer);
            _appointed[issuer] = false;
            return;
        }
        bool allowed = _soundUntil[issuer] == type(uint256).max;
        try registry.grantRole(role, issuer) {
            assert(allowed);
            _appointed[issuer] = true;
        } catch {
            assert(!allowed);
        }
    }

    /// @dev Rarely, and never the last issuer's, or there would soon be nothing more to see.
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

    /// @notice Asserts that the registry answers of a report what the model holds.
    function assertSame(uint256 index) external view {
        bytes32 contentHash = hashOf(index);
        Model storage model = _models[contentHash];
        (IReportRegistry.Report memory report, bool valid) = registry.getReport(contentHash);
        bool isSound = model.addedBlock < _soundUntil[model.issuer];

        assert(valid == (model.status == IReportRegistry.Status.Active && isSound));
        assert(report.status == model.status);
        assert(report.owner == model.owner);
        assert(report.issuer == model.issuer);
        assert(report.addedBlock == model.addedBlock);
        assert(report.permissionsBlock == model.permissionsBlock);
        assert(
            report.permissionsHash ==
                (
                    model.permissions.length == 0
                        ? bytes32(0)
                        : keccak256(abi.encodePacked(model.permissions))
                )
        );
        for (uint216 tag = 0; tag <= 4; ++tag) {
            bool listed = tag < model.permissions.length && _expiryOf(tag) > block.timestamp;
            bool permitted = registry.hasPermission(contentHash, model.permissions, tag);
            assert(permitted == (listed && isSound));
        }
        for (uint256 i = 0; i < ISSUERS; ++i) {
            address issuer = _addressOf(ISSUER_KEY + i);
            bool dead = _dead[contentHash][issuer];
            assert(registry.isAttestationRetracted(contentHash, issuer) == dead);
        }
    }

    /// @notice Asserts that no retired wallet governs anything, and that those in use govern
    /// themselves.
    function assertWallets() external view {
        for (uint256 i = 0; i < PEOPLE; ++i) {
            address wallet = personAt(i);
            address current = registry.currentWallet(wallet);
            assert((current == wallet) == !_retired[wallet]);
            assert(!_retired[current]);
            assert(registry.getRecovery(wallet).opensAt == _plans[wallet].opensAt);
        }
    }

    function hashOf(uint256 report) public pure returns (bytes32) {
        return keccak256(abi.encode("report", report % REPORTS));
    }

    function personAt(uint256 person) public view returns (address) {
        return _addressOf(PERSON_KEY + (person % PEOPLE));
    }

    /// @dev The fuzzer likes some numbers better than others, and would soon repeat itself.
    function _dice(uint256 seed) private returns (uint256, uint256, uint256, uint256) {
        uint256 thrown = uint256(keccak256(abi.encode(seed, ++acts)));
        uint256 mask = type(uint64).max;
        return (thrown & mask, (thrown >> 64) & mask, (thrown >> 128) & mask, thrown >> 192);
    }

    function _touch(uint256 report) private returns (bytes32) {
        lastReport = report % REPORTS;
        return hashOf(report);
    }

    function _end(Model storage model, IReportRegistry.Status status) private {
        model.status = status;
        model.permissionsBlock = block.number;
        delete model.permissions;
    }

    /// @dev Mostly a report that can still change.
    function _activeOrOther(uint256 report) private view returns (uint256) {
        if (report % 4 == 0) return report / 4;
        for (uint256 i = 0; i < REPORTS; ++i) {
            if (_models[hashOf(report + i)].status == IReportRegistry.Status.Active) {
                return report + i;
            }
        }
        return report;
    }

    /// @dev Mostly the owner, or few changes would go through.
    function _ownerOrOther(Model storage model, uint256 person) private view returns (address) {
        return person % 4 == 0 ? personAt(person / 4) : model.owner;
    }

    /// @dev Mostly one whose wallet is not retired.
    function _personOrInUse(uint256 person) private view returns (address wallet) {
        wallet = personAt(person / 4);
        if (person % 4 != 0) wallet = registry.currentWallet(wallet);
    }

    /// @dev The next wallet for which a recovery is proposed, if there is any.
    function _plannedOrNot(uint256 lost) private view returns (address wallet) {
        lost %= PEOPLE;
        for (uint256 i = 0; i < PEOPLE; ++i) {
            wallet = personAt(lost + i);
            if (_plans[wallet].opensAt != 0) return wallet;
        }
    }

    function _issuerOrOther(Model storage model, uint256 signer) private view returns (address) {
        return signer % 2 == 0 ? model.issuer : _addressOf(ISSUER_KEY + ((signer / 2) % ISSUERS));
    }

    function _addressOf(uint256 key) private view returns (address) {
        return _addresses[key];
    }

    /// @dev Viewers 0, 1, 2 ... of whom every second one's permission ends some day.
    function _listOf(uint256 viewers) private pure returns (bytes32[] memory list) {
        list = new bytes32[](viewers % 5);
        for (uint216 tag = 0; tag < list.length; ++tag) list[tag] = word(tag, _expiryOf(tag));
    }

    function _expiryOf(uint216 tag) private pure returns (uint40) {
        return tag % 2 == 0 ? type(uint40).max : 10 days;
    }
}
