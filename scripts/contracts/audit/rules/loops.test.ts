import { describe, expect, it } from 'vitest';
import { ruleFindings, rulesBroken } from '../test-support/source';

const list = (body: string) => `
  contract List {
    uint256 private constant MOST = 64;
    uint256[] private _items;
    mapping(address => address) private _next;
    function f(uint256[] calldata given, uint256 count) external view returns (uint256 sum) { ${body} }
  }`;

describe('unbounded-loop', () => {
  it.each([
    ['over storage', 'for (uint256 i = 0; i < _items.length; ++i) sum += _items[i];'],
    ['over what the caller passes', 'for (uint256 i = 0; i < given.length; ++i) sum += given[i];'],
    ['as often as the caller chooses', 'for (uint256 i = 0; i < count; ++i) sum += i;'],
    ['along links in storage', 'address a = msg.sender; while (a != address(0)) a = _next[a];'],
    ['that nothing ends', 'while (true) { sum += 1; }'],
    [
      'capped by a check that ends nothing',
      'if (given.length > MOST) sum = 1; for (uint256 i = 0; i < given.length; ++i) sum += given[i];',
    ],
    ['whose limit moves with it', 'for (uint256 i = 0; i < sum; ++i) sum += 1;'],
  ])('is found in a loop %s', async (_, body) => {
    expect(await rulesBroken(list(body))).toEqual(['unbounded-loop']);
  });

  it.each([
    ['up to a constant', 'for (uint256 i = 0; i < MOST; ++i) sum += i;'],
    [
      'after a check that reverts',
      'if (given.length > MOST) revert(); for (uint256 i = 0; i < given.length; ++i) sum += given[i];',
    ],
    [
      'after a check that returns',
      'if (given.length > 64) return 0; for (uint256 i = 0; i < given.length; ++i) sum += given[i];',
    ],
    [
      'after a requirement',
      'require(count <= MOST); for (uint256 i = 0; i < count; ++i) sum += i;',
    ],
    [
      'over a fixed array',
      'uint256[8] memory fixed8; for (uint256 i = 0; i < fixed8.length; ++i) sum += fixed8[i];',
    ],
    [
      'that is capped by one of two conditions',
      'for (uint256 i = 0; i < given.length && i < MOST; ++i) sum += given[i];',
    ],
  ])('is not found in a loop %s', async (_, body) => {
    expect(await rulesBroken(list(body))).toEqual([]);
  });

  it('names its weakness', async () => {
    const [finding] = await ruleFindings(list('for (uint256 i = 0; i < count; ++i) sum += i;'));
    expect(finding).toMatchObject({ severity: 'warning', swc: 128 });
  });
});
