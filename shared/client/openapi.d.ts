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
    /** The thaws and chills of a dyad */
    get: operations['getRelationsDyadPhases'];
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
    /** The agreements of a party, or between two parties */
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
    /** Sanctions and restrictions of a party, or between two parties */
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
  '/health': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Whether the record is reachable, and the progress of its consumers */
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
      events: (
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
        | components['schemas']['AgreementEnteredIntoForce']
        | components['schemas']['AgreementReservationMade']
        | components['schemas']['AgreementAmended']
        | components['schemas']['AgreementSuspended']
        | components['schemas']['AgreementResumed']
        | components['schemas']['AgreementDenounced']
        | components['schemas']['AgreementTerminated']
        | components['schemas']['RecognitionGranted']
        | components['schemas']['RelationsEstablished']
        | components['schemas']['RelationsRestored']
        | components['schemas']['RelationsSevered']
        | components['schemas']['MissionOpened']
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
        | components['schemas']['ContextEventRecorded']
        | components['schemas']['AssessmentRecorded']
        | components['schemas']['EventCorrected']
        | components['schemas']['EventDateRefined']
        | components['schemas']['EventRetracted']
        | components['schemas']['EventConfirmed']
        | components['schemas']['EventDenied']
        | components['schemas']['ReportAttached']
        | components['schemas']['EventsMerged']
        | components['schemas']['CredibilityAssessed']
      )[];
    };
    StreamName: string;
    VisitAnnounced: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'VisitAnnounced';
      /**
       * @default 1
       * @constant
       */
      schemaVersion?: 1;
      occurred: components['schemas']['Occurred'];
      reportedAt?: components['schemas']['ReportedAt'];
      participants: components['schemas']['Participant'][];
      thirdParties?: components['schemas']['PartyCode'][];
      bearsOn?: components['schemas']['Dyad'][];
      place?: components['schemas']['Place'];
      topics?: string[];
      channel?: components['schemas']['Channel'];
      level?: components['schemas']['Level'];
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
      plannedFor?: components['schemas']['Occurred'];
    };
    Occurred: string;
    ReportedAt: string;
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
    VisitConducted: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'VisitConducted';
      /**
       * @default 1
       * @constant
       */
      schemaVersion?: 1;
      occurred: components['schemas']['Occurred'];
      reportedAt?: components['schemas']['ReportedAt'];
      participants: components['schemas']['Participant'][];
      thirdParties?: components['schemas']['PartyCode'][];
      bearsOn?: components['schemas']['Dyad'][];
      place?: components['schemas']['Place'];
      topics?: string[];
      channel?: components['schemas']['Channel'];
      level?: components['schemas']['Level'];
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
    VisitPostponed: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'VisitPostponed';
      /**
       * @default 1
       * @constant
       */
      schemaVersion?: 1;
      occurred: components['schemas']['Occurred'];
      reportedAt?: components['schemas']['ReportedAt'];
      participants: components['schemas']['Participant'][];
      thirdParties?: components['schemas']['PartyCode'][];
      bearsOn?: components['schemas']['Dyad'][];
      place?: components['schemas']['Place'];
      topics?: string[];
      channel?: components['schemas']['Channel'];
      level?: components['schemas']['Level'];
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
      plannedFor?: components['schemas']['Occurred'];
    };
    VisitConcluded: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'VisitConcluded';
      /**
       * @default 1
       * @constant
       */
      schemaVersion?: 1;
      occurred: components['schemas']['Occurred'];
      reportedAt?: components['schemas']['ReportedAt'];
      participants: components['schemas']['Participant'][];
      thirdParties?: components['schemas']['PartyCode'][];
      bearsOn?: components['schemas']['Dyad'][];
      place?: components['schemas']['Place'];
      topics?: string[];
      channel?: components['schemas']['Channel'];
      level?: components['schemas']['Level'];
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
    VisitCancelled: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'VisitCancelled';
      /**
       * @default 1
       * @constant
       */
      schemaVersion?: 1;
      occurred: components['schemas']['Occurred'];
      reportedAt?: components['schemas']['ReportedAt'];
      participants: components['schemas']['Participant'][];
      thirdParties?: components['schemas']['PartyCode'][];
      bearsOn?: components['schemas']['Dyad'][];
      place?: components['schemas']['Place'];
      topics?: string[];
      channel?: components['schemas']['Channel'];
      level?: components['schemas']['Level'];
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
    MeetingHeld: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'MeetingHeld';
      /**
       * @default 1
       * @constant
       */
      schemaVersion?: 1;
      occurred: components['schemas']['Occurred'];
      reportedAt?: components['schemas']['ReportedAt'];
      participants: components['schemas']['Participant'][];
      thirdParties?: components['schemas']['PartyCode'][];
      bearsOn?: components['schemas']['Dyad'][];
      place?: components['schemas']['Place'];
      topics?: string[];
      channel?: components['schemas']['Channel'];
      level?: components['schemas']['Level'];
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
    CallHeld: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'CallHeld';
      /**
       * @default 1
       * @constant
       */
      schemaVersion?: 1;
      occurred: components['schemas']['Occurred'];
      reportedAt?: components['schemas']['ReportedAt'];
      participants: components['schemas']['Participant'][];
      thirdParties?: components['schemas']['PartyCode'][];
      bearsOn?: components['schemas']['Dyad'][];
      place?: components['schemas']['Place'];
      topics?: string[];
      channel?: components['schemas']['Channel'];
      level?: components['schemas']['Level'];
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
    TalksHeld: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'TalksHeld';
      /**
       * @default 1
       * @constant
       */
      schemaVersion?: 1;
      occurred: components['schemas']['Occurred'];
      reportedAt?: components['schemas']['ReportedAt'];
      participants: components['schemas']['Participant'][];
      thirdParties?: components['schemas']['PartyCode'][];
      bearsOn?: components['schemas']['Dyad'][];
      place?: components['schemas']['Place'];
      topics?: string[];
      channel?: components['schemas']['Channel'];
      level?: components['schemas']['Level'];
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
      /** @enum {string} */
      field?: 'economic' | 'military' | 'judicial' | 'intelligence';
    };
    MediationConducted: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'MediationConducted';
      /**
       * @default 1
       * @constant
       */
      schemaVersion?: 1;
      occurred: components['schemas']['Occurred'];
      reportedAt?: components['schemas']['ReportedAt'];
      participants: components['schemas']['Participant'][];
      thirdParties?: components['schemas']['PartyCode'][];
      bearsOn?: components['schemas']['Dyad'][];
      place?: components['schemas']['Place'];
      topics?: string[];
      channel?: components['schemas']['Channel'];
      level?: components['schemas']['Level'];
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
    NegotiationsHalted: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'NegotiationsHalted';
      /**
       * @default 1
       * @constant
       */
      schemaVersion?: 1;
      occurred: components['schemas']['Occurred'];
      reportedAt?: components['schemas']['ReportedAt'];
      participants: components['schemas']['Participant'][];
      thirdParties?: components['schemas']['PartyCode'][];
      bearsOn?: components['schemas']['Dyad'][];
      place?: components['schemas']['Place'];
      topics?: string[];
      channel?: components['schemas']['Channel'];
      level?: components['schemas']['Level'];
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
    StatementMade: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'StatementMade';
      /**
       * @default 1
       * @constant
       */
      schemaVersion?: 1;
      occurred: components['schemas']['Occurred'];
      reportedAt?: components['schemas']['ReportedAt'];
      participants: components['schemas']['Participant'][];
      thirdParties?: components['schemas']['PartyCode'][];
      bearsOn?: components['schemas']['Dyad'][];
      place?: components['schemas']['Place'];
      topics?: string[];
      channel?: components['schemas']['Channel'];
      level?: components['schemas']['Level'];
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
    SupportExpressed: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'SupportExpressed';
      /**
       * @default 1
       * @constant
       */
      schemaVersion?: 1;
      occurred: components['schemas']['Occurred'];
      reportedAt?: components['schemas']['ReportedAt'];
      participants: components['schemas']['Participant'][];
      thirdParties?: components['schemas']['PartyCode'][];
      bearsOn?: components['schemas']['Dyad'][];
      place?: components['schemas']['Place'];
      topics?: string[];
      channel?: components['schemas']['Channel'];
      level?: components['schemas']['Level'];
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
    CriticismExpressed: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'CriticismExpressed';
      /**
       * @default 1
       * @constant
       */
      schemaVersion?: 1;
      occurred: components['schemas']['Occurred'];
      reportedAt?: components['schemas']['ReportedAt'];
      participants: components['schemas']['Participant'][];
      thirdParties?: components['schemas']['PartyCode'][];
      bearsOn?: components['schemas']['Dyad'][];
      place?: components['schemas']['Place'];
      topics?: string[];
      channel?: components['schemas']['Channel'];
      level?: components['schemas']['Level'];
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
    AccusationMade: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'AccusationMade';
      /**
       * @default 1
       * @constant
       */
      schemaVersion?: 1;
      occurred: components['schemas']['Occurred'];
      reportedAt?: components['schemas']['ReportedAt'];
      participants: components['schemas']['Participant'][];
      thirdParties?: components['schemas']['PartyCode'][];
      bearsOn?: components['schemas']['Dyad'][];
      place?: components['schemas']['Place'];
      topics?: string[];
      channel?: components['schemas']['Channel'];
      level?: components['schemas']['Level'];
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
    ProtestLodged: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'ProtestLodged';
      /**
       * @default 1
       * @constant
       */
      schemaVersion?: 1;
      occurred: components['schemas']['Occurred'];
      reportedAt?: components['schemas']['ReportedAt'];
      participants: components['schemas']['Participant'][];
      thirdParties?: components['schemas']['PartyCode'][];
      bearsOn?: components['schemas']['Dyad'][];
      place?: components['schemas']['Place'];
      topics?: string[];
      channel?: components['schemas']['Channel'];
      level?: components['schemas']['Level'];
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
    AppealMade: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'AppealMade';
      /**
       * @default 1
       * @constant
       */
      schemaVersion?: 1;
      occurred: components['schemas']['Occurred'];
      reportedAt?: components['schemas']['ReportedAt'];
      participants: components['schemas']['Participant'][];
      thirdParties?: components['schemas']['PartyCode'][];
      bearsOn?: components['schemas']['Dyad'][];
      place?: components['schemas']['Place'];
      topics?: string[];
      channel?: components['schemas']['Channel'];
      level?: components['schemas']['Level'];
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
      /** @enum {string} */
      field?: 'economic' | 'military' | 'judicial' | 'intelligence';
    };
    DemandMade: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'DemandMade';
      /**
       * @default 1
       * @constant
       */
      schemaVersion?: 1;
      occurred: components['schemas']['Occurred'];
      reportedAt?: components['schemas']['ReportedAt'];
      participants: components['schemas']['Participant'][];
      thirdParties?: components['schemas']['PartyCode'][];
      bearsOn?: components['schemas']['Dyad'][];
      place?: components['schemas']['Place'];
      topics?: string[];
      channel?: components['schemas']['Channel'];
      level?: components['schemas']['Level'];
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
    ProposalRejected: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'ProposalRejected';
      /**
       * @default 1
       * @constant
       */
      schemaVersion?: 1;
      occurred: components['schemas']['Occurred'];
      reportedAt?: components['schemas']['ReportedAt'];
      participants: components['schemas']['Participant'][];
      thirdParties?: components['schemas']['PartyCode'][];
      bearsOn?: components['schemas']['Dyad'][];
      place?: components['schemas']['Place'];
      topics?: string[];
      channel?: components['schemas']['Channel'];
      level?: components['schemas']['Level'];
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
    ThreatIssued: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'ThreatIssued';
      /**
       * @default 1
       * @constant
       */
      schemaVersion?: 1;
      occurred: components['schemas']['Occurred'];
      reportedAt?: components['schemas']['ReportedAt'];
      participants: components['schemas']['Participant'][];
      thirdParties?: components['schemas']['PartyCode'][];
      bearsOn?: components['schemas']['Dyad'][];
      place?: components['schemas']['Place'];
      topics?: string[];
      channel?: components['schemas']['Channel'];
      level?: components['schemas']['Level'];
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
    ApologyIssued: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'ApologyIssued';
      /**
       * @default 1
       * @constant
       */
      schemaVersion?: 1;
      occurred: components['schemas']['Occurred'];
      reportedAt?: components['schemas']['ReportedAt'];
      participants: components['schemas']['Participant'][];
      thirdParties?: components['schemas']['PartyCode'][];
      bearsOn?: components['schemas']['Dyad'][];
      place?: components['schemas']['Place'];
      topics?: string[];
      channel?: components['schemas']['Channel'];
      level?: components['schemas']['Level'];
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
    IntentDeclared: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'IntentDeclared';
      /**
       * @default 1
       * @constant
       */
      schemaVersion?: 1;
      occurred: components['schemas']['Occurred'];
      reportedAt?: components['schemas']['ReportedAt'];
      participants: components['schemas']['Participant'][];
      thirdParties?: components['schemas']['PartyCode'][];
      bearsOn?: components['schemas']['Dyad'][];
      place?: components['schemas']['Place'];
      topics?: string[];
      channel?: components['schemas']['Channel'];
      level?: components['schemas']['Level'];
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
      /** @enum {string} */
      field?: 'economic' | 'military' | 'judicial' | 'intelligence';
    };
    AgreementNegotiated: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'AgreementNegotiated';
      /**
       * @default 1
       * @constant
       */
      schemaVersion?: 1;
      occurred: components['schemas']['Occurred'];
      reportedAt?: components['schemas']['ReportedAt'];
      participants: components['schemas']['Participant'][];
      thirdParties?: components['schemas']['PartyCode'][];
      bearsOn?: components['schemas']['Dyad'][];
      place?: components['schemas']['Place'];
      topics?: string[];
      channel?: components['schemas']['Channel'];
      level?: components['schemas']['Level'];
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
      title?: string;
    };
    AgreementSigned: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'AgreementSigned';
      /**
       * @default 1
       * @constant
       */
      schemaVersion?: 1;
      occurred: components['schemas']['Occurred'];
      reportedAt?: components['schemas']['ReportedAt'];
      participants: components['schemas']['Participant'][];
      thirdParties?: components['schemas']['PartyCode'][];
      bearsOn?: components['schemas']['Dyad'][];
      place?: components['schemas']['Place'];
      topics?: string[];
      channel?: components['schemas']['Channel'];
      level?: components['schemas']['Level'];
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
      title: string;
    };
    AgreementRatified: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'AgreementRatified';
      /**
       * @default 1
       * @constant
       */
      schemaVersion?: 1;
      occurred: components['schemas']['Occurred'];
      reportedAt?: components['schemas']['ReportedAt'];
      participants: components['schemas']['Participant'][];
      thirdParties?: components['schemas']['PartyCode'][];
      bearsOn?: components['schemas']['Dyad'][];
      place?: components['schemas']['Place'];
      topics?: string[];
      channel?: components['schemas']['Channel'];
      level?: components['schemas']['Level'];
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
    AgreementAcceded: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'AgreementAcceded';
      /**
       * @default 1
       * @constant
       */
      schemaVersion?: 1;
      occurred: components['schemas']['Occurred'];
      reportedAt?: components['schemas']['ReportedAt'];
      participants: components['schemas']['Participant'][];
      thirdParties?: components['schemas']['PartyCode'][];
      bearsOn?: components['schemas']['Dyad'][];
      place?: components['schemas']['Place'];
      topics?: string[];
      channel?: components['schemas']['Channel'];
      level?: components['schemas']['Level'];
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
    AgreementEnteredIntoForce: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'AgreementEnteredIntoForce';
      /**
       * @default 1
       * @constant
       */
      schemaVersion?: 1;
      occurred: components['schemas']['Occurred'];
      reportedAt?: components['schemas']['ReportedAt'];
      participants: components['schemas']['Participant'][];
      thirdParties?: components['schemas']['PartyCode'][];
      bearsOn?: components['schemas']['Dyad'][];
      place?: components['schemas']['Place'];
      topics?: string[];
      channel?: components['schemas']['Channel'];
      level?: components['schemas']['Level'];
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
    AgreementReservationMade: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'AgreementReservationMade';
      /**
       * @default 1
       * @constant
       */
      schemaVersion?: 1;
      occurred: components['schemas']['Occurred'];
      reportedAt?: components['schemas']['ReportedAt'];
      participants: components['schemas']['Participant'][];
      thirdParties?: components['schemas']['PartyCode'][];
      bearsOn?: components['schemas']['Dyad'][];
      place?: components['schemas']['Place'];
      topics?: string[];
      channel?: components['schemas']['Channel'];
      level?: components['schemas']['Level'];
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
      concerning?: string;
    };
    AgreementAmended: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'AgreementAmended';
      /**
       * @default 1
       * @constant
       */
      schemaVersion?: 1;
      occurred: components['schemas']['Occurred'];
      reportedAt?: components['schemas']['ReportedAt'];
      participants: components['schemas']['Participant'][];
      thirdParties?: components['schemas']['PartyCode'][];
      bearsOn?: components['schemas']['Dyad'][];
      place?: components['schemas']['Place'];
      topics?: string[];
      channel?: components['schemas']['Channel'];
      level?: components['schemas']['Level'];
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
      title?: string;
    };
    AgreementSuspended: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'AgreementSuspended';
      /**
       * @default 1
       * @constant
       */
      schemaVersion?: 1;
      occurred: components['schemas']['Occurred'];
      reportedAt?: components['schemas']['ReportedAt'];
      participants: components['schemas']['Participant'][];
      thirdParties?: components['schemas']['PartyCode'][];
      bearsOn?: components['schemas']['Dyad'][];
      place?: components['schemas']['Place'];
      topics?: string[];
      channel?: components['schemas']['Channel'];
      level?: components['schemas']['Level'];
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
      effective?: components['schemas']['Occurred'];
    };
    AgreementResumed: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'AgreementResumed';
      /**
       * @default 1
       * @constant
       */
      schemaVersion?: 1;
      occurred: components['schemas']['Occurred'];
      reportedAt?: components['schemas']['ReportedAt'];
      participants: components['schemas']['Participant'][];
      thirdParties?: components['schemas']['PartyCode'][];
      bearsOn?: components['schemas']['Dyad'][];
      place?: components['schemas']['Place'];
      topics?: string[];
      channel?: components['schemas']['Channel'];
      level?: components['schemas']['Level'];
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
    AgreementDenounced: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'AgreementDenounced';
      /**
       * @default 1
       * @constant
       */
      schemaVersion?: 1;
      occurred: components['schemas']['Occurred'];
      reportedAt?: components['schemas']['ReportedAt'];
      participants: components['schemas']['Participant'][];
      thirdParties?: components['schemas']['PartyCode'][];
      bearsOn?: components['schemas']['Dyad'][];
      place?: components['schemas']['Place'];
      topics?: string[];
      channel?: components['schemas']['Channel'];
      level?: components['schemas']['Level'];
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
      effective?: components['schemas']['Occurred'];
    };
    AgreementTerminated: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'AgreementTerminated';
      /**
       * @default 1
       * @constant
       */
      schemaVersion?: 1;
      occurred: components['schemas']['Occurred'];
      reportedAt?: components['schemas']['ReportedAt'];
      participants: components['schemas']['Participant'][];
      thirdParties?: components['schemas']['PartyCode'][];
      bearsOn?: components['schemas']['Dyad'][];
      place?: components['schemas']['Place'];
      topics?: string[];
      channel?: components['schemas']['Channel'];
      level?: components['schemas']['Level'];
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
      effective?: components['schemas']['Occurred'];
    };
    RecognitionGranted: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'RecognitionGranted';
      /**
       * @default 1
       * @constant
       */
      schemaVersion?: 1;
      occurred: components['schemas']['Occurred'];
      reportedAt?: components['schemas']['ReportedAt'];
      participants: components['schemas']['Participant'][];
      thirdParties?: components['schemas']['PartyCode'][];
      bearsOn?: components['schemas']['Dyad'][];
      place?: components['schemas']['Place'];
      topics?: string[];
      channel?: components['schemas']['Channel'];
      level?: components['schemas']['Level'];
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
      reciprocal?: boolean;
    };
    RelationsEstablished: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'RelationsEstablished';
      /**
       * @default 1
       * @constant
       */
      schemaVersion?: 1;
      occurred: components['schemas']['Occurred'];
      reportedAt?: components['schemas']['ReportedAt'];
      participants: components['schemas']['Participant'][];
      thirdParties?: components['schemas']['PartyCode'][];
      bearsOn?: components['schemas']['Dyad'][];
      place?: components['schemas']['Place'];
      topics?: string[];
      channel?: components['schemas']['Channel'];
      level?: components['schemas']['Level'];
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
    RelationsRestored: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'RelationsRestored';
      /**
       * @default 1
       * @constant
       */
      schemaVersion?: 1;
      occurred: components['schemas']['Occurred'];
      reportedAt?: components['schemas']['ReportedAt'];
      participants: components['schemas']['Participant'][];
      thirdParties?: components['schemas']['PartyCode'][];
      bearsOn?: components['schemas']['Dyad'][];
      place?: components['schemas']['Place'];
      topics?: string[];
      channel?: components['schemas']['Channel'];
      level?: components['schemas']['Level'];
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
    RelationsSevered: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'RelationsSevered';
      /**
       * @default 1
       * @constant
       */
      schemaVersion?: 1;
      occurred: components['schemas']['Occurred'];
      reportedAt?: components['schemas']['ReportedAt'];
      participants: components['schemas']['Participant'][];
      thirdParties?: components['schemas']['PartyCode'][];
      bearsOn?: components['schemas']['Dyad'][];
      place?: components['schemas']['Place'];
      topics?: string[];
      channel?: components['schemas']['Channel'];
      level?: components['schemas']['Level'];
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
    MissionOpened: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'MissionOpened';
      /**
       * @default 1
       * @constant
       */
      schemaVersion?: 1;
      occurred: components['schemas']['Occurred'];
      reportedAt?: components['schemas']['ReportedAt'];
      participants: components['schemas']['Participant'][];
      thirdParties?: components['schemas']['PartyCode'][];
      bearsOn?: components['schemas']['Dyad'][];
      place?: components['schemas']['Place'];
      topics?: string[];
      channel?: components['schemas']['Channel'];
      /** @enum {string} */
      level?: 'ambassador' | 'charge-d-affaires' | 'consular';
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
      reciprocal?: boolean;
    };
    MissionClosed: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'MissionClosed';
      /**
       * @default 1
       * @constant
       */
      schemaVersion?: 1;
      occurred: components['schemas']['Occurred'];
      reportedAt?: components['schemas']['ReportedAt'];
      participants: components['schemas']['Participant'][];
      thirdParties?: components['schemas']['PartyCode'][];
      bearsOn?: components['schemas']['Dyad'][];
      place?: components['schemas']['Place'];
      topics?: string[];
      channel?: components['schemas']['Channel'];
      level?: components['schemas']['Level'];
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
    RepresentationUpgraded: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'RepresentationUpgraded';
      /**
       * @default 1
       * @constant
       */
      schemaVersion?: 1;
      occurred: components['schemas']['Occurred'];
      reportedAt?: components['schemas']['ReportedAt'];
      participants: components['schemas']['Participant'][];
      thirdParties?: components['schemas']['PartyCode'][];
      bearsOn?: components['schemas']['Dyad'][];
      place?: components['schemas']['Place'];
      topics?: string[];
      channel?: components['schemas']['Channel'];
      /** @enum {string} */
      level?: 'ambassador' | 'charge-d-affaires' | 'consular';
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
    RepresentationDowngraded: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'RepresentationDowngraded';
      /**
       * @default 1
       * @constant
       */
      schemaVersion?: 1;
      occurred: components['schemas']['Occurred'];
      reportedAt?: components['schemas']['ReportedAt'];
      participants: components['schemas']['Participant'][];
      thirdParties?: components['schemas']['PartyCode'][];
      bearsOn?: components['schemas']['Dyad'][];
      place?: components['schemas']['Place'];
      topics?: string[];
      channel?: components['schemas']['Channel'];
      /** @enum {string} */
      level?: 'ambassador' | 'charge-d-affaires' | 'consular';
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
    AmbassadorNominated: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'AmbassadorNominated';
      /**
       * @default 1
       * @constant
       */
      schemaVersion?: 1;
      occurred: components['schemas']['Occurred'];
      reportedAt?: components['schemas']['ReportedAt'];
      participants: components['schemas']['Participant'][];
      thirdParties?: components['schemas']['PartyCode'][];
      bearsOn?: components['schemas']['Dyad'][];
      place?: components['schemas']['Place'];
      topics?: string[];
      channel?: components['schemas']['Channel'];
      level?: components['schemas']['Level'];
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
    AgrementGranted: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'AgrementGranted';
      /**
       * @default 1
       * @constant
       */
      schemaVersion?: 1;
      occurred: components['schemas']['Occurred'];
      reportedAt?: components['schemas']['ReportedAt'];
      participants: components['schemas']['Participant'][];
      thirdParties?: components['schemas']['PartyCode'][];
      bearsOn?: components['schemas']['Dyad'][];
      place?: components['schemas']['Place'];
      topics?: string[];
      channel?: components['schemas']['Channel'];
      level?: components['schemas']['Level'];
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
    AgrementRefused: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'AgrementRefused';
      /**
       * @default 1
       * @constant
       */
      schemaVersion?: 1;
      occurred: components['schemas']['Occurred'];
      reportedAt?: components['schemas']['ReportedAt'];
      participants: components['schemas']['Participant'][];
      thirdParties?: components['schemas']['PartyCode'][];
      bearsOn?: components['schemas']['Dyad'][];
      place?: components['schemas']['Place'];
      topics?: string[];
      channel?: components['schemas']['Channel'];
      level?: components['schemas']['Level'];
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
    CredentialsPresented: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'CredentialsPresented';
      /**
       * @default 1
       * @constant
       */
      schemaVersion?: 1;
      occurred: components['schemas']['Occurred'];
      reportedAt?: components['schemas']['ReportedAt'];
      participants: components['schemas']['Participant'][];
      thirdParties?: components['schemas']['PartyCode'][];
      bearsOn?: components['schemas']['Dyad'][];
      place?: components['schemas']['Place'];
      topics?: string[];
      channel?: components['schemas']['Channel'];
      level?: components['schemas']['Level'];
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
    AmbassadorRecalled: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'AmbassadorRecalled';
      /**
       * @default 2
       * @constant
       */
      schemaVersion?: 2;
      occurred: components['schemas']['Occurred'];
      reportedAt?: components['schemas']['ReportedAt'];
      participants: components['schemas']['Participant'][];
      thirdParties?: components['schemas']['PartyCode'][];
      bearsOn?: components['schemas']['Dyad'][];
      place?: components['schemas']['Place'];
      topics?: string[];
      channel?: components['schemas']['Channel'];
      level?: components['schemas']['Level'];
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
      /** @enum {string} */
      recall: 'for-consultations' | 'for-good' | 'unstated';
    };
    AmbassadorReturned: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'AmbassadorReturned';
      /**
       * @default 1
       * @constant
       */
      schemaVersion?: 1;
      occurred: components['schemas']['Occurred'];
      reportedAt?: components['schemas']['ReportedAt'];
      participants: components['schemas']['Participant'][];
      thirdParties?: components['schemas']['PartyCode'][];
      bearsOn?: components['schemas']['Dyad'][];
      place?: components['schemas']['Place'];
      topics?: string[];
      channel?: components['schemas']['Channel'];
      level?: components['schemas']['Level'];
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
    DiplomatExpelled: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'DiplomatExpelled';
      /**
       * @default 1
       * @constant
       */
      schemaVersion?: 1;
      occurred: components['schemas']['Occurred'];
      reportedAt?: components['schemas']['ReportedAt'];
      participants: components['schemas']['Participant'][];
      thirdParties?: components['schemas']['PartyCode'][];
      bearsOn?: components['schemas']['Dyad'][];
      place?: components['schemas']['Place'];
      topics?: string[];
      channel?: components['schemas']['Channel'];
      level?: components['schemas']['Level'];
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
      diplomats?: number;
    };
    SanctionImposed: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'SanctionImposed';
      /**
       * @default 1
       * @constant
       */
      schemaVersion?: 1;
      occurred: components['schemas']['Occurred'];
      reportedAt?: components['schemas']['ReportedAt'];
      participants: components['schemas']['Participant'][];
      thirdParties?: components['schemas']['PartyCode'][];
      bearsOn?: components['schemas']['Dyad'][];
      place?: components['schemas']['Place'];
      topics?: string[];
      channel?: components['schemas']['Channel'];
      level?: components['schemas']['Level'];
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
    SanctionLifted: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'SanctionLifted';
      /**
       * @default 1
       * @constant
       */
      schemaVersion?: 1;
      occurred: components['schemas']['Occurred'];
      reportedAt?: components['schemas']['ReportedAt'];
      participants: components['schemas']['Participant'][];
      thirdParties?: components['schemas']['PartyCode'][];
      bearsOn?: components['schemas']['Dyad'][];
      place?: components['schemas']['Place'];
      topics?: string[];
      channel?: components['schemas']['Channel'];
      level?: components['schemas']['Level'];
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
    RestrictionEased: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'RestrictionEased';
      /**
       * @default 1
       * @constant
       */
      schemaVersion?: 1;
      occurred: components['schemas']['Occurred'];
      reportedAt?: components['schemas']['ReportedAt'];
      participants: components['schemas']['Participant'][];
      thirdParties?: components['schemas']['PartyCode'][];
      bearsOn?: components['schemas']['Dyad'][];
      place?: components['schemas']['Place'];
      topics?: string[];
      channel?: components['schemas']['Channel'];
      level?: components['schemas']['Level'];
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
    MilitaryCooperationConducted: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'MilitaryCooperationConducted';
      /**
       * @default 1
       * @constant
       */
      schemaVersion?: 1;
      occurred: components['schemas']['Occurred'];
      reportedAt?: components['schemas']['ReportedAt'];
      participants: components['schemas']['Participant'][];
      thirdParties?: components['schemas']['PartyCode'][];
      bearsOn?: components['schemas']['Dyad'][];
      place?: components['schemas']['Place'];
      topics?: string[];
      channel?: components['schemas']['Channel'];
      level?: components['schemas']['Level'];
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
    IntelligenceShared: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'IntelligenceShared';
      /**
       * @default 1
       * @constant
       */
      schemaVersion?: 1;
      occurred: components['schemas']['Occurred'];
      reportedAt?: components['schemas']['ReportedAt'];
      participants: components['schemas']['Participant'][];
      thirdParties?: components['schemas']['PartyCode'][];
      bearsOn?: components['schemas']['Dyad'][];
      place?: components['schemas']['Place'];
      topics?: string[];
      channel?: components['schemas']['Channel'];
      level?: components['schemas']['Level'];
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
    EconomicCooperationStarted: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'EconomicCooperationStarted';
      /**
       * @default 1
       * @constant
       */
      schemaVersion?: 1;
      occurred: components['schemas']['Occurred'];
      reportedAt?: components['schemas']['ReportedAt'];
      participants: components['schemas']['Participant'][];
      thirdParties?: components['schemas']['PartyCode'][];
      bearsOn?: components['schemas']['Dyad'][];
      place?: components['schemas']['Place'];
      topics?: string[];
      channel?: components['schemas']['Channel'];
      level?: components['schemas']['Level'];
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
    AidProvided: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'AidProvided';
      /**
       * @default 1
       * @constant
       */
      schemaVersion?: 1;
      occurred: components['schemas']['Occurred'];
      reportedAt?: components['schemas']['ReportedAt'];
      participants: components['schemas']['Participant'][];
      thirdParties?: components['schemas']['PartyCode'][];
      bearsOn?: components['schemas']['Dyad'][];
      place?: components['schemas']['Place'];
      topics?: string[];
      channel?: components['schemas']['Channel'];
      level?: components['schemas']['Level'];
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
      /** @enum {string} */
      kind?: 'economic' | 'military' | 'humanitarian';
    };
    ForceDemonstrated: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'ForceDemonstrated';
      /**
       * @default 1
       * @constant
       */
      schemaVersion?: 1;
      occurred: components['schemas']['Occurred'];
      reportedAt?: components['schemas']['ReportedAt'];
      participants: components['schemas']['Participant'][];
      thirdParties?: components['schemas']['PartyCode'][];
      bearsOn?: components['schemas']['Dyad'][];
      place?: components['schemas']['Place'];
      topics?: string[];
      channel?: components['schemas']['Channel'];
      level?: components['schemas']['Level'];
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
    ForceUsed: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'ForceUsed';
      /**
       * @default 1
       * @constant
       */
      schemaVersion?: 1;
      occurred: components['schemas']['Occurred'];
      reportedAt?: components['schemas']['ReportedAt'];
      participants: components['schemas']['Participant'][];
      thirdParties?: components['schemas']['PartyCode'][];
      bearsOn?: components['schemas']['Dyad'][];
      place?: components['schemas']['Place'];
      topics?: string[];
      channel?: components['schemas']['Channel'];
      level?: components['schemas']['Level'];
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
    CeasefireDeclared: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'CeasefireDeclared';
      /**
       * @default 1
       * @constant
       */
      schemaVersion?: 1;
      occurred: components['schemas']['Occurred'];
      reportedAt?: components['schemas']['ReportedAt'];
      participants: components['schemas']['Participant'][];
      thirdParties?: components['schemas']['PartyCode'][];
      bearsOn?: components['schemas']['Dyad'][];
      place?: components['schemas']['Place'];
      topics?: string[];
      channel?: components['schemas']['Channel'];
      level?: components['schemas']['Level'];
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
    ContextEventRecorded: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'ContextEventRecorded';
      /**
       * @default 1
       * @constant
       */
      schemaVersion?: 1;
      occurred: components['schemas']['Occurred'];
      reportedAt?: components['schemas']['ReportedAt'];
      participants: components['schemas']['Participant'][];
      thirdParties?: components['schemas']['PartyCode'][];
      bearsOn?: components['schemas']['Dyad'][];
      place?: components['schemas']['Place'];
      topics?: string[];
      channel?: components['schemas']['Channel'];
      level?: components['schemas']['Level'];
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
      kind: string;
    };
    AssessmentRecorded: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'AssessmentRecorded';
      /**
       * @default 1
       * @constant
       */
      schemaVersion?: 1;
      occurred: components['schemas']['Occurred'];
      reportedAt?: components['schemas']['ReportedAt'];
      participants: components['schemas']['Participant'][];
      thirdParties?: components['schemas']['PartyCode'][];
      bearsOn?: components['schemas']['Dyad'][];
      place?: components['schemas']['Place'];
      topics?: string[];
      channel?: components['schemas']['Channel'];
      level?: components['schemas']['Level'];
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
      claim: string;
      author: string;
      period?: components['schemas']['Occurred'];
    };
    EventCorrected: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'EventCorrected';
      /**
       * @default 1
       * @constant
       */
      schemaVersion?: 1;
      of: components['schemas']['EventId'];
      reportedAt?: components['schemas']['ReportedAt'];
      summary?: string;
      changes: components['schemas']['Changes'];
    };
    Changes: {
      participants?: components['schemas']['Participant'][];
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
    EventDateRefined: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'EventDateRefined';
      /**
       * @default 1
       * @constant
       */
      schemaVersion?: 1;
      of: components['schemas']['EventId'];
      reportedAt?: components['schemas']['ReportedAt'];
      summary?: string;
      occurred: components['schemas']['Occurred'];
    };
    EventRetracted: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'EventRetracted';
      /**
       * @default 1
       * @constant
       */
      schemaVersion?: 1;
      of: components['schemas']['EventId'];
      reportedAt?: components['schemas']['ReportedAt'];
      summary?: string;
      /** @enum {string} */
      reason: 'duplicate' | 'false' | 'out-of-scope';
    };
    EventConfirmed: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'EventConfirmed';
      /**
       * @default 1
       * @constant
       */
      schemaVersion?: 1;
      of: components['schemas']['EventId'];
      reportedAt?: components['schemas']['ReportedAt'];
      summary?: string;
    };
    EventDenied: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'EventDenied';
      /**
       * @default 1
       * @constant
       */
      schemaVersion?: 1;
      of: components['schemas']['EventId'];
      reportedAt?: components['schemas']['ReportedAt'];
      summary?: string;
      by: components['schemas']['PartyCode'];
    };
    ReportAttached: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'ReportAttached';
      /**
       * @default 1
       * @constant
       */
      schemaVersion?: 1;
      of: components['schemas']['EventId'];
      reportedAt?: components['schemas']['ReportedAt'];
      summary?: string;
      report: components['schemas']['Report'];
    };
    EventsMerged: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'EventsMerged';
      /**
       * @default 1
       * @constant
       */
      schemaVersion?: 1;
      of: components['schemas']['EventId'];
      reportedAt?: components['schemas']['ReportedAt'];
      summary?: string;
      into: components['schemas']['EventId'];
    };
    CredibilityAssessed: {
      /**
       * @description discriminator enum property added by openapi-typescript
       * @enum {string}
       */
      type: 'CredibilityAssessed';
      /**
       * @default 1
       * @constant
       */
      schemaVersion?: 1;
      of: components['schemas']['EventId'];
      reportedAt?: components['schemas']['ReportedAt'];
      summary?: string;
      evidence: components['schemas']['Assessment'];
    };
    Assessment: {
      /** @enum {string} */
      reliability: 'A' | 'B' | 'C' | 'D' | 'E' | 'F';
      /** @enum {number} */
      credibility: 1 | 2 | 3 | 4 | 5 | 6;
    };
    /** @enum {string} */
    Scale: 'goldstein' | 'plover';
    Month: string;
    Filter: {
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
        | 'AgreementEnteredIntoForce'
        | 'AgreementReservationMade'
        | 'AgreementAmended'
        | 'AgreementSuspended'
        | 'AgreementResumed'
        | 'AgreementDenounced'
        | 'AgreementTerminated'
        | 'RecognitionGranted'
        | 'RelationsEstablished'
        | 'RelationsRestored'
        | 'RelationsSevered'
        | 'MissionOpened'
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
        | 'ContextEventRecorded'
        | 'AssessmentRecorded'
        | 'EventCorrected'
        | 'EventDateRefined'
        | 'EventRetracted'
        | 'EventConfirmed'
        | 'EventDenied'
        | 'ReportAttached'
        | 'EventsMerged'
        | 'CredibilityAssessed'
      )[];
      parties?: {
        any?: components['schemas']['PartyCode'][];
        all?: components['schemas']['PartyCode'][];
      };
      dyads?: components['schemas']['Dyad'][];
      topics?: string[];
      quadClasses?: ('verbal-cooperation' | 'material-cooperation' | 'verbal-conflict' | 'material-conflict')[];
      modality?: ('held' | 'planned' | 'hypothetical' | 'denied')[];
      minCredibility?: number;
    };
    AppendReply: {
      stream: components['schemas']['StreamName'];
      version: number;
      commitId?: string;
      events: {
        id: components['schemas']['EventId'];
        version: number;
      }[];
      attachedTo?: components['schemas']['EventId'];
      possibleDuplicates?: {
        of: number;
        id: components['schemas']['EventId'];
        reason: string;
      }[];
      position?: number;
      cursor?: string;
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
      currentVersion?: number;
      rule?: string;
    } & {
      [key: string]: unknown;
    };
    EventAsRead:
      | components['schemas']['VisitAnnouncedAsRead']
      | components['schemas']['VisitConductedAsRead']
      | components['schemas']['VisitPostponedAsRead']
      | components['schemas']['VisitConcludedAsRead']
      | components['schemas']['VisitCancelledAsRead']
      | components['schemas']['MeetingHeldAsRead']
      | components['schemas']['CallHeldAsRead']
      | components['schemas']['TalksHeldAsRead']
      | components['schemas']['MediationConductedAsRead']
      | components['schemas']['NegotiationsHaltedAsRead']
      | components['schemas']['StatementMadeAsRead']
      | components['schemas']['SupportExpressedAsRead']
      | components['schemas']['CriticismExpressedAsRead']
      | components['schemas']['AccusationMadeAsRead']
      | components['schemas']['ProtestLodgedAsRead']
      | components['schemas']['AppealMadeAsRead']
      | components['schemas']['DemandMadeAsRead']
      | components['schemas']['ProposalRejectedAsRead']
      | components['schemas']['ThreatIssuedAsRead']
      | components['schemas']['ApologyIssuedAsRead']
      | components['schemas']['IntentDeclaredAsRead']
      | components['schemas']['AgreementNegotiatedAsRead']
      | components['schemas']['AgreementSignedAsRead']
      | components['schemas']['AgreementRatifiedAsRead']
      | components['schemas']['AgreementAccededAsRead']
      | components['schemas']['AgreementEnteredIntoForceAsRead']
      | components['schemas']['AgreementReservationMadeAsRead']
      | components['schemas']['AgreementAmendedAsRead']
      | components['schemas']['AgreementSuspendedAsRead']
      | components['schemas']['AgreementResumedAsRead']
      | components['schemas']['AgreementDenouncedAsRead']
      | components['schemas']['AgreementTerminatedAsRead']
      | components['schemas']['RecognitionGrantedAsRead']
      | components['schemas']['RelationsEstablishedAsRead']
      | components['schemas']['RelationsRestoredAsRead']
      | components['schemas']['RelationsSeveredAsRead']
      | components['schemas']['MissionOpenedAsRead']
      | components['schemas']['MissionClosedAsRead']
      | components['schemas']['RepresentationUpgradedAsRead']
      | components['schemas']['RepresentationDowngradedAsRead']
      | components['schemas']['AmbassadorNominatedAsRead']
      | components['schemas']['AgrementGrantedAsRead']
      | components['schemas']['AgrementRefusedAsRead']
      | components['schemas']['CredentialsPresentedAsRead']
      | components['schemas']['AmbassadorRecalledAsRead']
      | components['schemas']['AmbassadorReturnedAsRead']
      | components['schemas']['DiplomatExpelledAsRead']
      | components['schemas']['SanctionImposedAsRead']
      | components['schemas']['SanctionLiftedAsRead']
      | components['schemas']['RestrictionEasedAsRead']
      | components['schemas']['MilitaryCooperationConductedAsRead']
      | components['schemas']['IntelligenceSharedAsRead']
      | components['schemas']['EconomicCooperationStartedAsRead']
      | components['schemas']['AidProvidedAsRead']
      | components['schemas']['ForceDemonstratedAsRead']
      | components['schemas']['ForceUsedAsRead']
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
      | components['schemas']['CredibilityAssessedAsRead'];
    VisitAnnouncedAsRead: {
      /** @constant */
      type: 'VisitAnnounced';
      /**
       * @default 1
       * @constant
       */
      schemaVersion: 1;
      occurred: components['schemas']['Occurred'];
      reportedAt?: components['schemas']['ReportedAt'];
      participants: components['schemas']['Participant'][];
      thirdParties?: components['schemas']['PartyCode'][];
      bearsOn?: components['schemas']['Dyad'][];
      place?: components['schemas']['Place'];
      topics?: string[];
      channel?: components['schemas']['Channel'];
      level?: components['schemas']['Level'];
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
      plannedFor?: components['schemas']['Occurred'];
      id: components['schemas']['EventId'];
      stream: components['schemas']['StreamName'];
      version: number;
      position?: number;
      /** Format: date-time */
      recordedAt: string;
      recordedBy: string;
      correlationId?: string;
    } & {
      [key: string]: unknown;
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
    VisitConductedAsRead: {
      /** @constant */
      type: 'VisitConducted';
      /**
       * @default 1
       * @constant
       */
      schemaVersion: 1;
      occurred: components['schemas']['Occurred'];
      reportedAt?: components['schemas']['ReportedAt'];
      participants: components['schemas']['Participant'][];
      thirdParties?: components['schemas']['PartyCode'][];
      bearsOn?: components['schemas']['Dyad'][];
      place?: components['schemas']['Place'];
      topics?: string[];
      channel?: components['schemas']['Channel'];
      level?: components['schemas']['Level'];
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
      recordedBy: string;
      correlationId?: string;
    } & {
      [key: string]: unknown;
    };
    VisitPostponedAsRead: {
      /** @constant */
      type: 'VisitPostponed';
      /**
       * @default 1
       * @constant
       */
      schemaVersion: 1;
      occurred: components['schemas']['Occurred'];
      reportedAt?: components['schemas']['ReportedAt'];
      participants: components['schemas']['Participant'][];
      thirdParties?: components['schemas']['PartyCode'][];
      bearsOn?: components['schemas']['Dyad'][];
      place?: components['schemas']['Place'];
      topics?: string[];
      channel?: components['schemas']['Channel'];
      level?: components['schemas']['Level'];
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
      plannedFor?: components['schemas']['Occurred'];
      id: components['schemas']['EventId'];
      stream: components['schemas']['StreamName'];
      version: number;
      position?: number;
      /** Format: date-time */
      recordedAt: string;
      recordedBy: string;
      correlationId?: string;
    } & {
      [key: string]: unknown;
    };
    VisitConcludedAsRead: {
      /** @constant */
      type: 'VisitConcluded';
      /**
       * @default 1
       * @constant
       */
      schemaVersion: 1;
      occurred: components['schemas']['Occurred'];
      reportedAt?: components['schemas']['ReportedAt'];
      participants: components['schemas']['Participant'][];
      thirdParties?: components['schemas']['PartyCode'][];
      bearsOn?: components['schemas']['Dyad'][];
      place?: components['schemas']['Place'];
      topics?: string[];
      channel?: components['schemas']['Channel'];
      level?: components['schemas']['Level'];
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
      recordedBy: string;
      correlationId?: string;
    } & {
      [key: string]: unknown;
    };
    VisitCancelledAsRead: {
      /** @constant */
      type: 'VisitCancelled';
      /**
       * @default 1
       * @constant
       */
      schemaVersion: 1;
      occurred: components['schemas']['Occurred'];
      reportedAt?: components['schemas']['ReportedAt'];
      participants: components['schemas']['Participant'][];
      thirdParties?: components['schemas']['PartyCode'][];
      bearsOn?: components['schemas']['Dyad'][];
      place?: components['schemas']['Place'];
      topics?: string[];
      channel?: components['schemas']['Channel'];
      level?: components['schemas']['Level'];
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
      recordedBy: string;
      correlationId?: string;
    } & {
      [key: string]: unknown;
    };
    MeetingHeldAsRead: {
      /** @constant */
      type: 'MeetingHeld';
      /**
       * @default 1
       * @constant
       */
      schemaVersion: 1;
      occurred: components['schemas']['Occurred'];
      reportedAt?: components['schemas']['ReportedAt'];
      participants: components['schemas']['Participant'][];
      thirdParties?: components['schemas']['PartyCode'][];
      bearsOn?: components['schemas']['Dyad'][];
      place?: components['schemas']['Place'];
      topics?: string[];
      channel?: components['schemas']['Channel'];
      level?: components['schemas']['Level'];
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
      recordedBy: string;
      correlationId?: string;
    } & {
      [key: string]: unknown;
    };
    CallHeldAsRead: {
      /** @constant */
      type: 'CallHeld';
      /**
       * @default 1
       * @constant
       */
      schemaVersion: 1;
      occurred: components['schemas']['Occurred'];
      reportedAt?: components['schemas']['ReportedAt'];
      participants: components['schemas']['Participant'][];
      thirdParties?: components['schemas']['PartyCode'][];
      bearsOn?: components['schemas']['Dyad'][];
      place?: components['schemas']['Place'];
      topics?: string[];
      channel?: components['schemas']['Channel'];
      level?: components['schemas']['Level'];
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
      recordedBy: string;
      correlationId?: string;
    } & {
      [key: string]: unknown;
    };
    TalksHeldAsRead: {
      /** @constant */
      type: 'TalksHeld';
      /**
       * @default 1
       * @constant
       */
      schemaVersion: 1;
      occurred: components['schemas']['Occurred'];
      reportedAt?: components['schemas']['ReportedAt'];
      participants: components['schemas']['Participant'][];
      thirdParties?: components['schemas']['PartyCode'][];
      bearsOn?: components['schemas']['Dyad'][];
      place?: components['schemas']['Place'];
      topics?: string[];
      channel?: components['schemas']['Channel'];
      level?: components['schemas']['Level'];
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
      /** @enum {string} */
      field?: 'economic' | 'military' | 'judicial' | 'intelligence';
      id: components['schemas']['EventId'];
      stream: components['schemas']['StreamName'];
      version: number;
      position?: number;
      /** Format: date-time */
      recordedAt: string;
      recordedBy: string;
      correlationId?: string;
    } & {
      [key: string]: unknown;
    };
    MediationConductedAsRead: {
      /** @constant */
      type: 'MediationConducted';
      /**
       * @default 1
       * @constant
       */
      schemaVersion: 1;
      occurred: components['schemas']['Occurred'];
      reportedAt?: components['schemas']['ReportedAt'];
      participants: components['schemas']['Participant'][];
      thirdParties?: components['schemas']['PartyCode'][];
      bearsOn?: components['schemas']['Dyad'][];
      place?: components['schemas']['Place'];
      topics?: string[];
      channel?: components['schemas']['Channel'];
      level?: components['schemas']['Level'];
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
      recordedBy: string;
      correlationId?: string;
    } & {
      [key: string]: unknown;
    };
    NegotiationsHaltedAsRead: {
      /** @constant */
      type: 'NegotiationsHalted';
      /**
       * @default 1
       * @constant
       */
      schemaVersion: 1;
      occurred: components['schemas']['Occurred'];
      reportedAt?: components['schemas']['ReportedAt'];
      participants: components['schemas']['Participant'][];
      thirdParties?: components['schemas']['PartyCode'][];
      bearsOn?: components['schemas']['Dyad'][];
      place?: components['schemas']['Place'];
      topics?: string[];
      channel?: components['schemas']['Channel'];
      level?: components['schemas']['Level'];
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
      recordedBy: string;
      correlationId?: string;
    } & {
      [key: string]: unknown;
    };
    StatementMadeAsRead: {
      /** @constant */
      type: 'StatementMade';
      /**
       * @default 1
       * @constant
       */
      schemaVersion: 1;
      occurred: components['schemas']['Occurred'];
      reportedAt?: components['schemas']['ReportedAt'];
      participants: components['schemas']['Participant'][];
      thirdParties?: components['schemas']['PartyCode'][];
      bearsOn?: components['schemas']['Dyad'][];
      place?: components['schemas']['Place'];
      topics?: string[];
      channel?: components['schemas']['Channel'];
      level?: components['schemas']['Level'];
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
      recordedBy: string;
      correlationId?: string;
    } & {
      [key: string]: unknown;
    };
    SupportExpressedAsRead: {
      /** @constant */
      type: 'SupportExpressed';
      /**
       * @default 1
       * @constant
       */
      schemaVersion: 1;
      occurred: components['schemas']['Occurred'];
      reportedAt?: components['schemas']['ReportedAt'];
      participants: components['schemas']['Participant'][];
      thirdParties?: components['schemas']['PartyCode'][];
      bearsOn?: components['schemas']['Dyad'][];
      place?: components['schemas']['Place'];
      topics?: string[];
      channel?: components['schemas']['Channel'];
      level?: components['schemas']['Level'];
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
      recordedBy: string;
      correlationId?: string;
    } & {
      [key: string]: unknown;
    };
    CriticismExpressedAsRead: {
      /** @constant */
      type: 'CriticismExpressed';
      /**
       * @default 1
       * @constant
       */
      schemaVersion: 1;
      occurred: components['schemas']['Occurred'];
      reportedAt?: components['schemas']['ReportedAt'];
      participants: components['schemas']['Participant'][];
      thirdParties?: components['schemas']['PartyCode'][];
      bearsOn?: components['schemas']['Dyad'][];
      place?: components['schemas']['Place'];
      topics?: string[];
      channel?: components['schemas']['Channel'];
      level?: components['schemas']['Level'];
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
      recordedBy: string;
      correlationId?: string;
    } & {
      [key: string]: unknown;
    };
    AccusationMadeAsRead: {
      /** @constant */
      type: 'AccusationMade';
      /**
       * @default 1
       * @constant
       */
      schemaVersion: 1;
      occurred: components['schemas']['Occurred'];
      reportedAt?: components['schemas']['ReportedAt'];
      participants: components['schemas']['Participant'][];
      thirdParties?: components['schemas']['PartyCode'][];
      bearsOn?: components['schemas']['Dyad'][];
      place?: components['schemas']['Place'];
      topics?: string[];
      channel?: components['schemas']['Channel'];
      level?: components['schemas']['Level'];
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
      recordedBy: string;
      correlationId?: string;
    } & {
      [key: string]: unknown;
    };
    ProtestLodgedAsRead: {
      /** @constant */
      type: 'ProtestLodged';
      /**
       * @default 1
       * @constant
       */
      schemaVersion: 1;
      occurred: components['schemas']['Occurred'];
      reportedAt?: components['schemas']['ReportedAt'];
      participants: components['schemas']['Participant'][];
      thirdParties?: components['schemas']['PartyCode'][];
      bearsOn?: components['schemas']['Dyad'][];
      place?: components['schemas']['Place'];
      topics?: string[];
      channel?: components['schemas']['Channel'];
      level?: components['schemas']['Level'];
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
      recordedBy: string;
      correlationId?: string;
    } & {
      [key: string]: unknown;
    };
    AppealMadeAsRead: {
      /** @constant */
      type: 'AppealMade';
      /**
       * @default 1
       * @constant
       */
      schemaVersion: 1;
      occurred: components['schemas']['Occurred'];
      reportedAt?: components['schemas']['ReportedAt'];
      participants: components['schemas']['Participant'][];
      thirdParties?: components['schemas']['PartyCode'][];
      bearsOn?: components['schemas']['Dyad'][];
      place?: components['schemas']['Place'];
      topics?: string[];
      channel?: components['schemas']['Channel'];
      level?: components['schemas']['Level'];
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
      /** @enum {string} */
      field?: 'economic' | 'military' | 'judicial' | 'intelligence';
      id: components['schemas']['EventId'];
      stream: components['schemas']['StreamName'];
      version: number;
      position?: number;
      /** Format: date-time */
      recordedAt: string;
      recordedBy: string;
      correlationId?: string;
    } & {
      [key: string]: unknown;
    };
    DemandMadeAsRead: {
      /** @constant */
      type: 'DemandMade';
      /**
       * @default 1
       * @constant
       */
      schemaVersion: 1;
      occurred: components['schemas']['Occurred'];
      reportedAt?: components['schemas']['ReportedAt'];
      participants: components['schemas']['Participant'][];
      thirdParties?: components['schemas']['PartyCode'][];
      bearsOn?: components['schemas']['Dyad'][];
      place?: components['schemas']['Place'];
      topics?: string[];
      channel?: components['schemas']['Channel'];
      level?: components['schemas']['Level'];
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
      recordedBy: string;
      correlationId?: string;
    } & {
      [key: string]: unknown;
    };
    ProposalRejectedAsRead: {
      /** @constant */
      type: 'ProposalRejected';
      /**
       * @default 1
       * @constant
       */
      schemaVersion: 1;
      occurred: components['schemas']['Occurred'];
      reportedAt?: components['schemas']['ReportedAt'];
      participants: components['schemas']['Participant'][];
      thirdParties?: components['schemas']['PartyCode'][];
      bearsOn?: components['schemas']['Dyad'][];
      place?: components['schemas']['Place'];
      topics?: string[];
      channel?: components['schemas']['Channel'];
      level?: components['schemas']['Level'];
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
      recordedBy: string;
      correlationId?: string;
    } & {
      [key: string]: unknown;
    };
    ThreatIssuedAsRead: {
      /** @constant */
      type: 'ThreatIssued';
      /**
       * @default 1
       * @constant
       */
      schemaVersion: 1;
      occurred: components['schemas']['Occurred'];
      reportedAt?: components['schemas']['ReportedAt'];
      participants: components['schemas']['Participant'][];
      thirdParties?: components['schemas']['PartyCode'][];
      bearsOn?: components['schemas']['Dyad'][];
      place?: components['schemas']['Place'];
      topics?: string[];
      channel?: components['schemas']['Channel'];
      level?: components['schemas']['Level'];
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
      recordedBy: string;
      correlationId?: string;
    } & {
      [key: string]: unknown;
    };
    ApologyIssuedAsRead: {
      /** @constant */
      type: 'ApologyIssued';
      /**
       * @default 1
       * @constant
       */
      schemaVersion: 1;
      occurred: components['schemas']['Occurred'];
      reportedAt?: components['schemas']['ReportedAt'];
      participants: components['schemas']['Participant'][];
      thirdParties?: components['schemas']['PartyCode'][];
      bearsOn?: components['schemas']['Dyad'][];
      place?: components['schemas']['Place'];
      topics?: string[];
      channel?: components['schemas']['Channel'];
      level?: components['schemas']['Level'];
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
      recordedBy: string;
      correlationId?: string;
    } & {
      [key: string]: unknown;
    };
    IntentDeclaredAsRead: {
      /** @constant */
      type: 'IntentDeclared';
      /**
       * @default 1
       * @constant
       */
      schemaVersion: 1;
      occurred: components['schemas']['Occurred'];
      reportedAt?: components['schemas']['ReportedAt'];
      participants: components['schemas']['Participant'][];
      thirdParties?: components['schemas']['PartyCode'][];
      bearsOn?: components['schemas']['Dyad'][];
      place?: components['schemas']['Place'];
      topics?: string[];
      channel?: components['schemas']['Channel'];
      level?: components['schemas']['Level'];
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
      /** @enum {string} */
      field?: 'economic' | 'military' | 'judicial' | 'intelligence';
      id: components['schemas']['EventId'];
      stream: components['schemas']['StreamName'];
      version: number;
      position?: number;
      /** Format: date-time */
      recordedAt: string;
      recordedBy: string;
      correlationId?: string;
    } & {
      [key: string]: unknown;
    };
    AgreementNegotiatedAsRead: {
      /** @constant */
      type: 'AgreementNegotiated';
      /**
       * @default 1
       * @constant
       */
      schemaVersion: 1;
      occurred: components['schemas']['Occurred'];
      reportedAt?: components['schemas']['ReportedAt'];
      participants: components['schemas']['Participant'][];
      thirdParties?: components['schemas']['PartyCode'][];
      bearsOn?: components['schemas']['Dyad'][];
      place?: components['schemas']['Place'];
      topics?: string[];
      channel?: components['schemas']['Channel'];
      level?: components['schemas']['Level'];
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
      title?: string;
      id: components['schemas']['EventId'];
      stream: components['schemas']['StreamName'];
      version: number;
      position?: number;
      /** Format: date-time */
      recordedAt: string;
      recordedBy: string;
      correlationId?: string;
    } & {
      [key: string]: unknown;
    };
    AgreementSignedAsRead: {
      /** @constant */
      type: 'AgreementSigned';
      /**
       * @default 1
       * @constant
       */
      schemaVersion: 1;
      occurred: components['schemas']['Occurred'];
      reportedAt?: components['schemas']['ReportedAt'];
      participants: components['schemas']['Participant'][];
      thirdParties?: components['schemas']['PartyCode'][];
      bearsOn?: components['schemas']['Dyad'][];
      place?: components['schemas']['Place'];
      topics?: string[];
      channel?: components['schemas']['Channel'];
      level?: components['schemas']['Level'];
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
      title: string;
      id: components['schemas']['EventId'];
      stream: components['schemas']['StreamName'];
      version: number;
      position?: number;
      /** Format: date-time */
      recordedAt: string;
      recordedBy: string;
      correlationId?: string;
    } & {
      [key: string]: unknown;
    };
    AgreementRatifiedAsRead: {
      /** @constant */
      type: 'AgreementRatified';
      /**
       * @default 1
       * @constant
       */
      schemaVersion: 1;
      occurred: components['schemas']['Occurred'];
      reportedAt?: components['schemas']['ReportedAt'];
      participants: components['schemas']['Participant'][];
      thirdParties?: components['schemas']['PartyCode'][];
      bearsOn?: components['schemas']['Dyad'][];
      place?: components['schemas']['Place'];
      topics?: string[];
      channel?: components['schemas']['Channel'];
      level?: components['schemas']['Level'];
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
      recordedBy: string;
      correlationId?: string;
    } & {
      [key: string]: unknown;
    };
    AgreementAccededAsRead: {
      /** @constant */
      type: 'AgreementAcceded';
      /**
       * @default 1
       * @constant
       */
      schemaVersion: 1;
      occurred: components['schemas']['Occurred'];
      reportedAt?: components['schemas']['ReportedAt'];
      participants: components['schemas']['Participant'][];
      thirdParties?: components['schemas']['PartyCode'][];
      bearsOn?: components['schemas']['Dyad'][];
      place?: components['schemas']['Place'];
      topics?: string[];
      channel?: components['schemas']['Channel'];
      level?: components['schemas']['Level'];
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
      recordedBy: string;
      correlationId?: string;
    } & {
      [key: string]: unknown;
    };
    AgreementEnteredIntoForceAsRead: {
      /** @constant */
      type: 'AgreementEnteredIntoForce';
      /**
       * @default 1
       * @constant
       */
      schemaVersion: 1;
      occurred: components['schemas']['Occurred'];
      reportedAt?: components['schemas']['ReportedAt'];
      participants: components['schemas']['Participant'][];
      thirdParties?: components['schemas']['PartyCode'][];
      bearsOn?: components['schemas']['Dyad'][];
      place?: components['schemas']['Place'];
      topics?: string[];
      channel?: components['schemas']['Channel'];
      level?: components['schemas']['Level'];
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
      recordedBy: string;
      correlationId?: string;
    } & {
      [key: string]: unknown;
    };
    AgreementReservationMadeAsRead: {
      /** @constant */
      type: 'AgreementReservationMade';
      /**
       * @default 1
       * @constant
       */
      schemaVersion: 1;
      occurred: components['schemas']['Occurred'];
      reportedAt?: components['schemas']['ReportedAt'];
      participants: components['schemas']['Participant'][];
      thirdParties?: components['schemas']['PartyCode'][];
      bearsOn?: components['schemas']['Dyad'][];
      place?: components['schemas']['Place'];
      topics?: string[];
      channel?: components['schemas']['Channel'];
      level?: components['schemas']['Level'];
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
      concerning?: string;
      id: components['schemas']['EventId'];
      stream: components['schemas']['StreamName'];
      version: number;
      position?: number;
      /** Format: date-time */
      recordedAt: string;
      recordedBy: string;
      correlationId?: string;
    } & {
      [key: string]: unknown;
    };
    AgreementAmendedAsRead: {
      /** @constant */
      type: 'AgreementAmended';
      /**
       * @default 1
       * @constant
       */
      schemaVersion: 1;
      occurred: components['schemas']['Occurred'];
      reportedAt?: components['schemas']['ReportedAt'];
      participants: components['schemas']['Participant'][];
      thirdParties?: components['schemas']['PartyCode'][];
      bearsOn?: components['schemas']['Dyad'][];
      place?: components['schemas']['Place'];
      topics?: string[];
      channel?: components['schemas']['Channel'];
      level?: components['schemas']['Level'];
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
      title?: string;
      id: components['schemas']['EventId'];
      stream: components['schemas']['StreamName'];
      version: number;
      position?: number;
      /** Format: date-time */
      recordedAt: string;
      recordedBy: string;
      correlationId?: string;
    } & {
      [key: string]: unknown;
    };
    AgreementSuspendedAsRead: {
      /** @constant */
      type: 'AgreementSuspended';
      /**
       * @default 1
       * @constant
       */
      schemaVersion: 1;
      occurred: components['schemas']['Occurred'];
      reportedAt?: components['schemas']['ReportedAt'];
      participants: components['schemas']['Participant'][];
      thirdParties?: components['schemas']['PartyCode'][];
      bearsOn?: components['schemas']['Dyad'][];
      place?: components['schemas']['Place'];
      topics?: string[];
      channel?: components['schemas']['Channel'];
      level?: components['schemas']['Level'];
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
      effective?: components['schemas']['Occurred'];
      id: components['schemas']['EventId'];
      stream: components['schemas']['StreamName'];
      version: number;
      position?: number;
      /** Format: date-time */
      recordedAt: string;
      recordedBy: string;
      correlationId?: string;
    } & {
      [key: string]: unknown;
    };
    AgreementResumedAsRead: {
      /** @constant */
      type: 'AgreementResumed';
      /**
       * @default 1
       * @constant
       */
      schemaVersion: 1;
      occurred: components['schemas']['Occurred'];
      reportedAt?: components['schemas']['ReportedAt'];
      participants: components['schemas']['Participant'][];
      thirdParties?: components['schemas']['PartyCode'][];
      bearsOn?: components['schemas']['Dyad'][];
      place?: components['schemas']['Place'];
      topics?: string[];
      channel?: components['schemas']['Channel'];
      level?: components['schemas']['Level'];
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
      recordedBy: string;
      correlationId?: string;
    } & {
      [key: string]: unknown;
    };
    AgreementDenouncedAsRead: {
      /** @constant */
      type: 'AgreementDenounced';
      /**
       * @default 1
       * @constant
       */
      schemaVersion: 1;
      occurred: components['schemas']['Occurred'];
      reportedAt?: components['schemas']['ReportedAt'];
      participants: components['schemas']['Participant'][];
      thirdParties?: components['schemas']['PartyCode'][];
      bearsOn?: components['schemas']['Dyad'][];
      place?: components['schemas']['Place'];
      topics?: string[];
      channel?: components['schemas']['Channel'];
      level?: components['schemas']['Level'];
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
      effective?: components['schemas']['Occurred'];
      id: components['schemas']['EventId'];
      stream: components['schemas']['StreamName'];
      version: number;
      position?: number;
      /** Format: date-time */
      recordedAt: string;
      recordedBy: string;
      correlationId?: string;
    } & {
      [key: string]: unknown;
    };
    AgreementTerminatedAsRead: {
      /** @constant */
      type: 'AgreementTerminated';
      /**
       * @default 1
       * @constant
       */
      schemaVersion: 1;
      occurred: components['schemas']['Occurred'];
      reportedAt?: components['schemas']['ReportedAt'];
      participants: components['schemas']['Participant'][];
      thirdParties?: components['schemas']['PartyCode'][];
      bearsOn?: components['schemas']['Dyad'][];
      place?: components['schemas']['Place'];
      topics?: string[];
      channel?: components['schemas']['Channel'];
      level?: components['schemas']['Level'];
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
      effective?: components['schemas']['Occurred'];
      id: components['schemas']['EventId'];
      stream: components['schemas']['StreamName'];
      version: number;
      position?: number;
      /** Format: date-time */
      recordedAt: string;
      recordedBy: string;
      correlationId?: string;
    } & {
      [key: string]: unknown;
    };
    RecognitionGrantedAsRead: {
      /** @constant */
      type: 'RecognitionGranted';
      /**
       * @default 1
       * @constant
       */
      schemaVersion: 1;
      occurred: components['schemas']['Occurred'];
      reportedAt?: components['schemas']['ReportedAt'];
      participants: components['schemas']['Participant'][];
      thirdParties?: components['schemas']['PartyCode'][];
      bearsOn?: components['schemas']['Dyad'][];
      place?: components['schemas']['Place'];
      topics?: string[];
      channel?: components['schemas']['Channel'];
      level?: components['schemas']['Level'];
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
      reciprocal?: boolean;
      id: components['schemas']['EventId'];
      stream: components['schemas']['StreamName'];
      version: number;
      position?: number;
      /** Format: date-time */
      recordedAt: string;
      recordedBy: string;
      correlationId?: string;
    } & {
      [key: string]: unknown;
    };
    RelationsEstablishedAsRead: {
      /** @constant */
      type: 'RelationsEstablished';
      /**
       * @default 1
       * @constant
       */
      schemaVersion: 1;
      occurred: components['schemas']['Occurred'];
      reportedAt?: components['schemas']['ReportedAt'];
      participants: components['schemas']['Participant'][];
      thirdParties?: components['schemas']['PartyCode'][];
      bearsOn?: components['schemas']['Dyad'][];
      place?: components['schemas']['Place'];
      topics?: string[];
      channel?: components['schemas']['Channel'];
      level?: components['schemas']['Level'];
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
      recordedBy: string;
      correlationId?: string;
    } & {
      [key: string]: unknown;
    };
    RelationsRestoredAsRead: {
      /** @constant */
      type: 'RelationsRestored';
      /**
       * @default 1
       * @constant
       */
      schemaVersion: 1;
      occurred: components['schemas']['Occurred'];
      reportedAt?: components['schemas']['ReportedAt'];
      participants: components['schemas']['Participant'][];
      thirdParties?: components['schemas']['PartyCode'][];
      bearsOn?: components['schemas']['Dyad'][];
      place?: components['schemas']['Place'];
      topics?: string[];
      channel?: components['schemas']['Channel'];
      level?: components['schemas']['Level'];
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
      recordedBy: string;
      correlationId?: string;
    } & {
      [key: string]: unknown;
    };
    RelationsSeveredAsRead: {
      /** @constant */
      type: 'RelationsSevered';
      /**
       * @default 1
       * @constant
       */
      schemaVersion: 1;
      occurred: components['schemas']['Occurred'];
      reportedAt?: components['schemas']['ReportedAt'];
      participants: components['schemas']['Participant'][];
      thirdParties?: components['schemas']['PartyCode'][];
      bearsOn?: components['schemas']['Dyad'][];
      place?: components['schemas']['Place'];
      topics?: string[];
      channel?: components['schemas']['Channel'];
      level?: components['schemas']['Level'];
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
      recordedBy: string;
      correlationId?: string;
    } & {
      [key: string]: unknown;
    };
    MissionOpenedAsRead: {
      /** @constant */
      type: 'MissionOpened';
      /**
       * @default 1
       * @constant
       */
      schemaVersion: 1;
      occurred: components['schemas']['Occurred'];
      reportedAt?: components['schemas']['ReportedAt'];
      participants: components['schemas']['Participant'][];
      thirdParties?: components['schemas']['PartyCode'][];
      bearsOn?: components['schemas']['Dyad'][];
      place?: components['schemas']['Place'];
      topics?: string[];
      channel?: components['schemas']['Channel'];
      /** @enum {string} */
      level?: 'ambassador' | 'charge-d-affaires' | 'consular';
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
      reciprocal?: boolean;
      id: components['schemas']['EventId'];
      stream: components['schemas']['StreamName'];
      version: number;
      position?: number;
      /** Format: date-time */
      recordedAt: string;
      recordedBy: string;
      correlationId?: string;
    } & {
      [key: string]: unknown;
    };
    MissionClosedAsRead: {
      /** @constant */
      type: 'MissionClosed';
      /**
       * @default 1
       * @constant
       */
      schemaVersion: 1;
      occurred: components['schemas']['Occurred'];
      reportedAt?: components['schemas']['ReportedAt'];
      participants: components['schemas']['Participant'][];
      thirdParties?: components['schemas']['PartyCode'][];
      bearsOn?: components['schemas']['Dyad'][];
      place?: components['schemas']['Place'];
      topics?: string[];
      channel?: components['schemas']['Channel'];
      level?: components['schemas']['Level'];
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
      recordedBy: string;
      correlationId?: string;
    } & {
      [key: string]: unknown;
    };
    RepresentationUpgradedAsRead: {
      /** @constant */
      type: 'RepresentationUpgraded';
      /**
       * @default 1
       * @constant
       */
      schemaVersion: 1;
      occurred: components['schemas']['Occurred'];
      reportedAt?: components['schemas']['ReportedAt'];
      participants: components['schemas']['Participant'][];
      thirdParties?: components['schemas']['PartyCode'][];
      bearsOn?: components['schemas']['Dyad'][];
      place?: components['schemas']['Place'];
      topics?: string[];
      channel?: components['schemas']['Channel'];
      /** @enum {string} */
      level?: 'ambassador' | 'charge-d-affaires' | 'consular';
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
      recordedBy: string;
      correlationId?: string;
    } & {
      [key: string]: unknown;
    };
    RepresentationDowngradedAsRead: {
      /** @constant */
      type: 'RepresentationDowngraded';
      /**
       * @default 1
       * @constant
       */
      schemaVersion: 1;
      occurred: components['schemas']['Occurred'];
      reportedAt?: components['schemas']['ReportedAt'];
      participants: components['schemas']['Participant'][];
      thirdParties?: components['schemas']['PartyCode'][];
      bearsOn?: components['schemas']['Dyad'][];
      place?: components['schemas']['Place'];
      topics?: string[];
      channel?: components['schemas']['Channel'];
      /** @enum {string} */
      level?: 'ambassador' | 'charge-d-affaires' | 'consular';
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
      recordedBy: string;
      correlationId?: string;
    } & {
      [key: string]: unknown;
    };
    AmbassadorNominatedAsRead: {
      /** @constant */
      type: 'AmbassadorNominated';
      /**
       * @default 1
       * @constant
       */
      schemaVersion: 1;
      occurred: components['schemas']['Occurred'];
      reportedAt?: components['schemas']['ReportedAt'];
      participants: components['schemas']['Participant'][];
      thirdParties?: components['schemas']['PartyCode'][];
      bearsOn?: components['schemas']['Dyad'][];
      place?: components['schemas']['Place'];
      topics?: string[];
      channel?: components['schemas']['Channel'];
      level?: components['schemas']['Level'];
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
      recordedBy: string;
      correlationId?: string;
    } & {
      [key: string]: unknown;
    };
    AgrementGrantedAsRead: {
      /** @constant */
      type: 'AgrementGranted';
      /**
       * @default 1
       * @constant
       */
      schemaVersion: 1;
      occurred: components['schemas']['Occurred'];
      reportedAt?: components['schemas']['ReportedAt'];
      participants: components['schemas']['Participant'][];
      thirdParties?: components['schemas']['PartyCode'][];
      bearsOn?: components['schemas']['Dyad'][];
      place?: components['schemas']['Place'];
      topics?: string[];
      channel?: components['schemas']['Channel'];
      level?: components['schemas']['Level'];
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
      recordedBy: string;
      correlationId?: string;
    } & {
      [key: string]: unknown;
    };
    AgrementRefusedAsRead: {
      /** @constant */
      type: 'AgrementRefused';
      /**
       * @default 1
       * @constant
       */
      schemaVersion: 1;
      occurred: components['schemas']['Occurred'];
      reportedAt?: components['schemas']['ReportedAt'];
      participants: components['schemas']['Participant'][];
      thirdParties?: components['schemas']['PartyCode'][];
      bearsOn?: components['schemas']['Dyad'][];
      place?: components['schemas']['Place'];
      topics?: string[];
      channel?: components['schemas']['Channel'];
      level?: components['schemas']['Level'];
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
      recordedBy: string;
      correlationId?: string;
    } & {
      [key: string]: unknown;
    };
    CredentialsPresentedAsRead: {
      /** @constant */
      type: 'CredentialsPresented';
      /**
       * @default 1
       * @constant
       */
      schemaVersion: 1;
      occurred: components['schemas']['Occurred'];
      reportedAt?: components['schemas']['ReportedAt'];
      participants: components['schemas']['Participant'][];
      thirdParties?: components['schemas']['PartyCode'][];
      bearsOn?: components['schemas']['Dyad'][];
      place?: components['schemas']['Place'];
      topics?: string[];
      channel?: components['schemas']['Channel'];
      level?: components['schemas']['Level'];
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
      recordedBy: string;
      correlationId?: string;
    } & {
      [key: string]: unknown;
    };
    AmbassadorRecalledAsRead: {
      /** @constant */
      type: 'AmbassadorRecalled';
      /**
       * @default 2
       * @constant
       */
      schemaVersion: 2;
      occurred: components['schemas']['Occurred'];
      reportedAt?: components['schemas']['ReportedAt'];
      participants: components['schemas']['Participant'][];
      thirdParties?: components['schemas']['PartyCode'][];
      bearsOn?: components['schemas']['Dyad'][];
      place?: components['schemas']['Place'];
      topics?: string[];
      channel?: components['schemas']['Channel'];
      level?: components['schemas']['Level'];
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
      /** @enum {string} */
      recall: 'for-consultations' | 'for-good' | 'unstated';
      id: components['schemas']['EventId'];
      stream: components['schemas']['StreamName'];
      version: number;
      position?: number;
      /** Format: date-time */
      recordedAt: string;
      recordedBy: string;
      correlationId?: string;
    } & {
      [key: string]: unknown;
    };
    AmbassadorReturnedAsRead: {
      /** @constant */
      type: 'AmbassadorReturned';
      /**
       * @default 1
       * @constant
       */
      schemaVersion: 1;
      occurred: components['schemas']['Occurred'];
      reportedAt?: components['schemas']['ReportedAt'];
      participants: components['schemas']['Participant'][];
      thirdParties?: components['schemas']['PartyCode'][];
      bearsOn?: components['schemas']['Dyad'][];
      place?: components['schemas']['Place'];
      topics?: string[];
      channel?: components['schemas']['Channel'];
      level?: components['schemas']['Level'];
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
      recordedBy: string;
      correlationId?: string;
    } & {
      [key: string]: unknown;
    };
    DiplomatExpelledAsRead: {
      /** @constant */
      type: 'DiplomatExpelled';
      /**
       * @default 1
       * @constant
       */
      schemaVersion: 1;
      occurred: components['schemas']['Occurred'];
      reportedAt?: components['schemas']['ReportedAt'];
      participants: components['schemas']['Participant'][];
      thirdParties?: components['schemas']['PartyCode'][];
      bearsOn?: components['schemas']['Dyad'][];
      place?: components['schemas']['Place'];
      topics?: string[];
      channel?: components['schemas']['Channel'];
      level?: components['schemas']['Level'];
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
      diplomats?: number;
      id: components['schemas']['EventId'];
      stream: components['schemas']['StreamName'];
      version: number;
      position?: number;
      /** Format: date-time */
      recordedAt: string;
      recordedBy: string;
      correlationId?: string;
    } & {
      [key: string]: unknown;
    };
    SanctionImposedAsRead: {
      /** @constant */
      type: 'SanctionImposed';
      /**
       * @default 1
       * @constant
       */
      schemaVersion: 1;
      occurred: components['schemas']['Occurred'];
      reportedAt?: components['schemas']['ReportedAt'];
      participants: components['schemas']['Participant'][];
      thirdParties?: components['schemas']['PartyCode'][];
      bearsOn?: components['schemas']['Dyad'][];
      place?: components['schemas']['Place'];
      topics?: string[];
      channel?: components['schemas']['Channel'];
      level?: components['schemas']['Level'];
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
      recordedBy: string;
      correlationId?: string;
    } & {
      [key: string]: unknown;
    };
    SanctionLiftedAsRead: {
      /** @constant */
      type: 'SanctionLifted';
      /**
       * @default 1
       * @constant
       */
      schemaVersion: 1;
      occurred: components['schemas']['Occurred'];
      reportedAt?: components['schemas']['ReportedAt'];
      participants: components['schemas']['Participant'][];
      thirdParties?: components['schemas']['PartyCode'][];
      bearsOn?: components['schemas']['Dyad'][];
      place?: components['schemas']['Place'];
      topics?: string[];
      channel?: components['schemas']['Channel'];
      level?: components['schemas']['Level'];
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
      recordedBy: string;
      correlationId?: string;
    } & {
      [key: string]: unknown;
    };
    RestrictionEasedAsRead: {
      /** @constant */
      type: 'RestrictionEased';
      /**
       * @default 1
       * @constant
       */
      schemaVersion: 1;
      occurred: components['schemas']['Occurred'];
      reportedAt?: components['schemas']['ReportedAt'];
      participants: components['schemas']['Participant'][];
      thirdParties?: components['schemas']['PartyCode'][];
      bearsOn?: components['schemas']['Dyad'][];
      place?: components['schemas']['Place'];
      topics?: string[];
      channel?: components['schemas']['Channel'];
      level?: components['schemas']['Level'];
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
      recordedBy: string;
      correlationId?: string;
    } & {
      [key: string]: unknown;
    };
    MilitaryCooperationConductedAsRead: {
      /** @constant */
      type: 'MilitaryCooperationConducted';
      /**
       * @default 1
       * @constant
       */
      schemaVersion: 1;
      occurred: components['schemas']['Occurred'];
      reportedAt?: components['schemas']['ReportedAt'];
      participants: components['schemas']['Participant'][];
      thirdParties?: components['schemas']['PartyCode'][];
      bearsOn?: components['schemas']['Dyad'][];
      place?: components['schemas']['Place'];
      topics?: string[];
      channel?: components['schemas']['Channel'];
      level?: components['schemas']['Level'];
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
      recordedBy: string;
      correlationId?: string;
    } & {
      [key: string]: unknown;
    };
    IntelligenceSharedAsRead: {
      /** @constant */
      type: 'IntelligenceShared';
      /**
       * @default 1
       * @constant
       */
      schemaVersion: 1;
      occurred: components['schemas']['Occurred'];
      reportedAt?: components['schemas']['ReportedAt'];
      participants: components['schemas']['Participant'][];
      thirdParties?: components['schemas']['PartyCode'][];
      bearsOn?: components['schemas']['Dyad'][];
      place?: components['schemas']['Place'];
      topics?: string[];
      channel?: components['schemas']['Channel'];
      level?: components['schemas']['Level'];
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
      recordedBy: string;
      correlationId?: string;
    } & {
      [key: string]: unknown;
    };
    EconomicCooperationStartedAsRead: {
      /** @constant */
      type: 'EconomicCooperationStarted';
      /**
       * @default 1
       * @constant
       */
      schemaVersion: 1;
      occurred: components['schemas']['Occurred'];
      reportedAt?: components['schemas']['ReportedAt'];
      participants: components['schemas']['Participant'][];
      thirdParties?: components['schemas']['PartyCode'][];
      bearsOn?: components['schemas']['Dyad'][];
      place?: components['schemas']['Place'];
      topics?: string[];
      channel?: components['schemas']['Channel'];
      level?: components['schemas']['Level'];
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
      recordedBy: string;
      correlationId?: string;
    } & {
      [key: string]: unknown;
    };
    AidProvidedAsRead: {
      /** @constant */
      type: 'AidProvided';
      /**
       * @default 1
       * @constant
       */
      schemaVersion: 1;
      occurred: components['schemas']['Occurred'];
      reportedAt?: components['schemas']['ReportedAt'];
      participants: components['schemas']['Participant'][];
      thirdParties?: components['schemas']['PartyCode'][];
      bearsOn?: components['schemas']['Dyad'][];
      place?: components['schemas']['Place'];
      topics?: string[];
      channel?: components['schemas']['Channel'];
      level?: components['schemas']['Level'];
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
      /** @enum {string} */
      kind?: 'economic' | 'military' | 'humanitarian';
      id: components['schemas']['EventId'];
      stream: components['schemas']['StreamName'];
      version: number;
      position?: number;
      /** Format: date-time */
      recordedAt: string;
      recordedBy: string;
      correlationId?: string;
    } & {
      [key: string]: unknown;
    };
    ForceDemonstratedAsRead: {
      /** @constant */
      type: 'ForceDemonstrated';
      /**
       * @default 1
       * @constant
       */
      schemaVersion: 1;
      occurred: components['schemas']['Occurred'];
      reportedAt?: components['schemas']['ReportedAt'];
      participants: components['schemas']['Participant'][];
      thirdParties?: components['schemas']['PartyCode'][];
      bearsOn?: components['schemas']['Dyad'][];
      place?: components['schemas']['Place'];
      topics?: string[];
      channel?: components['schemas']['Channel'];
      level?: components['schemas']['Level'];
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
      recordedBy: string;
      correlationId?: string;
    } & {
      [key: string]: unknown;
    };
    ForceUsedAsRead: {
      /** @constant */
      type: 'ForceUsed';
      /**
       * @default 1
       * @constant
       */
      schemaVersion: 1;
      occurred: components['schemas']['Occurred'];
      reportedAt?: components['schemas']['ReportedAt'];
      participants: components['schemas']['Participant'][];
      thirdParties?: components['schemas']['PartyCode'][];
      bearsOn?: components['schemas']['Dyad'][];
      place?: components['schemas']['Place'];
      topics?: string[];
      channel?: components['schemas']['Channel'];
      level?: components['schemas']['Level'];
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
      recordedBy: string;
      correlationId?: string;
    } & {
      [key: string]: unknown;
    };
    CeasefireDeclaredAsRead: {
      /** @constant */
      type: 'CeasefireDeclared';
      /**
       * @default 1
       * @constant
       */
      schemaVersion: 1;
      occurred: components['schemas']['Occurred'];
      reportedAt?: components['schemas']['ReportedAt'];
      participants: components['schemas']['Participant'][];
      thirdParties?: components['schemas']['PartyCode'][];
      bearsOn?: components['schemas']['Dyad'][];
      place?: components['schemas']['Place'];
      topics?: string[];
      channel?: components['schemas']['Channel'];
      level?: components['schemas']['Level'];
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
      recordedBy: string;
      correlationId?: string;
    } & {
      [key: string]: unknown;
    };
    ContextEventRecordedAsRead: {
      /** @constant */
      type: 'ContextEventRecorded';
      /**
       * @default 1
       * @constant
       */
      schemaVersion: 1;
      occurred: components['schemas']['Occurred'];
      reportedAt?: components['schemas']['ReportedAt'];
      participants: components['schemas']['Participant'][];
      thirdParties?: components['schemas']['PartyCode'][];
      bearsOn?: components['schemas']['Dyad'][];
      place?: components['schemas']['Place'];
      topics?: string[];
      channel?: components['schemas']['Channel'];
      level?: components['schemas']['Level'];
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
      kind: string;
      id: components['schemas']['EventId'];
      stream: components['schemas']['StreamName'];
      version: number;
      position?: number;
      /** Format: date-time */
      recordedAt: string;
      recordedBy: string;
      correlationId?: string;
    } & {
      [key: string]: unknown;
    };
    AssessmentRecordedAsRead: {
      /** @constant */
      type: 'AssessmentRecorded';
      /**
       * @default 1
       * @constant
       */
      schemaVersion: 1;
      occurred: components['schemas']['Occurred'];
      reportedAt?: components['schemas']['ReportedAt'];
      participants: components['schemas']['Participant'][];
      thirdParties?: components['schemas']['PartyCode'][];
      bearsOn?: components['schemas']['Dyad'][];
      place?: components['schemas']['Place'];
      topics?: string[];
      channel?: components['schemas']['Channel'];
      level?: components['schemas']['Level'];
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
      claim: string;
      author: string;
      period?: components['schemas']['Occurred'];
      id: components['schemas']['EventId'];
      stream: components['schemas']['StreamName'];
      version: number;
      position?: number;
      /** Format: date-time */
      recordedAt: string;
      recordedBy: string;
      correlationId?: string;
    } & {
      [key: string]: unknown;
    };
    EventCorrectedAsRead: {
      /** @constant */
      type: 'EventCorrected';
      /**
       * @default 1
       * @constant
       */
      schemaVersion: 1;
      of: components['schemas']['EventId'];
      reportedAt?: components['schemas']['ReportedAt'];
      summary?: string;
      changes: components['schemas']['Changes'];
      id: components['schemas']['EventId'];
      stream: components['schemas']['StreamName'];
      version: number;
      position?: number;
      /** Format: date-time */
      recordedAt: string;
      recordedBy: string;
      correlationId?: string;
    } & {
      [key: string]: unknown;
    };
    EventDateRefinedAsRead: {
      /** @constant */
      type: 'EventDateRefined';
      /**
       * @default 1
       * @constant
       */
      schemaVersion: 1;
      of: components['schemas']['EventId'];
      reportedAt?: components['schemas']['ReportedAt'];
      summary?: string;
      occurred: components['schemas']['Occurred'];
      id: components['schemas']['EventId'];
      stream: components['schemas']['StreamName'];
      version: number;
      position?: number;
      /** Format: date-time */
      recordedAt: string;
      recordedBy: string;
      correlationId?: string;
    } & {
      [key: string]: unknown;
    };
    EventRetractedAsRead: {
      /** @constant */
      type: 'EventRetracted';
      /**
       * @default 1
       * @constant
       */
      schemaVersion: 1;
      of: components['schemas']['EventId'];
      reportedAt?: components['schemas']['ReportedAt'];
      summary?: string;
      /** @enum {string} */
      reason: 'duplicate' | 'false' | 'out-of-scope';
      id: components['schemas']['EventId'];
      stream: components['schemas']['StreamName'];
      version: number;
      position?: number;
      /** Format: date-time */
      recordedAt: string;
      recordedBy: string;
      correlationId?: string;
    } & {
      [key: string]: unknown;
    };
    EventConfirmedAsRead: {
      /** @constant */
      type: 'EventConfirmed';
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
      recordedBy: string;
      correlationId?: string;
    } & {
      [key: string]: unknown;
    };
    EventDeniedAsRead: {
      /** @constant */
      type: 'EventDenied';
      /**
       * @default 1
       * @constant
       */
      schemaVersion: 1;
      of: components['schemas']['EventId'];
      reportedAt?: components['schemas']['ReportedAt'];
      summary?: string;
      by: components['schemas']['PartyCode'];
      id: components['schemas']['EventId'];
      stream: components['schemas']['StreamName'];
      version: number;
      position?: number;
      /** Format: date-time */
      recordedAt: string;
      recordedBy: string;
      correlationId?: string;
    } & {
      [key: string]: unknown;
    };
    ReportAttachedAsRead: {
      /** @constant */
      type: 'ReportAttached';
      /**
       * @default 1
       * @constant
       */
      schemaVersion: 1;
      of: components['schemas']['EventId'];
      reportedAt?: components['schemas']['ReportedAt'];
      summary?: string;
      report: components['schemas']['Report'];
      id: components['schemas']['EventId'];
      stream: components['schemas']['StreamName'];
      version: number;
      position?: number;
      /** Format: date-time */
      recordedAt: string;
      recordedBy: string;
      correlationId?: string;
    } & {
      [key: string]: unknown;
    };
    EventsMergedAsRead: {
      /** @constant */
      type: 'EventsMerged';
      /**
       * @default 1
       * @constant
       */
      schemaVersion: 1;
      of: components['schemas']['EventId'];
      reportedAt?: components['schemas']['ReportedAt'];
      summary?: string;
      into: components['schemas']['EventId'];
      id: components['schemas']['EventId'];
      stream: components['schemas']['StreamName'];
      version: number;
      position?: number;
      /** Format: date-time */
      recordedAt: string;
      recordedBy: string;
      correlationId?: string;
    } & {
      [key: string]: unknown;
    };
    CredibilityAssessedAsRead: {
      /** @constant */
      type: 'CredibilityAssessed';
      /**
       * @default 1
       * @constant
       */
      schemaVersion: 1;
      of: components['schemas']['EventId'];
      reportedAt?: components['schemas']['ReportedAt'];
      summary?: string;
      evidence: components['schemas']['Assessment'];
      id: components['schemas']['EventId'];
      stream: components['schemas']['StreamName'];
      version: number;
      position?: number;
      /** Format: date-time */
      recordedAt: string;
      recordedBy: string;
      correlationId?: string;
    } & {
      [key: string]: unknown;
    };
    BlockAsHashed: {
      position: number;
      count: number;
      entries: string;
      previousHash: string;
      hash: string;
    };
    EventCorrectedView: components['schemas']['TimelineEntry'] &
      ({
        /** @enum {string} */
        standing: 'as-recorded' | 'corrected' | 'denied' | 'retracted' | 'merged';
        links: {
          record: string;
          history: string;
          into?: string;
        };
      } & {
        [key: string]: unknown;
      });
    TimelineEntry: components['schemas']['CorrectedAsRead'] &
      ({
        from: string | null;
        to: string | null;
      } & {
        [key: string]: unknown;
      });
    CorrectedAsRead: components['schemas']['EventAsRead'] &
      ({
        corrections?: number;
        deniedBy?: components['schemas']['PartyCode'][];
        withdrawn?: {
          /** @enum {string} */
          reason: 'duplicate' | 'false' | 'out-of-scope' | 'merged';
          into?: components['schemas']['EventId'];
        };
      } & {
        [key: string]: unknown;
      });
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
        | 'credibility-assessed';
      /** Format: date-time */
      recordedAt: string;
      recordedBy: string;
      record: components['schemas']['EventId'];
      summary?: string;
      event: components['schemas']['CorrectedAsRead'];
      differences: components['schemas']['Difference'][];
    };
    Difference: {
      pointer: string;
      from?: unknown;
      to?: unknown;
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
    Partner: {
      partner: components['schemas']['PartyCode'];
      dyad: components['schemas']['Dyad'];
      n: number;
      weight: number;
      mean: number | null;
      min: number | null;
      max: number | null;
      quadClasses: {
        [key: string]: number;
      };
      meanBefore: number | null;
      change: number | null;
    };
    ShortEvent: {
      id: components['schemas']['EventId'];
      type: string;
      occurred: string;
      from: string | null;
      to: string | null;
      summary?: string;
    };
    ShortContact: {
      id: components['schemas']['EventId'];
      /** @enum {string} */
      kind: 'visit' | 'meeting' | 'call' | 'talks';
      occurred: string;
      from: string | null;
      to: string | null;
      level?: components['schemas']['Level'];
    };
    YearCount: {
      year: string | null;
      n: number;
    };
    Dated: {
      date: string;
      from: string | null;
      to: string | null;
      event: components['schemas']['EventId'];
    };
    MonthlyScore: {
      month: components['schemas']['Month'];
      n: number;
      weight: number;
      mean: number | null;
      min: number | null;
      max: number | null;
      quadClasses: {
        [key: string]: number;
      };
      index: components['schemas']['RelationIndex'];
      events: string;
    };
    RelationIndex: {
      slow: number;
      fast: number;
      weight: number;
    };
    Phase: {
      /** @enum {string} */
      kind: 'thaw' | 'chill';
      /** Format: date */
      start: string;
      end: string | null;
      peak: number;
      /** Format: date */
      peakDay: string;
      events: components['schemas']['PhaseEvent'][];
    };
    PhaseEvent: {
      id: components['schemas']['EventId'];
      /** Format: date */
      day: string;
      type: string;
      contribution: number;
    };
    Representation: {
      dyad: string;
      /** Format: date */
      on: string;
      relations: {
        /** @enum {string} */
        status: 'established' | 'severed' | 'unknown';
        since: components['schemas']['Dated'] | null;
        events: components['schemas']['Step'][];
      };
      missions: components['schemas']['Mission'][];
      asymmetries: {
        /** @enum {string} */
        kind: 'mission' | 'rank' | 'head';
        explanation: string;
      }[];
    };
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
      certain: boolean;
      since: components['schemas']['Dated'] | null;
      rank: components['schemas']['Level'] | null;
      head: components['schemas']['HeadOfMission'] | null;
      designate: components['schemas']['HeadOfMission'] | null;
      expulsions: {
        times: number;
        diplomats: number;
      };
      events: components['schemas']['Step'][];
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
      nominated: components['schemas']['Dated'] | null;
      agrement: components['schemas']['Dated'] | null;
      credentials: components['schemas']['Dated'] | null;
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
      to: string | null;
      firstEvent: components['schemas']['EventId'];
      lastEvent: components['schemas']['EventId'];
    };
    Candidate: {
      id: string;
      names: {
        name: string;
        events: number;
        firstSeen: string | null;
        lastSeen: string | null;
      }[];
      offices: {
        office: string;
        party: components['schemas']['PartyCode'];
        events: number;
        firstSeen: string | null;
        lastSeen: string | null;
      }[];
      parties: components['schemas']['PartyCode'][];
      events: number;
      firstSeen: string | null;
      lastSeen: string | null;
      /** @enum {string} */
      match: 'same' | 'alike' | 'part';
    } & {
      [key: string]: unknown;
    };
    PersonAsRead: {
      id: string;
      names: {
        name: string;
        events: number;
        firstSeen: string | null;
        lastSeen: string | null;
      }[];
      offices: {
        office: string;
        party: components['schemas']['PartyCode'];
        events: number;
        firstSeen: string | null;
        lastSeen: string | null;
      }[];
      parties: components['schemas']['PartyCode'][];
      events: number;
      firstSeen: string | null;
      lastSeen: string | null;
    } & {
      [key: string]: unknown;
    };
    TopicCount: {
      topic: string;
      n: number;
      unheld: number;
      lastMonth: string | null;
    };
    TopicMonth: {
      month: string;
      n: number;
      unheld: number;
      quadClasses: {
        [key: string]: number;
      };
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
      planned: components['schemas']['Dated'] | null;
      actual: components['schemas']['Dated'] | null;
      summary: string | null;
      changes: number;
      /** Format: date-time */
      knownSince: string;
      listedBy: components['schemas']['EventId'];
      events: components['schemas']['Step'][];
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
        | 'ratified'
        | 'signed'
        | 'negotiated'
        | 'unknown'
        | 'unconfirmed';
      certain: boolean;
      parties: components['schemas']['AgreementParty'][];
      enteredIntoForce: components['schemas']['Dated'] | null;
      amendments: {
        date: string;
        from: string | null;
        to: string | null;
        event: components['schemas']['EventId'];
        title: string | null;
      }[];
      terminated: components['schemas']['Dated'] | null;
      summary: string | null;
      events: components['schemas']['Step'][];
    };
    AgreementParty: {
      party: components['schemas']['PartyCode'];
      signed: components['schemas']['Dated'] | null;
      ratified: components['schemas']['Dated'] | null;
      acceded: components['schemas']['Dated'] | null;
      entered: components['schemas']['Dated'] | null;
      reservations: {
        date: string;
        from: string | null;
        to: string | null;
        event: components['schemas']['EventId'];
        concerning: string | null;
      }[];
      suspended: components['schemas']['Dated'] | null;
      resumed: components['schemas']['Dated'] | null;
      denounced: components['schemas']['Dated'] | null;
      inForce: {
        /** @enum {string} */
        ground: 'reported' | 'consent-after-entry' | 'operated' | 'consent-of-all';
        since: components['schemas']['Dated'] | null;
      } | null;
    };
    Measure: {
      id: string;
      stream: components['schemas']['StreamName'];
      /** @enum {string} */
      status: 'in-force' | 'lifted' | 'unknown' | 'unconfirmed';
      certain: boolean;
      imposedBy: components['schemas']['PartyCode'][];
      imposedOn: components['schemas']['PartyCode'][];
      since: components['schemas']['Dated'] | null;
      eased: components['schemas']['Dated'][];
      lifted: components['schemas']['Dated'] | null;
      summary: string | null;
      events: components['schemas']['Step'][];
    };
    SubscriptionWithSecret: {
      id: string;
      url: string;
      filter: components['schemas']['Filter'];
      description?: string;
      /** @enum {string} */
      state: 'active' | 'paused' | 'suspended' | 'disabled';
      reason?: string;
      cursor: string;
      lag: {
        events: number;
        seconds: number;
      };
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
    Subscription: {
      id: string;
      url: string;
      filter: components['schemas']['Filter'];
      description?: string;
      /** @enum {string} */
      state: 'active' | 'paused' | 'suspended' | 'disabled';
      reason?: string;
      cursor: string;
      lag: {
        events: number;
        seconds: number;
      };
      failures: number;
      /** Format: date-time */
      createdAt: string;
      /** Format: date-time */
      lastSuccessAt?: string;
      lastError?: string;
      /** Format: date-time */
      nextAttemptAt?: string;
    };
    GenerationStatus: {
      id: string;
      version: number;
      /** @enum {string} */
      state: 'serving' | 'arrived' | 'building' | 'retired' | 'dropping';
      position: number;
      lag: number;
    };
    Quarantined: {
      consumer: string;
      item: string;
      reason: string;
      /** Format: date-time */
      quarantinedAt: string;
    };
    Health: {
      /** @enum {string} */
      status: 'ok' | 'behind';
      head: number;
      consumers: {
        [key: string]: {
          position: number;
          lag: number;
        };
      };
    };
  };
  responses: never;
  parameters: never;
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  getEvents: {
    parameters: {
      query?: {
        after?: string;
        limit?: number;
        wait?: number;
        type?: string;
        party?: string;
        partyAll?: string;
        dyad?: string;
        topic?: string;
        quadClass?: string;
        types?: string;
        parties?: string;
        partiesAll?: string;
        dyads?: string;
        topics?: string;
        quadClasses?: string;
        modality?: string;
        minCredibility?: number;
      };
      header?: {
        'if-none-match'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          Link?: string;
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['EventAsRead'][];
            next: string;
          };
          'text/csv': string;
          'application/vnd.chancery.blocks+json': {
            items: components['schemas']['BlockAsHashed'][];
            next: string;
          };
        };
      };
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      406: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  postEvents: {
    parameters: {
      query?: never;
      header?: {
        prefer?: string;
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
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getEventsEventId: {
    parameters: {
      query?: {
        view?: 'recorded' | 'corrected';
        asOf?: string;
        atLeast?: string;
      };
      header?: {
        prefer?: string;
        'if-none-match'?: string;
      };
      path: {
        eventId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['EventCorrectedView'] | components['schemas']['EventAsRead'];
        };
      };
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      406: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getEventsEventIdHistory: {
    parameters: {
      query?: {
        asOf?: string;
        atLeast?: string;
        limit?: number;
        cursor?: string;
      };
      header?: {
        prefer?: string;
        'if-none-match'?: string;
      };
      path: {
        eventId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          Link?: string;
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: {
              record: components['schemas']['EventAsRead'];
              result: components['schemas']['CorrectedAsRead'];
            }[];
            next: string | null;
            id: string;
          };
          'text/csv': string;
        };
      };
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      406: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getChanges: {
    parameters: {
      query?: {
        after?: string;
        party?: components['schemas']['PartyCode'];
        dyad?: string;
        atLeast?: string;
        limit?: number;
      };
      header?: {
        prefer?: string;
        'if-none-match'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          Link?: string;
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['RecordedChange'][];
            next: string;
          };
          'text/csv': string;
        };
      };
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      406: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getStreamsCategoryIdEvents: {
    parameters: {
      query?: {
        from?: number;
        limit?: number;
        direction?: 'forward' | 'backward';
        cursor?: string;
        atLeast?: string;
      };
      header?: {
        prefer?: string;
        'if-none-match'?: string;
      };
      path: {
        category: 'visit' | 'agreement' | 'mission' | 'measure' | 'relation' | 'country';
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          Link?: string;
          ETag: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['EventAsRead'][];
            next: string | null;
          };
          'text/csv': string;
          'application/vnd.chancery.commits+json': {
            items: components['schemas']['CommitAsHashed'][];
            next: string | null;
          };
        };
      };
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      406: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  postStreamsCategoryIdEvents: {
    parameters: {
      query?: {
        onDuplicate?: 'record' | 'attach';
      };
      header?: {
        prefer?: string;
        'x-correlation-id'?: string;
        'if-match'?: string;
        'if-none-match'?: '*';
        'idempotency-key'?: string;
      };
      path: {
        category: 'visit' | 'agreement' | 'mission' | 'measure' | 'relation' | 'country';
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json':
          | (
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
              | components['schemas']['AgreementEnteredIntoForce']
              | components['schemas']['AgreementReservationMade']
              | components['schemas']['AgreementAmended']
              | components['schemas']['AgreementSuspended']
              | components['schemas']['AgreementResumed']
              | components['schemas']['AgreementDenounced']
              | components['schemas']['AgreementTerminated']
              | components['schemas']['RecognitionGranted']
              | components['schemas']['RelationsEstablished']
              | components['schemas']['RelationsRestored']
              | components['schemas']['RelationsSevered']
              | components['schemas']['MissionOpened']
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
              | components['schemas']['ContextEventRecorded']
              | components['schemas']['AssessmentRecorded']
              | components['schemas']['EventCorrected']
              | components['schemas']['EventDateRefined']
              | components['schemas']['EventRetracted']
              | components['schemas']['EventConfirmed']
              | components['schemas']['EventDenied']
              | components['schemas']['ReportAttached']
              | components['schemas']['EventsMerged']
              | components['schemas']['CredibilityAssessed']
            )
          | (
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
              | components['schemas']['AgreementEnteredIntoForce']
              | components['schemas']['AgreementReservationMade']
              | components['schemas']['AgreementAmended']
              | components['schemas']['AgreementSuspended']
              | components['schemas']['AgreementResumed']
              | components['schemas']['AgreementDenounced']
              | components['schemas']['AgreementTerminated']
              | components['schemas']['RecognitionGranted']
              | components['schemas']['RelationsEstablished']
              | components['schemas']['RelationsRestored']
              | components['schemas']['RelationsSevered']
              | components['schemas']['MissionOpened']
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
              | components['schemas']['ContextEventRecorded']
              | components['schemas']['AssessmentRecorded']
              | components['schemas']['EventCorrected']
              | components['schemas']['EventDateRefined']
              | components['schemas']['EventRetracted']
              | components['schemas']['EventConfirmed']
              | components['schemas']['EventDenied']
              | components['schemas']['ReportAttached']
              | components['schemas']['EventsMerged']
              | components['schemas']['CredibilityAssessed']
            )[];
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
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getRelations: {
    parameters: {
      query: {
        party: components['schemas']['PartyCode'];
        sort?: 'volume' | 'score' | 'change';
        scale?: components['schemas']['Scale'];
        from?: components['schemas']['Month'];
        to?: components['schemas']['Month'];
        asOf?: string;
        atLeast?: string;
        limit?: number;
        cursor?: string;
      };
      header?: {
        prefer?: string;
        'if-none-match'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          Link?: string;
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['Partner'][];
            next: string | null;
            party: components['schemas']['PartyCode'];
            scale: components['schemas']['Scale'];
            from: components['schemas']['Month'];
            to: components['schemas']['Month'];
          };
          'text/csv': string;
        };
      };
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      406: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getRelationsDyad: {
    parameters: {
      query?: {
        scale?: components['schemas']['Scale'];
        asOf?: string;
        atLeast?: string;
      };
      header?: {
        prefer?: string;
        'if-none-match'?: string;
      };
      path: {
        dyad: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            dyad: string;
            scale: string;
            /** Format: date */
            on: string;
            lastEvent: components['schemas']['ShortEvent'] | null;
            lastContact: components['schemas']['ShortContact'] | null;
            lastHighLevelVisit: components['schemas']['ShortContact'] | null;
            index: {
              slow: number;
              fast: number;
              weight: number;
            };
            phase: {
              /** @enum {string} */
              kind: 'thaw' | 'chill';
              /** Format: date */
              start: string;
            } | null;
            n: number;
            unheld: number;
            quadClasses: {
              [key: string]: number;
            };
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
                | 'ratified'
                | 'signed'
                | 'negotiated'
                | 'unknown'
                | 'unconfirmed';
              certain: boolean;
              enteredIntoForce: components['schemas']['Dated'] | null;
            }[];
            relations: {
              /** @enum {string} */
              status: 'established' | 'severed' | 'unknown';
              since: components['schemas']['Dated'] | null;
            };
            missions: {
              sender: components['schemas']['PartyCode'];
              receiver: components['schemas']['PartyCode'];
              /** @enum {string} */
              status: 'open' | 'closed' | 'unknown';
              certain: boolean;
              since: components['schemas']['Dated'] | null;
              rank: components['schemas']['Level'] | null;
            }[];
            sanctions: {
              id: string;
              imposedBy: components['schemas']['PartyCode'][];
              imposedOn: components['schemas']['PartyCode'][];
              certain: boolean;
              since: components['schemas']['Dated'] | null;
              summary: string | null;
            }[];
            links: {
              [key: string]: string;
            };
          };
        };
      };
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      308: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      406: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getRelationsDyadTimeline: {
    parameters: {
      query?: {
        from?: string;
        to?: string;
        type?: string;
        types?: string;
        modality?: string;
        topic?: string;
        topics?: string;
        quadClass?: string;
        quadClasses?: string;
        asOf?: string;
        atLeast?: string;
        include?: string;
        minCredibility?: number;
        order?: 'newest' | 'oldest';
        limit?: number;
        cursor?: string;
      };
      header?: {
        prefer?: string;
        'if-none-match'?: string;
      };
      path: {
        dyad: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          Link?: string;
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['TimelineEntry'][];
            next: string | null;
          };
          'text/csv': string;
        };
      };
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      308: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      406: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getRelationsDyadScore: {
    parameters: {
      query?: {
        scale?: components['schemas']['Scale'];
        from?: components['schemas']['Month'];
        to?: components['schemas']['Month'];
        asOf?: string;
        atLeast?: string;
        limit?: number;
        cursor?: string;
      };
      header?: {
        prefer?: string;
        'if-none-match'?: string;
      };
      path: {
        dyad: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          Link?: string;
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['MonthlyScore'][];
            next: string | null;
            dyad: string;
            scale: components['schemas']['Scale'];
            /** Format: date */
            indexDay: string;
          };
          'text/csv': string;
        };
      };
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      308: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      406: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getRelationsDyadPhases: {
    parameters: {
      query?: {
        scale?: components['schemas']['Scale'];
        from?: components['schemas']['Month'];
        to?: components['schemas']['Month'];
        asOf?: string;
        atLeast?: string;
        limit?: number;
        cursor?: string;
      };
      header?: {
        prefer?: string;
        'if-none-match'?: string;
      };
      path: {
        dyad: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          Link?: string;
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['Phase'][];
            next: string | null;
            dyad: string;
            scale: components['schemas']['Scale'];
            /** Format: date */
            indexDay: string;
          };
          'text/csv': string;
        };
      };
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      308: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      406: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getRelationsDyadRepresentation: {
    parameters: {
      query?: {
        asOf?: string;
        atLeast?: string;
        on?: string;
      };
      header?: {
        prefer?: string;
        'if-none-match'?: string;
      };
      path: {
        dyad: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Representation'];
        };
      };
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      308: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      406: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getPartiesParty: {
    parameters: {
      query?: {
        asOf?: string;
        atLeast?: string;
        partners?: number;
      };
      header?: {
        prefer?: string;
        'if-none-match'?: string;
      };
      path: {
        party: components['schemas']['PartyCode'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            party: components['schemas']['PartyCode'];
            n: number;
            unheld: number;
            quadClasses: {
              [key: string]: number;
            };
            years: components['schemas']['YearCount'][];
            types: {
              type: string;
              n: number;
            }[];
            partners: {
              party: components['schemas']['PartyCode'];
              dyad: string;
              n: number;
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
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      406: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getPartiesPartyEvents: {
    parameters: {
      query?: {
        from?: string;
        to?: string;
        type?: string;
        types?: string;
        modality?: string;
        topic?: string;
        topics?: string;
        quadClass?: string;
        quadClasses?: string;
        asOf?: string;
        atLeast?: string;
        include?: string;
        minCredibility?: number;
        order?: 'newest' | 'oldest';
        limit?: number;
        cursor?: string;
      };
      header?: {
        prefer?: string;
        'if-none-match'?: string;
      };
      path: {
        party: components['schemas']['PartyCode'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          Link?: string;
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['TimelineEntry'][];
            next: string | null;
          };
          'text/csv': string;
        };
      };
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      406: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getPartiesPartyOffices: {
    parameters: {
      query?: {
        asOf?: string;
        atLeast?: string;
        limit?: number;
        cursor?: string;
      };
      header?: {
        prefer?: string;
        'if-none-match'?: string;
      };
      path: {
        party: components['schemas']['PartyCode'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          Link?: string;
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['OfficeHolder'][];
            next: string | null;
          };
          'text/csv': string;
        };
      };
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      406: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getPartiesPartyOfficesOfficeEvents: {
    parameters: {
      query?: {
        from?: string;
        to?: string;
        type?: string;
        types?: string;
        modality?: string;
        topic?: string;
        topics?: string;
        quadClass?: string;
        quadClasses?: string;
        asOf?: string;
        atLeast?: string;
        include?: string;
        minCredibility?: number;
        order?: 'newest' | 'oldest';
        limit?: number;
        cursor?: string;
      };
      header?: {
        prefer?: string;
        'if-none-match'?: string;
      };
      path: {
        party: components['schemas']['PartyCode'];
        office: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          Link?: string;
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['TimelineEntry'][];
            next: string | null;
          };
          'text/csv': string;
        };
      };
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      406: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getPeople: {
    parameters: {
      query: {
        name: string;
        asOf?: string;
        atLeast?: string;
        limit?: number;
        cursor?: string;
      };
      header?: {
        prefer?: string;
        'if-none-match'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          Link?: string;
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['Candidate'][];
            next: string | null;
          };
          'text/csv': string;
        };
      };
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      406: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getPeoplePersonId: {
    parameters: {
      query?: {
        asOf?: string;
        atLeast?: string;
      };
      header?: {
        prefer?: string;
        'if-none-match'?: string;
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
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PersonAsRead'];
        };
      };
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      406: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getPeoplePersonIdEvents: {
    parameters: {
      query?: {
        from?: string;
        to?: string;
        type?: string;
        types?: string;
        modality?: string;
        topic?: string;
        topics?: string;
        quadClass?: string;
        quadClasses?: string;
        asOf?: string;
        atLeast?: string;
        include?: string;
        minCredibility?: number;
        order?: 'newest' | 'oldest';
        limit?: number;
        cursor?: string;
      };
      header?: {
        prefer?: string;
        'if-none-match'?: string;
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
          Link?: string;
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['TimelineEntry'][];
            next: string | null;
          };
          'text/csv': string;
        };
      };
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      406: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getTopics: {
    parameters: {
      query?: {
        prefix?: string;
        asOf?: string;
        atLeast?: string;
        limit?: number;
        cursor?: string;
      };
      header?: {
        prefer?: string;
        'if-none-match'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          Link?: string;
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['TopicCount'][];
            next: string | null;
          };
          'text/csv': string;
        };
      };
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      406: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getTopicsTopicEvents: {
    parameters: {
      query?: {
        from?: string;
        to?: string;
        type?: string;
        types?: string;
        modality?: string;
        topic?: string;
        topics?: string;
        quadClass?: string;
        quadClasses?: string;
        asOf?: string;
        atLeast?: string;
        include?: string;
        minCredibility?: number;
        order?: 'newest' | 'oldest';
        limit?: number;
        cursor?: string;
      };
      header?: {
        prefer?: string;
        'if-none-match'?: string;
      };
      path: {
        topic: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          Link?: string;
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['TimelineEntry'][];
            next: string | null;
          };
          'text/csv': string;
        };
      };
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      406: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getTopicsTopicTrend: {
    parameters: {
      query?: {
        from?: components['schemas']['Month'];
        to?: components['schemas']['Month'];
        dyad?: string;
        asOf?: string;
        atLeast?: string;
      };
      header?: {
        prefer?: string;
        'if-none-match'?: string;
      };
      path: {
        topic: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          Link?: string;
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['TopicMonth'][];
            next: string | null;
            topic: string;
            dyad?: string;
          };
          'text/csv': string;
        };
      };
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      406: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getContactsQuarter: {
    parameters: {
      query?: {
        party?: components['schemas']['PartyCode'];
        asOf?: string;
        atLeast?: string;
      };
      header?: {
        prefer?: string;
        'if-none-match'?: string;
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
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            quarter: string;
            nodes: components['schemas']['NetworkNode'][];
            edges: components['schemas']['NetworkEdge'][];
          };
          'text/csv': string;
        };
      };
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      406: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getVisits: {
    parameters: {
      query?: {
        party?: components['schemas']['PartyCode'];
        dyad?: string;
        asOf?: string;
        atLeast?: string;
        cursor?: string;
        on?: string;
        from?: string;
        to?: string;
        status?: string;
        limit?: number;
      };
      header?: {
        prefer?: string;
        'if-none-match'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          Link?: string;
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['Visit'][];
            next: string | null;
          };
          'text/csv': string;
          'text/calendar': string;
        };
      };
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      406: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getAgreements: {
    parameters: {
      query?: {
        party?: components['schemas']['PartyCode'];
        dyad?: string;
        asOf?: string;
        atLeast?: string;
        cursor?: string;
        on?: string;
        inForceOn?: string;
        knownOn?: string;
        status?: string;
        limit?: number;
      };
      header?: {
        prefer?: string;
        'if-none-match'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          Link?: string;
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['Agreement'][];
            next: string | null;
          };
          'text/csv': string;
        };
      };
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      406: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getAgreementsAgreementId: {
    parameters: {
      query?: {
        asOf?: string;
        atLeast?: string;
        on?: string;
      };
      header?: {
        prefer?: string;
        'if-none-match'?: string;
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
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Agreement'];
        };
      };
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      406: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getSanctions: {
    parameters: {
      query?: {
        party?: components['schemas']['PartyCode'];
        dyad?: string;
        asOf?: string;
        atLeast?: string;
        cursor?: string;
        on?: string;
        inForceOn?: string;
        role?: 'source' | 'target';
        status?: string;
        limit?: number;
      };
      header?: {
        prefer?: string;
        'if-none-match'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          Link?: string;
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['Measure'][];
            next: string | null;
          };
          'text/csv': string;
        };
      };
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      406: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getSubscriptions: {
    parameters: {
      query?: {
        limit?: number;
        cursor?: string;
      };
      header?: {
        'if-none-match'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          Link?: string;
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['Subscription'][];
            next: string | null;
          };
          'text/csv': string;
        };
      };
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      406: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  postSubscriptions: {
    parameters: {
      query?: never;
      header?: {
        'idempotency-key'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** Format: uri */
          url: string;
          /** @default {} */
          filter?: components['schemas']['Filter'];
          /** @default now */
          from?:
            | ('beginning' | 'now')
            | {
                after: string;
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
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getSubscriptionsSubscriptionId: {
    parameters: {
      query?: never;
      header?: {
        'if-none-match'?: string;
      };
      path: {
        subscriptionId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Subscription'];
        };
      };
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      406: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  deleteSubscriptionsSubscriptionId: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        subscriptionId: string;
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
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  patchSubscriptionsSubscriptionId: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        subscriptionId: string;
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
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  postSubscriptionsSubscriptionIdReplay: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        subscriptionId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          from:
            | ('beginning' | 'now')
            | {
                after: string;
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
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  'postSubscriptionsSubscriptionIdRotate-secret': {
    parameters: {
      query?: never;
      header?: never;
      path: {
        subscriptionId: string;
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
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  postSubscriptionsSubscriptionIdPing: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        subscriptionId: string;
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
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getProjections: {
    parameters: {
      query?: never;
      header?: {
        'if-none-match'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          ETag?: string;
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
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      406: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  postProjectionsNameRebuild: {
    parameters: {
      query?: {
        version?: number;
      };
      header?: never;
      path: {
        name: string;
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
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  postProjectionsNamePromote: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        name: string;
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
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  deleteProjectionsNameBuildsBuild: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        name: string;
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
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getQuarantine: {
    parameters: {
      query?: {
        limit?: number;
        cursor?: string;
      };
      header?: {
        'if-none-match'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      200: {
        headers: {
          Link?: string;
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['Quarantined'][];
            next: string | null;
          };
          'text/csv': string;
        };
      };
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      406: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
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
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
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
      406: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
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
      406: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
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
      406: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
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
      406: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
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
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      406: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
}
