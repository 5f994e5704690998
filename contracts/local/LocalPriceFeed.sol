// SPDX-License-Identifier: AGPL-3.0-only
pragma solidity 0.8.37;

import {Ownable} from "@openzeppelin/contracts/access/Ownable.sol";

/// @title Price feed for local chains
/// @notice Replaces Chainlink's ETH/USD feed on local chains. It implements the functions of
/// Chainlink's `AggregatorV3Interface` and returns the answers that its owner sets.
contract LocalPriceFeed is Ownable {
    /// @dev One answer of the feed.
    struct Round {
        int256 answer;
        uint256 updatedAt;
    }

    /// @notice Decimal places of an answer, as in Chainlink's USD feeds.
    uint8 public constant decimals = 8;

    /// @notice Version of the feed.
    uint256 public constant version = 1;

    /// @notice What the feed prices.
    string public constant description = "ETH / USD";

    uint80 private _latestRoundId;
    mapping(uint80 roundId => Round) private _rounds;

    /// @notice The owner set a new answer.
    /// @param current The answer, in USD with `decimals` places.
    /// @param roundId The round's number, from 1.
    /// @param updatedAt The answer's time, in unix seconds.
    event AnswerUpdated(int256 indexed current, uint256 indexed roundId, uint256 updatedAt);

    /// @notice This feed cannot be deployed on a public chain.
    error NotALocalChain(uint256 chainId);

    /// @notice A price must be greater than zero.
    error AnswerNotPositive(int256 answer);

    /// @notice No round has this number.
    error UnknownRound(uint80 roundId);

    /// @param owner The account that sets answers.
    /// @param answer The first answer.
    constructor(address owner, int256 answer) Ownable(owner) {
        // The chain ids of Hardhat and Anvil, and of Ganache and geth --dev.
        if (block.chainid != 31337 && block.chainid != 1337) revert NotALocalChain(block.chainid);
        _startRound(answer);
    }

    /// @notice Sets a new answer. Emits {AnswerUpdated}. Reverts with {AnswerNotPositive}.
    /// @param answer The price of one ether in USD with `decimals` places.
    function setAnswer(int256 answer) external onlyOwner {
        _startRound(answer);
    }

    /// @notice Returns the newest round.
    /// @return roundId The round's number.
    /// @return answer The price.
    /// @return startedAt When the round began, in unix seconds.
    /// @return updatedAt When the answer was set, in unix seconds.
    /// @return answeredInRound The same as `roundId`.
    function latestRoundData()
        external
        view
        returns (
            uint80 roundId,
            int256 answer,
            uint256 startedAt,
            uint256 updatedAt,
            uint80 answeredInRound
        )
    {
        return getRoundData(_latestRoundId);
    }

    /// @notice Returns one round. Reverts with {UnknownRound}.
    /// @param id The round's number.
    /// @return roundId The round's number.
    /// @return answer The price.
    /// @return startedAt When the round began, in unix seconds.
    /// @return updatedAt When the answer was set, in unix seconds.
    /// @return answeredInRound The same as `roundId`.
    function getRoundData(
        uint80 id
    )
        public
        view
        returns (
            uint80 roundId,
            int256 answer,
            uint256 startedAt,
            uint256 updatedAt,
            uint80 answeredInRound
        )
    {
        Round memory round = _rounds[id];
        if (round.updatedAt == 0) revert UnknownRound(id);
        return (id, round.answer, round.updatedAt, round.updatedAt, id);
    }

    function _startRound(int256 answer) private {
        if (answer <= 0) revert AnswerNotPositive(answer);
        uint80 roundId = ++_latestRoundId;
        _rounds[roundId] = Round(answer, block.timestamp);
        emit AnswerUpdated(answer, roundId, block.timestamp);
    }
}
