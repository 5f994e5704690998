// SPDX-License-Identifier: AGPL-3.0-only
pragma solidity 0.8.37;

import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";

/// @title The two messages that other accounts sign for a caller
/// @notice Both are EIP-712 messages of this contract on this chain, signed in ERC-2098's compact
/// form, in which each signature has one encoding. Wallets display the fields before signing.
abstract contract SignedMessages is EIP712 {
    /// @dev Signed by an issuer: binds content and encrypted metadata to an owner.
    bytes32 private constant REPORT_TYPEHASH = keccak256(
        "Report(bytes32 contentHash,bytes32 metadataHash,address owner,uint40 deadline)"
    );

    /// @dev Signed by a new owner: accepts a report from its owner with the list of a block.
    bytes32 private constant ACCEPTANCE_TYPEHASH = keccak256(
        "Acceptance(bytes32 contentHash,address owner,address newOwner,uint40 permissionsBlock,uint40 deadline)"
    );

    /// @dev Sets the domain that a wallet displays beside the message.
    constructor() EIP712("MedAnchor ReportRegistry", "1") {}

    /// @dev Recovers the signer of an attestation for the caller. Returns an arbitrary account when any
    /// field differs from the signed one, but never the zero address. Reverts with ECDSA's errors for a
    /// malformed signature.
    /// @param contentHash SHA-256 of the PDF.
    /// @param sealedMetadata Encrypted metadata; its keccak256 is signed.
    /// @param deadline Last second (unix) at which the attestation may be used.
    /// @param r First word of the signature.
    /// @param vs Second word of the signature, as in ERC-2098.
    /// @return signer The account that signed.
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

    /// @dev Recovers the signer of an acceptance of the caller's report, as {_attester} does.
    /// @param contentHash The report.
    /// @param newOwner The account that accepts it.
    /// @param permissionsBlock The block of the list that the new owner read.
    /// @param deadline Last second (unix) at which the acceptance may be used.
    /// @param r First word of the signature.
    /// @param vs Second word of the signature, as in ERC-2098.
    /// @return signer The account that signed.
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
