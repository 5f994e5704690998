// SPDX-License-Identifier: AGPL-3.0-only
pragma solidity 0.8.37;

import {IReportRegistry} from "../../../contracts/IReportRegistry.sol";
import {RegistryTest} from "./RegistryTest.sol";
import {vm} from "./Vm.sol";

/// @notice Does to a registry whatever the fuzzer says, with a handful of people and reports so that
/// they meet often, and keeps a plain model of what must come of it. Each act asserts that the
/// registry allows it exactly when the model does.
contract RegistryHandler is RegistryTest {
    uint256 public constant PEOPLE = 3;
    uint256 public constant REPORTS = 24;

    /// @dev What the model knows of a report.
    struct Model {
        IReportRegistry.Status status;
        address owner;
        address issuer;
        uint256 addedBlock;
        uint256 permissionsBlock;
        bytes32[] permissions;
    }

    mapping(bytes32 contentHash => Model) private _models;
    mapping(bytes32 contentHash => mapping(address issuer => bool)) private _dead;
    mapping(address issuer => bool) private _appointed;

    /// @notice The report that the last act was about.
    uint256 public lastReport;

    /// @notice How many acts of each kind went through, to see that the fuzzer reaches them.
    mapping(bytes4 act => uint256) public done;

    constructor() {
        for (uint256 i = 0; i < PEOPLE; ++i) setIssuer(i, true);
    }

    function add(uint256 person, uint256 signer, uint256 report, uint8 viewers) external {
        bytes32 contentHash = _touch(report);
        (uint256 key, address issuer) = _issuerAt(signer);
        address owner = personAt(person);
        bytes32[] memory list = _listOf(viewers);
        (bytes32 r, bytes32 vs) = sign(key, digestOf(contentHash, "", owner, type(uint40).max));
        Model storage model = _models[contentHash];
        bool allowed =
            model.status == IReportRegistry.Status.None &&
                _appointed[issuer] &&
                !_dead[contentHash][issuer];

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

    function setPermissions(uint256 person, uint256 report, uint8 sight, uint8 viewers) external {
        bytes32 contentHash = _touch(report);
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

    function withdraw(uint256 person, uint256 report) external {
        bytes32 contentHash = _touch(report);
        Model storage model = _models[contentHash];
        address caller = personAt(person);
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

    function retract(uint256 signer, uint256 report, uint256 other, bool isReplaced) external {
        bytes32 contentHash = _touch(report);
        bytes32 replacement = isReplaced ? hashOf(other) : bytes32(0);
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
            } else if (isReplaced) {
                _end(model, IReportRegistry.Status.Superseded);
            } else {
                _end(model, IReportRegistry.Status.Retracted);
            }
        } catch {
            assert(!allowed);
        }
    }

    function setIssuer(uint256 signer, bool appointed) public {
        (, address issuer) = _issuerAt(signer);
        bytes32 role = registry.ISSUER_ROLE();
        if (appointed) registry.grantRole(role, issuer);
        else registry.revokeRole(role, issuer);
        _appointed[issuer] = appointed;
    }

    function passTime(uint16 blocks, uint16 secondsAhead) external {
        vm.roll(block.number + blocks);
        vm.warp(block.timestamp + secondsAhead);
    }

    /// @notice Asserts that the registry says of a report what the model says.
    function assertSame(uint256 index) external view {
        bytes32 contentHash = hashOf(index);
        Model storage model = _models[contentHash];
        (IReportRegistry.Report memory report, bool valid) = registry.getReport(contentHash);

        assert(valid == (model.status == IReportRegistry.Status.Active));
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
            assert(registry.hasPermission(contentHash, model.permissions, tag) == listed);
        }
        for (uint256 i = 0; i < PEOPLE; ++i) {
            (, address issuer) = _issuerAt(i);
            bool dead = _dead[contentHash][issuer];
            assert(registry.isAttestationRetracted(contentHash, issuer) == dead);
        }
    }

    function hashOf(uint256 report) public pure returns (bytes32) {
        return keccak256(abi.encode("report", report % REPORTS));
    }

    function personAt(uint256 person) public pure returns (address) {
        return address(uint160(0xCAFE00 + (person % PEOPLE)));
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

    /// @dev Mostly the owner, or few changes would go through.
    function _ownerOrOther(Model storage model, uint256 person) private view returns (address) {
        return person % 4 == 0 ? personAt(person / 4) : model.owner;
    }

    function _issuerOrOther(
        Model storage model,
        uint256 signer
    ) private view returns (address issuer) {
        if (signer % 2 == 0) return model.issuer;
        (, issuer) = _issuerAt(signer / 2);
    }

    function _issuerAt(uint256 signer) private pure returns (uint256 key, address issuer) {
        key = ISSUER_KEY + (signer % PEOPLE);
        issuer = vm.addr(key);
    }

    /// @dev Viewers 0, 1, 2 ... of whom every second one's permission ends some day.
    function _listOf(uint8 viewers) private pure returns (bytes32[] memory list) {
        list = new bytes32[](viewers % 5);
        for (uint216 tag = 0; tag < list.length; ++tag) list[tag] = word(tag, _expiryOf(tag));
    }

    function _expiryOf(uint216 tag) private pure returns (uint40) {
        return tag % 2 == 0 ? type(uint40).max : 100_000;
    }
}
