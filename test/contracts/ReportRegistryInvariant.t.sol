// SPDX-License-Identifier: AGPL-3.0-only
pragma solidity 0.8.37;

import {RegistryHandler} from "./support/RegistryHandler.sol";

/// @notice Whatever people do, in whatever order, the registry and the handler's plain model agree.
contract ReportRegistryInvariant {
    RegistryHandler private _handler;

    function setUp() public {
        _handler = new RegistryHandler();
    }

    /// @notice Where the fuzzer may act: never on the registry directly, past the model.
    function targetContracts() public view returns (address[] memory targets) {
        targets = new address[](1);
        targets[0] = address(_handler);
    }

    /// @notice Holds after every act, for the report that it touched.
    function invariant_RegistryAgreesWithTheModel() public view {
        _handler.assertSame(_handler.lastReport());
    }

    /// @notice Holds after every sequence of acts, for every report: no act reached another report.
    /// A sequence in which little happened would prove little.
    function afterInvariant() public view {
        for (uint256 i = 0; i < _handler.REPORTS(); ++i) _handler.assertSame(i);
        assert(_handler.done(_handler.add.selector) > 0);
        assert(_handler.done(_handler.setPermissions.selector) > 0);
        assert(_handler.done(_handler.withdraw.selector) > 0);
        assert(_handler.done(_handler.retract.selector) > 0);
    }
}
