// SPDX-License-Identifier: AGPL-3.0-only
pragma solidity 0.8.37;

import {IReportRegistry} from "../../../contracts/IReportRegistry.sol";
import {HandlerModel} from "./HandlerModel.sol";
import {vm} from "./Vm.sol";

/// @notice Sends an owner's act, either as the owner or as a stranger with a consent. The handler asks
/// the model the same question for both, so a stranger's call can do nothing that the owner's could not.
abstract contract ActSender is HandlerModel {
    address internal constant STRANGER = address(0xBAD);

    function _sendAdd(
        uint256 issuerKey,
        bytes32 contentHash,
        address owner,
        bytes32[] memory list,
        Way way
    ) internal returns (bool) {
        uint40 deadline = type(uint40).max;
        (bytes32 r, bytes32 vs) = sign(issuerKey, digestOf(contentHash, "", owner, deadline));
        if (way == Way.Own) {
            vm.prank(owner);
            try registry.addReport(contentHash, "", list, deadline, r, vs) {
                return true;
            } catch {
                return false;
            }
        }
        IReportRegistry.ReportInput memory input = IReportRegistry.ReportInput({
            contentHash: contentHash,
            sealedMetadata: "",
            permissions: list,
            deadline: deadline,
            r: r,
            vs: vs
        });
        (r, vs) = _signAs(owner, way, consentOf(contentHash, list));
        vm.prank(STRANGER);
        try registry.addReportFor(owner, input, r, vs) {
            return true;
        } catch {
            return false;
        }
    }

    function _sendList(
        bytes32 contentHash,
        address owner,
        uint40 expectedBlock,
        bytes32[] memory list,
        Way way
    ) internal returns (bool) {
        if (way == Way.Own) {
            vm.prank(owner);
            try registry.setPermissions(contentHash, expectedBlock, list) {
                return true;
            } catch {
                return false;
            }
        }
        uint40 deadline = type(uint40).max;
        bytes32 digest = listConsentOf(contentHash, expectedBlock, list);
        (bytes32 r, bytes32 vs) = _signAs(owner, way, digest);
        vm.prank(STRANGER);
        try registry.setPermissionsFor(owner, contentHash, expectedBlock, list, deadline, r, vs) {
            return true;
        } catch {
            return false;
        }
    }

    function _sendWithdrawal(
        bytes32 contentHash,
        address owner,
        uint40 expectedBlock,
        Way way
    ) internal returns (bool) {
        if (way == Way.Own) {
            vm.prank(owner);
            try registry.withdrawReport(contentHash) {
                return true;
            } catch {
                return false;
            }
        }
        uint40 deadline = type(uint40).max;
        bytes32 digest = withdrawalConsentOf(contentHash, expectedBlock);
        (bytes32 r, bytes32 vs) = _signAs(owner, way, digest);
        vm.prank(STRANGER);
        try registry.withdrawReportFor(owner, contentHash, expectedBlock, deadline, r, vs) {
            return true;
        } catch {
            return false;
        }
    }
}
