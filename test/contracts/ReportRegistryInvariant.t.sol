// SPDX-License-Identifier: AGPL-3.0-only
pragma solidity 0.8.37;

import {RegistryHandler} from "./support/RegistryHandler.sol";

/// @notice Whatever people do, in whatever order, the registry and the handler's plain model agree.
contract ReportRegistryInvariant {
    /// @dev Of seven kinds of act, so many go through in a long sequence, whatever its dice. All seven
    /// do in nearly every one.
    uint256 private constant LEAST_KINDS = 5;

    RegistryHandler private _handler;

    function setUp() public {
        _handler = new RegistryHandler();
    }

    /// @notice Where the fuzzer may act: never on the registry directly, past the model.
    function targetContracts() public view returns (address[] memory targets) {
        targets = new address[](1);
        targets[0] = address(_handler);
    }

    /// @notice Holds after every act, for the report that it touched: its owner is who added it, who
    /// accepted it or who succeeded such a wallet; its issuer attested it; nothing of it was
    /// overwritten; and a viewer is permitted only when listed, unexpired and the report valid.
    function invariant_RegistryAgreesWithTheModel() public view {
        _handler.assertSame(_handler.lastReport());
    }

    /// @notice Holds after every sequence of acts, for every report and wallet: no act reached
    /// another. A long sequence in which little happened would prove little.
    function afterInvariant() public view {
        for (uint256 i = 0; i < _handler.REPORTS(); ++i) _handler.assertSame(i);
        _handler.assertWallets();
        if (_handler.acts() < 400) return;
        bytes4[7] memory kinds = [
            _handler.add.selector,
            _handler.setPermissions.selector,
            _handler.withdraw.selector,
            _handler.retract.selector,
            _handler.transfer.selector,
            _handler.propose.selector,
            _handler.execute.selector
        ];
        uint256 seen = 0;
        for (uint256 i = 0; i < kinds.length; ++i) if (_handler.done(kinds[i]) > 0) ++seen;
        require(seen >= LEAST_KINDS, "hardly anything went through");
    }
}
