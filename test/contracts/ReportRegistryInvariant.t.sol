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

    /// @notice Holds after every act, for the report that it touched: its owner is who added it, who
    /// accepted it or who succeeded such a wallet; its issuer attested it; nothing of it was
    /// overwritten; and a viewer is let in only when listed, unexpired and the report valid.
    function invariant_RegistryAgreesWithTheModel() public view {
        _handler.assertSame(_handler.lastReport());
    }

    /// @notice Holds after every sequence of acts, for every report and wallet: no act reached
    /// another. A long sequence in which little happened would prove little.
    function afterInvariant() public view {
        for (uint256 i = 0; i < _handler.REPORTS(); ++i) _handler.assertSame(i);
        _handler.assertWallets();
        if (_handler.acts() < 400) return;
        require(_handler.done(_handler.add.selector) > 0, "add never went through");
        require(
            _handler.done(_handler.setPermissions.selector) > 0,
            "setPermissions never went through"
        );
        require(_handler.done(_handler.withdraw.selector) > 0, "withdraw never went through");
        require(_handler.done(_handler.retract.selector) > 0, "retract never went through");
        require(_handler.done(_handler.transfer.selector) > 0, "transfer never went through");
        require(_handler.done(_handler.propose.selector) > 0, "propose never went through");
        require(_handler.done(_handler.execute.selector) > 0, "execute never went through");
    }
}
