// SPDX-License-Identifier: AGPL-3.0-only
pragma solidity 0.8.37;

import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";

/// @title The two messages that others sign for a caller
/// @notice Both are EIP-712 messages of this contract on this chain, signed in ERC-2098's compact
/// form, which leaves one encoding to a signature. Wallets show what they ask to sign, field by field.
abstract contract SignedMessages is EIP712 {
    /// @dev What an issuer signs: this content and this sealed metadata are for this owner.
    bytes32 private constant REPORT_TYPEHASH = keccak256(
        "Report(bytes32 contentHash,bytes32 metadataHash,address owner,uint40 deadline)"
    );

    /// @dev What a new owner signs: this report, from this owner, with the list of this block.
    bytes32 private constant ACCEPTANCE_TYPEHASH = keccak256(
        "Acceptance(bytes32 contentHash,address owner,address newOwner,uint40 permissionsBlock,uint40 deadline)"
    );

    /// @dev The domain that a wallet shows beside the message.
    constructor() EIP712("MedAnchor ReportRegistry", "1") {}

    /// @dev Who signed an attestation for the caller. An arbitrary account when any field differs from
    /// the signed one, never the zero account; reverts with ECDSA's errors for a malformed signature.
    /// @param contentHash SHA-256 of the PDF.
    /// @param sealedMetadata Encrypted metadata; its keccak256 is what is signed.
    /// @param deadline Last second (unix) at which the attestation may be used.
    /// @param r First word of the signature.
    /// @param vs Second word of the signature, as in ERC-2098.
    /// @return signer Whose signature it is.
    function _attester(
        bytes32 contentHash,
        bytes calldata sealedMetadata,
        uint40 deadline,
        bytes32 r,
        bytes32 vs
    ) internal view returns (address signer) {
        bytes32 structHash = keccak256(
            abi.encode(
                REPORT_TYPEHASH,
                contentHash,
                keccak256(sealedMetadata),
                msg.sender,
                deadline
            )
        );
        return ECDSA.recover(_hashTypedDataV4(structHash), r, vs);
    }

    /// @dev Who signed an acceptance of the caller's report; as for attestations.
    /// @param contentHash The report.
    /// @param newOwner The account that is to accept it.
    /// @param permissionsBlock The block of the list that the new owner saw.
    /// @param deadline Last second (unix) at which the acceptance may be used.
    /// @param r First word of the signature.
    /// @param vs Second word of the signature, as in ERC-2098.
    /// @return signer Whose signature it is.
    function _acceptor(
        bytes32 contentHash,
        address newOwner,
        uint40 permissionsBlock,
        uint40 deadline,
        bytes32 r,
        bytes32 vs
    ) internal view returns (address signer) {
        bytes32 structHash = keccak256(
            abi.encode(
                ACCEPTANCE_TYPEHASH,
                contentHash,
                msg.sender,
                newOwner,
                permissionsBlock,
                deadline
            )
        );
        return ECDSA.recover(_hashTypedDataV4(structHash), r, vs);
    }
}
