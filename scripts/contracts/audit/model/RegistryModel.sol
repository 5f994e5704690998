// SPDX-License-Identifier: AGPL-3.0-only
pragma solidity 0.8.37;

/// @title The registry, reduced for the model checker
/// @notice One arbitrary report and one arbitrary wallet that may be lost: reports do not affect each
/// other, nor do recoveries of different wallets. Inputs from outside (whether a recovered
/// signer is an issuer, whether a caller holds a role, how often blocks come) are unconstrained. So the
/// proof holds for all issuers, roles, signatures and times. It covers neither ECDSA, EIP-712 and
/// OpenZeppelin's access control, nor loops and the hash of the permission list.
/// @dev Every assertion must hold after every sequence of calls of any length. The functions follow
/// ReportRegistry.sol, SponsoredCalls.sol and OwnerRecovery.sol line by line; `model.json` holds the
/// fingerprint of the sources that they were compared with.
contract RegistryModel {
    enum Status {
        None,
        Active,
        Withdrawn,
        Retracted,
        Superseded
    }

    uint256 internal constant RECOVERY_DELAY = 7 days;
    uint256 internal constant RECOVERY_WINDOW = 30 days;

    // The report.
    address internal owner;
    Status internal status;
    uint256 internal addedBlock;
    uint256 internal permissionsDelay;
    address internal issuer;

    // The wallet.
    address internal immutable wallet;
    address internal successor;
    address internal proposedOwner;
    uint256 internal opensAt;

    // Time never decreases.
    uint256 internal blockNumber;
    uint256 internal time;

    // Ghost variables, for the assertions only.
    bool internal attested;
    bool internal everAdded;
    bool internal ended;
    address internal firstIssuer;
    uint256 internal proposedAt;
    uint256 internal lastListBlock;

    constructor(address anyWallet, uint256 anyBlock, uint256 anyTime) {
        require(anyWallet != address(0) && anyTime > 0);
        require(anyBlock < type(uint40).max && anyTime < type(uint40).max);
        wallet = anyWallet;
        blockNumber = anyBlock;
        time = anyTime;
    }

    function pass(uint256 blocks, uint256 elapsed) external {
        require(blocks < type(uint32).max && elapsed < type(uint40).max);
        require(blockNumber + blocks < type(uint40).max && time + elapsed < type(uint40).max);
        blockNumber += blocks;
        time += elapsed;
    }

    function addReport(
        address signer,
        bool signerIsIssuer,
        bool isRetracted,
        uint256 deadline
    ) external {
        add(msg.sender, signer, signerIsIssuer, isRetracted, deadline);
    }

    function addReportFor(
        address who,
        address consenter,
        address signer,
        bool signerIsIssuer,
        bool isRetracted,
        uint256 deadline
    ) external {
        if (consenter != who) revert();
        add(who, signer, signerIsIssuer, isRetracted, deadline);
    }

    function add(
        address who,
        address signer,
        bool signerIsIssuer,
        bool isRetracted,
        uint256 deadline
    ) internal {
        if (time > deadline) revert();
        requireInUse(who);
        if (status != Status.None) revert();
        if (!signerIsIssuer) revert();
        if (isRetracted) revert();
        assert(!everAdded);
        owner = who;
        addedBlock = blockNumber;
        issuer = signer;
        status = Status.Active;
        permissionsDelay = 0;
        attested = true;
        everAdded = true;
        firstIssuer = signer;
        lastListBlock = blockNumber;
    }

    function setPermissions(uint256 expectedBlock) external {
        setList(msg.sender, expectedBlock);
    }

    function setPermissionsFor(
        address who,
        address consenter,
        uint256 expectedBlock,
        uint256 deadline
    ) external {
        if (time > deadline) revert();
        if (consenter != who) revert();
        setList(who, expectedBlock);
    }

    function setList(address who, uint256 expectedBlock) internal {
        requireActiveOwner(who);
        uint256 actualBlock = addedBlock + permissionsDelay;
        if (actualBlock != expectedBlock) revert();
        if (actualBlock == blockNumber) revert();
        // A block's log holds one list: the block of the current list is not this one, and, as `hold`
        // requires, not a later one.
        assert(actualBlock == lastListBlock);
        stamp();
    }

    function transferReport(address newOwner, address signer, uint256 deadline) external {
        if (time > deadline) revert();
        requireActiveOwner(msg.sender);
        if (addedBlock + permissionsDelay == blockNumber) revert();
        requireInUse(newOwner);
        if (signer != newOwner) revert();
        address before = currentWallet(owner);
        assert(msg.sender == before);
        assert(newOwner != wallet || successor == address(0));
        owner = newOwner;
        stamp();
    }

    function withdrawReport() external {
        requireActiveOwner(msg.sender);
        end(Status.Withdrawn);
    }

    function withdrawReportFor(
        address who,
        address consenter,
        uint256 expectedBlock,
        uint256 deadline
    ) external {
        if (time > deadline) revert();
        if (consenter != who) revert();
        requireActiveOwner(who);
        if (addedBlock + permissionsDelay != expectedBlock) revert();
        end(Status.Withdrawn);
    }

    function retractReport(bool callerIsIssuer, bool hasReplacement) external {
        if (!callerIsIssuer) revert();
        if (status == Status.None) return;
        if (issuer != msg.sender) revert();
        if (status != Status.Active && status != Status.Withdrawn) revert();
        assert(msg.sender == firstIssuer);
        end(hasReplacement ? Status.Superseded : Status.Retracted);
    }

    function proposeRecovery(address newOwner, bool callerIsRecoverer) external {
        if (!callerIsRecoverer) revert();
        if (newOwner == address(0)) revert();
        if (newOwner == wallet) revert();
        requireInUse(wallet);
        proposedOwner = newOwner;
        opensAt = time + RECOVERY_DELAY;
        proposedAt = time;
    }

    function vetoRecovery(bool callerIsRecoverer) external {
        if (opensAt == 0) revert();
        if (msg.sender != wallet && !callerIsRecoverer) revert();
        opensAt = 0;
        proposedOwner = address(0);
    }

    function executeRecovery(bool proposerIsRecoverer, bool callerIsRetired) external {
        if (opensAt == 0) revert();
        if (proposedOwner != msg.sender) revert();
        if (!proposerIsRecoverer) revert();
        if (time < opensAt || time >= opensAt + RECOVERY_WINDOW) revert();
        if (callerIsRetired) revert();
        // Seven days to veto, no wallet succeeds itself or gets a second successor.
        assert(time >= proposedAt + RECOVERY_DELAY);
        assert(msg.sender != wallet);
        assert(successor == address(0));
        opensAt = 0;
        proposedOwner = address(0);
        successor = msg.sender;
    }

    /// Callable by any account at any time: the invariants between calls.
    function hold() external view {
        assert((status == Status.None) == !everAdded);
        assert(status == Status.None || attested);
        assert(status == Status.None || issuer == firstIssuer);
        assert(!(ended && status == Status.Active));
        assert(status == Status.None || addedBlock + permissionsDelay <= blockNumber);
        assert(status == Status.None || addedBlock + permissionsDelay == lastListBlock);
        assert(lastListBlock <= blockNumber);
        assert(successor == address(0) || opensAt == 0);
        assert(successor != wallet);
    }

    /// The old key has no rights: the successor of the lost wallet owns its reports.
    function lockOut() external view {
        if (successor != address(0) && owner == wallet) {
            assert(currentWallet(owner) == successor);
        }
    }

    function requireActiveOwner(address caller) internal view {
        if (currentWallet(owner) != caller) revert();
        if (status != Status.Active) revert();
    }

    /// The longest chain of successors for one wallet; the successor's own chain is arbitrary.
    function currentWallet(address account) internal view returns (address) {
        return account == wallet && successor != address(0) ? successor : account;
    }

    function requireInUse(address account) internal view {
        if (account == wallet && successor != address(0)) revert();
    }

    function end(Status to) internal {
        status = to;
        ended = true;
        stamp();
    }

    function stamp() internal {
        permissionsDelay = blockNumber - addedBlock;
        lastListBlock = blockNumber;
    }
}
