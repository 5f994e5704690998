import { describe, expect, it } from 'vitest';
import { ruleFindings, rulesBroken } from '../test-support/source';

/** A register of records with one function to examine. */
const register = (body: string) => `
  contract Register {
    struct Record { address owner; uint256 value; }
    mapping(bytes32 => Record) private _records;
    mapping(address => bool) private _writers;
    mapping(address => bool) private _banned;
    mapping(address => uint256) private _own;
    address private _admin;
    uint256 private _total;
    modifier onlyAdmin() { if (msg.sender != _admin) revert(); _; }
    ${body}
  }`;

describe('unauthorised-write', () => {
  it.each([
    ['checks no caller', 'function f(uint256 v) external { _total = v; }'],
    [
      'only refuses those locked out',
      'function f(uint256 v) external { if (_banned[msg.sender]) revert(); _total = v; }',
    ],
    [
      'only refuses those with an entry',
      'function f(uint256 v) external { if (_own[msg.sender] != 0) revert(); _total = v; }',
    ],
    [
      'only refuses the zero address',
      'function f(uint256 v) external { require(msg.sender != address(0)); _total = v; }',
    ],
    [
      'compares the caller with what the caller gives',
      'function f(address a, uint256 v) external { require(msg.sender == a); _total = v; }',
    ],
    [
      'recovers a signer and asks nothing of it',
      'function f(bytes32 h, uint8 v, bytes32 r, bytes32 s) external { address signer = ecrecover(h, v, r, s); if (signer == address(0)) revert(); _total = 1; }',
    ],
    [
      'asks on one way only',
      'function f(uint256 v) external { if (v > 9) { if (msg.sender != _admin) revert(); } _total = v; }',
    ],
    [
      'writes through an internal function',
      'function f(uint256 v) external { _set(v); } function _set(uint256 v) private { _total = v; }',
    ],
    ['deletes', 'function f(bytes32 k) external { delete _records[k]; }'],
    [
      'writes through a storage pointer',
      'function f(bytes32 k) external { Record storage r = _records[k]; r.value = 1; }',
    ],
    ['writes in assembly', 'function f(uint256 v) external { assembly { sstore(0, v) } }'],
    [
      'writes when the caller is not the admin',
      'function f(uint256 v) external { if (msg.sender == _admin) return; _total = v; }',
    ],
  ])('is found where a function %s', async (_, body) => {
    expect(await rulesBroken(register(body))).toContain('unauthorised-write');
  });

  it.each([
    [
      'asks for the admin',
      'function f(uint256 v) external { if (msg.sender != _admin) revert(); _total = v; }',
    ],
    ['asks in a modifier', 'function f(uint256 v) external onlyAdmin { _total = v; }'],
    [
      'asks for a role',
      'function f(uint256 v) external { require(_writers[msg.sender]); _total = v; }',
    ],
    [
      'asks in an internal function',
      'function f(uint256 v) external { _ask(msg.sender); _total = v; } function _ask(address a) private view { if (!_writers[a]) revert(); }',
    ],
    [
      'asks after it wrote, which takes it back',
      'function f(uint256 v) external { _total = v; require(_writers[msg.sender]); }',
    ],
    [
      'asks for a signer with a role',
      'function f(bytes32 h, uint8 v, bytes32 r, bytes32 s) external { if (!_writers[ecrecover(h, v, r, s)]) revert(); _total = 1; }',
    ],
    [
      "asks for the record's owner",
      'function f(bytes32 k) external { Record storage r = _records[k]; if (r.owner != msg.sender) revert(); r.value = 1; }',
    ],
    [
      'writes only where the admin calls',
      'function f(uint256 v) external { if (msg.sender == _admin) { _total = v; } }',
    ],
    [
      'asks for the account itself or a role',
      'function f(address a) external { if (msg.sender != a && !_writers[msg.sender]) revert(); delete _own[a]; }',
    ],
    [
      "writes to the caller's own place",
      'function f(uint256 v) external { _own[msg.sender] = v; }',
    ],
    ['cannot be called from outside', 'function f(uint256 v) internal { _total = v; }'],
    ['only reads', 'function f() external view returns (uint256) { return _total; }'],
  ])('is not found where a function %s', async (_, body) => {
    expect(await rulesBroken(register(body))).toEqual([]);
  });

  it('asks what really runs: a check that an heir took away is none', async () => {
    const base = (check: string) => `
      abstract contract Base {
        uint256 private _total; address internal _admin;
        function f(uint256 v) external { _ask(); _total = v; }
        function _ask() internal view virtual { if (msg.sender != _admin) revert(); }
      }
      contract Heir is Base { ${check} }`;
    expect(await rulesBroken(base(''))).toEqual([]);
    const open = base('function _ask() internal view override {}');
    expect(await rulesBroken(open)).toEqual(['unauthorised-write']);
  });
});

describe('overwritable-record', () => {
  it('is an error where anyone can replace a record', async () => {
    const findings = await ruleFindings(
      register('function f(bytes32 k, Record calldata r) external { _records[k] = r; }'),
    );
    expect(findings).toContainEqual(
      expect.objectContaining({ rule: 'rules/overwritable-record', severity: 'error', swc: 124 }),
    );
  });

  it('is a warning where a holder of a role replaces any record', async () => {
    const body =
      'function f(bytes32 k, Record calldata r) external { require(_writers[msg.sender]); _records[k] = r; }';
    expect(await ruleFindings(register(body))).toEqual([
      expect.objectContaining({ rule: 'rules/overwritable-record', severity: 'warning' }),
    ]);
  });

  it('is not found where the record must not be there yet', async () => {
    const body =
      'function f(bytes32 k, Record calldata r) external { require(_writers[msg.sender]); if (_records[k].owner != address(0)) revert(); _records[k] = r; }';
    expect(await rulesBroken(register(body))).toEqual([]);
  });
});
