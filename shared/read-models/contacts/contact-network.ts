import type { Contact, ContactKind } from '#shared/domain/events/contact.ts';
import { splitPair } from '#shared/domain/parties/dyad.ts';
import { pageRank } from './page-rank.ts';

/** A party in a network of contacts. */
export interface NetworkNode {
  readonly party: string;
  /** How many contacts it had, with whomever: one with two others counts twice. */
  readonly contacts: number;
  /** Σ of the credibility factors of its contacts: 1 is one contact that is confirmed. */
  readonly strength: number;
  readonly pageRank: number;
}

/** Two parties in contact. */
export interface NetworkEdge {
  readonly dyad: string;
  readonly contacts: Readonly<Record<ContactKind, number>>;
  readonly strength: number;
}

export interface ContactNetwork {
  /** By rank, the highest first. */
  readonly nodes: readonly NetworkNode[];
  /** By strength, the greatest first. */
  readonly edges: readonly NetworkEdge[];
}

/** Sums of an edge or a node; strength in tenths, so that it is exact. */
interface Sum {
  readonly contacts: Readonly<Record<ContactKind, number>>;
  readonly tenths: number;
}

const nothing: Sum = { contacts: { visit: 0, meeting: 0, call: 0, talks: 0 }, tenths: 0 };

/**
 * Who was in contact with whom, and how central each was. A visit and the meetings that are a part of it count each: it
 * is contacts that are counted here, not what they are worth. A contact that is improbable (credibility 5) counts, and
 * adds no strength.
 */
export function contactNetwork(contacts: readonly Contact[]): ContactNetwork {
  const sums = new Map<string, Sum>();
  for (const { dyads, kind, weight } of contacts) {
    for (const dyad of dyads) {
      const { contacts: some, tenths } = sums.get(dyad) ?? nothing;
      sums.set(dyad, { contacts: { ...some, [kind]: some[kind] + 1 }, tenths: tenths + weight });
    }
  }
  const edges = [...sums].flatMap(([dyad, sum]) => {
    const nodes = splitPair(dyad);
    return nodes === undefined ? [] : [{ dyad, nodes, ...sum }];
  });
  const parties = [...new Set(edges.flatMap(({ nodes }) => nodes))].toSorted();
  const ties = edges.filter(({ tenths }) => tenths > 0).map(({ nodes, tenths }) => ({ nodes, weight: tenths }));
  const ranks = pageRank(parties, ties.toSorted(byName));
  const nodes = parties.map((party): NetworkNode => {
    const own = edges.filter((edge) => edge.nodes.includes(party));
    return {
      party,
      contacts: own.reduce((sum, edge) => sum + total(edge.contacts), 0),
      strength: own.reduce((sum, { tenths }) => sum + tenths, 0) / 10,
      pageRank: ranks.get(party) ?? 0,
    };
  });
  return {
    nodes: nodes.toSorted((a, b) => b.pageRank - a.pageRank || (a.party < b.party ? -1 : 1)),
    edges: edges
      .map(({ dyad, contacts: some, tenths }): NetworkEdge => ({ dyad, contacts: some, strength: tenths / 10 }))
      .toSorted((a, b) => b.strength - a.strength || (a.dyad < b.dyad ? -1 : 1)),
  };
}

/** Ties in one order, so that the same contacts give the same ranks to the last digit. */
const byName = (a: { nodes: readonly string[] }, b: { nodes: readonly string[] }): number =>
  a.nodes.join('-') < b.nodes.join('-') ? -1 : 1;

const total = (contacts: Readonly<Record<ContactKind, number>>): number =>
  Object.values(contacts).reduce((sum, count) => sum + count, 0);

/**
 * A party's neighbourhood: itself, those it was in contact with, and their contacts with each other. Ranks stay those
 * of the whole network.
 */
export function neighbourhood({ nodes, edges }: ContactNetwork, party: string): ContactNetwork {
  const pairs = edges.map((edge) => ({ edge, parties: partiesOf(edge) }));
  const near = new Set(pairs.filter(({ parties }) => parties.includes(party)).flatMap(({ parties }) => parties));
  return {
    nodes: nodes.filter((node) => near.has(node.party)),
    edges: pairs.filter(({ parties }) => parties.every((one) => near.has(one))).map(({ edge }) => edge),
  };
}

const partiesOf = ({ dyad }: NetworkEdge): readonly string[] => splitPair(dyad) ?? [];
