import { describe, expect, it } from 'vitest';
import { intrinsics, type IntrinsicScope } from '#infra/local/cloud/template/intrinsics.ts';
import { Refusal } from '#infra/local/refusal.ts';

const scope: IntrinsicScope = {
  template: {
    Parameters: { Size: { Default: '3' } },
    Mappings: { Regions: { 'eu-west-1': { zone: 'a' } } },
    Conditions: {
      InIreland: { 'Fn::Equals': [{ Ref: 'AWS::Region' }, 'eu-west-1'] },
      Elsewhere: { 'Fn::Not': [{ Condition: 'InIreland' }] },
    },
  },
  pseudoParameters: { 'AWS::Region': 'eu-west-1' },
  reference: (logicalId) => (logicalId === 'Ledger' ? 'stack-Ledger' : undefined),
  attribute: (logicalId, attribute) => `${logicalId}!${attribute}`,
};
const { resolve } = intrinsics(scope);

describe('an intrinsic function', () => {
  it.each([
    ['Ref to a resource', { Ref: 'Ledger' }, 'stack-Ledger'],
    ['Ref to a pseudo parameter', { Ref: 'AWS::Region' }, 'eu-west-1'],
    ['Ref to a parameter', { Ref: 'Size' }, '3'],
    ['Fn::GetAtt with a list', { 'Fn::GetAtt': ['Ledger', 'Arn'] }, 'Ledger!Arn'],
    ['Fn::GetAtt with text', { 'Fn::GetAtt': 'Ledger.Arn' }, 'Ledger!Arn'],
    [
      'Fn::Join of nested values',
      { 'Fn::Join': [':', ['arn', { Ref: 'AWS::Region' }, { Ref: 'Ledger' }]] },
      'arn:eu-west-1:stack-Ledger',
    ],
    [
      'Fn::Sub of names and attributes',
      { 'Fn::Sub': '${AWS::Region}/${Ledger}/${Ledger.Arn}/${!kept}' },
      'eu-west-1/stack-Ledger/Ledger!Arn/${kept}',
    ],
    ['Fn::Sub with variables', { 'Fn::Sub': ['${What}!', { What: { Ref: 'Ledger' } }] }, 'stack-Ledger!'],
    ['Fn::Select of Fn::Split', { 'Fn::Select': [1, { 'Fn::Split': ['/', 'a/b/c'] }] }, 'b'],
    ['Fn::FindInMap', { 'Fn::FindInMap': ['Regions', { Ref: 'AWS::Region' }, 'zone'] }, 'a'],
    ['Fn::If that holds', { 'Fn::If': ['InIreland', 'yes', 'no'] }, 'yes'],
    ['Fn::If that does not', { 'Fn::If': ['Elsewhere', 'yes', 'no'] }, 'no'],
    ['Fn::Base64', { 'Fn::Base64': 'abc' }, 'YWJj'],
  ])('is evaluated: %s', (_name, value, expected) => {
    expect(resolve(value)).toBe(expected);
  });

  it('leaves out what AWS::NoValue stands for', () => {
    expect(resolve({ kept: 1, dropped: { Ref: 'AWS::NoValue' }, list: [{ Ref: 'AWS::NoValue' }, 'x'] })).toEqual({
      kept: 1,
      list: ['x'],
    });
  });

  it.each([
    [{ 'Fn::ImportValue': 'other-stack' }, /does not understand Fn::ImportValue/],
    [{ Ref: 'Nowhere' }, /refers to Nowhere/],
    [{ 'Fn::Select': [5, ['a']] }, /no element/],
    [{ 'Fn::If': ['Unknown', 1, 2] }, /no condition Unknown/],
  ])('is refused when it cannot be evaluated: %j', (value, message) => {
    expect(() => resolve(value)).toThrow(Refusal);
    expect(() => resolve(value)).toThrow(message);
  });
});
