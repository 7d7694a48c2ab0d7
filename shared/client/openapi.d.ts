export interface paths {
  '/events': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The feed: every event in the global order */
    get: operations['getEvents'];
    put?: never;
    /** Append up to 100 commits in one call */
    post: operations['postEvents'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/events/{eventId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One event, as it was recorded or as it is known now */
    get: operations['getEventsEventId'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/events/{eventId}/history': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** How an event came to be what it is known to be */
    get: operations['getEventsEventIdHistory'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/changes': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What has changed since a cursor */
    get: operations['getChanges'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/streams/{category}/{id}/events': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The events of a stream */
    get: operations['getStreamsCategoryIdEvents'];
    put?: never;
    /** Append events to a stream */
    post: operations['postStreamsCategoryIdEvents'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/duplicates': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Suspected duplicates that nobody has resolved yet */
    get: operations['getDuplicates'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/duplicates/resolutions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Decide about suspected duplicates, up to 100 groups in one call */
    post: operations['postDuplicatesResolutions'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/sources': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Who reports, how independently, and how often it is confirmed or denied */
    get: operations['getSources'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/relations': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The partners of a party, ranked */
    get: operations['getRelations'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/relations/compare': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The tempo of two relations, side by side */
    get: operations['getRelationsCompare'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/relations/{dyad}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The state of a relation */
    get: operations['getRelationsDyad'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/relations/{dyad}/timeline': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The bilateral timeline of a dyad */
    get: operations['getRelationsDyadTimeline'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/relations/{dyad}/score': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The score of a dyad month by month, and its index */
    get: operations['getRelationsDyadScore'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/relations/{dyad}/phases': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Whether a relation changed, when, and how sure that is */
    get: operations['getRelationsDyadPhases'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/relations/{dyad}/tempo': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** How often something happens between two parties, and how rare it is */
    get: operations['getRelationsDyadTempo'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/relations/{dyad}/diff': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What changed in what is known of a relation between two instants */
    get: operations['getRelationsDyadDiff'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/relations/{dyad}/representation': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** How two states are represented in each other */
    get: operations['getRelationsDyadRepresentation'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/parties/{party}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The dossier of a party */
    get: operations['getPartiesParty'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/parties/{party}/events': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The events of a party */
    get: operations['getPartiesPartyEvents'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/parties/{party}/offices': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The offices of a party, with those who are reported to hold them */
    get: operations['getPartiesPartyOffices'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/parties/{party}/offices/{office}/events': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The events of an office */
    get: operations['getPartiesPartyOfficesOfficeEvents'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/people': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The people who may be meant by a name */
    get: operations['getPeople'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/people/{personId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A person: every spelling of the name, every office, as events report them */
    get: operations['getPeoplePersonId'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/people/{personId}/events': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The events of a person */
    get: operations['getPeoplePersonIdEvents'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/topics': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The topics of events */
    get: operations['getTopics'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/topics/{topic}/events': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The events of a topic */
    get: operations['getTopicsTopicEvents'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/topics/{topic}/trend': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** How often a topic came up, month by month */
    get: operations['getTopicsTopicTrend'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/contacts/{quarter}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Who was in contact with whom in a quarter */
    get: operations['getContactsQuarter'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/visits': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The visits calendar of a party or a dyad */
    get: operations['getVisits'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/agreements': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** All agreements, those of a party, or those between two */
    get: operations['getAgreements'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/agreements/{agreementId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One agreement, with its whole history */
    get: operations['getAgreementsAgreementId'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/sanctions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** All sanctions and restrictions, those of a party, or those between two */
    get: operations['getSanctions'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/subscriptions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Your subscriptions */
    get: operations['getSubscriptions'];
    put?: never;
    /** Subscribe to events by webhook */
    post: operations['postSubscriptions'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/subscriptions/{subscriptionId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One of your subscriptions: its progress, and what went wrong */
    get: operations['getSubscriptionsSubscriptionId'];
    put?: never;
    post?: never;
    /** End a subscription */
    delete: operations['deleteSubscriptionsSubscriptionId'];
    options?: never;
    head?: never;
    /** Change, pause or resume a subscription */
    patch: operations['patchSubscriptionsSubscriptionId'];
    trace?: never;
  };
  '/subscriptions/{subscriptionId}/replay': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Deliver again from a place in the feed on */
    post: operations['postSubscriptionsSubscriptionIdReplay'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/subscriptions/{subscriptionId}/rotate-secret': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Replace the secret */
    post: operations['postSubscriptionsSubscriptionIdRotate-secret'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/subscriptions/{subscriptionId}/ping': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Post a message of type `chancery.ping` to the receiver, now */
    post: operations['postSubscriptionsSubscriptionIdPing'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/supervision/subscriptions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Everybody's subscriptions, and what each was last sent */
    get: operations['getSupervisionSubscriptions'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/supervision/subscriptions/{owner}/{subscriptionId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /** Pause, stop or release somebody's subscription */
    patch: operations['patchSupervisionSubscriptionsOwnerSubscriptionId'];
    trace?: never;
  };
  '/projections': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The projections, their generations, and the progress of each */
    get: operations['getProjections'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/projections/{name}/rebuild': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Rebuild a projection in the background */
    post: operations['postProjectionsNameRebuild'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/projections/{name}/promote': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Let a generation serve that has caught up */
    post: operations['postProjectionsNamePromote'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/projections/{name}/builds/{build}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Remove the rows of a generation that does not serve */
    delete: operations['deleteProjectionsNameBuildsBuild'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/quarantine': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The events and commits that consumers have set aside */
    get: operations['getQuarantine'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/quarantine/{consumer}/{item}/release': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Let a consumer handle again what it has set aside */
    post: operations['postQuarantineConsumerItemRelease'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/health/consumers': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The progress of every consumer of the feed */
    get: operations['getHealthConsumers'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/health': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Whether the record is reachable */
    get: operations['getHealth'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/openapi.json': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** This description, as OpenAPI 3.1 */
    get: operations['getOpenapiJson'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/openapi-examples.json': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Examples of requests and responses, by route and media type */
    get: operations['getOpenapi-examplesJson'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/asyncapi.json': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The messages to subscribers, as AsyncAPI 3.0 */
    get: operations['getAsyncapiJson'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/docs': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** This description, rendered */
    get: operations['getDocs'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/docs/{asset}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A file that the rendered description needs */
    get: operations['getDocsAsset'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    Commit: {
      stream: components['schemas']['StreamName'];
      expectedVersion?: number;
      idempotencyKey?: string;
      events: components['schemas']['NewEvent'][];
    };
    StreamName: string;
    NewEvent:
      | components['schemas']['VisitAnnounced']
      | components['schemas']['VisitConducted']
      | components['schemas']['VisitPostponed']
      | components['schemas']['VisitConcluded']
      | components['schemas']['VisitCancelled']
      | components['schemas']['MeetingHeld']
      | components['schemas']['CallHeld']
      | components['schemas']['TalksHeld']
      | components['schemas']['MediationConducted']
      | components['schemas']['NegotiationsHalted']
      | components['schemas']['StatementMade']
      | components['schemas']['SupportExpressed']
      | components['schemas']['CriticismExpressed']
      | components['schemas']['AccusationMade']
      | components['schemas']['ProtestLodged']
      | components['schemas']['AppealMade']
      | components['schemas']['DemandMade']
      | components['schemas']['ProposalRejected']
      | components['schemas']['ThreatIssued']
      | components['schemas']['ApologyIssued']
      | components['schemas']['IntentDeclared']
      | components['schemas']['AgreementNegotiated']
      | components['schemas']['AgreementSigned']
      | components['schemas']['AgreementRatified']
      | components['schemas']['AgreementAcceded']
      | components['schemas']['AgreementSuccessionNotified']
      | components['schemas']['AgreementProvisionallyApplied']
      | components['schemas']['AgreementRatificationWithdrawn']
      | components['schemas']['AgreementEnteredIntoForce']
      | components['schemas']['AgreementReservationMade']
      | components['schemas']['AgreementAmended']
      | components['schemas']['AgreementSuspended']
      | components['schemas']['AgreementResumed']
      | components['schemas']['AgreementDenounced']
      | components['schemas']['DenunciationRevoked']
      | components['schemas']['AgreementTerminated']
      | components['schemas']['RecognitionGranted']
      | components['schemas']['RelationsEstablished']
      | components['schemas']['RelationsRestored']
      | components['schemas']['RelationsSevered']
      | components['schemas']['OrganisationJoined']
      | components['schemas']['OrganisationLeft']
      | components['schemas']['MissionOpened']
      | components['schemas']['RepresentationObserved']
      | components['schemas']['MissionClosed']
      | components['schemas']['RepresentationUpgraded']
      | components['schemas']['RepresentationDowngraded']
      | components['schemas']['AmbassadorNominated']
      | components['schemas']['AgrementGranted']
      | components['schemas']['AgrementRefused']
      | components['schemas']['CredentialsPresented']
      | components['schemas']['AmbassadorRecalled']
      | components['schemas']['AmbassadorReturned']
      | components['schemas']['DiplomatExpelled']
      | components['schemas']['SanctionImposed']
      | components['schemas']['SanctionLifted']
      | components['schemas']['RestrictionEased']
      | components['schemas']['MilitaryCooperationConducted']
      | components['schemas']['IntelligenceShared']
      | components['schemas']['EconomicCooperationStarted']
      | components['schemas']['AidProvided']
      | components['schemas']['ForceDemonstrated']
      | components['schemas']['ForceUsed']
      | components['schemas']['CeasefireDeclared']
      | components['schemas']['DiplomaticCooperationConducted']
      | components['schemas']['ForgivenessExpressed']
      | components['schemas']['MaterialCooperationConducted']
      | components['schemas']['JudicialCooperationConducted']
      | components['schemas']['ProtectionProvided']
      | components['schemas']['AsylumGranted']
      | components['schemas']['ConcessionMade']
      | components['schemas']['ReleaseMade']
      | components['schemas']['InternationalInvolvementAllowed']
      | components['schemas']['HostilitiesReduced']
      | components['schemas']['InvestigationConducted']
      | components['schemas']['LegalActionTaken']
      | components['schemas']['DemonstrationHeld']
      | components['schemas']['RelationsReduced']
      | components['schemas']['AidReduced']
      | components['schemas']['PersonnelWithdrawn']
      | components['schemas']['CoercionUsed']
      | components['schemas']['ArrestMade']
      | components['schemas']['PersonsExpelled']
      | components['schemas']['RepressionUsed']
      | components['schemas']['AssaultCommitted']
      | components['schemas']['MassViolenceUsed']
      | components['schemas']['ContextEventRecorded']
      | components['schemas']['AssessmentRecorded']
      | components['schemas']['EventCorrected']
      | components['schemas']['EventDateRefined']
      | components['schemas']['EventRetracted']
      | components['schemas']['EventConfirmed']
      | components['schemas']['EventDenied']
      | components['schemas']['ReportAttached']
      | components['schemas']['EventsMerged']
      | components['schemas']['EventsDistinguished']
      | components['schemas']['CredibilityAssessed'];
    VisitAnnounced: components['schemas']['LikeVisitAnnounced'] & {
      /** @constant */
      type: 'VisitAnnounced';
      plannedFor?: components['schemas']['Occurred'];
    } & {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'VisitAnnounced';
    };
    Occurred: string;
    ReportedAt: string;
    ParticipantsOfVisitAnnounced: components['schemas']['Participant'][];
    Participant: {
      party: components['schemas']['PartyCode'];
      role: components['schemas']['Role'];
      person?: components['schemas']['Person'];
      office?: string;
      sector?: components['schemas']['Sector'];
    };
    PartyCode: string;
    /** @enum {string} */
    Role:
      | 'visitor'
      | 'host'
      | 'participant'
      | 'source'
      | 'target'
      | 'declarant'
      | 'requester'
      | 'addressee'
      | 'mediator'
      | 'signatory'
      | 'sender'
      | 'receiver'
      | 'observer'
      | 'subject';
    Person: {
      id: string;
      name: string;
    };
    /** @enum {string} */
    Sector:
      | 'GOV'
      | 'MIL'
      | 'LEG'
      | 'JUD'
      | 'SPY'
      | 'COP'
      | 'IGO'
      | 'NGO'
      | 'NGM'
      | 'MNC'
      | 'BUS'
      | 'MED'
      | 'EDU'
      | 'CVL'
      | 'ELI'
      | 'OPP'
      | 'REB'
      | 'SEP'
      | 'INS'
      | 'UAF';
    Dyad: string;
    Place: {
      country?: components['schemas']['PartyCode'];
      city?: string;
      site?: string;
      lat?: number;
      lon?: number;
    };
    /** @enum {string} */
    Channel:
      | 'in-person'
      | 'phone'
      | 'video'
      | 'letter'
      | 'note-verbale'
      | 'aide-memoire'
      | 'demarche'
      | 'summons'
      | 'joint-statement'
      | 'press-release'
      | 'press-conference'
      | 'speech'
      | 'social-media'
      | 'backchannel';
    /** @enum {string} */
    Level:
      | 'head-of-state'
      | 'head-of-government'
      | 'foreign-minister'
      | 'minister'
      | 'deputy-minister'
      | 'special-envoy'
      | 'senior-official'
      | 'working'
      | 'parliamentary'
      | 'senior-military'
      | 'military'
      | 'intelligence'
      | 'ambassador'
      | 'charge-d-affaires'
      | 'interests-section'
      | 'consular';
    Evidence: {
      /** @enum {string} */
      reliability?: 'A' | 'B' | 'C' | 'D' | 'E' | 'F';
      /** @enum {number} */
      credibility?: 1 | 2 | 3 | 4 | 5 | 6;
      reports?: components['schemas']['Report'][];
    };
    Report: {
      publisher: string;
      title?: string;
      /** Format: uri */
      url?: string;
      reference?: string;
      /** Format: date */
      publishedOn?: string;
      origin?: string;
      source?: {
        fields: {
          [key: string]: string;
        };
      };
    };
    EventId: string;
    CameoCode: string;
    VisitConducted: components['schemas']['LikeVisitAnnounced'] & {
      /** @constant */
      type: 'VisitConducted';
    } & {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'VisitConducted';
    };
    VisitPostponed: components['schemas']['LikeVisitAnnounced'] & {
      /** @constant */
      type: 'VisitPostponed';
      plannedFor?: components['schemas']['Occurred'];
    } & {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'VisitPostponed';
    };
    VisitConcluded: components['schemas']['LikeVisitAnnounced'] & {
      /** @constant */
      type: 'VisitConcluded';
    } & {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'VisitConcluded';
    };
    VisitCancelled: components['schemas']['LikeVisitAnnounced'] & {
      /** @constant */
      type: 'VisitCancelled';
    } & {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'VisitCancelled';
    };
    MeetingHeld: components['schemas']['LikeMeetingHeld'] & {
      /** @constant */
      type: 'MeetingHeld';
    } & {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'MeetingHeld';
    };
    ParticipantsOfMeetingHeld: components['schemas']['Participant'][];
    CallHeld: components['schemas']['LikeMeetingHeld'] & {
      /** @constant */
      type: 'CallHeld';
    } & {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'CallHeld';
    };
    TalksHeld: components['schemas']['LikeMeetingHeld'] & {
      /** @constant */
      type: 'TalksHeld';
      field?: components['schemas']['CooperationField'];
    } & {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'TalksHeld';
    };
    /** @enum {string} */
    CooperationField: 'economic' | 'military' | 'judicial' | 'intelligence';
    MediationConducted: components['schemas']['EventEnvelope'] & {
      /** @constant */
      type: 'MediationConducted';
      /**
       * @default 1
       * @constant
       */
      schemaVersion?: 1;
      participants: components['schemas']['ParticipantsOfMediationConducted'];
      level?: components['schemas']['Level'];
    } & {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'MediationConducted';
    };
    ParticipantsOfMediationConducted: components['schemas']['Participant'][];
    NegotiationsHalted: components['schemas']['EventEnvelope'] & {
      /** @constant */
      type: 'NegotiationsHalted';
      /**
       * @default 1
       * @constant
       */
      schemaVersion?: 1;
      participants: components['schemas']['ParticipantsOfNegotiationsHalted'];
      level?: components['schemas']['Level'];
    } & {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'NegotiationsHalted';
    };
    ParticipantsOfNegotiationsHalted: components['schemas']['Participant'][];
    StatementMade: components['schemas']['LikeStatementMade'] & {
      /** @constant */
      type: 'StatementMade';
    } & {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'StatementMade';
    };
    ParticipantsOfStatementMade: components['schemas']['Participant'][];
    SupportExpressed: components['schemas']['LikeSupportExpressed'] & {
      /** @constant */
      type: 'SupportExpressed';
    } & {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'SupportExpressed';
    };
    ParticipantsOfSupportExpressed: components['schemas']['Participant'][];
    CriticismExpressed: components['schemas']['LikeSupportExpressed'] & {
      /** @constant */
      type: 'CriticismExpressed';
    } & {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'CriticismExpressed';
    };
    AccusationMade: components['schemas']['LikeSupportExpressed'] & {
      /** @constant */
      type: 'AccusationMade';
    } & {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'AccusationMade';
    };
    ProtestLodged: components['schemas']['LikeSupportExpressed'] & {
      /** @constant */
      type: 'ProtestLodged';
    } & {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'ProtestLodged';
    };
    AppealMade: components['schemas']['EventEnvelope'] & {
      /** @constant */
      type: 'AppealMade';
      /**
       * @default 1
       * @constant
       */
      schemaVersion?: 1;
      participants: components['schemas']['ParticipantsOfAppealMade'];
      level?: components['schemas']['Level'];
      field?: components['schemas']['CooperationField'];
    } & {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'AppealMade';
    };
    ParticipantsOfAppealMade: components['schemas']['Participant'][];
    DemandMade: components['schemas']['LikeSupportExpressed'] & {
      /** @constant */
      type: 'DemandMade';
    } & {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'DemandMade';
    };
    ProposalRejected: components['schemas']['LikeSupportExpressed'] & {
      /** @constant */
      type: 'ProposalRejected';
    } & {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'ProposalRejected';
    };
    ThreatIssued: components['schemas']['LikeSupportExpressed'] & {
      /** @constant */
      type: 'ThreatIssued';
    } & {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'ThreatIssued';
    };
    ApologyIssued: components['schemas']['LikeSupportExpressed'] & {
      /** @constant */
      type: 'ApologyIssued';
    } & {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'ApologyIssued';
    };
    IntentDeclared: components['schemas']['LikeStatementMade'] & {
      /** @constant */
      type: 'IntentDeclared';
      field?: components['schemas']['CooperationField'];
    } & {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'IntentDeclared';
    };
    AgreementNegotiated: components['schemas']['LikeAgreementNegotiated'] & {
      /** @constant */
      type: 'AgreementNegotiated';
      title?: string;
      entryIntoForce?: components['schemas']['EntryIntoForce'];
    } & {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'AgreementNegotiated';
    };
    ParticipantsOfAgreementNegotiated: components['schemas']['Participant'][];
    EntryIntoForce: {
      /** Format: date */
      on?: string;
      consents?: number;
      by?: components['schemas']['PartyCode'][];
      after?: string;
    };
    AgreementSigned: components['schemas']['LikeAgreementNegotiated'] & {
      /** @constant */
      type: 'AgreementSigned';
      title: string;
      entryIntoForce?: components['schemas']['EntryIntoForce'];
    } & {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'AgreementSigned';
    };
    AgreementRatified: components['schemas']['LikeAgreementNegotiated'] & {
      /** @constant */
      type: 'AgreementRatified';
      /** @enum {string} */
      form?: 'ratification' | 'acceptance' | 'approval';
    } & {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'AgreementRatified';
    };
    AgreementAcceded: components['schemas']['LikeAgreementNegotiated'] & {
      /** @constant */
      type: 'AgreementAcceded';
    } & {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'AgreementAcceded';
    };
    AgreementSuccessionNotified: components['schemas']['LikeAgreementNegotiated'] & {
      /** @constant */
      type: 'AgreementSuccessionNotified';
      effective?: components['schemas']['Occurred'];
    } & {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'AgreementSuccessionNotified';
    };
    AgreementProvisionallyApplied: components['schemas']['LikeAgreementNegotiated'] & {
      /** @constant */
      type: 'AgreementProvisionallyApplied';
    } & {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'AgreementProvisionallyApplied';
    };
    AgreementRatificationWithdrawn: components['schemas']['LikeAgreementNegotiated'] & {
      /** @constant */
      type: 'AgreementRatificationWithdrawn';
    } & {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'AgreementRatificationWithdrawn';
    };
    AgreementEnteredIntoForce: components['schemas']['LikeAgreementNegotiated'] & {
      /** @constant */
      type: 'AgreementEnteredIntoForce';
    } & {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'AgreementEnteredIntoForce';
    };
    AgreementReservationMade: components['schemas']['LikeAgreementNegotiated'] & {
      /** @constant */
      type: 'AgreementReservationMade';
      concerning?: string;
    } & {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'AgreementReservationMade';
    };
    AgreementAmended: components['schemas']['LikeAgreementNegotiated'] & {
      /** @constant */
      type: 'AgreementAmended';
      title?: string;
    } & {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'AgreementAmended';
    };
    AgreementSuspended: components['schemas']['LikeAgreementNegotiated'] & {
      /** @constant */
      type: 'AgreementSuspended';
      effective?: components['schemas']['Occurred'];
    } & {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'AgreementSuspended';
    };
    AgreementResumed: components['schemas']['LikeAgreementNegotiated'] & {
      /** @constant */
      type: 'AgreementResumed';
    } & {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'AgreementResumed';
    };
    AgreementDenounced: components['schemas']['LikeAgreementNegotiated'] & {
      /** @constant */
      type: 'AgreementDenounced';
      effective?: components['schemas']['Occurred'];
    } & {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'AgreementDenounced';
    };
    DenunciationRevoked: components['schemas']['LikeAgreementNegotiated'] & {
      /** @constant */
      type: 'DenunciationRevoked';
    } & {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'DenunciationRevoked';
    };
    AgreementTerminated: components['schemas']['LikeAgreementNegotiated'] & {
      /** @constant */
      type: 'AgreementTerminated';
      effective?: components['schemas']['Occurred'];
    } & {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'AgreementTerminated';
    };
    RecognitionGranted: components['schemas']['LikeSupportExpressed'] & {
      /** @constant */
      type: 'RecognitionGranted';
      reciprocal?: boolean;
    } & {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'RecognitionGranted';
    };
    RelationsEstablished: components['schemas']['LikeRelationsEstablished'] & {
      /** @constant */
      type: 'RelationsEstablished';
    } & {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'RelationsEstablished';
    };
    ParticipantsOfRelationsEstablished: components['schemas']['Participant'][];
    RelationsRestored: components['schemas']['LikeRelationsEstablished'] & {
      /** @constant */
      type: 'RelationsRestored';
    } & {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'RelationsRestored';
    };
    RelationsSevered: components['schemas']['LikeRelationsEstablished'] & {
      /** @constant */
      type: 'RelationsSevered';
    } & {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'RelationsSevered';
    };
    OrganisationJoined: components['schemas']['LikeSupportExpressed'] & {
      /** @constant */
      type: 'OrganisationJoined';
    } & {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'OrganisationJoined';
    };
    OrganisationLeft: components['schemas']['LikeSupportExpressed'] & {
      /** @constant */
      type: 'OrganisationLeft';
    } & {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'OrganisationLeft';
    };
    MissionOpened: components['schemas']['EventEnvelope'] & {
      /** @constant */
      type: 'MissionOpened';
      /**
       * @default 1
       * @constant
       */
      schemaVersion?: 1;
      participants: components['schemas']['ParticipantsOfMissionOpened'];
      level?: components['schemas']['MissionRank'];
      reciprocal?: boolean;
      post?: components['schemas']['Post'];
      nonResident?: boolean;
      seat?: components['schemas']['PartyCode'];
    } & {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'MissionOpened';
    };
    ParticipantsOfMissionOpened: components['schemas']['Participant'][];
    /** @enum {string} */
    MissionRank: 'ambassador' | 'minister' | 'charge-d-affaires' | 'interests-section' | 'consular';
    /** @enum {string} */
    Post:
      | 'embassy'
      | 'high-commission'
      | 'legation'
      | 'nunciature'
      | 'interests-section'
      | 'liaison-office'
      | 'representative-office'
      | 'permanent-mission'
      | 'delegation'
      | 'consulate-general'
      | 'consulate'
      | 'vice-consulate'
      | 'honorary-consulate';
    RepresentationObserved: components['schemas']['EventEnvelope'] & {
      /** @constant */
      type: 'RepresentationObserved';
      /**
       * @default 1
       * @constant
       */
      schemaVersion?: 1;
      participants: components['schemas']['ParticipantsOfMissionOpened'];
      level?: components['schemas']['MissionRank'];
      post?: components['schemas']['Post'];
      nonResident?: boolean;
      seat?: components['schemas']['PartyCode'];
      absent?: boolean;
    } & {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'RepresentationObserved';
    };
    MissionClosed: components['schemas']['LikeMissionClosed'] & {
      /** @constant */
      type: 'MissionClosed';
      post?: components['schemas']['Post'];
    } & {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'MissionClosed';
    };
    RepresentationUpgraded: components['schemas']['EventEnvelope'] & {
      /** @constant */
      type: 'RepresentationUpgraded';
      /**
       * @default 1
       * @constant
       */
      schemaVersion?: 1;
      participants: components['schemas']['ParticipantsOfMissionOpened'];
      level?: components['schemas']['MissionRank'];
      post?: components['schemas']['Post'];
      nonResident?: boolean;
      seat?: components['schemas']['PartyCode'];
    } & {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'RepresentationUpgraded';
    };
    RepresentationDowngraded: components['schemas']['EventEnvelope'] & {
      /** @constant */
      type: 'RepresentationDowngraded';
      /**
       * @default 1
       * @constant
       */
      schemaVersion?: 1;
      participants: components['schemas']['ParticipantsOfMissionOpened'];
      level?: components['schemas']['MissionRank'];
      post?: components['schemas']['Post'];
      nonResident?: boolean;
      seat?: components['schemas']['PartyCode'];
    } & {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'RepresentationDowngraded';
    };
    AmbassadorNominated: components['schemas']['LikeMissionClosed'] & {
      /** @constant */
      type: 'AmbassadorNominated';
    } & {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'AmbassadorNominated';
    };
    AgrementGranted: components['schemas']['LikeMissionClosed'] & {
      /** @constant */
      type: 'AgrementGranted';
    } & {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'AgrementGranted';
    };
    AgrementRefused: components['schemas']['LikeMissionClosed'] & {
      /** @constant */
      type: 'AgrementRefused';
    } & {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'AgrementRefused';
    };
    CredentialsPresented: components['schemas']['LikeMissionClosed'] & {
      /** @constant */
      type: 'CredentialsPresented';
      nonResident?: boolean;
      seat?: components['schemas']['PartyCode'];
    } & {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'CredentialsPresented';
    };
    AmbassadorRecalled: components['schemas']['EventEnvelope'] & {
      /** @constant */
      type: 'AmbassadorRecalled';
      /**
       * @default 2
       * @constant
       */
      schemaVersion?: 2;
      participants: components['schemas']['ParticipantsOfMissionOpened'];
      level?: components['schemas']['Level'];
      /** @enum {string} */
      recall: 'for-consultations' | 'for-good' | 'unstated';
    } & {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'AmbassadorRecalled';
    };
    AmbassadorReturned: components['schemas']['LikeMissionClosed'] & {
      /** @constant */
      type: 'AmbassadorReturned';
    } & {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'AmbassadorReturned';
    };
    DiplomatExpelled: components['schemas']['LikeMissionClosed'] & {
      /** @constant */
      type: 'DiplomatExpelled';
      diplomats?: number;
    } & {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'DiplomatExpelled';
    };
    SanctionImposed: components['schemas']['LikeSupportExpressed'] & {
      /** @constant */
      type: 'SanctionImposed';
    } & {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'SanctionImposed';
    };
    SanctionLifted: components['schemas']['LikeSupportExpressed'] & {
      /** @constant */
      type: 'SanctionLifted';
    } & {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'SanctionLifted';
    };
    RestrictionEased: components['schemas']['LikeSupportExpressed'] & {
      /** @constant */
      type: 'RestrictionEased';
    } & {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'RestrictionEased';
    };
    MilitaryCooperationConducted: components['schemas']['LikeMilitaryCooperationConducted'] & {
      /** @constant */
      type: 'MilitaryCooperationConducted';
    } & {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'MilitaryCooperationConducted';
    };
    ParticipantsOfMilitaryCooperationConducted: components['schemas']['Participant'][];
    IntelligenceShared: components['schemas']['EventEnvelope'] & {
      /** @constant */
      type: 'IntelligenceShared';
      /**
       * @default 1
       * @constant
       */
      schemaVersion?: 1;
      participants: components['schemas']['ParticipantsOfIntelligenceShared'];
      level?: components['schemas']['Level'];
    } & {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'IntelligenceShared';
    };
    ParticipantsOfIntelligenceShared: components['schemas']['Participant'][];
    EconomicCooperationStarted: components['schemas']['LikeMilitaryCooperationConducted'] & {
      /** @constant */
      type: 'EconomicCooperationStarted';
    } & {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'EconomicCooperationStarted';
    };
    AidProvided: components['schemas']['LikeSupportExpressed'] & {
      /** @constant */
      type: 'AidProvided';
      /** @enum {string} */
      kind?: 'economic' | 'military' | 'humanitarian';
    } & {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'AidProvided';
    };
    ForceDemonstrated: components['schemas']['LikeSupportExpressed'] & {
      /** @constant */
      type: 'ForceDemonstrated';
    } & {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'ForceDemonstrated';
    };
    ForceUsed: components['schemas']['LikeSupportExpressed'] & {
      /** @constant */
      type: 'ForceUsed';
    } & {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'ForceUsed';
    };
    CeasefireDeclared: components['schemas']['EventEnvelope'] & {
      /** @constant */
      type: 'CeasefireDeclared';
      /**
       * @default 1
       * @constant
       */
      schemaVersion?: 1;
      participants: components['schemas']['ParticipantsOfCeasefireDeclared'];
      level?: components['schemas']['Level'];
    } & {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'CeasefireDeclared';
    };
    ParticipantsOfCeasefireDeclared: components['schemas']['Participant'][];
    DiplomaticCooperationConducted: components['schemas']['LikeMilitaryCooperationConducted'] & {
      /** @constant */
      type: 'DiplomaticCooperationConducted';
    } & {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'DiplomaticCooperationConducted';
    };
    ForgivenessExpressed: components['schemas']['LikeSupportExpressed'] & {
      /** @constant */
      type: 'ForgivenessExpressed';
    } & {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'ForgivenessExpressed';
    };
    MaterialCooperationConducted: components['schemas']['LikeMilitaryCooperationConducted'] & {
      /** @constant */
      type: 'MaterialCooperationConducted';
    } & {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'MaterialCooperationConducted';
    };
    JudicialCooperationConducted: components['schemas']['LikeMilitaryCooperationConducted'] & {
      /** @constant */
      type: 'JudicialCooperationConducted';
    } & {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'JudicialCooperationConducted';
    };
    ProtectionProvided: components['schemas']['LikeSupportExpressed'] & {
      /** @constant */
      type: 'ProtectionProvided';
    } & {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'ProtectionProvided';
    };
    AsylumGranted: components['schemas']['LikeSupportExpressed'] & {
      /** @constant */
      type: 'AsylumGranted';
    } & {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'AsylumGranted';
    };
    ConcessionMade: components['schemas']['LikeSupportExpressed'] & {
      /** @constant */
      type: 'ConcessionMade';
    } & {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'ConcessionMade';
    };
    ReleaseMade: components['schemas']['LikeSupportExpressed'] & {
      /** @constant */
      type: 'ReleaseMade';
    } & {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'ReleaseMade';
    };
    InternationalInvolvementAllowed: components['schemas']['LikeSupportExpressed'] & {
      /** @constant */
      type: 'InternationalInvolvementAllowed';
    } & {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'InternationalInvolvementAllowed';
    };
    HostilitiesReduced: components['schemas']['LikeSupportExpressed'] & {
      /** @constant */
      type: 'HostilitiesReduced';
    } & {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'HostilitiesReduced';
    };
    InvestigationConducted: components['schemas']['LikeSupportExpressed'] & {
      /** @constant */
      type: 'InvestigationConducted';
    } & {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'InvestigationConducted';
    };
    LegalActionTaken: components['schemas']['LikeSupportExpressed'] & {
      /** @constant */
      type: 'LegalActionTaken';
    } & {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'LegalActionTaken';
    };
    DemonstrationHeld: components['schemas']['LikeSupportExpressed'] & {
      /** @constant */
      type: 'DemonstrationHeld';
    } & {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'DemonstrationHeld';
    };
    RelationsReduced: components['schemas']['LikeSupportExpressed'] & {
      /** @constant */
      type: 'RelationsReduced';
    } & {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'RelationsReduced';
    };
    AidReduced: components['schemas']['LikeSupportExpressed'] & {
      /** @constant */
      type: 'AidReduced';
    } & {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'AidReduced';
    };
    PersonnelWithdrawn: components['schemas']['LikeSupportExpressed'] & {
      /** @constant */
      type: 'PersonnelWithdrawn';
    } & {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'PersonnelWithdrawn';
    };
    CoercionUsed: components['schemas']['LikeSupportExpressed'] & {
      /** @constant */
      type: 'CoercionUsed';
    } & {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'CoercionUsed';
    };
    ArrestMade: components['schemas']['LikeSupportExpressed'] & {
      /** @constant */
      type: 'ArrestMade';
    } & {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'ArrestMade';
    };
    PersonsExpelled: components['schemas']['LikeSupportExpressed'] & {
      /** @constant */
      type: 'PersonsExpelled';
    } & {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'PersonsExpelled';
    };
    RepressionUsed: components['schemas']['LikeSupportExpressed'] & {
      /** @constant */
      type: 'RepressionUsed';
    } & {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'RepressionUsed';
    };
    AssaultCommitted: components['schemas']['LikeSupportExpressed'] & {
      /** @constant */
      type: 'AssaultCommitted';
    } & {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'AssaultCommitted';
    };
    MassViolenceUsed: components['schemas']['LikeSupportExpressed'] & {
      /** @constant */
      type: 'MassViolenceUsed';
    } & {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'MassViolenceUsed';
    };
    ContextEventRecorded: components['schemas']['LikeContextEventRecorded'] & {
      /** @constant */
      type: 'ContextEventRecorded';
      kind: string;
    } & {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'ContextEventRecorded';
    };
    ParticipantsOfContextEventRecorded: components['schemas']['Participant'][];
    AssessmentRecorded: components['schemas']['LikeContextEventRecorded'] & {
      /** @constant */
      type: 'AssessmentRecorded';
      claim: string;
      author: string;
      period?: components['schemas']['Occurred'];
    } & {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'AssessmentRecorded';
    };
    EventCorrected: components['schemas']['CorrectionEnvelope'] & {
      /** @constant */
      type: 'EventCorrected';
      changes: components['schemas']['Changes'];
    } & {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'EventCorrected';
    };
    Changes: {
      participants?: components['schemas']['Participants'];
      thirdParties?: components['schemas']['PartyCode'][];
      bearsOn?: components['schemas']['Dyad'][];
      place?: components['schemas']['Place'];
      topics?: string[];
      channel?: components['schemas']['Channel'];
      level?: components['schemas']['Level'];
      partOf?: components['schemas']['EventId'];
      cameo?: components['schemas']['CameoCode'];
      summary?: string;
    };
    Participants: components['schemas']['Participant'][];
    EventDateRefined: components['schemas']['CorrectionEnvelope'] & {
      /** @constant */
      type: 'EventDateRefined';
      occurred: components['schemas']['Occurred'];
    } & {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'EventDateRefined';
    };
    EventRetracted: components['schemas']['CorrectionEnvelope'] & {
      /** @constant */
      type: 'EventRetracted';
      /** @enum {string} */
      reason: 'duplicate' | 'false' | 'out-of-scope';
    } & {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'EventRetracted';
    };
    EventConfirmed: components['schemas']['CorrectionEnvelope'] & {
      /** @constant */
      type: 'EventConfirmed';
    } & {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'EventConfirmed';
    };
    EventDenied: components['schemas']['CorrectionEnvelope'] & {
      /** @constant */
      type: 'EventDenied';
      by: components['schemas']['PartyCode'];
    } & {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'EventDenied';
    };
    ReportAttached: components['schemas']['CorrectionEnvelope'] & {
      /** @constant */
      type: 'ReportAttached';
      report: components['schemas']['Report'];
    } & {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'ReportAttached';
    };
    EventsMerged: components['schemas']['CorrectionEnvelope'] & {
      /** @constant */
      type: 'EventsMerged';
      into: components['schemas']['EventId'];
    } & {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'EventsMerged';
    };
    EventsDistinguished: components['schemas']['CorrectionEnvelope'] & {
      /** @constant */
      type: 'EventsDistinguished';
      from: components['schemas']['EventId'][];
    } & {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'EventsDistinguished';
    };
    CredibilityAssessed: components['schemas']['CorrectionEnvelope'] & {
      /** @constant */
      type: 'CredibilityAssessed';
      evidence: components['schemas']['Assessment'];
    } & {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'CredibilityAssessed';
    };
    Assessment: {
      /** @enum {string} */
      reliability: 'A' | 'B' | 'C' | 'D' | 'E' | 'F';
      /** @enum {number} */
      credibility: 1 | 2 | 3 | 4 | 5 | 6;
    };
    Cursor: string;
    TextQuery: string;
    Month: string;
    /** @enum {string} */
    Scale: 'goldstein' | 'plover';
    /** @enum {string} */
    Sign: 'cooperative' | 'conflictual';
    Filter: {
      kinds?: ('event' | 'phase')[];
      types?: (
        | 'VisitAnnounced'
        | 'VisitConducted'
        | 'VisitPostponed'
        | 'VisitConcluded'
        | 'VisitCancelled'
        | 'MeetingHeld'
        | 'CallHeld'
        | 'TalksHeld'
        | 'MediationConducted'
        | 'NegotiationsHalted'
        | 'StatementMade'
        | 'SupportExpressed'
        | 'CriticismExpressed'
        | 'AccusationMade'
        | 'ProtestLodged'
        | 'AppealMade'
        | 'DemandMade'
        | 'ProposalRejected'
        | 'ThreatIssued'
        | 'ApologyIssued'
        | 'IntentDeclared'
        | 'AgreementNegotiated'
        | 'AgreementSigned'
        | 'AgreementRatified'
        | 'AgreementAcceded'
        | 'AgreementSuccessionNotified'
        | 'AgreementProvisionallyApplied'
        | 'AgreementRatificationWithdrawn'
        | 'AgreementEnteredIntoForce'
        | 'AgreementReservationMade'
        | 'AgreementAmended'
        | 'AgreementSuspended'
        | 'AgreementResumed'
        | 'AgreementDenounced'
        | 'DenunciationRevoked'
        | 'AgreementTerminated'
        | 'RecognitionGranted'
        | 'RelationsEstablished'
        | 'RelationsRestored'
        | 'RelationsSevered'
        | 'OrganisationJoined'
        | 'OrganisationLeft'
        | 'MissionOpened'
        | 'RepresentationObserved'
        | 'MissionClosed'
        | 'RepresentationUpgraded'
        | 'RepresentationDowngraded'
        | 'AmbassadorNominated'
        | 'AgrementGranted'
        | 'AgrementRefused'
        | 'CredentialsPresented'
        | 'AmbassadorRecalled'
        | 'AmbassadorReturned'
        | 'DiplomatExpelled'
        | 'SanctionImposed'
        | 'SanctionLifted'
        | 'RestrictionEased'
        | 'MilitaryCooperationConducted'
        | 'IntelligenceShared'
        | 'EconomicCooperationStarted'
        | 'AidProvided'
        | 'ForceDemonstrated'
        | 'ForceUsed'
        | 'CeasefireDeclared'
        | 'DiplomaticCooperationConducted'
        | 'ForgivenessExpressed'
        | 'MaterialCooperationConducted'
        | 'JudicialCooperationConducted'
        | 'ProtectionProvided'
        | 'AsylumGranted'
        | 'ConcessionMade'
        | 'ReleaseMade'
        | 'InternationalInvolvementAllowed'
        | 'HostilitiesReduced'
        | 'InvestigationConducted'
        | 'LegalActionTaken'
        | 'DemonstrationHeld'
        | 'RelationsReduced'
        | 'AidReduced'
        | 'PersonnelWithdrawn'
        | 'CoercionUsed'
        | 'ArrestMade'
        | 'PersonsExpelled'
        | 'RepressionUsed'
        | 'AssaultCommitted'
        | 'MassViolenceUsed'
        | 'ContextEventRecorded'
        | 'AssessmentRecorded'
        | 'EventCorrected'
        | 'EventDateRefined'
        | 'EventRetracted'
        | 'EventConfirmed'
        | 'EventDenied'
        | 'ReportAttached'
        | 'EventsMerged'
        | 'EventsDistinguished'
        | 'CredibilityAssessed'
      )[];
      parties?: {
        any?: components['schemas']['PartyCode'][];
        all?: components['schemas']['PartyCode'][];
      };
      dyads?: components['schemas']['Dyad'][];
      topics?: string[];
      quadClasses?: components['schemas']['QuadClass'][];
      modality?: ('held' | 'planned' | 'hypothetical' | 'denied')[];
      minCredibility?: number;
      q?: components['schemas']['TextQuery'];
    };
    /** @enum {string} */
    QuadClass: 'verbal-cooperation' | 'material-cooperation' | 'verbal-conflict' | 'material-conflict';
    AppendReply: {
      stream: components['schemas']['StreamName'];
      version: number;
      commitId?: string;
      events: {
        id: components['schemas']['EventId'];
        version: number;
      }[];
      repeated?: boolean;
      attachedTo?: components['schemas']['EventId'];
      possibleDuplicates?: {
        of: number;
        id: components['schemas']['EventId'];
        reason: string;
      }[];
      warnings?: {
        of: number;
        /** @enum {string} */
        code: 'place-elsewhere' | 'namesake' | 'party-out-of-time' | 'reported-before';
        field: string;
        detail: string;
      }[];
      position?: number;
      cursor?: components['schemas']['Cursor'];
    };
    RefusedCommit: {
      stream: string | null;
      problem: components['schemas']['Problem'];
    };
    Problem: {
      type: string;
      title: string;
      status: number;
      detail?: string;
      instance?: string;
      errors?: {
        pointer?: string;
        parameter?: string;
        header?: string;
        detail: string;
      }[];
      moreErrors?: number;
      currentVersion?: number;
      rule?: string;
    } & {
      [key: string]: unknown;
    };
    GatewayMessage: {
      message: string;
    } & {
      [key: string]: unknown;
    };
    EventAsRead:
      | components['schemas']['LikeVisitAnnouncedAsRead']
      | components['schemas']['LikeVisitConductedAsRead']
      | components['schemas']['LikeMeetingHeldAsRead']
      | components['schemas']['TalksHeldAsRead']
      | components['schemas']['MediationConductedAsRead']
      | components['schemas']['NegotiationsHaltedAsRead']
      | components['schemas']['StatementMadeAsRead']
      | components['schemas']['LikeSupportExpressedAsRead']
      | components['schemas']['AppealMadeAsRead']
      | components['schemas']['IntentDeclaredAsRead']
      | components['schemas']['AgreementNegotiatedAsRead']
      | components['schemas']['AgreementSignedAsRead']
      | components['schemas']['AgreementRatifiedAsRead']
      | components['schemas']['LikeAgreementAccededAsRead']
      | components['schemas']['LikeAgreementSuccessionNotifiedAsRead']
      | components['schemas']['AgreementReservationMadeAsRead']
      | components['schemas']['AgreementAmendedAsRead']
      | components['schemas']['RecognitionGrantedAsRead']
      | components['schemas']['LikeRelationsEstablishedAsRead']
      | components['schemas']['MissionOpenedAsRead']
      | components['schemas']['RepresentationObservedAsRead']
      | components['schemas']['MissionClosedAsRead']
      | components['schemas']['LikeRepresentationUpgradedAsRead']
      | components['schemas']['LikeAmbassadorNominatedAsRead']
      | components['schemas']['CredentialsPresentedAsRead']
      | components['schemas']['AmbassadorRecalledAsRead']
      | components['schemas']['DiplomatExpelledAsRead']
      | components['schemas']['LikeMilitaryCooperationConductedAsRead']
      | components['schemas']['IntelligenceSharedAsRead']
      | components['schemas']['AidProvidedAsRead']
      | components['schemas']['CeasefireDeclaredAsRead']
      | components['schemas']['ContextEventRecordedAsRead']
      | components['schemas']['AssessmentRecordedAsRead']
      | components['schemas']['EventCorrectedAsRead']
      | components['schemas']['EventDateRefinedAsRead']
      | components['schemas']['EventRetractedAsRead']
      | components['schemas']['EventConfirmedAsRead']
      | components['schemas']['EventDeniedAsRead']
      | components['schemas']['ReportAttachedAsRead']
      | components['schemas']['EventsMergedAsRead']
      | components['schemas']['EventsDistinguishedAsRead']
      | components['schemas']['CredibilityAssessedAsRead'];
    LikeVisitAnnouncedAsRead: components['schemas']['RecordedEventEnvelope'] & {
      /** @enum {string} */
      type: 'VisitAnnounced' | 'VisitPostponed';
      /**
       * @default 1
       * @constant
       */
      schemaVersion: 1;
      participants: components['schemas']['ParticipantsOfVisitAnnounced'];
      level?: components['schemas']['Level'];
      plannedFor?: components['schemas']['Occurred'];
    };
    EvidenceAsRead: {
      /** @enum {string} */
      reliability?: 'A' | 'B' | 'C' | 'D' | 'E' | 'F';
      /** @enum {number} */
      credibility?: 1 | 2 | 3 | 4 | 5 | 6;
      reports?: components['schemas']['Report'][];
      reportCount?: number;
      sourceCount?: number;
    };
    Recorder: {
      subject: string;
      client?: string;
      organisation?: string;
    };
    DistinctFrom: components['schemas']['EventId'][];
    LikeVisitConductedAsRead: components['schemas']['RecordedEventEnvelope'] & {
      /** @enum {string} */
      type: 'VisitConducted' | 'VisitConcluded' | 'VisitCancelled';
      /**
       * @default 1
       * @constant
       */
      schemaVersion: 1;
      participants: components['schemas']['ParticipantsOfVisitAnnounced'];
      level?: components['schemas']['Level'];
    };
    LikeMeetingHeldAsRead: components['schemas']['RecordedEventEnvelope'] & {
      /** @enum {string} */
      type: 'MeetingHeld' | 'CallHeld';
      /**
       * @default 1
       * @constant
       */
      schemaVersion: 1;
      participants: components['schemas']['ParticipantsOfMeetingHeld'];
      level?: components['schemas']['Level'];
    };
    TalksHeldAsRead: components['schemas']['RecordedEventEnvelope'] & {
      /** @constant */
      type: 'TalksHeld';
      /**
       * @default 1
       * @constant
       */
      schemaVersion: 1;
      participants: components['schemas']['ParticipantsOfMeetingHeld'];
      level?: components['schemas']['Level'];
      field?: components['schemas']['CooperationField'];
    };
    MediationConductedAsRead: components['schemas']['RecordedEventEnvelope'] & {
      /** @constant */
      type: 'MediationConducted';
      /**
       * @default 1
       * @constant
       */
      schemaVersion: 1;
      participants: components['schemas']['ParticipantsOfMediationConducted'];
      level?: components['schemas']['Level'];
    };
    NegotiationsHaltedAsRead: components['schemas']['RecordedEventEnvelope'] & {
      /** @constant */
      type: 'NegotiationsHalted';
      /**
       * @default 1
       * @constant
       */
      schemaVersion: 1;
      participants: components['schemas']['ParticipantsOfNegotiationsHalted'];
      level?: components['schemas']['Level'];
    };
    StatementMadeAsRead: components['schemas']['RecordedEventEnvelope'] & {
      /** @constant */
      type: 'StatementMade';
      /**
       * @default 1
       * @constant
       */
      schemaVersion: 1;
      participants: components['schemas']['ParticipantsOfStatementMade'];
      level?: components['schemas']['Level'];
    };
    LikeSupportExpressedAsRead: components['schemas']['RecordedEventEnvelope'] & {
      /** @enum {string} */
      type:
        | 'SupportExpressed'
        | 'CriticismExpressed'
        | 'AccusationMade'
        | 'ProtestLodged'
        | 'DemandMade'
        | 'ProposalRejected'
        | 'ThreatIssued'
        | 'ApologyIssued'
        | 'OrganisationJoined'
        | 'OrganisationLeft'
        | 'SanctionImposed'
        | 'SanctionLifted'
        | 'RestrictionEased'
        | 'ForceDemonstrated'
        | 'ForceUsed'
        | 'ForgivenessExpressed'
        | 'ProtectionProvided'
        | 'AsylumGranted'
        | 'ConcessionMade'
        | 'ReleaseMade'
        | 'InternationalInvolvementAllowed'
        | 'HostilitiesReduced'
        | 'InvestigationConducted'
        | 'LegalActionTaken'
        | 'DemonstrationHeld'
        | 'RelationsReduced'
        | 'AidReduced'
        | 'PersonnelWithdrawn'
        | 'CoercionUsed'
        | 'ArrestMade'
        | 'PersonsExpelled'
        | 'RepressionUsed'
        | 'AssaultCommitted'
        | 'MassViolenceUsed';
      /**
       * @default 1
       * @constant
       */
      schemaVersion: 1;
      participants: components['schemas']['ParticipantsOfSupportExpressed'];
      level?: components['schemas']['Level'];
    };
    AppealMadeAsRead: components['schemas']['RecordedEventEnvelope'] & {
      /** @constant */
      type: 'AppealMade';
      /**
       * @default 1
       * @constant
       */
      schemaVersion: 1;
      participants: components['schemas']['ParticipantsOfAppealMade'];
      level?: components['schemas']['Level'];
      field?: components['schemas']['CooperationField'];
    };
    IntentDeclaredAsRead: components['schemas']['RecordedEventEnvelope'] & {
      /** @constant */
      type: 'IntentDeclared';
      /**
       * @default 1
       * @constant
       */
      schemaVersion: 1;
      participants: components['schemas']['ParticipantsOfStatementMade'];
      level?: components['schemas']['Level'];
      field?: components['schemas']['CooperationField'];
    };
    AgreementNegotiatedAsRead: components['schemas']['RecordedEventEnvelope'] & {
      /** @constant */
      type: 'AgreementNegotiated';
      /**
       * @default 1
       * @constant
       */
      schemaVersion: 1;
      participants: components['schemas']['ParticipantsOfAgreementNegotiated'];
      level?: components['schemas']['Level'];
      title?: string;
      entryIntoForce?: components['schemas']['EntryIntoForce'];
    };
    AgreementSignedAsRead: components['schemas']['RecordedEventEnvelope'] & {
      /** @constant */
      type: 'AgreementSigned';
      /**
       * @default 1
       * @constant
       */
      schemaVersion: 1;
      participants: components['schemas']['ParticipantsOfAgreementNegotiated'];
      level?: components['schemas']['Level'];
      title: string;
      entryIntoForce?: components['schemas']['EntryIntoForce'];
    };
    AgreementRatifiedAsRead: components['schemas']['RecordedEventEnvelope'] & {
      /** @constant */
      type: 'AgreementRatified';
      /**
       * @default 1
       * @constant
       */
      schemaVersion: 1;
      participants: components['schemas']['ParticipantsOfAgreementNegotiated'];
      level?: components['schemas']['Level'];
      /** @enum {string} */
      form?: 'ratification' | 'acceptance' | 'approval';
    };
    LikeAgreementAccededAsRead: components['schemas']['RecordedEventEnvelope'] & {
      /** @enum {string} */
      type:
        | 'AgreementAcceded'
        | 'AgreementProvisionallyApplied'
        | 'AgreementRatificationWithdrawn'
        | 'AgreementEnteredIntoForce'
        | 'AgreementResumed'
        | 'DenunciationRevoked';
      /**
       * @default 1
       * @constant
       */
      schemaVersion: 1;
      participants: components['schemas']['ParticipantsOfAgreementNegotiated'];
      level?: components['schemas']['Level'];
    };
    LikeAgreementSuccessionNotifiedAsRead: components['schemas']['RecordedEventEnvelope'] & {
      /** @enum {string} */
      type: 'AgreementSuccessionNotified' | 'AgreementSuspended' | 'AgreementDenounced' | 'AgreementTerminated';
      /**
       * @default 1
       * @constant
       */
      schemaVersion: 1;
      participants: components['schemas']['ParticipantsOfAgreementNegotiated'];
      level?: components['schemas']['Level'];
      effective?: components['schemas']['Occurred'];
    };
    AgreementReservationMadeAsRead: components['schemas']['RecordedEventEnvelope'] & {
      /** @constant */
      type: 'AgreementReservationMade';
      /**
       * @default 1
       * @constant
       */
      schemaVersion: 1;
      participants: components['schemas']['ParticipantsOfAgreementNegotiated'];
      level?: components['schemas']['Level'];
      concerning?: string;
    };
    AgreementAmendedAsRead: components['schemas']['RecordedEventEnvelope'] & {
      /** @constant */
      type: 'AgreementAmended';
      /**
       * @default 1
       * @constant
       */
      schemaVersion: 1;
      participants: components['schemas']['ParticipantsOfAgreementNegotiated'];
      level?: components['schemas']['Level'];
      title?: string;
    };
    RecognitionGrantedAsRead: components['schemas']['RecordedEventEnvelope'] & {
      /** @constant */
      type: 'RecognitionGranted';
      /**
       * @default 1
       * @constant
       */
      schemaVersion: 1;
      participants: components['schemas']['ParticipantsOfSupportExpressed'];
      level?: components['schemas']['Level'];
      reciprocal?: boolean;
    };
    LikeRelationsEstablishedAsRead: components['schemas']['RecordedEventEnvelope'] & {
      /** @enum {string} */
      type: 'RelationsEstablished' | 'RelationsRestored' | 'RelationsSevered';
      /**
       * @default 1
       * @constant
       */
      schemaVersion: 1;
      participants: components['schemas']['ParticipantsOfRelationsEstablished'];
      level?: components['schemas']['Level'];
    };
    MissionOpenedAsRead: components['schemas']['RecordedEventEnvelope'] & {
      /** @constant */
      type: 'MissionOpened';
      /**
       * @default 1
       * @constant
       */
      schemaVersion: 1;
      participants: components['schemas']['ParticipantsOfMissionOpened'];
      level?: components['schemas']['MissionRank'];
      reciprocal?: boolean;
      post?: components['schemas']['Post'];
      nonResident?: boolean;
      seat?: components['schemas']['PartyCode'];
    };
    RepresentationObservedAsRead: components['schemas']['RecordedEventEnvelope'] & {
      /** @constant */
      type: 'RepresentationObserved';
      /**
       * @default 1
       * @constant
       */
      schemaVersion: 1;
      participants: components['schemas']['ParticipantsOfMissionOpened'];
      level?: components['schemas']['MissionRank'];
      post?: components['schemas']['Post'];
      nonResident?: boolean;
      seat?: components['schemas']['PartyCode'];
      absent?: boolean;
    };
    MissionClosedAsRead: components['schemas']['RecordedEventEnvelope'] & {
      /** @constant */
      type: 'MissionClosed';
      /**
       * @default 1
       * @constant
       */
      schemaVersion: 1;
      participants: components['schemas']['ParticipantsOfMissionOpened'];
      level?: components['schemas']['Level'];
      post?: components['schemas']['Post'];
    };
    LikeRepresentationUpgradedAsRead: components['schemas']['RecordedEventEnvelope'] & {
      /** @enum {string} */
      type: 'RepresentationUpgraded' | 'RepresentationDowngraded';
      /**
       * @default 1
       * @constant
       */
      schemaVersion: 1;
      participants: components['schemas']['ParticipantsOfMissionOpened'];
      level?: components['schemas']['MissionRank'];
      post?: components['schemas']['Post'];
      nonResident?: boolean;
      seat?: components['schemas']['PartyCode'];
    };
    LikeAmbassadorNominatedAsRead: components['schemas']['RecordedEventEnvelope'] & {
      /** @enum {string} */
      type: 'AmbassadorNominated' | 'AgrementGranted' | 'AgrementRefused' | 'AmbassadorReturned';
      /**
       * @default 1
       * @constant
       */
      schemaVersion: 1;
      participants: components['schemas']['ParticipantsOfMissionOpened'];
      level?: components['schemas']['Level'];
    };
    CredentialsPresentedAsRead: components['schemas']['RecordedEventEnvelope'] & {
      /** @constant */
      type: 'CredentialsPresented';
      /**
       * @default 1
       * @constant
       */
      schemaVersion: 1;
      participants: components['schemas']['ParticipantsOfMissionOpened'];
      level?: components['schemas']['Level'];
      nonResident?: boolean;
      seat?: components['schemas']['PartyCode'];
    };
    AmbassadorRecalledAsRead: components['schemas']['RecordedEventEnvelope'] & {
      /** @constant */
      type: 'AmbassadorRecalled';
      /**
       * @default 2
       * @constant
       */
      schemaVersion: 2;
      participants: components['schemas']['ParticipantsOfMissionOpened'];
      level?: components['schemas']['Level'];
      /** @enum {string} */
      recall: 'for-consultations' | 'for-good' | 'unstated';
    };
    DiplomatExpelledAsRead: components['schemas']['RecordedEventEnvelope'] & {
      /** @constant */
      type: 'DiplomatExpelled';
      /**
       * @default 1
       * @constant
       */
      schemaVersion: 1;
      participants: components['schemas']['ParticipantsOfMissionOpened'];
      level?: components['schemas']['Level'];
      diplomats?: number;
    };
    LikeMilitaryCooperationConductedAsRead: components['schemas']['RecordedEventEnvelope'] & {
      /** @enum {string} */
      type:
        | 'MilitaryCooperationConducted'
        | 'EconomicCooperationStarted'
        | 'DiplomaticCooperationConducted'
        | 'MaterialCooperationConducted'
        | 'JudicialCooperationConducted';
      /**
       * @default 1
       * @constant
       */
      schemaVersion: 1;
      participants: components['schemas']['ParticipantsOfMilitaryCooperationConducted'];
      level?: components['schemas']['Level'];
    };
    IntelligenceSharedAsRead: components['schemas']['RecordedEventEnvelope'] & {
      /** @constant */
      type: 'IntelligenceShared';
      /**
       * @default 1
       * @constant
       */
      schemaVersion: 1;
      participants: components['schemas']['ParticipantsOfIntelligenceShared'];
      level?: components['schemas']['Level'];
    };
    AidProvidedAsRead: components['schemas']['RecordedEventEnvelope'] & {
      /** @constant */
      type: 'AidProvided';
      /**
       * @default 1
       * @constant
       */
      schemaVersion: 1;
      participants: components['schemas']['ParticipantsOfSupportExpressed'];
      level?: components['schemas']['Level'];
      /** @enum {string} */
      kind?: 'economic' | 'military' | 'humanitarian';
    };
    CeasefireDeclaredAsRead: components['schemas']['RecordedEventEnvelope'] & {
      /** @constant */
      type: 'CeasefireDeclared';
      /**
       * @default 1
       * @constant
       */
      schemaVersion: 1;
      participants: components['schemas']['ParticipantsOfCeasefireDeclared'];
      level?: components['schemas']['Level'];
    };
    ContextEventRecordedAsRead: components['schemas']['RecordedEventEnvelope'] & {
      /** @constant */
      type: 'ContextEventRecorded';
      /**
       * @default 1
       * @constant
       */
      schemaVersion: 1;
      participants: components['schemas']['ParticipantsOfContextEventRecorded'];
      level?: components['schemas']['Level'];
      kind: string;
    };
    AssessmentRecordedAsRead: components['schemas']['RecordedEventEnvelope'] & {
      /** @constant */
      type: 'AssessmentRecorded';
      /**
       * @default 1
       * @constant
       */
      schemaVersion: 1;
      participants: components['schemas']['ParticipantsOfContextEventRecorded'];
      level?: components['schemas']['Level'];
      claim: string;
      author: string;
      period?: components['schemas']['Occurred'];
    };
    EventCorrectedAsRead: components['schemas']['RecordedCorrectionEnvelope'] & {
      /** @constant */
      type: 'EventCorrected';
      changes: components['schemas']['Changes'];
    };
    EventDateRefinedAsRead: components['schemas']['RecordedCorrectionEnvelope'] & {
      /** @constant */
      type: 'EventDateRefined';
      occurred: components['schemas']['Occurred'];
    };
    EventRetractedAsRead: components['schemas']['RecordedCorrectionEnvelope'] & {
      /** @constant */
      type: 'EventRetracted';
      /** @enum {string} */
      reason: 'duplicate' | 'false' | 'out-of-scope';
    };
    EventConfirmedAsRead: components['schemas']['RecordedCorrectionEnvelope'] & {
      /** @constant */
      type: 'EventConfirmed';
    };
    EventDeniedAsRead: components['schemas']['RecordedCorrectionEnvelope'] & {
      /** @constant */
      type: 'EventDenied';
      by: components['schemas']['PartyCode'];
    };
    ReportAttachedAsRead: components['schemas']['RecordedCorrectionEnvelope'] & {
      /** @constant */
      type: 'ReportAttached';
      report: components['schemas']['Report'];
    };
    EventsMergedAsRead: components['schemas']['RecordedCorrectionEnvelope'] & {
      /** @constant */
      type: 'EventsMerged';
      into: components['schemas']['EventId'];
    };
    EventsDistinguishedAsRead: components['schemas']['RecordedCorrectionEnvelope'] & {
      /** @constant */
      type: 'EventsDistinguished';
      from: components['schemas']['EventId'][];
    };
    CredibilityAssessedAsRead: components['schemas']['RecordedCorrectionEnvelope'] & {
      /** @constant */
      type: 'CredibilityAssessed';
      evidence: components['schemas']['Assessment'];
    };
    CsvText: string;
    NdjsonText: string;
    BlockAsHashed: {
      position: number;
      count: number;
      entries: string;
      previousHash: string;
      hash: string;
    };
    TimelineEntry:
      | components['schemas']['LikeVisitAnnouncedOnTimeline']
      | components['schemas']['LikeVisitConductedOnTimeline']
      | components['schemas']['LikeMeetingHeldOnTimeline']
      | components['schemas']['TalksHeldOnTimeline']
      | components['schemas']['MediationConductedOnTimeline']
      | components['schemas']['NegotiationsHaltedOnTimeline']
      | components['schemas']['StatementMadeOnTimeline']
      | components['schemas']['LikeSupportExpressedOnTimeline']
      | components['schemas']['AppealMadeOnTimeline']
      | components['schemas']['IntentDeclaredOnTimeline']
      | components['schemas']['AgreementNegotiatedOnTimeline']
      | components['schemas']['AgreementSignedOnTimeline']
      | components['schemas']['AgreementRatifiedOnTimeline']
      | components['schemas']['LikeAgreementAccededOnTimeline']
      | components['schemas']['LikeAgreementSuccessionNotifiedOnTimeline']
      | components['schemas']['AgreementReservationMadeOnTimeline']
      | components['schemas']['AgreementAmendedOnTimeline']
      | components['schemas']['RecognitionGrantedOnTimeline']
      | components['schemas']['LikeRelationsEstablishedOnTimeline']
      | components['schemas']['MissionOpenedOnTimeline']
      | components['schemas']['RepresentationObservedOnTimeline']
      | components['schemas']['MissionClosedOnTimeline']
      | components['schemas']['LikeRepresentationUpgradedOnTimeline']
      | components['schemas']['LikeAmbassadorNominatedOnTimeline']
      | components['schemas']['CredentialsPresentedOnTimeline']
      | components['schemas']['AmbassadorRecalledOnTimeline']
      | components['schemas']['DiplomatExpelledOnTimeline']
      | components['schemas']['LikeMilitaryCooperationConductedOnTimeline']
      | components['schemas']['IntelligenceSharedOnTimeline']
      | components['schemas']['AidProvidedOnTimeline']
      | components['schemas']['CeasefireDeclaredOnTimeline']
      | components['schemas']['ContextEventRecordedOnTimeline']
      | components['schemas']['AssessmentRecordedOnTimeline'];
    LikeVisitAnnouncedOnTimeline: components['schemas']['LikeVisitAnnouncedAsRead'] &
      components['schemas']['OnTimeline'];
    OnTimeline: {
      from: string | null;
      to: components['schemas']['LastDay'];
      /** @enum {string} */
      standing?: 'as-recorded' | 'corrected' | 'denied' | 'retracted' | 'merged';
      links?: {
        record: string;
        history: string;
        into?: string;
      };
    } & {
      [key: string]: unknown;
    };
    LastDay: string | null;
    LikeVisitConductedOnTimeline: components['schemas']['LikeVisitConductedAsRead'] &
      components['schemas']['OnTimeline'];
    LikeMeetingHeldOnTimeline: components['schemas']['LikeMeetingHeldAsRead'] & components['schemas']['OnTimeline'];
    TalksHeldOnTimeline: components['schemas']['TalksHeldAsRead'] & components['schemas']['OnTimeline'];
    MediationConductedOnTimeline: components['schemas']['MediationConductedAsRead'] &
      components['schemas']['OnTimeline'];
    NegotiationsHaltedOnTimeline: components['schemas']['NegotiationsHaltedAsRead'] &
      components['schemas']['OnTimeline'];
    StatementMadeOnTimeline: components['schemas']['StatementMadeAsRead'] & components['schemas']['OnTimeline'];
    LikeSupportExpressedOnTimeline: components['schemas']['LikeSupportExpressedAsRead'] &
      components['schemas']['OnTimeline'];
    AppealMadeOnTimeline: components['schemas']['AppealMadeAsRead'] & components['schemas']['OnTimeline'];
    IntentDeclaredOnTimeline: components['schemas']['IntentDeclaredAsRead'] & components['schemas']['OnTimeline'];
    AgreementNegotiatedOnTimeline: components['schemas']['AgreementNegotiatedAsRead'] &
      components['schemas']['OnTimeline'];
    AgreementSignedOnTimeline: components['schemas']['AgreementSignedAsRead'] & components['schemas']['OnTimeline'];
    AgreementRatifiedOnTimeline: components['schemas']['AgreementRatifiedAsRead'] & components['schemas']['OnTimeline'];
    LikeAgreementAccededOnTimeline: components['schemas']['LikeAgreementAccededAsRead'] &
      components['schemas']['OnTimeline'];
    LikeAgreementSuccessionNotifiedOnTimeline: components['schemas']['LikeAgreementSuccessionNotifiedAsRead'] &
      components['schemas']['OnTimeline'];
    AgreementReservationMadeOnTimeline: components['schemas']['AgreementReservationMadeAsRead'] &
      components['schemas']['OnTimeline'];
    AgreementAmendedOnTimeline: components['schemas']['AgreementAmendedAsRead'] & components['schemas']['OnTimeline'];
    RecognitionGrantedOnTimeline: components['schemas']['RecognitionGrantedAsRead'] &
      components['schemas']['OnTimeline'];
    LikeRelationsEstablishedOnTimeline: components['schemas']['LikeRelationsEstablishedAsRead'] &
      components['schemas']['OnTimeline'];
    MissionOpenedOnTimeline: components['schemas']['MissionOpenedAsRead'] & components['schemas']['OnTimeline'];
    RepresentationObservedOnTimeline: components['schemas']['RepresentationObservedAsRead'] &
      components['schemas']['OnTimeline'];
    MissionClosedOnTimeline: components['schemas']['MissionClosedAsRead'] & components['schemas']['OnTimeline'];
    LikeRepresentationUpgradedOnTimeline: components['schemas']['LikeRepresentationUpgradedAsRead'] &
      components['schemas']['OnTimeline'];
    LikeAmbassadorNominatedOnTimeline: components['schemas']['LikeAmbassadorNominatedAsRead'] &
      components['schemas']['OnTimeline'];
    CredentialsPresentedOnTimeline: components['schemas']['CredentialsPresentedAsRead'] &
      components['schemas']['OnTimeline'];
    AmbassadorRecalledOnTimeline: components['schemas']['AmbassadorRecalledAsRead'] &
      components['schemas']['OnTimeline'];
    DiplomatExpelledOnTimeline: components['schemas']['DiplomatExpelledAsRead'] & components['schemas']['OnTimeline'];
    LikeMilitaryCooperationConductedOnTimeline: components['schemas']['LikeMilitaryCooperationConductedAsRead'] &
      components['schemas']['OnTimeline'];
    IntelligenceSharedOnTimeline: components['schemas']['IntelligenceSharedAsRead'] &
      components['schemas']['OnTimeline'];
    AidProvidedOnTimeline: components['schemas']['AidProvidedAsRead'] & components['schemas']['OnTimeline'];
    CeasefireDeclaredOnTimeline: components['schemas']['CeasefireDeclaredAsRead'] & components['schemas']['OnTimeline'];
    ContextEventRecordedOnTimeline: components['schemas']['ContextEventRecordedAsRead'] &
      components['schemas']['OnTimeline'];
    AssessmentRecordedOnTimeline: components['schemas']['AssessmentRecordedAsRead'] &
      components['schemas']['OnTimeline'];
    NextCursor: components['schemas']['Cursor'] | null;
    RecordedChange: {
      position: number;
      /** @enum {string} */
      kind:
        | 'recorded'
        | 'corrected'
        | 'date-refined'
        | 'retracted'
        | 'confirmed'
        | 'denied'
        | 'report-attached'
        | 'merged'
        | 'distinguished'
        | 'credibility-assessed';
      /** Format: date-time */
      recordedAt: string;
      recordedBy: components['schemas']['Recorder'];
      record: components['schemas']['EventId'];
      summary?: string;
      event: components['schemas']['EventAsRead'];
      differences: components['schemas']['Difference'][];
    };
    Difference: {
      pointer: string;
      from?: unknown;
      to?: unknown;
    };
    PhaseChanged: {
      id: string;
      dyad: string;
      /** @enum {string} */
      channel: 'tempo-cooperative' | 'tempo-conflictual' | 'tone';
      /** @enum {string} */
      kind: 'rise' | 'fall' | 'better' | 'worse';
      month: components['schemas']['Month'];
      position: number;
      /** Format: date-time */
      announcedAt: string;
      words: string;
      before: number;
      after: number;
      bayesFactor?: number;
      probability?: number;
      z?: number;
      evidence: components['schemas']['EventId'][];
    };
    CommitAsHashed: {
      stream: components['schemas']['StreamName'];
      version: number;
      count: number;
      events: string;
      previousHash: string;
      hash: string;
      /** @constant */
      format?: 2;
      commitId: string;
      state: string;
      /** Format: date-time */
      committedAt: string;
    };
    SuspectedDuplicates: {
      type: string;
      parties: components['schemas']['PartyCode'][];
      earliest: components['schemas']['EventId'];
      events: {
        id: components['schemas']['EventId'];
        occurred: string;
        publishers: string[];
      }[];
      suspicions: {
        of: components['schemas']['EventId'];
        id: components['schemas']['EventId'];
        reason: string;
      }[];
    };
    Source: {
      publisher: string;
      events: number;
      reports: number;
      borrowed: number;
      shared: number;
      corroborated: number;
      confirmed: number;
      denied: number;
      retracted: number;
      firstMonth: components['schemas']['Month'] | null;
      lastMonth: components['schemas']['Month'] | null;
    };
    Partner: {
      partner: components['schemas']['PartyCode'];
      dyad: components['schemas']['Dyad'];
      n: number;
      weight: number;
      mean: number | null;
      min: number | null;
      max: number | null;
      interval: components['schemas']['MeanInterval'];
      quadClasses: components['schemas']['QuadClassShares'];
      meanBefore: number | null;
      change: number | null;
      trend?: number[];
    };
    MeanInterval: {
      low: number;
      high: number;
    } | null;
    QuadClassShares: {
      [key: string]: number;
    };
    PairedMonth: {
      month: components['schemas']['Month'];
      one: components['schemas']['MonthOfTempo'] | null;
      other: components['schemas']['MonthOfTempo'] | null;
    };
    MonthOfTempo: {
      month: components['schemas']['Month'];
      observed: number;
      expected: {
        count: number;
        low: number;
        high: number;
      } | null;
      percentile: number | null;
      events: components['schemas']['EventId'][];
    };
    ShortEvent: {
      id: components['schemas']['EventId'];
      type: string;
      occurred: string;
      from: string | null;
      to: string | null;
      summary?: string;
    };
    LastContact: components['schemas']['ShortContact'] | null;
    ShortContact: {
      id: components['schemas']['EventId'];
      /** @enum {string} */
      kind: 'visit' | 'meeting' | 'call' | 'talks';
      occurred: string;
      from: string | null;
      to: string | null;
      level?: components['schemas']['Level'];
    };
    HeldCount: number;
    UnheldCount: number;
    QuadClassCounts: {
      [key: string]: number;
    };
    YearCount: {
      year: string | null;
      n: number;
    };
    Certain: boolean;
    DatedOrNull: components['schemas']['Dated'] | null;
    Dated: {
      date: string;
      from: string | null;
      to: components['schemas']['LastDay'];
      event: components['schemas']['EventId'];
    };
    RelationsOfTwo: {
      /** @enum {string} */
      status: 'established' | 'severed' | 'unknown';
      since: components['schemas']['DatedOrNull'];
    };
    ShortMissions: {
      sender: components['schemas']['PartyCode'];
      receiver: components['schemas']['PartyCode'];
      /** @enum {string} */
      status: 'open' | 'closed' | 'unknown';
      certain: components['schemas']['Certain'];
      since: components['schemas']['DatedOrNull'];
      rank: components['schemas']['Level'] | null;
      post: components['schemas']['Post'] | null;
      nonResident: boolean | null;
    }[];
    MonthlyScore: {
      month: components['schemas']['Month'];
      n: number;
      weight: number;
      mean: number | null;
      min: number | null;
      max: number | null;
      interval: components['schemas']['MeanInterval'];
      quadClasses: components['schemas']['QuadClassShares'];
      index: components['schemas']['RelationIndex'];
      events: string;
    };
    RelationIndex: {
      slow: number;
      fast: number;
      weight: number;
    };
    TempoChannel: {
      words: components['schemas']['AnalystWords'];
      analysis: components['schemas']['TempoAnalysis'] | components['schemas']['TooLittle'];
    };
    AnalystWords: string[];
    TempoAnalysis: {
      /** @constant */
      status: 'analysed';
      sign: components['schemas']['Sign'];
      from: components['schemas']['Month'];
      to: components['schemas']['Month'];
      /** @enum {string} */
      basis: 'recorded' | 'constant';
      segments: {
        from: components['schemas']['Month'];
        to: components['schemas']['Month'];
        count: number;
        exposure: number;
        rate: components['schemas']['Rate'];
      }[];
      changes: components['schemas']['TempoChange'][];
      now: {
        probability: number;
        isAlarm: boolean;
        posterior: {
          month: components['schemas']['Month'];
          probability: number;
        }[];
        month: components['schemas']['Month'];
        before: components['schemas']['Rate'];
        after: components['schemas']['Rate'];
        alarms: {
          raised: components['schemas']['Month'];
          month: components['schemas']['Month'];
          probability: number;
        }[];
      } | null;
      dispersion: number | null;
      detectable: {
        perYear: number;
        riseTo: number;
        fallTo: number | null;
      } | null;
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'TempoAnalysis';
    };
    Rate: {
      perYear: number;
      low: number;
      high: number;
    };
    TempoChange: {
      /** @enum {string} */
      kind: 'rise' | 'fall';
      month: components['schemas']['Month'];
      posterior: {
        likely: {
          month: components['schemas']['Month'];
          probability: number;
        }[];
        from: components['schemas']['Month'];
        to: components['schemas']['Month'];
      };
      before: components['schemas']['Rate'];
      after: components['schemas']['Rate'];
      bayesFactor: number;
      evidence: {
        before: components['schemas']['SomeEventIds'];
        after: components['schemas']['SomeEventIds'];
      };
    };
    SomeEventIds: {
      ids: components['schemas']['EventId'][];
      more: number;
    };
    TooLittle: {
      /** @constant */
      status: 'too-little';
      reason: string;
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'TooLittle';
    };
    ToneAnalysis: {
      /** @constant */
      status: 'analysed';
      n: number;
      omitted: number;
      deviation: number;
      segments: components['schemas']['ToneSegment'][];
      changes: {
        /** @enum {string} */
        kind: 'better' | 'worse';
        /** Format: date */
        day: string;
        before: components['schemas']['ToneSegment'];
        after: components['schemas']['ToneSegment'];
      }[];
      alarms: {
        /** @enum {string} */
        kind: 'better' | 'worse';
        /** Format: date */
        start: string;
        end: string | null;
        z: number;
        /** Format: date */
        peakDay: string;
        recent: number;
        reference: number;
        events: components['schemas']['EventId'][];
      }[];
      detectable: number | null;
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'ToneAnalysis';
    };
    ToneSegment: {
      /** Format: date */
      from: string;
      /** Format: date */
      to: string;
      n: number;
      mean: number;
      low: number;
      high: number;
      events: components['schemas']['EventId'][];
    };
    EventDiff: {
      /** @enum {string} */
      kind: 'new' | 'confirmed' | 'denied' | 'corrected' | 'retracted' | 'gone';
      event: components['schemas']['TimelineEntry'];
      differences: components['schemas']['Difference'][];
    };
    RelationState: {
      /** Format: date */
      on: string;
      index: components['schemas']['RelationIndex'];
      words: {
        cooperative: string[];
        conflictual: string[];
        tone: string[];
      };
    };
    Representation: {
      dyad: string;
      /** Format: date */
      on: string;
      relations: {
        /** @enum {string} */
        status: 'established' | 'severed' | 'unknown';
        since: components['schemas']['DatedOrNull'];
        events: components['schemas']['Steps'];
      };
      missions: components['schemas']['Mission'][];
      asymmetries: {
        /** @enum {string} */
        kind: 'mission' | 'rank' | 'residence' | 'head';
        explanation: string;
      }[];
    };
    Steps: components['schemas']['Step'][];
    Step: {
      id: components['schemas']['EventId'];
      type: string;
      occurred: string;
      /** @enum {string} */
      modality: 'held' | 'planned' | 'hypothetical' | 'denied';
    };
    Mission: {
      sender: components['schemas']['PartyCode'];
      receiver: components['schemas']['PartyCode'];
      /** @enum {string} */
      status: 'open' | 'closed' | 'unknown';
      certain: components['schemas']['Certain'];
      since: components['schemas']['DatedOrNull'];
      rank: components['schemas']['Level'] | null;
      post: components['schemas']['Post'] | null;
      nonResident: boolean | null;
      seat: components['schemas']['PartyCode'] | null;
      observed: components['schemas']['DatedOrNull'];
      consulates: components['schemas']['ConsularPost'][];
      head: components['schemas']['HeadOfMission'] | null;
      designate: components['schemas']['HeadOfMission'] | null;
      expulsions: {
        times: number;
        diplomats: number;
      };
      events: components['schemas']['Steps'];
    };
    ConsularPost: {
      post: components['schemas']['Post'];
      city: string | null;
      /** @enum {string} */
      status: 'open' | 'closed';
      certain: components['schemas']['Certain'];
      since: components['schemas']['Dated'];
    };
    HeadOfMission: {
      person: components['schemas']['Person'] | null;
      /** @enum {string} */
      status:
        | 'nominated'
        | 'agrement-granted'
        | 'agrement-refused'
        | 'accredited'
        | 'recalled-for-consultations'
        | 'recalled'
        | 'expelled';
      since: components['schemas']['Dated'];
      nominated: components['schemas']['DatedOrNull'];
      agrement: components['schemas']['DatedOrNull'];
      credentials: components['schemas']['DatedOrNull'];
    };
    OfficeHolder: {
      party: components['schemas']['PartyCode'];
      office: string;
      slug: string;
      person?: {
        id: string;
        name: string;
      };
      from: string | null;
      to: components['schemas']['LastDay'];
      firstEvent: components['schemas']['EventId'];
      lastEvent: components['schemas']['EventId'];
    };
    Candidate: {
      id: string;
      names: components['schemas']['NameAsSeen'][];
      offices: components['schemas']['OfficeAsSeen'][];
      parties: components['schemas']['PartyCode'][];
      events: number;
      firstSeen: components['schemas']['FirstDay'];
      lastSeen: components['schemas']['LastDay'];
      /** @enum {string} */
      match: 'same' | 'alike' | 'part';
    } & {
      [key: string]: unknown;
    };
    NameAsSeen: {
      name: string;
      events: number;
      firstSeen: components['schemas']['FirstDay'];
      lastSeen: components['schemas']['LastDay'];
    };
    FirstDay: string | null;
    OfficeAsSeen: {
      office: string;
      party: components['schemas']['PartyCode'];
      events: number;
      firstSeen: components['schemas']['FirstDay'];
      lastSeen: components['schemas']['LastDay'];
    };
    PersonAsRead: {
      id: string;
      names: components['schemas']['NameAsSeen'][];
      offices: components['schemas']['OfficeAsSeen'][];
      parties: components['schemas']['PartyCode'][];
      events: number;
      firstSeen: components['schemas']['FirstDay'];
      lastSeen: components['schemas']['LastDay'];
    } & {
      [key: string]: unknown;
    };
    TopicCount: {
      topic: string;
      n: components['schemas']['HeldCount'];
      unheld: components['schemas']['UnheldCount'];
      lastMonth: string | null;
    };
    TopicMonth: {
      month: string;
      n: components['schemas']['HeldCount'];
      unheld: components['schemas']['UnheldCount'];
      quadClasses: components['schemas']['QuadClassCounts'];
      total: number;
      share: number | null;
      dyads: {
        dyad: string;
        n: number;
      }[];
    };
    NetworkNode: {
      party: components['schemas']['PartyCode'];
      contacts: number;
      strength: number;
      pageRank: number;
    };
    NetworkEdge: {
      dyad: string;
      contacts: {
        [key: string]: number;
      };
      strength: number;
    };
    Visit: {
      id: string;
      stream: components['schemas']['StreamName'];
      /** @enum {string} */
      status: 'upcoming' | 'under-way' | 'overdue' | 'conducted' | 'cancelled' | 'postponed' | 'unconfirmed';
      visitors: components['schemas']['PartyCode'][];
      hosts: components['schemas']['PartyCode'][];
      people: {
        party: components['schemas']['PartyCode'];
        role: components['schemas']['Role'];
        person?: components['schemas']['Person'];
        office?: string;
      }[];
      place: components['schemas']['Place'] | null;
      level: components['schemas']['Level'] | null;
      planned: components['schemas']['DatedOrNull'];
      actual: components['schemas']['DatedOrNull'];
      summary: string | null;
      changes: number;
      /** Format: date-time */
      knownSince: string;
      listedBy: components['schemas']['EventId'];
      events: components['schemas']['Steps'];
    };
    Agreement: {
      id: string;
      stream: components['schemas']['StreamName'];
      title: string | null;
      /** @enum {string} */
      status:
        | 'terminated'
        | 'denounced'
        | 'suspended'
        | 'in-force'
        | 'presumed-in-force'
        | 'applied-provisionally'
        | 'ratified'
        | 'signed'
        | 'negotiated'
        | 'unknown'
        | 'unconfirmed';
      certain: components['schemas']['Certain'];
      parties: components['schemas']['AgreementParty'][];
      entryIntoForce: components['schemas']['EntryIntoForce'] | null;
      enteredIntoForce: components['schemas']['DatedOrNull'];
      amendments: {
        date: string;
        from: string | null;
        to: components['schemas']['LastDay'];
        event: components['schemas']['EventId'];
        title: string | null;
      }[];
      terminated: components['schemas']['DatedOrNull'];
      summary: string | null;
      events: components['schemas']['Steps'];
    };
    AgreementParty: {
      party: components['schemas']['PartyCode'];
      /** @enum {string} */
      status:
        | 'terminated'
        | 'denounced'
        | 'suspended'
        | 'in-force'
        | 'presumed-in-force'
        | 'applied-provisionally'
        | 'consented'
        | 'ratification-withdrawn'
        | 'signed'
        | 'named';
      signed: components['schemas']['DatedOrNull'];
      ratified: components['schemas']['DatedOrNull'];
      form: string | null;
      acceded: components['schemas']['DatedOrNull'];
      succeeded: components['schemas']['DatedOrNull'];
      ratificationWithdrawn: components['schemas']['DatedOrNull'];
      appliedProvisionally: components['schemas']['DatedOrNull'];
      entered: components['schemas']['DatedOrNull'];
      reservations: {
        date: string;
        from: string | null;
        to: components['schemas']['LastDay'];
        event: components['schemas']['EventId'];
        concerning: string | null;
      }[];
      suspended: components['schemas']['DatedOrNull'];
      resumed: components['schemas']['DatedOrNull'];
      denounced: components['schemas']['DatedOrNull'];
      denunciationRevoked: components['schemas']['DatedOrNull'];
      inForce: {
        /** @enum {string} */
        ground: 'reported' | 'consent-after-entry' | 'rule' | 'operated' | 'consent-of-all';
        since: components['schemas']['DatedOrNull'];
      } | null;
    };
    Measure: {
      id: string;
      stream: components['schemas']['StreamName'];
      /** @enum {string} */
      status: 'in-force' | 'lifted' | 'unknown' | 'unconfirmed';
      certain: components['schemas']['Certain'];
      since: components['schemas']['DatedOrNull'];
      eased: components['schemas']['Dated'][];
      lifted: components['schemas']['DatedOrNull'];
      imposedBy: components['schemas']['PartyCode'][];
      imposedOn: components['schemas']['PartyCode'][];
      impositions: components['schemas']['Imposition'][];
      summary: string | null;
      events: components['schemas']['Steps'];
    };
    Imposition: {
      imposer: components['schemas']['PartyCode'];
      target: components['schemas']['PartyCode'];
      through: components['schemas']['PartyCode'] | null;
      /** @enum {string} */
      status: 'in-force' | 'lifted' | 'unknown' | 'unconfirmed';
      certain: components['schemas']['Certain'];
      since: components['schemas']['DatedOrNull'];
      eased: components['schemas']['Dated'][];
      lifted: components['schemas']['DatedOrNull'];
    };
    SubscriptionWithSecret: {
      id: string;
      url: string;
      filter: components['schemas']['Filter'];
      description?: string;
      /** @enum {string} */
      state: 'active' | 'paused' | 'suspended' | 'disabled';
      reason?: string;
      cursor: components['schemas']['Cursor'];
      lag: components['schemas']['SubscriptionLag'];
      failures: number;
      /** Format: date-time */
      createdAt: string;
      /** Format: date-time */
      lastSuccessAt?: string;
      lastError?: string;
      /** Format: date-time */
      nextAttemptAt?: string;
      secret: string;
    };
    SubscriptionLag: {
      events: number;
      seconds: number;
    };
    Subscription: {
      id: string;
      url: string;
      filter: components['schemas']['Filter'];
      description?: string;
      /** @enum {string} */
      state: 'active' | 'paused' | 'suspended' | 'disabled';
      reason?: string;
      cursor: components['schemas']['Cursor'];
      lag: components['schemas']['SubscriptionLag'];
      failures: number;
      /** Format: date-time */
      createdAt: string;
      /** Format: date-time */
      lastSuccessAt?: string;
      lastError?: string;
      /** Format: date-time */
      nextAttemptAt?: string;
    };
    SupervisedSubscription: {
      owner: string;
      client?: string;
      id: string;
      url: string;
      filter: components['schemas']['Filter'];
      description?: string;
      /** @enum {string} */
      state: 'active' | 'paused' | 'suspended' | 'disabled';
      reason?: string;
      /** Format: date-time */
      createdAt: string;
      lastSent?: {
        /** Format: date-time */
        at: string;
        position?: number;
      };
      failures: number;
      lastError?: string;
    };
    GenerationStatus: {
      id: string;
      version: number;
      /** @enum {string} */
      state: 'serving' | 'arrived' | 'building' | 'retired' | 'dropping' | 'broken';
      position: number;
      lag: number;
      setAside: number;
    };
    Quarantined: {
      consumer: string;
      item: string;
      reason: string;
      /** Format: date-time */
      quarantinedAt: string;
    };
    ConsumersHealth: {
      /** @enum {string} */
      status: 'ok' | 'behind' | 'broken';
      head: number;
      consumers: {
        [key: string]: {
          position: number;
          lag: number;
          waitsFor?: string;
          setAside?: number;
        };
      };
      verification?: {
        position: number;
        hash: string;
        verifiedAt?: string;
        round: number;
        roundEndedAt?: string;
        noted?: number;
        violation?: {
          place: string;
          reason: string;
          foundAt: string;
        };
      };
    };
    Health: {
      /** @constant */
      status: 'ok';
    };
    EventEnvelope: {
      occurred: components['schemas']['Occurred'];
      reportedAt?: components['schemas']['ReportedAt'];
      thirdParties?: components['schemas']['PartyCode'][];
      bearsOn?: components['schemas']['Dyad'][];
      place?: components['schemas']['Place'];
      topics?: string[];
      channel?: components['schemas']['Channel'];
      /**
       * @default held
       * @enum {string}
       */
      modality?: 'held' | 'planned' | 'hypothetical' | 'denied';
      evidence?: components['schemas']['Evidence'];
      partOf?: components['schemas']['EventId'];
      reactsTo?: components['schemas']['EventId'][];
      cameo?: components['schemas']['CameoCode'];
      summary?: string;
    };
    LikeVisitAnnounced: components['schemas']['EventEnvelope'] & {
      /**
       * @default 1
       * @constant
       */
      schemaVersion?: 1;
      participants: components['schemas']['ParticipantsOfVisitAnnounced'];
      level?: components['schemas']['Level'];
    };
    LikeMeetingHeld: components['schemas']['EventEnvelope'] & {
      /**
       * @default 1
       * @constant
       */
      schemaVersion?: 1;
      participants: components['schemas']['ParticipantsOfMeetingHeld'];
      level?: components['schemas']['Level'];
    };
    LikeStatementMade: components['schemas']['EventEnvelope'] & {
      /**
       * @default 1
       * @constant
       */
      schemaVersion?: 1;
      participants: components['schemas']['ParticipantsOfStatementMade'];
      level?: components['schemas']['Level'];
    };
    LikeSupportExpressed: components['schemas']['EventEnvelope'] & {
      /**
       * @default 1
       * @constant
       */
      schemaVersion?: 1;
      participants: components['schemas']['ParticipantsOfSupportExpressed'];
      level?: components['schemas']['Level'];
    };
    LikeAgreementNegotiated: components['schemas']['EventEnvelope'] & {
      /**
       * @default 1
       * @constant
       */
      schemaVersion?: 1;
      participants: components['schemas']['ParticipantsOfAgreementNegotiated'];
      level?: components['schemas']['Level'];
    };
    LikeRelationsEstablished: components['schemas']['EventEnvelope'] & {
      /**
       * @default 1
       * @constant
       */
      schemaVersion?: 1;
      participants: components['schemas']['ParticipantsOfRelationsEstablished'];
      level?: components['schemas']['Level'];
    };
    LikeMissionClosed: components['schemas']['EventEnvelope'] & {
      /**
       * @default 1
       * @constant
       */
      schemaVersion?: 1;
      participants: components['schemas']['ParticipantsOfMissionOpened'];
      level?: components['schemas']['Level'];
    };
    LikeMilitaryCooperationConducted: components['schemas']['EventEnvelope'] & {
      /**
       * @default 1
       * @constant
       */
      schemaVersion?: 1;
      participants: components['schemas']['ParticipantsOfMilitaryCooperationConducted'];
      level?: components['schemas']['Level'];
    };
    LikeContextEventRecorded: components['schemas']['EventEnvelope'] & {
      /**
       * @default 1
       * @constant
       */
      schemaVersion?: 1;
      participants: components['schemas']['ParticipantsOfContextEventRecorded'];
      level?: components['schemas']['Level'];
    };
    RecordedEventEnvelope: {
      occurred: components['schemas']['Occurred'];
      reportedAt?: components['schemas']['ReportedAt'];
      thirdParties?: components['schemas']['PartyCode'][];
      bearsOn?: components['schemas']['Dyad'][];
      place?: components['schemas']['Place'];
      topics?: string[];
      channel?: components['schemas']['Channel'];
      /**
       * @default held
       * @enum {string}
       */
      modality: 'held' | 'planned' | 'hypothetical' | 'denied';
      evidence?: components['schemas']['EvidenceAsRead'];
      partOf?: components['schemas']['EventId'];
      reactsTo?: components['schemas']['EventId'][];
      cameo?: components['schemas']['CameoCode'];
      summary?: string;
      id: components['schemas']['EventId'];
      stream: components['schemas']['StreamName'];
      version: number;
      position?: number;
      /** Format: date-time */
      recordedAt: string;
      recordedBy: components['schemas']['Recorder'];
      correlationId?: string;
      corrections?: number;
      deniedBy?: components['schemas']['PartyCode'][];
      distinctFrom?: components['schemas']['DistinctFrom'];
      withdrawn?: {
        /** @enum {string} */
        reason: 'duplicate' | 'false' | 'out-of-scope' | 'merged';
        into?: components['schemas']['EventId'];
      };
    };
    CorrectionEnvelope: {
      /**
       * @default 1
       * @constant
       */
      schemaVersion?: 1;
      of: components['schemas']['EventId'];
      reportedAt?: components['schemas']['ReportedAt'];
      summary?: string;
    };
    RecordedCorrectionEnvelope: {
      /**
       * @default 1
       * @constant
       */
      schemaVersion: 1;
      of: components['schemas']['EventId'];
      reportedAt?: components['schemas']['ReportedAt'];
      summary?: string;
      id: components['schemas']['EventId'];
      stream: components['schemas']['StreamName'];
      version: number;
      position?: number;
      /** Format: date-time */
      recordedAt: string;
      recordedBy: components['schemas']['Recorder'];
      correlationId?: string;
    };
  };
  responses: {
    InvalidRequestOrMalformedJson: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    Unauthorized: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
        'application/json': components['schemas']['GatewayMessage'];
      };
    };
    Forbidden: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
        'application/json': components['schemas']['GatewayMessage'];
      };
    };
    PayloadTooLarge: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
        'application/json': components['schemas']['GatewayMessage'];
      };
    };
    UnsupportedMediaType: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    TooManyRequests: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
        'application/json': components['schemas']['GatewayMessage'];
      };
    };
    TooLong: {
      headers: {
        [name: string]: unknown;
      };
      content?: never;
    };
    InternalError: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
        'application/json': components['schemas']['GatewayMessage'];
      };
    };
    Unavailable: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
        'application/json': components['schemas']['GatewayMessage'];
      };
    };
    NotModified: {
      headers: {
        [name: string]: unknown;
      };
      content?: never;
    };
    InvalidCursorOrInvalidRequest: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    NotAcceptable: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    NotFound: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    ProjectionLaggingOrUnavailable: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
        'application/json': components['schemas']['GatewayMessage'];
      };
    };
    ForbiddenOrNotYoursToCorrect: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
        'application/json': components['schemas']['GatewayMessage'];
      };
    };
    VersionConflict: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    IdempotencyKeyReusedOrRuleViolated: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    StreamContendedOrUnavailable: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
        'application/json': components['schemas']['GatewayMessage'];
      };
    };
    ToCanonicalDyad: {
      headers: {
        [name: string]: unknown;
      };
      content?: never;
    };
    InvalidRequest: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    PageOfEvents: {
      headers: {
        Link: components['headers']['Link'];
        ETag: components['headers']['ETag'];
        Watermark: components['headers']['Watermark'];
        [name: string]: unknown;
      };
      content: {
        'application/json': {
          items: components['schemas']['TimelineEntry'][];
          next: components['schemas']['NextCursor'];
        };
        'text/csv': components['schemas']['CsvText'];
        'application/x-ndjson': components['schemas']['NdjsonText'];
      };
    };
    InvalidCursorOrInvalidRequestOrMalformedJson: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    TooManySubscriptions: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    IdempotencyKeyReused: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    BuildRefused: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
  };
  parameters: {
    'if-none-match': string;
    atLeast: components['schemas']['Cursor'];
    prefer: string;
    asOf: string;
    cursor: components['schemas']['Cursor'];
    knownBy: 'recorded' | 'reported';
    limit: number;
    dyad: string;
    topic: string;
    quadClass: string;
    types: string;
    topics: string;
    quadClasses: string;
    modality: string;
    minCredibility: number;
    q: components['schemas']['TextQuery'];
    subscriptionId: string;
    from: string;
    to: string;
    type: string;
    order: 'newest' | 'oldest';
    on: string;
    party: components['schemas']['PartyCode'];
    include: string;
    'limit-2': number;
    scale: components['schemas']['Scale'];
    through: string;
    'knownBy-2': 'recorded';
    'party-2': components['schemas']['PartyCode'];
    'dyad-2': string;
    name: string;
    'prefer-2': string;
    eventId: string;
    category: 'visit' | 'agreement' | 'mission' | 'measure' | 'relation' | 'country';
    id: string;
    'x-correlation-id': string;
    'idempotency-key': string;
    'from-2': components['schemas']['Month'];
    'to-2': components['schemas']['Month'];
    sign: components['schemas']['Sign'];
    'from-3': components['schemas']['Month'];
    'topic-2': string;
  };
  requestBodies: never;
  headers: {
    Link: string;
    ETag: string;
    Watermark: string;
  };
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  getEvents: {
    parameters: {
      query?: {
        after?: components['schemas']['Cursor'];
        limit?: components['parameters']['limit'];
        wait?: number;
        type?: string;
        party?: string;
        partyAll?: string;
        dyad?: string;
        topic?: components['parameters']['topic'];
        quadClass?: components['parameters']['quadClass'];
        types?: components['parameters']['types'];
        parties?: string;
        partiesAll?: string;
        dyads?: string;
        topics?: components['parameters']['topics'];
        quadClasses?: components['parameters']['quadClasses'];
        modality?: components['parameters']['modality'];
        minCredibility?: components['parameters']['minCredibility'];
        q?: components['parameters']['q'];
      };
      header?: {
        'if-none-match'?: components['parameters']['if-none-match'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          Link: components['headers']['Link'];
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['EventAsRead'][];
            next: components['schemas']['Cursor'];
          };
          'text/csv': components['schemas']['CsvText'];
          'application/x-ndjson': components['schemas']['NdjsonText'];
          'application/vnd.chancery.blocks+json': {
            items: components['schemas']['BlockAsHashed'][];
            next: components['schemas']['Cursor'];
          };
        };
      };
      304: components['responses']['NotModified'];
      400: components['responses']['InvalidCursorOrInvalidRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      406: components['responses']['NotAcceptable'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['TooLong'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  postEvents: {
    parameters: {
      query?: never;
      header?: {
        prefer?: components['parameters']['prefer-2'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          commits: components['schemas']['Commit'][];
        };
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            results: (components['schemas']['AppendReply'] | components['schemas']['RefusedCommit'])[];
          };
        };
      };
      400: components['responses']['InvalidRequestOrMalformedJson'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      413: components['responses']['PayloadTooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['TooLong'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  getEventsEventId: {
    parameters: {
      query?: {
        view?: 'recorded' | 'corrected';
        asOf?: components['parameters']['asOf'];
        knownBy?: components['parameters']['knownBy'];
        atLeast?: components['parameters']['atLeast'];
      };
      header?: {
        prefer?: components['parameters']['prefer'];
        'if-none-match'?: components['parameters']['if-none-match'];
      };
      path: {
        eventId: components['parameters']['eventId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          Watermark: components['headers']['Watermark'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TimelineEntry'] | components['schemas']['EventAsRead'];
        };
      };
      304: components['responses']['NotModified'];
      400: components['responses']['InvalidCursorOrInvalidRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      406: components['responses']['NotAcceptable'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['TooLong'];
      500: components['responses']['InternalError'];
      503: components['responses']['ProjectionLaggingOrUnavailable'];
    };
  };
  getEventsEventIdHistory: {
    parameters: {
      query?: {
        asOf?: components['parameters']['asOf'];
        knownBy?: components['parameters']['knownBy'];
        atLeast?: components['parameters']['atLeast'];
        limit?: number;
        cursor?: components['parameters']['cursor'];
      };
      header?: {
        prefer?: components['parameters']['prefer'];
        'if-none-match'?: components['parameters']['if-none-match'];
      };
      path: {
        eventId: components['parameters']['eventId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          Link: components['headers']['Link'];
          ETag: components['headers']['ETag'];
          Watermark: components['headers']['Watermark'];
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: {
              record: components['schemas']['EventAsRead'];
              result: components['schemas']['EventAsRead'];
            }[];
            next: components['schemas']['NextCursor'];
            id: string;
          };
          'text/csv': components['schemas']['CsvText'];
          'application/x-ndjson': components['schemas']['NdjsonText'];
        };
      };
      304: components['responses']['NotModified'];
      400: components['responses']['InvalidCursorOrInvalidRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      406: components['responses']['NotAcceptable'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['TooLong'];
      500: components['responses']['InternalError'];
      503: components['responses']['ProjectionLaggingOrUnavailable'];
    };
  };
  getChanges: {
    parameters: {
      query?: {
        after?: components['schemas']['Cursor'];
        party?: components['schemas']['PartyCode'];
        dyad?: string;
        kinds?: 'event' | 'phase';
        atLeast?: components['parameters']['atLeast'];
        limit?: components['parameters']['limit'];
      };
      header?: {
        prefer?: components['parameters']['prefer'];
        'if-none-match'?: components['parameters']['if-none-match'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          Link: components['headers']['Link'];
          ETag: components['headers']['ETag'];
          Watermark: components['headers']['Watermark'];
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: (components['schemas']['RecordedChange'] | components['schemas']['PhaseChanged'])[];
            next: components['schemas']['Cursor'];
          };
          'text/csv': components['schemas']['CsvText'];
          'application/x-ndjson': components['schemas']['NdjsonText'];
        };
      };
      304: components['responses']['NotModified'];
      400: components['responses']['InvalidCursorOrInvalidRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      406: components['responses']['NotAcceptable'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['TooLong'];
      500: components['responses']['InternalError'];
      503: components['responses']['ProjectionLaggingOrUnavailable'];
    };
  };
  getStreamsCategoryIdEvents: {
    parameters: {
      query?: {
        from?: number;
        limit?: components['parameters']['limit'];
        direction?: 'forward' | 'backward';
        cursor?: components['parameters']['cursor'];
        atLeast?: components['parameters']['atLeast'];
      };
      header?: {
        prefer?: components['parameters']['prefer'];
        'if-none-match'?: components['parameters']['if-none-match'];
      };
      path: {
        category: components['parameters']['category'];
        id: components['parameters']['id'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          Link: components['headers']['Link'];
          ETag: string;
          Watermark: components['headers']['Watermark'];
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['EventAsRead'][];
            next: components['schemas']['NextCursor'];
          };
          'text/csv': components['schemas']['CsvText'];
          'application/x-ndjson': components['schemas']['NdjsonText'];
          'application/vnd.chancery.commits+json': {
            items: components['schemas']['CommitAsHashed'][];
            next: components['schemas']['NextCursor'];
          };
        };
      };
      304: components['responses']['NotModified'];
      400: components['responses']['InvalidCursorOrInvalidRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      406: components['responses']['NotAcceptable'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['TooLong'];
      500: components['responses']['InternalError'];
      503: components['responses']['ProjectionLaggingOrUnavailable'];
    };
  };
  postStreamsCategoryIdEvents: {
    parameters: {
      query?: {
        onDuplicate?: 'record' | 'attach';
      };
      header?: {
        prefer?: components['parameters']['prefer-2'];
        'x-correlation-id'?: components['parameters']['x-correlation-id'];
        'if-match'?: string;
        'if-none-match'?: string;
        'idempotency-key'?: components['parameters']['idempotency-key'];
      };
      path: {
        category: components['parameters']['category'];
        id: components['parameters']['id'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['NewEvent'] | components['schemas']['NewEvent'][];
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AppendReply'];
        };
      };
      201: {
        headers: {
          ETag: string;
          Location: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AppendReply'];
        };
      };
      400: components['responses']['InvalidRequestOrMalformedJson'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['ForbiddenOrNotYoursToCorrect'];
      412: components['responses']['VersionConflict'];
      413: components['responses']['PayloadTooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['IdempotencyKeyReusedOrRuleViolated'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['TooLong'];
      500: components['responses']['InternalError'];
      503: components['responses']['StreamContendedOrUnavailable'];
    };
  };
  getDuplicates: {
    parameters: {
      query?: {
        party?: components['schemas']['PartyCode'];
        dyad?: string;
        atLeast?: components['parameters']['atLeast'];
        limit?: number;
        cursor?: components['parameters']['cursor'];
      };
      header?: {
        prefer?: components['parameters']['prefer'];
        'if-none-match'?: components['parameters']['if-none-match'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          Link: components['headers']['Link'];
          ETag: components['headers']['ETag'];
          Watermark: components['headers']['Watermark'];
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['SuspectedDuplicates'][];
            next: components['schemas']['NextCursor'];
            isCut: boolean;
          };
          'text/csv': components['schemas']['CsvText'];
          'application/x-ndjson': components['schemas']['NdjsonText'];
        };
      };
      304: components['responses']['NotModified'];
      400: components['responses']['InvalidCursorOrInvalidRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      406: components['responses']['NotAcceptable'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['TooLong'];
      500: components['responses']['InternalError'];
      503: components['responses']['ProjectionLaggingOrUnavailable'];
    };
  };
  postDuplicatesResolutions: {
    parameters: {
      query?: never;
      header?: {
        'x-correlation-id'?: components['parameters']['x-correlation-id'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          decisions: {
            same?: components['schemas']['EventId'][];
            as?: components['schemas']['EventId'];
            different?: components['schemas']['EventId'][];
            summary?: string;
          }[];
        };
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            results: {
              events: {
                id: components['schemas']['EventId'];
                isNew?: boolean;
                problem?: components['schemas']['Problem'];
              }[];
            }[];
          };
        };
      };
      400: components['responses']['InvalidRequestOrMalformedJson'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      413: components['responses']['PayloadTooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['TooLong'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  getSources: {
    parameters: {
      query?: {
        publisher?: string;
        from?: components['schemas']['Month'];
        to?: components['schemas']['Month'];
        atLeast?: components['parameters']['atLeast'];
        limit?: components['parameters']['limit-2'];
        cursor?: components['parameters']['cursor'];
      };
      header?: {
        prefer?: components['parameters']['prefer'];
        'if-none-match'?: components['parameters']['if-none-match'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          Link: components['headers']['Link'];
          ETag: components['headers']['ETag'];
          Watermark: components['headers']['Watermark'];
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['Source'][];
            next: components['schemas']['NextCursor'];
          };
          'text/csv': components['schemas']['CsvText'];
          'application/x-ndjson': components['schemas']['NdjsonText'];
        };
      };
      304: components['responses']['NotModified'];
      400: components['responses']['InvalidCursorOrInvalidRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      406: components['responses']['NotAcceptable'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['TooLong'];
      500: components['responses']['InternalError'];
      503: components['responses']['ProjectionLaggingOrUnavailable'];
    };
  };
  getRelations: {
    parameters: {
      query: {
        party: components['schemas']['PartyCode'];
        sort?: 'volume' | 'score' | 'change';
        scale?: components['parameters']['scale'];
        from?: components['parameters']['from-2'];
        to?: components['parameters']['to-2'];
        asOf?: components['parameters']['asOf'];
        knownBy?: components['parameters']['knownBy'];
        atLeast?: components['parameters']['atLeast'];
        limit?: components['parameters']['limit'];
        cursor?: components['parameters']['cursor'];
        include?: 'trend';
      };
      header?: {
        prefer?: components['parameters']['prefer'];
        'if-none-match'?: components['parameters']['if-none-match'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          Link: components['headers']['Link'];
          ETag: components['headers']['ETag'];
          Watermark: components['headers']['Watermark'];
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['Partner'][];
            next: components['schemas']['NextCursor'];
            party: components['schemas']['PartyCode'];
            scale: components['schemas']['Scale'];
            from: components['schemas']['Month'];
            to: components['schemas']['Month'];
          };
          'text/csv': components['schemas']['CsvText'];
          'application/x-ndjson': components['schemas']['NdjsonText'];
        };
      };
      304: components['responses']['NotModified'];
      400: components['responses']['InvalidCursorOrInvalidRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      406: components['responses']['NotAcceptable'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['TooLong'];
      500: components['responses']['InternalError'];
      503: components['responses']['ProjectionLaggingOrUnavailable'];
    };
  };
  getRelationsCompare: {
    parameters: {
      query: {
        dyads: string;
        sign?: components['parameters']['sign'];
        from?: components['parameters']['from-3'];
        through?: components['parameters']['through'];
        asOf?: components['parameters']['asOf'];
        knownBy?: components['parameters']['knownBy'];
        atLeast?: components['parameters']['atLeast'];
        limit?: components['parameters']['limit'];
        cursor?: components['parameters']['cursor'];
      };
      header?: {
        prefer?: components['parameters']['prefer'];
        'if-none-match'?: components['parameters']['if-none-match'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          Link: components['headers']['Link'];
          ETag: components['headers']['ETag'];
          Watermark: components['headers']['Watermark'];
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['PairedMonth'][];
            next: components['schemas']['NextCursor'];
            dyads: string[];
            sign: components['schemas']['Sign'];
            /** Format: date */
            through: string;
            ratio: {
              ratio: number;
              low: number;
              high: number;
              months: number;
            } | null;
          };
          'text/csv': components['schemas']['CsvText'];
          'application/x-ndjson': components['schemas']['NdjsonText'];
        };
      };
      304: components['responses']['NotModified'];
      400: components['responses']['InvalidCursorOrInvalidRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      406: components['responses']['NotAcceptable'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['TooLong'];
      500: components['responses']['InternalError'];
      503: components['responses']['ProjectionLaggingOrUnavailable'];
    };
  };
  getRelationsDyad: {
    parameters: {
      query?: {
        scale?: components['parameters']['scale'];
        asOf?: components['parameters']['asOf'];
        knownBy?: components['parameters']['knownBy'];
        atLeast?: components['parameters']['atLeast'];
      };
      header?: {
        prefer?: components['parameters']['prefer'];
        'if-none-match'?: components['parameters']['if-none-match'];
      };
      path: {
        dyad: components['parameters']['dyad'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          Watermark: components['headers']['Watermark'];
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            dyad: string;
            scale: string;
            /** Format: date */
            on: string;
            lastEvent: components['schemas']['ShortEvent'] | null;
            lastContact: components['schemas']['LastContact'];
            lastHighLevelVisit: components['schemas']['ShortContact'] | null;
            index: {
              slow: number;
              fast: number;
              weight: number;
            };
            isCut: boolean;
            n: components['schemas']['HeldCount'];
            unheld: components['schemas']['UnheldCount'];
            quadClasses: components['schemas']['QuadClassCounts'];
            years: components['schemas']['YearCount'][];
            agreements: {
              id: string;
              title: string | null;
              /** @enum {string} */
              status:
                | 'terminated'
                | 'denounced'
                | 'suspended'
                | 'in-force'
                | 'presumed-in-force'
                | 'applied-provisionally'
                | 'ratified'
                | 'signed'
                | 'negotiated'
                | 'unknown'
                | 'unconfirmed';
              certain: components['schemas']['Certain'];
              enteredIntoForce: components['schemas']['DatedOrNull'];
            }[];
            relations: components['schemas']['RelationsOfTwo'];
            missions: components['schemas']['ShortMissions'];
            sanctions: {
              id: string;
              imposedBy: components['schemas']['PartyCode'][];
              imposedOn: components['schemas']['PartyCode'][];
              through: components['schemas']['PartyCode'][];
              certain: components['schemas']['Certain'];
              since: components['schemas']['DatedOrNull'];
              summary: string | null;
            }[];
            links: {
              [key: string]: string;
            };
          };
        };
      };
      304: components['responses']['NotModified'];
      308: components['responses']['ToCanonicalDyad'];
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      406: components['responses']['NotAcceptable'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['TooLong'];
      500: components['responses']['InternalError'];
      503: components['responses']['ProjectionLaggingOrUnavailable'];
    };
  };
  getRelationsDyadTimeline: {
    parameters: {
      query?: {
        from?: components['parameters']['from'];
        to?: components['parameters']['to'];
        type?: components['parameters']['type'];
        types?: components['parameters']['types'];
        modality?: components['parameters']['modality'];
        topic?: components['parameters']['topic'];
        topics?: components['parameters']['topics'];
        quadClass?: components['parameters']['quadClass'];
        quadClasses?: components['parameters']['quadClasses'];
        asOf?: components['parameters']['asOf'];
        knownBy?: components['parameters']['knownBy'];
        atLeast?: components['parameters']['atLeast'];
        include?: string;
        minCredibility?: components['parameters']['minCredibility'];
        q?: components['parameters']['q'];
        order?: components['parameters']['order'];
        limit?: components['parameters']['limit'];
        cursor?: components['parameters']['cursor'];
      };
      header?: {
        prefer?: components['parameters']['prefer'];
        'if-none-match'?: components['parameters']['if-none-match'];
      };
      path: {
        dyad: components['parameters']['dyad'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          Link: components['headers']['Link'];
          ETag: components['headers']['ETag'];
          Watermark: components['headers']['Watermark'];
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['TimelineEntry'][];
            next: components['schemas']['NextCursor'];
          };
          'text/csv': components['schemas']['CsvText'];
          'application/x-ndjson': components['schemas']['NdjsonText'];
        };
      };
      304: components['responses']['NotModified'];
      308: components['responses']['ToCanonicalDyad'];
      400: components['responses']['InvalidCursorOrInvalidRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      406: components['responses']['NotAcceptable'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['TooLong'];
      500: components['responses']['InternalError'];
      503: components['responses']['ProjectionLaggingOrUnavailable'];
    };
  };
  getRelationsDyadScore: {
    parameters: {
      query?: {
        scale?: components['parameters']['scale'];
        from?: components['parameters']['from-2'];
        to?: components['parameters']['to-2'];
        asOf?: components['parameters']['asOf'];
        knownBy?: components['parameters']['knownBy'];
        atLeast?: components['parameters']['atLeast'];
        limit?: components['parameters']['limit'];
        cursor?: components['parameters']['cursor'];
      };
      header?: {
        prefer?: components['parameters']['prefer'];
        'if-none-match'?: components['parameters']['if-none-match'];
      };
      path: {
        dyad: components['parameters']['dyad'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          Link: components['headers']['Link'];
          ETag: components['headers']['ETag'];
          Watermark: components['headers']['Watermark'];
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['MonthlyScore'][];
            next: components['schemas']['NextCursor'];
            dyad: string;
            scale: components['schemas']['Scale'];
            /** Format: date */
            indexDay: string;
            isCut: boolean;
          };
          'text/csv': components['schemas']['CsvText'];
          'application/x-ndjson': components['schemas']['NdjsonText'];
        };
      };
      304: components['responses']['NotModified'];
      308: components['responses']['ToCanonicalDyad'];
      400: components['responses']['InvalidCursorOrInvalidRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      406: components['responses']['NotAcceptable'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['TooLong'];
      500: components['responses']['InternalError'];
      503: components['responses']['ProjectionLaggingOrUnavailable'];
    };
  };
  getRelationsDyadPhases: {
    parameters: {
      query?: {
        scale?: components['schemas']['Scale'];
        through?: components['parameters']['through'];
        asOf?: components['parameters']['asOf'];
        knownBy?: components['parameters']['knownBy'];
        atLeast?: components['parameters']['atLeast'];
      };
      header?: {
        prefer?: components['parameters']['prefer'];
        'if-none-match'?: components['parameters']['if-none-match'];
      };
      path: {
        dyad: components['parameters']['dyad'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          Watermark: components['headers']['Watermark'];
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            dyad: string;
            scale: components['schemas']['Scale'];
            /** Format: date */
            through: string;
            tempo: {
              cooperative: components['schemas']['TempoChannel'];
              conflictual: components['schemas']['TempoChannel'];
            };
            tone: {
              words: components['schemas']['AnalystWords'];
              analysis: components['schemas']['ToneAnalysis'] | components['schemas']['TooLittle'];
            };
            isCut: boolean;
          };
        };
      };
      304: components['responses']['NotModified'];
      308: components['responses']['ToCanonicalDyad'];
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      406: components['responses']['NotAcceptable'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['TooLong'];
      500: components['responses']['InternalError'];
      503: components['responses']['ProjectionLaggingOrUnavailable'];
    };
  };
  getRelationsDyadTempo: {
    parameters: {
      query?: {
        sign?: components['parameters']['sign'];
        from?: components['parameters']['from-3'];
        through?: components['parameters']['through'];
        asOf?: components['parameters']['asOf'];
        knownBy?: components['parameters']['knownBy'];
        atLeast?: components['parameters']['atLeast'];
        limit?: components['parameters']['limit'];
        cursor?: components['parameters']['cursor'];
      };
      header?: {
        prefer?: components['parameters']['prefer'];
        'if-none-match'?: components['parameters']['if-none-match'];
      };
      path: {
        dyad: components['parameters']['dyad'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          Link: components['headers']['Link'];
          ETag: components['headers']['ETag'];
          Watermark: components['headers']['Watermark'];
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['MonthOfTempo'][];
            next: components['schemas']['NextCursor'];
            dyad: string;
            sign: components['schemas']['Sign'];
            /** Format: date */
            through: string;
            /** @enum {string} */
            basis: 'recorded' | 'constant';
            rarity: {
              events: number;
              longest: {
                days: number;
                after: components['schemas']['EventId'];
                /** Format: date */
                from: string;
                before: components['schemas']['EventId'];
                /** Format: date */
                to: string;
              } | null;
              present: {
                days: number;
                since: components['schemas']['EventId'];
                percentile: number | null;
              } | null;
              firstSince: {
                days: number;
                after: components['schemas']['EventId'];
                /** Format: date */
                from: string;
                before: components['schemas']['EventId'];
                /** Format: date */
                to: string;
                percentile: number | null;
                words: string;
              }[];
            };
            isCut: boolean;
          };
          'text/csv': components['schemas']['CsvText'];
          'application/x-ndjson': components['schemas']['NdjsonText'];
        };
      };
      304: components['responses']['NotModified'];
      308: components['responses']['ToCanonicalDyad'];
      400: components['responses']['InvalidCursorOrInvalidRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      406: components['responses']['NotAcceptable'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['TooLong'];
      500: components['responses']['InternalError'];
      503: components['responses']['ProjectionLaggingOrUnavailable'];
    };
  };
  getRelationsDyadDiff: {
    parameters: {
      query: {
        from: string;
        to: string;
        knownBy?: 'recorded' | 'reported';
        scale?: components['schemas']['Scale'];
        atLeast?: components['parameters']['atLeast'];
        limit?: components['parameters']['limit'];
        cursor?: components['parameters']['cursor'];
      };
      header?: {
        prefer?: components['parameters']['prefer'];
        'if-none-match'?: components['parameters']['if-none-match'];
      };
      path: {
        dyad: components['parameters']['dyad'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          Link: components['headers']['Link'];
          ETag: components['headers']['ETag'];
          Watermark: components['headers']['Watermark'];
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['EventDiff'][];
            next: components['schemas']['NextCursor'];
            dyad: string;
            states: {
              before: components['schemas']['RelationState'];
              after: components['schemas']['RelationState'];
            } | null;
            isCut: boolean;
          };
          'text/csv': components['schemas']['CsvText'];
          'application/x-ndjson': components['schemas']['NdjsonText'];
        };
      };
      304: components['responses']['NotModified'];
      308: components['responses']['ToCanonicalDyad'];
      400: components['responses']['InvalidCursorOrInvalidRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      406: components['responses']['NotAcceptable'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['TooLong'];
      500: components['responses']['InternalError'];
      503: components['responses']['ProjectionLaggingOrUnavailable'];
    };
  };
  getRelationsDyadRepresentation: {
    parameters: {
      query?: {
        asOf?: components['parameters']['asOf'];
        knownBy?: components['parameters']['knownBy'];
        atLeast?: components['parameters']['atLeast'];
        on?: components['parameters']['on'];
      };
      header?: {
        prefer?: components['parameters']['prefer'];
        'if-none-match'?: components['parameters']['if-none-match'];
      };
      path: {
        dyad: components['parameters']['dyad'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          Watermark: components['headers']['Watermark'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Representation'];
        };
      };
      304: components['responses']['NotModified'];
      308: components['responses']['ToCanonicalDyad'];
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      406: components['responses']['NotAcceptable'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['TooLong'];
      500: components['responses']['InternalError'];
      503: components['responses']['ProjectionLaggingOrUnavailable'];
    };
  };
  getPartiesParty: {
    parameters: {
      query?: {
        asOf?: components['parameters']['asOf'];
        knownBy?: components['parameters']['knownBy-2'];
        atLeast?: components['parameters']['atLeast'];
        partners?: number;
        include?: 'state';
      };
      header?: {
        prefer?: components['parameters']['prefer'];
        'if-none-match'?: components['parameters']['if-none-match'];
      };
      path: {
        party: components['parameters']['party'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          Watermark: components['headers']['Watermark'];
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            party: components['schemas']['PartyCode'];
            n: components['schemas']['HeldCount'];
            unheld: components['schemas']['UnheldCount'];
            quadClasses: components['schemas']['QuadClassCounts'];
            years: components['schemas']['YearCount'][];
            types: {
              type: string;
              n: number;
            }[];
            partners: {
              party: components['schemas']['PartyCode'];
              dyad: string;
              n: number;
              state?: {
                lastContact: components['schemas']['LastContact'];
                relations: components['schemas']['RelationsOfTwo'];
                missions: components['schemas']['ShortMissions'];
              };
            }[];
            partnerCount: number;
            firstEvent: components['schemas']['ShortEvent'] | null;
            lastEvent: components['schemas']['ShortEvent'] | null;
            links: {
              events: string;
              offices: string;
            };
          };
        };
      };
      304: components['responses']['NotModified'];
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      406: components['responses']['NotAcceptable'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['TooLong'];
      500: components['responses']['InternalError'];
      503: components['responses']['ProjectionLaggingOrUnavailable'];
    };
  };
  getPartiesPartyEvents: {
    parameters: {
      query?: {
        from?: components['parameters']['from'];
        to?: components['parameters']['to'];
        type?: components['parameters']['type'];
        types?: components['parameters']['types'];
        modality?: components['parameters']['modality'];
        topic?: components['parameters']['topic'];
        topics?: components['parameters']['topics'];
        quadClass?: components['parameters']['quadClass'];
        quadClasses?: components['parameters']['quadClasses'];
        asOf?: components['parameters']['asOf'];
        knownBy?: components['parameters']['knownBy'];
        atLeast?: components['parameters']['atLeast'];
        include?: components['parameters']['include'];
        minCredibility?: components['parameters']['minCredibility'];
        q?: components['parameters']['q'];
        order?: components['parameters']['order'];
        limit?: components['parameters']['limit'];
        cursor?: components['parameters']['cursor'];
      };
      header?: {
        prefer?: components['parameters']['prefer'];
        'if-none-match'?: components['parameters']['if-none-match'];
      };
      path: {
        party: components['parameters']['party'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: components['responses']['PageOfEvents'];
      304: components['responses']['NotModified'];
      400: components['responses']['InvalidCursorOrInvalidRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      406: components['responses']['NotAcceptable'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['TooLong'];
      500: components['responses']['InternalError'];
      503: components['responses']['ProjectionLaggingOrUnavailable'];
    };
  };
  getPartiesPartyOffices: {
    parameters: {
      query?: {
        asOf?: components['parameters']['asOf'];
        knownBy?: components['parameters']['knownBy'];
        atLeast?: components['parameters']['atLeast'];
        limit?: components['parameters']['limit-2'];
        cursor?: components['parameters']['cursor'];
      };
      header?: {
        prefer?: components['parameters']['prefer'];
        'if-none-match'?: components['parameters']['if-none-match'];
      };
      path: {
        party: components['parameters']['party'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          Link: components['headers']['Link'];
          ETag: components['headers']['ETag'];
          Watermark: components['headers']['Watermark'];
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['OfficeHolder'][];
            next: components['schemas']['NextCursor'];
          };
          'text/csv': components['schemas']['CsvText'];
          'application/x-ndjson': components['schemas']['NdjsonText'];
        };
      };
      304: components['responses']['NotModified'];
      400: components['responses']['InvalidCursorOrInvalidRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      406: components['responses']['NotAcceptable'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['TooLong'];
      500: components['responses']['InternalError'];
      503: components['responses']['ProjectionLaggingOrUnavailable'];
    };
  };
  getPartiesPartyOfficesOfficeEvents: {
    parameters: {
      query?: {
        from?: components['parameters']['from'];
        to?: components['parameters']['to'];
        type?: components['parameters']['type'];
        types?: components['parameters']['types'];
        modality?: components['parameters']['modality'];
        topic?: components['parameters']['topic'];
        topics?: components['parameters']['topics'];
        quadClass?: components['parameters']['quadClass'];
        quadClasses?: components['parameters']['quadClasses'];
        asOf?: components['parameters']['asOf'];
        knownBy?: components['parameters']['knownBy'];
        atLeast?: components['parameters']['atLeast'];
        include?: components['parameters']['include'];
        minCredibility?: components['parameters']['minCredibility'];
        q?: components['parameters']['q'];
        order?: components['parameters']['order'];
        limit?: components['parameters']['limit'];
        cursor?: components['parameters']['cursor'];
      };
      header?: {
        prefer?: components['parameters']['prefer'];
        'if-none-match'?: components['parameters']['if-none-match'];
      };
      path: {
        party: components['parameters']['party'];
        office: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: components['responses']['PageOfEvents'];
      304: components['responses']['NotModified'];
      400: components['responses']['InvalidCursorOrInvalidRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      406: components['responses']['NotAcceptable'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['TooLong'];
      500: components['responses']['InternalError'];
      503: components['responses']['ProjectionLaggingOrUnavailable'];
    };
  };
  getPeople: {
    parameters: {
      query: {
        name: string;
        asOf?: components['parameters']['asOf'];
        knownBy?: components['parameters']['knownBy'];
        atLeast?: components['parameters']['atLeast'];
        limit?: number;
        cursor?: components['parameters']['cursor'];
      };
      header?: {
        prefer?: components['parameters']['prefer'];
        'if-none-match'?: components['parameters']['if-none-match'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          Link: components['headers']['Link'];
          ETag: components['headers']['ETag'];
          Watermark: components['headers']['Watermark'];
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['Candidate'][];
            next: components['schemas']['NextCursor'];
          };
          'text/csv': components['schemas']['CsvText'];
          'application/x-ndjson': components['schemas']['NdjsonText'];
        };
      };
      304: components['responses']['NotModified'];
      400: components['responses']['InvalidCursorOrInvalidRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      406: components['responses']['NotAcceptable'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['TooLong'];
      500: components['responses']['InternalError'];
      503: components['responses']['ProjectionLaggingOrUnavailable'];
    };
  };
  getPeoplePersonId: {
    parameters: {
      query?: {
        asOf?: components['parameters']['asOf'];
        knownBy?: components['parameters']['knownBy'];
        atLeast?: components['parameters']['atLeast'];
      };
      header?: {
        prefer?: components['parameters']['prefer'];
        'if-none-match'?: components['parameters']['if-none-match'];
      };
      path: {
        personId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          Watermark: components['headers']['Watermark'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PersonAsRead'];
        };
      };
      304: components['responses']['NotModified'];
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      406: components['responses']['NotAcceptable'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['TooLong'];
      500: components['responses']['InternalError'];
      503: components['responses']['ProjectionLaggingOrUnavailable'];
    };
  };
  getPeoplePersonIdEvents: {
    parameters: {
      query?: {
        from?: components['parameters']['from'];
        to?: components['parameters']['to'];
        type?: components['parameters']['type'];
        types?: components['parameters']['types'];
        modality?: components['parameters']['modality'];
        topic?: components['parameters']['topic'];
        topics?: components['parameters']['topics'];
        quadClass?: components['parameters']['quadClass'];
        quadClasses?: components['parameters']['quadClasses'];
        asOf?: components['parameters']['asOf'];
        knownBy?: components['parameters']['knownBy'];
        atLeast?: components['parameters']['atLeast'];
        include?: components['parameters']['include'];
        minCredibility?: components['parameters']['minCredibility'];
        q?: components['parameters']['q'];
        order?: components['parameters']['order'];
        limit?: components['parameters']['limit'];
        cursor?: components['parameters']['cursor'];
      };
      header?: {
        prefer?: components['parameters']['prefer'];
        'if-none-match'?: components['parameters']['if-none-match'];
      };
      path: {
        personId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: components['responses']['PageOfEvents'];
      304: components['responses']['NotModified'];
      400: components['responses']['InvalidCursorOrInvalidRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      406: components['responses']['NotAcceptable'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['TooLong'];
      500: components['responses']['InternalError'];
      503: components['responses']['ProjectionLaggingOrUnavailable'];
    };
  };
  getTopics: {
    parameters: {
      query?: {
        prefix?: string;
        asOf?: components['parameters']['asOf'];
        knownBy?: components['parameters']['knownBy-2'];
        atLeast?: components['parameters']['atLeast'];
        limit?: components['parameters']['limit-2'];
        cursor?: components['parameters']['cursor'];
      };
      header?: {
        prefer?: components['parameters']['prefer'];
        'if-none-match'?: components['parameters']['if-none-match'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          Link: components['headers']['Link'];
          ETag: components['headers']['ETag'];
          Watermark: components['headers']['Watermark'];
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['TopicCount'][];
            next: components['schemas']['NextCursor'];
          };
          'text/csv': components['schemas']['CsvText'];
          'application/x-ndjson': components['schemas']['NdjsonText'];
        };
      };
      304: components['responses']['NotModified'];
      400: components['responses']['InvalidCursorOrInvalidRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      406: components['responses']['NotAcceptable'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['TooLong'];
      500: components['responses']['InternalError'];
      503: components['responses']['ProjectionLaggingOrUnavailable'];
    };
  };
  getTopicsTopicEvents: {
    parameters: {
      query?: {
        from?: components['parameters']['from'];
        to?: components['parameters']['to'];
        type?: components['parameters']['type'];
        types?: components['parameters']['types'];
        modality?: components['parameters']['modality'];
        topic?: components['parameters']['topic'];
        topics?: components['parameters']['topics'];
        quadClass?: components['parameters']['quadClass'];
        quadClasses?: components['parameters']['quadClasses'];
        asOf?: components['parameters']['asOf'];
        knownBy?: components['parameters']['knownBy'];
        atLeast?: components['parameters']['atLeast'];
        include?: components['parameters']['include'];
        minCredibility?: components['parameters']['minCredibility'];
        q?: components['parameters']['q'];
        order?: components['parameters']['order'];
        limit?: components['parameters']['limit'];
        cursor?: components['parameters']['cursor'];
      };
      header?: {
        prefer?: components['parameters']['prefer'];
        'if-none-match'?: components['parameters']['if-none-match'];
      };
      path: {
        topic: components['parameters']['topic-2'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: components['responses']['PageOfEvents'];
      304: components['responses']['NotModified'];
      400: components['responses']['InvalidCursorOrInvalidRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      406: components['responses']['NotAcceptable'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['TooLong'];
      500: components['responses']['InternalError'];
      503: components['responses']['ProjectionLaggingOrUnavailable'];
    };
  };
  getTopicsTopicTrend: {
    parameters: {
      query?: {
        from?: components['schemas']['Month'];
        to?: components['schemas']['Month'];
        dyad?: string;
        asOf?: components['parameters']['asOf'];
        knownBy?: components['parameters']['knownBy-2'];
        atLeast?: components['parameters']['atLeast'];
      };
      header?: {
        prefer?: components['parameters']['prefer'];
        'if-none-match'?: components['parameters']['if-none-match'];
      };
      path: {
        topic: components['parameters']['topic-2'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          Link: components['headers']['Link'];
          ETag: components['headers']['ETag'];
          Watermark: components['headers']['Watermark'];
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['TopicMonth'][];
            next: components['schemas']['NextCursor'];
            topic: string;
            dyad?: string;
          };
          'text/csv': components['schemas']['CsvText'];
          'application/x-ndjson': components['schemas']['NdjsonText'];
        };
      };
      304: components['responses']['NotModified'];
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      406: components['responses']['NotAcceptable'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['TooLong'];
      500: components['responses']['InternalError'];
      503: components['responses']['ProjectionLaggingOrUnavailable'];
    };
  };
  getContactsQuarter: {
    parameters: {
      query?: {
        party?: components['schemas']['PartyCode'];
        asOf?: components['parameters']['asOf'];
        knownBy?: components['parameters']['knownBy'];
        atLeast?: components['parameters']['atLeast'];
      };
      header?: {
        prefer?: components['parameters']['prefer'];
        'if-none-match'?: components['parameters']['if-none-match'];
      };
      path: {
        quarter: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          Watermark: components['headers']['Watermark'];
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            quarter: string;
            nodes: components['schemas']['NetworkNode'][];
            edges: components['schemas']['NetworkEdge'][];
            unplaced: {
              n: number;
              items: {
                id: components['schemas']['EventId'];
                /** @enum {string} */
                kind: 'visit' | 'meeting' | 'call' | 'talks';
                occurred: string;
                dyads: string[];
                parties?: number;
              }[];
            };
            multilateral: {
              n: number;
              items: {
                id: components['schemas']['EventId'];
                /** @enum {string} */
                kind: 'visit' | 'meeting' | 'call' | 'talks';
                occurred: string;
                parties: number;
              }[];
            };
            isCut: boolean;
          };
          'text/csv': components['schemas']['CsvText'];
          'application/x-ndjson': components['schemas']['NdjsonText'];
        };
      };
      304: components['responses']['NotModified'];
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      406: components['responses']['NotAcceptable'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['TooLong'];
      500: components['responses']['InternalError'];
      503: components['responses']['ProjectionLaggingOrUnavailable'];
    };
  };
  getVisits: {
    parameters: {
      query?: {
        party?: components['parameters']['party-2'];
        dyad?: components['parameters']['dyad-2'];
        asOf?: components['parameters']['asOf'];
        knownBy?: components['parameters']['knownBy'];
        atLeast?: components['parameters']['atLeast'];
        cursor?: components['parameters']['cursor'];
        on?: components['parameters']['on'];
        from?: string;
        to?: string;
        status?: string;
        limit?: number;
      };
      header?: {
        prefer?: components['parameters']['prefer'];
        'if-none-match'?: components['parameters']['if-none-match'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          Link: components['headers']['Link'];
          ETag: components['headers']['ETag'];
          Watermark: components['headers']['Watermark'];
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['Visit'][];
            next: components['schemas']['NextCursor'];
          };
          'text/csv': components['schemas']['CsvText'];
          'application/x-ndjson': components['schemas']['NdjsonText'];
          'text/calendar': string;
        };
      };
      304: components['responses']['NotModified'];
      400: components['responses']['InvalidCursorOrInvalidRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      406: components['responses']['NotAcceptable'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['TooLong'];
      500: components['responses']['InternalError'];
      503: components['responses']['ProjectionLaggingOrUnavailable'];
    };
  };
  getAgreements: {
    parameters: {
      query?: {
        party?: components['parameters']['party-2'];
        dyad?: components['parameters']['dyad-2'];
        asOf?: components['parameters']['asOf'];
        knownBy?: components['parameters']['knownBy'];
        atLeast?: components['parameters']['atLeast'];
        cursor?: components['parameters']['cursor'];
        on?: components['parameters']['on'];
        inForceOn?: string;
        knownOn?: string;
        status?: string;
        limit?: components['parameters']['limit'];
      };
      header?: {
        prefer?: components['parameters']['prefer'];
        'if-none-match'?: components['parameters']['if-none-match'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          Link: components['headers']['Link'];
          ETag: components['headers']['ETag'];
          Watermark: components['headers']['Watermark'];
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['Agreement'][];
            next: components['schemas']['NextCursor'];
          };
          'text/csv': components['schemas']['CsvText'];
          'application/x-ndjson': components['schemas']['NdjsonText'];
        };
      };
      304: components['responses']['NotModified'];
      400: components['responses']['InvalidCursorOrInvalidRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      406: components['responses']['NotAcceptable'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['TooLong'];
      500: components['responses']['InternalError'];
      503: components['responses']['ProjectionLaggingOrUnavailable'];
    };
  };
  getAgreementsAgreementId: {
    parameters: {
      query?: {
        asOf?: components['parameters']['asOf'];
        knownBy?: components['parameters']['knownBy'];
        atLeast?: components['parameters']['atLeast'];
        on?: components['parameters']['on'];
      };
      header?: {
        prefer?: components['parameters']['prefer'];
        'if-none-match'?: components['parameters']['if-none-match'];
      };
      path: {
        agreementId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          Watermark: components['headers']['Watermark'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Agreement'];
        };
      };
      304: components['responses']['NotModified'];
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      406: components['responses']['NotAcceptable'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['TooLong'];
      500: components['responses']['InternalError'];
      503: components['responses']['ProjectionLaggingOrUnavailable'];
    };
  };
  getSanctions: {
    parameters: {
      query?: {
        party?: components['parameters']['party-2'];
        dyad?: components['parameters']['dyad-2'];
        asOf?: components['parameters']['asOf'];
        knownBy?: components['parameters']['knownBy'];
        atLeast?: components['parameters']['atLeast'];
        cursor?: components['parameters']['cursor'];
        on?: components['parameters']['on'];
        inForceOn?: string;
        role?: 'source' | 'target';
        status?: string;
        limit?: components['parameters']['limit'];
      };
      header?: {
        prefer?: components['parameters']['prefer'];
        'if-none-match'?: components['parameters']['if-none-match'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          Link: components['headers']['Link'];
          ETag: components['headers']['ETag'];
          Watermark: components['headers']['Watermark'];
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['Measure'][];
            next: components['schemas']['NextCursor'];
          };
          'text/csv': components['schemas']['CsvText'];
          'application/x-ndjson': components['schemas']['NdjsonText'];
        };
      };
      304: components['responses']['NotModified'];
      400: components['responses']['InvalidCursorOrInvalidRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      406: components['responses']['NotAcceptable'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['TooLong'];
      500: components['responses']['InternalError'];
      503: components['responses']['ProjectionLaggingOrUnavailable'];
    };
  };
  getSubscriptions: {
    parameters: {
      query?: {
        limit?: components['parameters']['limit'];
        cursor?: components['parameters']['cursor'];
      };
      header?: {
        'if-none-match'?: components['parameters']['if-none-match'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          Link: components['headers']['Link'];
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['Subscription'][];
            next: components['schemas']['NextCursor'];
          };
          'text/csv': components['schemas']['CsvText'];
          'application/x-ndjson': components['schemas']['NdjsonText'];
        };
      };
      304: components['responses']['NotModified'];
      400: components['responses']['InvalidCursorOrInvalidRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      406: components['responses']['NotAcceptable'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['TooLong'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  postSubscriptions: {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: components['parameters']['idempotency-key'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** Format: uri */
          url: string;
          filter?: components['schemas']['Filter'];
          /** @default now */
          from?:
            | ('beginning' | 'now')
            | {
                after: components['schemas']['Cursor'];
              };
          description?: string;
        };
      };
    };
    responses: {
      201: {
        headers: {
          Location: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SubscriptionWithSecret'];
        };
      };
      400: components['responses']['InvalidCursorOrInvalidRequestOrMalformedJson'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      409: components['responses']['TooManySubscriptions'];
      413: components['responses']['PayloadTooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      422: components['responses']['IdempotencyKeyReused'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['TooLong'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  getSubscriptionsSubscriptionId: {
    parameters: {
      query?: never;
      header?: {
        'if-none-match'?: components['parameters']['if-none-match'];
      };
      path: {
        subscriptionId: components['parameters']['subscriptionId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Subscription'];
        };
      };
      304: components['responses']['NotModified'];
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      406: components['responses']['NotAcceptable'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['TooLong'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  deleteSubscriptionsSubscriptionId: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        subscriptionId: components['parameters']['subscriptionId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['TooLong'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  patchSubscriptionsSubscriptionId: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        subscriptionId: components['parameters']['subscriptionId'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** Format: uri */
          url?: string;
          filter?: components['schemas']['Filter'];
          description?: string;
          /** @enum {string} */
          state?: 'active' | 'paused';
        };
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Subscription'];
        };
      };
      400: components['responses']['InvalidRequestOrMalformedJson'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      413: components['responses']['PayloadTooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['TooLong'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  postSubscriptionsSubscriptionIdReplay: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        subscriptionId: components['parameters']['subscriptionId'];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          from:
            | ('beginning' | 'now')
            | {
                after: components['schemas']['Cursor'];
              };
        };
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Subscription'];
        };
      };
      400: components['responses']['InvalidCursorOrInvalidRequestOrMalformedJson'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      413: components['responses']['PayloadTooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['TooLong'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  'postSubscriptionsSubscriptionIdRotate-secret': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        subscriptionId: components['parameters']['subscriptionId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SubscriptionWithSecret'];
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['TooLong'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  postSubscriptionsSubscriptionIdPing: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        subscriptionId: components['parameters']['subscriptionId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            delivered: boolean;
            error?: string;
          };
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['TooLong'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  getSupervisionSubscriptions: {
    parameters: {
      query?: {
        limit?: number;
        cursor?: components['parameters']['cursor'];
      };
      header?: {
        'if-none-match'?: components['parameters']['if-none-match'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          Link: components['headers']['Link'];
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['SupervisedSubscription'][];
            next: components['schemas']['NextCursor'];
          };
          'text/csv': components['schemas']['CsvText'];
          'application/x-ndjson': components['schemas']['NdjsonText'];
        };
      };
      304: components['responses']['NotModified'];
      400: components['responses']['InvalidCursorOrInvalidRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      406: components['responses']['NotAcceptable'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['TooLong'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  patchSupervisionSubscriptionsOwnerSubscriptionId: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        owner: string;
        subscriptionId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @enum {string} */
          state: 'paused' | 'stopped' | 'released';
        };
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SupervisedSubscription'];
        };
      };
      400: components['responses']['InvalidRequestOrMalformedJson'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      413: components['responses']['PayloadTooLarge'];
      415: components['responses']['UnsupportedMediaType'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['TooLong'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  getProjections: {
    parameters: {
      query?: never;
      header?: {
        'if-none-match'?: components['parameters']['if-none-match'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            head: number;
            projections: {
              name: string;
              serving: string;
              builds: components['schemas']['GenerationStatus'][];
            }[];
          };
        };
      };
      304: components['responses']['NotModified'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      406: components['responses']['NotAcceptable'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['TooLong'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  postProjectionsNameRebuild: {
    parameters: {
      query?: {
        version?: number;
      };
      header?: never;
      path: {
        name: components['parameters']['name'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            build: string;
          };
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['TooLong'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  postProjectionsNamePromote: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        name: components['parameters']['name'];
      };
      cookie?: never;
    };
    requestBody?: {
      content: {
        'application/json': {
          build?: string;
        };
      };
    };
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            serving: string;
            replaced: string;
          };
        };
      };
      400: components['responses']['InvalidRequestOrMalformedJson'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['BuildRefused'];
      415: components['responses']['UnsupportedMediaType'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['TooLong'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  deleteProjectionsNameBuildsBuild: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        name: components['parameters']['name'];
        build: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            build: string;
            remaining: boolean;
          };
        };
      };
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            build: string;
            remaining: boolean;
          };
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['BuildRefused'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['TooLong'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  getQuarantine: {
    parameters: {
      query?: {
        limit?: components['parameters']['limit'];
        cursor?: components['parameters']['cursor'];
      };
      header?: {
        'if-none-match'?: components['parameters']['if-none-match'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          Link: components['headers']['Link'];
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['Quarantined'][];
            next: components['schemas']['NextCursor'];
          };
          'text/csv': components['schemas']['CsvText'];
          'application/x-ndjson': components['schemas']['NdjsonText'];
        };
      };
      304: components['responses']['NotModified'];
      400: components['responses']['InvalidCursorOrInvalidRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      406: components['responses']['NotAcceptable'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['TooLong'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  postQuarantineConsumerItemRelease: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        consumer: string;
        item: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            consumer: string;
            item: string;
          };
        };
      };
      400: components['responses']['InvalidRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      409: components['responses']['BuildRefused'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['TooLong'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  getHealthConsumers: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ConsumersHealth'];
        };
      };
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      406: components['responses']['NotAcceptable'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['TooLong'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  getHealth: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Health'];
        };
      };
      406: components['responses']['NotAcceptable'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['TooLong'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  getOpenapiJson: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            openapi: string;
          } & {
            [key: string]: unknown;
          };
        };
      };
      406: components['responses']['NotAcceptable'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['TooLong'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  'getOpenapi-examplesJson': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            [key: string]: {
              [key: string]: unknown;
            };
          };
        };
      };
      406: components['responses']['NotAcceptable'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['TooLong'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  getAsyncapiJson: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            asyncapi: string;
          } & {
            [key: string]: unknown;
          };
        };
      };
      406: components['responses']['NotAcceptable'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['TooLong'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  getDocs: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/html': string;
        };
      };
      406: components['responses']['NotAcceptable'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['TooLong'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
  getDocsAsset: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        asset: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      404: components['responses']['NotFound'];
      406: components['responses']['NotAcceptable'];
      429: components['responses']['TooManyRequests'];
      431: components['responses']['TooLong'];
      500: components['responses']['InternalError'];
      503: components['responses']['Unavailable'];
    };
  };
}
