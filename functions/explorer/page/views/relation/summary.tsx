import type { ComponentChildren, JSX } from 'preact';
import { api } from '../../api.ts';
import type { Mission, Relation } from '../../api-types.ts';
import { useLoaded } from '../../loaded.tsx';
import { dyadName, eventLink, partyName } from '../../party-name.ts';
import { askedKnowledge } from './as-known.tsx';
import { dateInWords } from '../../text/date-in-words.ts';
import { followFilters } from '../../follow-filters.ts';
import { FollowThis } from '../../parts/follow-this.tsx';
import { count, decimal, t, words } from '../../text/text.ts';

/** The state of the relation in words, each with the way to what it rests on. */
export function Summary({ relation }: { readonly relation: Relation }): JSX.Element {
  const { on, lastContact, lastEvent, lastHighLevelVisit, index, missions, agreements, sanctions, n, unheld } =
    relation;
  return (
    <>
      <dl class="facts">
        <Fact name={t.relation.lastContact}>
          {lastContact === null ? (
            t.relation.none
          ) : (
            <a href={eventLink(lastContact.id)}>
              {words(lastContact.kind ?? '')}, {dateInWords(lastContact.occurred)}
            </a>
          )}
        </Fact>
        <Fact name={t.relation.lastEvent}>
          {lastEvent === null ? (
            t.relation.none
          ) : (
            <a href={eventLink(lastEvent.id)}>
              {words(lastEvent.type ?? '')}, {dateInWords(lastEvent.occurred)}
            </a>
          )}
        </Fact>
        {lastHighLevelVisit !== null && (
          <Fact name={t.relation.highLevel}>
            <a href={eventLink(lastHighLevelVisit.id)}>{dateInWords(lastHighLevelVisit.occurred)}</a>
          </Fact>
        )}
        <Fact name={t.relation.trend}>
          {index.weight === 0 ? t.relation.none : t.relation.index(decimal(index.slow), dateInWords(on))}
        </Fact>
        <Fact name={t.relation.representation}>
          {missions.length === 0 ? t.relation.none : missions.map((mission) => <MissionLine mission={mission} />)}
        </Fact>
        <Fact name={t.relation.agreementsInForce}>
          {agreements.length === 0
            ? t.relation.none
            : agreements.map(({ id, title }) => <span key={id}>{title ?? id} </span>)}
        </Fact>
        <Fact name={t.relation.sanctionsInForce}>
          {sanctions.length === 0
            ? t.relation.none
            : sanctions.map(({ id, summary, through }) => (
                <span key={id}>
                  {summary ?? id} {through.length > 0 && t.relation.through(through.map(partyName).join(', '))}{' '}
                </span>
              ))}
        </Fact>
        <Fact name={t.relation.counts}>{t.relation.counted(count(n), count(unheld))}</Fact>
        <Fact name={t.relation.phase} isWide>
          <PhaseInWords relation={relation} />
        </Fact>
      </dl>
      <div class="actions">
        <button type="button" onClick={() => print()}>
          {t.relation.brief}
        </button>
        <FollowThis
          what={t.follow.what.relation(dyadName(relation.dyad))}
          filter={followFilters.relation(relation.dyad)}
        />
      </div>
    </>
  );
}

interface FactProps {
  readonly name: string;
  readonly isWide?: boolean;
  readonly children: ComponentChildren;
}

function Fact({ name, isWide = false, children }: FactProps): JSX.Element {
  return (
    <div class={isWide ? 'wide' : ''}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** What the record says of changes, in its own words. */
function PhaseInWords({ relation: { dyad } }: { readonly relation: Relation }): JSX.Element {
  const known = askedKnowledge();
  const loaded = useLoaded(`${dyad} ${JSON.stringify(known)}`, async () => api.phases(dyad, known));
  return (
    <>
      {loaded.value?.words.map((sentence) => (
        <span key={sentence} class="line">
          {sentence.slice(0, 1).toUpperCase() + sentence.slice(1)}.
        </span>
      ))}
      {loaded.value?.words.some((sentence) => sentence.includes('Bayes factor')) === true && (
        <span class="line hint">{t.relation.bayesFactor}</span>
      )}
    </>
  );
}

function MissionLine({ mission }: { readonly mission: Mission }): JSX.Element {
  const { sender, receiver, status, since, rank, post, nonResident } = mission;
  const details = [rank, post].flatMap((detail) => (detail === null ? [] : words(detail).toLowerCase()));
  const said = [words(status), ...details, ...(nonResident === true ? [t.relation.nonResident] : [])].join(', ');
  return (
    <span class="line">
      {t.relation.embassy(partyName(sender), partyName(receiver))}:{' '}
      {since === null ? (
        said
      ) : (
        <a href={eventLink(since.event)}>
          {said}, {t.relation.since(dateInWords(since.date))}
        </a>
      )}
    </span>
  );
}
