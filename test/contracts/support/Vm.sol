// SPDX-License-Identifier: AGPL-3.0-only
pragma solidity 0.8.37;

/// @notice The cheatcodes of Hardhat's Solidity tests that these tests use. (forge-std, which
/// declares them all, is not on npm.)
interface Vm {
    function addr(uint256 privateKey) external pure returns (address);

    function assume(bool condition) external pure;

    function expectPartialRevert(bytes4 selector) external;

    function expectRevert(bytes calldata revertData) external;

    function prank(address sender) external;

    function roll(uint256 blockNumber) external;

    function sign(
        uint256 privateKey,
        bytes32 digest
    ) external pure returns (uint8 v, bytes32 r, bytes32 s);

    function warp(uint256 timestamp) external;
}

/// @dev The address of the cheatcodes: keccak256("hevm cheat code"), as an address.
Vm constant vm = Vm(address(uint160(uint256(keccak256("hevm cheat code")))));
