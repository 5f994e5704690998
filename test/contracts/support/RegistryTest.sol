// SPDX-License-Identifier: AGPL-3.0-only
pragma solidity 0.8.37;

import {IReportRegistry} from "../../../contracts/IReportRegistry.sol";
import {ReportRegistry} from "../../../contracts/ReportRegistry.sol";
import {vm} from "./Vm.sol";

/// @notice A registry with one issuer, and the issuer's signatures. Builds the EIP-712 digest itself,
/// from the standard's text rather than from the contract's code.
abstract contract RegistryTest {
    uint256 internal constant ISSUER_KEY = 0xA11CE;
    uint256 internal constant ORDER =
        0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141;

    ReportRegistry internal immutable registry = new ReportRegistry(2 days, address(this));

    /// @dev Called by the constructors of tests and handlers alike; a handler must have no setUp.
    function appoint(uint256 key) internal returns (address issuer) {
        issuer = vm.addr(key);
        registry.grantRole(registry.ISSUER_ROLE(), issuer);
    }

    function digestOf(
        bytes32 contentHash,
        bytes memory sealedMetadata,
        address owner,
        uint40 deadline
    ) internal view returns (bytes32) {
        bytes32 report = keccak256(
            abi.encode(
                keccak256(
                    "Report(bytes32 contentHash,bytes32 metadataHash,address owner,uint40 deadline)"
                ),
                contentHash,
                keccak256(sealedMetadata),
                owner,
                deadline
            )
        );
        return _digest(report);
    }

    /// @dev A new owner's acceptance, without an end.
    function acceptanceOf(
        bytes32 contentHash,
        address owner,
        address newOwner,
        uint40 permissionsBlock
    ) internal view returns (bytes32) {
        bytes32 acceptance = keccak256(
            abi.encode(
                keccak256(
                    "Acceptance(bytes32 contentHash,address owner,address newOwner,uint40 permissionsBlock,uint40 deadline)"
                ),
                contentHash,
                owner,
                newOwner,
                permissionsBlock,
                type(uint40).max
            )
        );
        return _digest(acceptance);
    }

    /// @dev An owner's consent to a report without metadata, and without an end.
    function consentOf(
        bytes32 contentHash,
        bytes32[] memory permissions
    ) internal view returns (bytes32) {
        bytes32 consent = keccak256(
            abi.encode(
                keccak256(
                    "Consent(bytes32 contentHash,bytes32 metadataHash,bytes32 permissionsHash,uint40 deadline)"
                ),
                contentHash,
                keccak256(""),
                listHash(permissions),
                type(uint40).max
            )
        );
        return _digest(consent);
    }

    /// @dev An owner's consent to another list, without an end.
    function listConsentOf(
        bytes32 contentHash,
        uint40 expectedBlock,
        bytes32[] memory permissions
    ) internal view returns (bytes32) {
        bytes32 consent = keccak256(
            abi.encode(
                keccak256(
                    "ListConsent(bytes32 contentHash,uint40 expectedBlock,bytes32 permissionsHash,uint40 deadline)"
                ),
                contentHash,
                expectedBlock,
                listHash(permissions),
                type(uint40).max
            )
        );
        return _digest(consent);
    }

    /// @dev An owner's consent to a withdrawal, without an end.
    function withdrawalConsentOf(
        bytes32 contentHash,
        uint40 expectedBlock
    ) internal view returns (bytes32) {
        bytes32 consent = keccak256(
            abi.encode(
                keccak256(
                    "WithdrawalConsent(bytes32 contentHash,uint40 expectedBlock,uint40 deadline)"
                ),
                contentHash,
                expectedBlock,
                type(uint40).max
            )
        );
        return _digest(consent);
    }

    function listHash(bytes32[] memory permissions) internal pure returns (bytes32) {
        return permissions.length == 0 ? bytes32(0) : keccak256(abi.encodePacked(permissions));
    }

    function sign(uint256 key, bytes32 digest) internal pure returns (bytes32 r, bytes32 vs) {
        (uint8 v, bytes32 r_, bytes32 s) = vm.sign(key, digest);
        return (r_, bytes32((uint256(v - 27) << 255) | uint256(s)));
    }

    /// @dev Adds a report of `owner`, attested by the holder of `key`.
    function anchor(
        uint256 key,
        bytes32 contentHash,
        address owner,
        bytes32[] memory permissions
    ) internal {
        uint40 deadline = type(uint40).max;
        (bytes32 r, bytes32 vs) = sign(key, digestOf(contentHash, "", owner, deadline));
        vm.prank(owner);
        registry.addReport(contentHash, "", permissions, deadline, r, vs);
    }

    function reportOf(
        bytes32 contentHash
    ) internal view returns (IReportRegistry.Report memory report) {
        (report, ) = registry.getReport(contentHash);
    }

    function word(uint216 tag, uint40 expiry) internal pure returns (bytes32) {
        return bytes32((uint256(tag) << 40) | expiry);
    }

    function one(bytes32 permission) internal pure returns (bytes32[] memory list) {
        list = new bytes32[](1);
        list[0] = permission;
    }

    /// @dev Maps a fuzzed number to [low, high].
    function within(uint256 value, uint256 low, uint256 high) internal pure returns (uint256) {
        return low + (value % (high - low + 1));
    }

    function _digest(bytes32 structHash) private view returns (bytes32) {
        bytes32 domain = keccak256(
            abi.encode(
                keccak256(
                    "EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"
                ),
                keccak256("MedAnchor ReportRegistry"),
                keccak256("1"),
                block.chainid,
                address(registry)
            )
        );
        return keccak256(abi.encodePacked("\x19\x01", domain, structHash));
    }
}
