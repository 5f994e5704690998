// SPDX-License-Identifier: AGPL-3.0-only
pragma solidity 0.8.37;

import {ISponsoredCalls} from "../../contracts/ISponsoredCalls.sol";
import {RegistryHandler} from "./support/RegistryHandler.sol";

/// @notice The registry and the handler's plain model agree after any sequence of acts.
contract ReportRegistryInvariant {
    /// @dev Of ten kinds of act, at least this many succeed in any long sequence. In nearly every
    /// sequence all ten do.
    uint256 private constant LEAST_KINDS = 7;

    RegistryHandler private _handler;

    function setUp() public {
        _handler = new RegistryHandler();
    }

    /// @notice Restricts the fuzzer to the handler: calls to the registry itself would bypass the model.
    function targetContracts() public view returns (address[] memory targets) {
        targets = new address[](1);
        targets[0] = address(_handler);
    }

    /// @notice Holds after every act, for the report that it touched: its owner added or
    /// accepted it, or succeeded such a wallet; its issuer attested it; nothing of it was
    /// overwritten; a call for the owner did what the owner's own call would have done, and nothing
    /// without the owner's signature; and a viewer is permitted only when listed, unexpired and the report valid.
    function invariant_RegistryAgreesWithTheModel() public view {
        _handler.assertSame(_handler.lastReport());
    }

    /// @notice Holds after every sequence of acts, for every report and wallet: no act affected
    /// another one. Also requires that a long sequence contains enough kinds of act.
    function afterInvariant() public view {
        for (uint256 i = 0; i < _handler.REPORTS(); ++i) _handler.assertSame(i);
        _handler.assertWallets();
        if (_handler.acts() < 400) return;
        bytes4[10] memory kinds = [
            _handler.add.selector,
            _handler.setPermissions.selector,
            _handler.withdraw.selector,
            _handler.retract.selector,
            _handler.transfer.selector,
            _handler.propose.selector,
            _handler.execute.selector,
            ISponsoredCalls.addReportFor.selector,
            ISponsoredCalls.setPermissionsFor.selector,
            ISponsoredCalls.withdrawReportFor.selector
        ];
        uint256 seen = 0;
        for (uint256 i = 0; i < kinds.length; ++i) if (_handler.done(kinds[i]) > 0) ++seen;
        require(seen >= LEAST_KINDS, "too few kinds of act succeeded");
    }
}
