import type { Whose } from '../../api-types.ts';
import type { JSX, TargetedSubmitEvent } from 'preact';
import { useState } from 'preact/hooks';
import { dyadOf } from '#shared/domain/parties/dyad.ts';
import { fieldText } from '../../form-text.ts';
import { PartyInput } from '../../parts/party-input.tsx';
import { partyName, partyOf } from '../../party-name.ts';
import { parameter, setParameters } from '../../place.ts';
import { t } from '../../text/text.ts';
import { Agreements, Sanctions } from '../party/matters.tsx';

/** All agreements, or those of the chosen party. */
export const AgreementsView = (): JSX.Element => (
  <MattersView title={t.nav.agreements} shown={(whose) => <Agreements whose={whose} />} />
);

/** All sanctions, or those of the chosen party. */
export const SanctionsView = (): JSX.Element => (
  <MattersView title={t.party.sanctions} shown={(whose) => <Sanctions whose={whose} />} />
);

interface MattersViewProps {
  readonly title: string;
  readonly shown: (whose: Whose) => JSX.Element;
}

/** Lists all matters, or those of a party or two that are asked for. */
function MattersView({ title, shown }: MattersViewProps): JSX.Element {
  const [problem, setProblem] = useState<string>();
  const [one, other] = [parameter('party'), parameter('other')];
  const look = (event: TargetedSubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const texts = ['party', 'other'].map((name) => fieldText(event.currentTarget, name)).filter((text) => text !== '');
    const unknown = texts.find((text) => partyOf(text) === undefined);
    setProblem(unknown === undefined ? undefined : t.find.unknown(unknown));
    const [party, second] = texts.map(partyOf);
    if (unknown === undefined) setParameters({ party, other: second === party ? undefined : second }, true);
  };
  return (
    <section>
      <h1>{title}</h1>
      <form role="search" class="search" onSubmit={look}>
        <PartyInput name="party" label={t.tables.whose} value={nameOf(one)} invalid={problem} />
        <PartyInput name="other" label={t.tables.other} value={nameOf(other)} />
        <button type="submit">{t.find.look}</button>
      </form>
      {shown(whoseOf(one, other))}
    </section>
  );
}

const whoseOf = (one: string | undefined, other: string | undefined): Whose => {
  if (one === undefined) return {};
  return other === undefined ? { party: one } : { dyad: dyadOf(one, other) };
};

const nameOf = (party: string | undefined): string => (party === undefined ? '' : partyName(party));
