// SPDX-License-Identifier: AGPL-3.0-only
pragma solidity 0.8.37;

import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";

/// @title The messages that other accounts sign for a caller
/// @notice All are EIP-712 messages of this contract on this chain, signed in ERC-2098's compact
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

    /// @dev Signed by an owner: anybody may add this report for the owner, with this list.
    bytes32 private constant CONSENT_TYPEHASH = keccak256(
        "Consent(bytes32 contentHash,bytes32 metadataHash,bytes32 permissionsHash,uint40 deadline)"
    );

    /// @dev Signed by an owner: the same for several reports, all of them or none.
    bytes32 private constant CONSENTS_TYPEHASH = keccak256(
        "Consents(Consent[] reports)Consent(bytes32 contentHash,bytes32 metadataHash,bytes32 permissionsHash,uint40 deadline)"
    );

    /// @dev Signed by an owner: anybody may replace the list of a block by this one.
    bytes32 private constant LIST_CONSENT_TYPEHASH = keccak256(
        "ListConsent(bytes32 contentHash,uint40 expectedBlock,bytes32 permissionsHash,uint40 deadline)"
    );

    /// @dev Signed by an owner: anybody may withdraw the report while the list of a block is current.
    bytes32 private constant WITHDRAWAL_CONSENT_TYPEHASH = keccak256(
        "WithdrawalConsent(bytes32 contentHash,uint40 expectedBlock,uint40 deadline)"
    );

    /// @dev Sets the domain that a wallet displays beside the message.
    constructor() EIP712("MedAnchor ReportRegistry", "1") {}

    /// @dev Recovers the signer of an attestation for an owner. Returns an arbitrary account when any
    /// field differs from the signed one, but never the zero address. Reverts with ECDSA's errors for a
    /// malformed signature.
    /// @param contentHash SHA-256 of the PDF.
    /// @param sealedMetadata Encrypted metadata; its keccak256 is signed.
    /// @param owner The account that the report is attested for.
    /// @param deadline Last second (unix) at which the attestation may be used.
    /// @param r First word of the signature.
    /// @param vs Second word of the signature, as in ERC-2098.
    /// @return signer The account that signed.
    function _attester(
        bytes32 contentHash,
        bytes calldata sealedMetadata,
        address owner,
        uint40 deadline,
        bytes32 r,
        bytes32 vs
    ) internal view returns (address signer) {
        bytes32 structHash = keccak256(
            abi.encode(REPORT_TYPEHASH, contentHash, keccak256(sealedMetadata), owner, deadline)
        );
        return _signerOf(structHash, r, vs);
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
        return _signerOf(structHash, r, vs);
    }

    /// @dev Returns the hash of an owner's consent to one report.
    /// @param contentHash SHA-256 of the PDF.
    /// @param sealedMetadata Encrypted metadata; its keccak256 is signed.
    /// @param permissionsHash Hash of the first permission list, zero for an empty one.
    /// @param deadline Last second (unix) at which the report may be added.
    /// @return structHash EIP-712's hash of the struct.
    function _hashConsent(
        bytes32 contentHash,
        bytes calldata sealedMetadata,
        bytes32 permissionsHash,
        uint40 deadline
    ) internal pure returns (bytes32 structHash) {
        return
            keccak256(
                abi.encode(
                    CONSENT_TYPEHASH,
                    contentHash,
                    keccak256(sealedMetadata),
                    permissionsHash,
                    deadline
                )
            );
    }

    /// @dev Returns the hash of an owner's consent to several reports.
    /// @param consents The hashes of the single consents, in order.
    /// @return structHash EIP-712's hash of the struct.
    function _hashConsents(bytes32[] memory consents) internal pure returns (bytes32 structHash) {
        return keccak256(abi.encode(CONSENTS_TYPEHASH, keccak256(abi.encodePacked(consents))));
    }

    /// @dev Returns the hash of an owner's consent to another list.
    /// @param contentHash The report.
    /// @param expectedBlock The block of the list to replace.
    /// @param permissionsHash Hash of the new list, zero for an empty one.
    /// @param deadline Last second (unix) at which the list may be replaced.
    /// @return structHash EIP-712's hash of the struct.
    function _hashListConsent(
        bytes32 contentHash,
        uint40 expectedBlock,
        bytes32 permissionsHash,
        uint40 deadline
    ) internal pure returns (bytes32 structHash) {
        return
            keccak256(
                abi.encode(
                    LIST_CONSENT_TYPEHASH,
                    contentHash,
                    expectedBlock,
                    permissionsHash,
                    deadline
                )
            );
    }

    /// @dev Returns the hash of an owner's consent to the report's withdrawal.
    /// @param contentHash The report.
    /// @param expectedBlock The block of the report's current list.
    /// @param deadline Last second (unix) at which the report may be withdrawn.
    /// @return structHash EIP-712's hash of the struct.
    function _hashWithdrawalConsent(
        bytes32 contentHash,
        uint40 expectedBlock,
        uint40 deadline
    ) internal pure returns (bytes32 structHash) {
        return
            keccak256(
                abi.encode(WITHDRAWAL_CONSENT_TYPEHASH, contentHash, expectedBlock, deadline)
            );
    }

    /// @dev Recovers the signer of a message of this contract on this chain, as {_attester} does.
    /// @param structHash EIP-712's hash of the message's struct.
    /// @param r First word of the signature.
    /// @param vs Second word of the signature, as in ERC-2098.
    /// @return signer The account that signed.
    function _signerOf(
        bytes32 structHash,
        bytes32 r,
        bytes32 vs
    ) internal view returns (address signer) {
        return ECDSA.recover(_hashTypedDataV4(structHash), r, vs);
    }
}
