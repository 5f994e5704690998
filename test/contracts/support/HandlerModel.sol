// SPDX-License-Identifier: AGPL-3.0-only
pragma solidity 0.8.37;

import {IReportRegistry} from "../../../contracts/IReportRegistry.sol";
import {RegistryTest} from "./RegistryTest.sol";
import {vm} from "./Vm.sol";

/// @notice A plain model of the registry, and the assertions that compare the two. The handler applies
/// each act to both.
abstract contract HandlerModel is RegistryTest {
    uint256 public constant ISSUERS = 3;
    uint256 public constant PEOPLE = 10;
    uint256 public constant REPORTS = 24;
    uint256 internal constant PERSON_KEY = 0xCAFE00;

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

    mapping(bytes32 contentHash => Model) internal _models;
    mapping(bytes32 contentHash => mapping(address issuer => bool)) internal _dead;
    mapping(address issuer => bool) internal _appointed;
    mapping(address issuer => uint256) internal _soundUntil;
    mapping(address wallet => bool) internal _retired;
    mapping(address oldOwner => Plan) internal _plans;

    /// @dev Deriving an address from its key is slow.
    mapping(uint256 key => address) internal _addresses;

    /// @dev The keys of the people, to sign their consents.
    mapping(address person => uint256) internal _keys;

    /// @dev Who sends an act: the owner, or a stranger with somebody's consent.
    enum Way {
        Own,
        Consented,
        Forged
    }

    /// @notice Number of acts, whether they succeeded or not.
    uint256 public acts;

    /// @notice The report that the last act was about.
    uint256 public lastReport;

    /// @notice Number of successful acts of each kind, to check that the fuzzer reaches them.
    mapping(bytes4 act => uint256) public done;

    constructor() {
        registry.grantRole(registry.RECOVERY_ROLE(), address(this));
        for (uint256 i = 0; i < PEOPLE; ++i) {
            _addresses[PERSON_KEY + i] = vm.addr(PERSON_KEY + i);
            _keys[_addresses[PERSON_KEY + i]] = PERSON_KEY + i;
        }
        for (uint256 i = 0; i < ISSUERS; ++i) {
            _addresses[ISSUER_KEY + i] = vm.addr(ISSUER_KEY + i);
            _soundUntil[_addressOf(ISSUER_KEY + i)] = type(uint256).max;
            _setIssuer(i, true);
        }
    }

    /// @notice Asserts that the registry returns the model's state of a report.
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
        assert(report.permissionsHash == listHash(model.permissions));
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

    /// @notice Asserts that no retired wallet owns anything, and that a wallet in use is its own
    /// current wallet.
    function assertWallets() external view {
        for (uint256 i = 0; i < PEOPLE; ++i) {
            address wallet = personAt(i);
            address current = registry.currentWallet(wallet);
            assert((current == wallet) == !_retired[wallet]);
            assert(!_retired[current]);
            assert(registry.getRecovery(wallet).opensAt == _plans[wallet].opensAt);
        }
    }

    function _setIssuer(uint256 signer, bool appointed) internal {
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

    function hashOf(uint256 report) public pure returns (bytes32) {
        return keccak256(abi.encode("report", report % REPORTS));
    }

    function personAt(uint256 person) public view returns (address) {
        return _addressOf(PERSON_KEY + (person % PEOPLE));
    }

    /// @dev The fuzzer prefers some numbers, so without this the acts would soon repeat.
    function _dice(uint256 seed) internal returns (uint256, uint256, uint256, uint256) {
        uint256 thrown = uint256(keccak256(abi.encode(seed, ++acts)));
        uint256 mask = type(uint64).max;
        return (thrown & mask, (thrown >> 64) & mask, (thrown >> 128) & mask, thrown >> 192);
    }

    function _touch(uint256 report) internal returns (bytes32) {
        lastReport = report % REPORTS;
        return hashOf(report);
    }

    function _end(Model storage model, IReportRegistry.Status status) internal {
        model.status = status;
        model.permissionsBlock = block.number;
        delete model.permissions;
    }

    /// @dev Mostly a report that can still change.
    function _activeOrOther(uint256 report) internal view returns (uint256) {
        if (report % 4 == 0) return report / 4;
        for (uint256 i = 0; i < REPORTS; ++i) {
            if (_models[hashOf(report + i)].status == IReportRegistry.Status.Active) {
                return report + i;
            }
        }
        return report;
    }

    /// @dev Mostly the owner, otherwise few changes would succeed.
    function _ownerOrOther(Model storage model, uint256 person) internal view returns (address) {
        return person % 4 == 0 ? personAt(person / 4) : model.owner;
    }

    /// @dev Mostly a person whose wallet is not retired.
    function _personOrInUse(uint256 person) internal view returns (address wallet) {
        wallet = personAt(person / 4);
        if (person % 4 != 0) wallet = registry.currentWallet(wallet);
    }

    /// @dev The next wallet with a proposed recovery, if there is one.
    function _plannedOrNot(uint256 lost) internal view returns (address wallet) {
        lost %= PEOPLE;
        for (uint256 i = 0; i < PEOPLE; ++i) {
            wallet = personAt(lost + i);
            if (_plans[wallet].opensAt != 0) return wallet;
        }
    }

    /// @dev As often by the owner as by a stranger; every eighth consent is another person's.
    function _wayOf(uint256 dice) internal pure returns (Way) {
        if (dice % 2 == 0) return Way.Own;
        return dice % 16 == 1 ? Way.Forged : Way.Consented;
    }

    /// @dev Signs a consent as the owner or, when it is forged, as somebody else. An address without a
    /// key (the owner of a report that was never added) cannot have signed anything.
    function _signAs(
        address owner,
        Way way,
        bytes32 digest
    ) internal view returns (bytes32 r, bytes32 vs) {
        uint256 key = _keys[owner];
        if (key == 0) return sign(ISSUER_KEY, digest);
        return sign(way == Way.Forged ? ISSUER_KEY : key, digest);
    }

    function _issuerOrOther(Model storage model, uint256 signer) internal view returns (address) {
        return signer % 2 == 0 ? model.issuer : _addressOf(ISSUER_KEY + ((signer / 2) % ISSUERS));
    }

    function _addressOf(uint256 key) internal view returns (address) {
        return _addresses[key];
    }

    /// @dev Viewers 0, 1, 2 ...; every second permission expires.
    function _listOf(uint256 viewers) internal pure returns (bytes32[] memory list) {
        list = new bytes32[](viewers % 5);
        for (uint216 tag = 0; tag < list.length; ++tag) list[tag] = word(tag, _expiryOf(tag));
    }

    function _expiryOf(uint216 tag) internal pure returns (uint40) {
        return tag % 2 == 0 ? type(uint40).max : 10 days;
    }
}
