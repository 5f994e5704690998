// SPDX-License-Identifier: AGPL-3.0-only
pragma solidity 0.8.37;

import {TrailHandler} from "./support/TrailHandler.sol";

/// @notice No day's root ever changes, whatever is done in whatever order.
contract TrailAnchorInvariant {
    TrailHandler private _handler;

    function setUp() public {
        _handler = new TrailHandler();
    }

    /// @notice Restricts the fuzzer to the handler: calls to the contract itself would bypass the model.
    function targetContracts() public view returns (address[] memory targets) {
        targets = new address[](1);
        targets[0] = address(_handler);
    }

    /// @notice Holds after every act: each day has the root that it was given first, or none.
    function invariant_NoDaysRootEverChanges() public view {
        for (uint256 day = 0; day < _handler.DAYS(); ++day) {
            assert(_handler.trail().rootOf(day) == _handler.first(day));
        }
    }

    /// @notice A long sequence anchors at least some days.
    function afterInvariant() public view {
        require(_handler.acts() < 400 || _handler.anchored() > 3, "too few days were anchored");
    }
}
