const CONTRACT: Record<string, Record<string, string>> = {
  "Article": {
    "body": "[ArticleBodyDynamicZone!]!",
    "byline": "String",
    "certainty": "Certainty!",
    "citations": "[Citation!]!",
    "contributions": "[Contribution!]!",
    "cover": "Image",
    "date": "String!",
    "documentId": "ID!",
    "events": "[TimelineEvent!]!",
    "fieldsOfAction": "[FieldOfAction!]!",
    "goneMeasures": "[Tombstone!]!",
    "inSourceLanguage": "Article!",
    "isExample": "Boolean!",
    "kicker": "String",
    "kind": "ArticleKind!",
    "languages": "[String!]!",
    "lead": "String",
    "locale": "String!",
    "measures": "[Measure!]!",
    "originalLanguage": "String",
    "originalTranslations": "[LinkInLanguage!]!",
    "originalUrl": "String",
    "people": "[Person!]!",
    "publishedAt": "DateTime",
    "revisionNumber": "Int",
    "schemaType": "String!",
    "slug": "String!",
    "title": "String!",
    "translationCredit": "String",
    "translationOrigin": "TranslationOrigin",
    "translationState": "TranslationStateName!"
  },
  "ArticleBodyDynamicZone": {},
  "ArticleEntityResponseCollection": {
    "nodes": "[Article!]!",
    "pageInfo": "Pagination!"
  },
  "ArticleFacet": {
    "choices": "[FacetChoice!]!",
    "name": "ArticleFacetName!"
  },
  "ArticleFinding": {
    "elsewhere": "Int!",
    "facets": "[ArticleFacet!]!",
    "nodes": "[Article!]!",
    "total": "Int!"
  },
  "AudioBlock": {
    "file": "UploadFile",
    "language": "String",
    "title": "String",
    "transcript": "JSON"
  },
  "CalloutBlock": {
    "text": "JSON",
    "title": "String"
  },
  "Change": {
    "article": "Article",
    "date": "String!",
    "day": "String!",
    "decision": "Decision",
    "event": "TimelineEvent",
    "kind": "ChangeKind!",
    "lineage": "Lineage",
    "measure": "Measure",
    "name": "NameInTime",
    "plan": "Plan",
    "project": "FundedProject",
    "stageBefore": "Stage",
    "statusUpdate": "StatusUpdate",
    "tombstone": "Tombstone"
  },
  "ChangePage": {
    "nodes": "[Change!]!",
    "total": "Int!"
  },
  "Citation": {
    "page": "String",
    "quote": "String",
    "source": "Source"
  },
  "Claim": {
    "citations": "[Citation!]!",
    "language": "String",
    "note": "String",
    "statement": "String",
    "translations": "[ClaimTranslation!]!"
  },
  "ClaimTranslation": {
    "language": "String",
    "note": "String",
    "statement": "String"
  },
  "Contribution": {
    "article": "Article",
    "body": "Organisation",
    "certainty": "Certainty!",
    "citations": "[Citation!]!",
    "documentId": "ID!",
    "function": "String",
    "isForWebsite": "Boolean!",
    "locale": "String!",
    "measure": "Measure",
    "organisation": "Organisation",
    "period": "String",
    "person": "Person",
    "plan": "Plan",
    "role": "ContributionRole!",
    "translationOrigin": "TranslationOrigin",
    "translationState": "TranslationStateName!"
  },
  "ContributionEntityResponseCollection": {
    "nodes": "[Contribution!]!",
    "pageInfo": "Pagination!"
  },
  "Decision": {
    "body": "Organisation",
    "citations": "[Citation!]!",
    "countsFrom": "Date",
    "createdAt": "DateTime!",
    "date": "String!",
    "documentId": "ID!",
    "event": "TimelineEvent",
    "goneMeasures": "[Tombstone!]!",
    "isUnanimous": "Boolean",
    "locale": "String!",
    "measure": "Measure",
    "note": "String",
    "outcome": "Outcome!",
    "part": "String",
    "plan": "Plan",
    "reachesMeasures": "Boolean!",
    "translationOrigin": "TranslationOrigin",
    "translationState": "TranslationStateName!",
    "votesAbstained": "Int",
    "votesAgainst": "Int",
    "votesFor": "Int"
  },
  "DocumentLanguages": {
    "titles": "[DocumentTitle!]!",
    "translation": "TranslationState!"
  },
  "DocumentTitle": {
    "locale": "String!",
    "publishedAt": "DateTime!",
    "title": "String!"
  },
  "DownloadBlock": {
    "description": "String",
    "file": "UploadFile",
    "language": "String",
    "title": "String"
  },
  "FacetChoice": {
    "count": "Int!",
    "locale": "String",
    "title": "String",
    "value": "String!"
  },
  "FateCount": {
    "count": "Int!",
    "fate": "Fate!"
  },
  "FieldOfAction": {
    "articles": "[Article!]!",
    "citations": "[Citation!]!",
    "claims": "[Claim!]!",
    "documentId": "ID!",
    "inSourceLanguage": "FieldOfAction!",
    "languages": "[String!]!",
    "locale": "String!",
    "names": "[NameInTime!]!",
    "order": "Int",
    "plan": "Plan",
    "predecessors": "[FieldOfAction!]!",
    "slug": "String!",
    "strand": "Strand",
    "summary": "String",
    "text": "JSON",
    "title": "String!",
    "translationOrigin": "TranslationOrigin",
    "translationState": "TranslationStateName!"
  },
  "FieldOfActionEntityResponseCollection": {
    "nodes": "[FieldOfAction!]!",
    "pageInfo": "Pagination!"
  },
  "FundedProject": {
    "amount": "Int",
    "certainty": "Certainty!",
    "citations": "[Citation!]!",
    "date": "String",
    "description": "String",
    "documentId": "ID!",
    "inSourceLanguage": "FundedProject!",
    "locale": "String!",
    "organisation": "Organisation",
    "title": "String!",
    "translationOrigin": "TranslationOrigin",
    "translationState": "TranslationStateName!"
  },
  "GalleryBlock": {
    "images": "[Image!]!",
    "title": "String"
  },
  "GlossaryTerm": {
    "citations": "[Citation!]!",
    "doNotTranslate": "Boolean!",
    "documentId": "ID!",
    "explanation": "String!",
    "forms": "String",
    "inSourceLanguage": "GlossaryTerm!",
    "inflections": "String",
    "languages": "[String!]!",
    "locale": "String!",
    "period": "String",
    "replacedBy": "GlossaryTerm",
    "slug": "String!",
    "title": "String!",
    "translationOrigin": "TranslationOrigin",
    "translationState": "TranslationStateName!"
  },
  "GlossaryTermEntityResponseCollection": {
    "nodes": "[GlossaryTerm!]!",
    "pageInfo": "Pagination!"
  },
  "Goal": {
    "citations": "[Citation!]!",
    "locale": "String!",
    "title": "String!",
    "translationOrigin": "TranslationOrigin",
    "translationState": "TranslationStateName!"
  },
  "GoneMeasure": {
    "side": "String!",
    "tombstone": "Tombstone!"
  },
  "Image": {
    "author": "String!",
    "decorative": "Boolean!",
    "documentId": "ID!",
    "file": "UploadFile",
    "focusX": "Int!",
    "focusY": "Int!",
    "isExample": "Boolean!",
    "licence": "String!",
    "sourceUrl": "String",
    "texts": "[ImageText!]!"
  },
  "ImageBlock": {
    "image": "Image"
  },
  "ImageText": {
    "alt": "String",
    "caption": "String",
    "language": "String"
  },
  "Lineage": {
    "certainty": "Certainty!",
    "citations": "[Citation!]!",
    "date": "String",
    "documentId": "ID!",
    "from": "[Measure!]!",
    "goneMeasures": "[GoneMeasure!]!",
    "kind": "LineageKind!",
    "locale": "String!",
    "reason": "String",
    "to": "[Measure!]!",
    "toOrganisations": "[Organisation!]!",
    "translationOrigin": "TranslationOrigin",
    "translationState": "TranslationStateName!"
  },
  "LineageFlow": {
    "count": "Int!",
    "from": "FieldOfAction",
    "to": "FieldOfAction"
  },
  "LineagePage": {
    "nodes": "[Lineage!]!",
    "total": "Int!"
  },
  "LinkInLanguage": {
    "language": "String",
    "url": "String"
  },
  "Measure": {
    "articles": "[Article!]!",
    "becameOf": "[Lineage!]!",
    "calls": "[MeasureCall!]!",
    "cameFrom": "[Lineage!]!",
    "certainty": "Certainty!",
    "citations": "[Citation!]!",
    "claims": "[Claim!]!",
    "code": "String",
    "contributions": "[Contribution!]!",
    "cost": "String",
    "decisions": "[Decision!]!",
    "documentId": "ID!",
    "fieldOfAction": "FieldOfAction",
    "fundedProjects": "[FundedProject!]!",
    "goals": "[Goal!]!",
    "inSourceLanguage": "Measure!",
    "indicator": "String",
    "kind": "MeasureKind!",
    "languages": "[String!]!",
    "lead": "Organisation",
    "locale": "String!",
    "names": "[NameInTime!]!",
    "partners": "[Organisation!]!",
    "period": "String",
    "plan": "Plan",
    "proposedBy": "Organisation",
    "publishedAt": "DateTime",
    "revisionNumber": "Int",
    "slug": "String!",
    "stage": "MeasureStage!",
    "statusUpdates": "[StatusUpdate!]!",
    "summary": "String",
    "text": "JSON",
    "timelineEvents": "[TimelineEvent!]!",
    "title": "String!",
    "translationOrigin": "TranslationOrigin",
    "translationState": "TranslationStateName!"
  },
  "MeasureCall": {
    "deadline": "String",
    "round": "Int"
  },
  "MeasureEntityResponseCollection": {
    "nodes": "[Measure!]!",
    "pageInfo": "Pagination!"
  },
  "MeasureFacet": {
    "choices": "[FacetChoice!]!",
    "name": "MeasureFacetName!"
  },
  "MeasureFinding": {
    "elsewhere": "Int!",
    "facets": "[MeasureFacet!]!",
    "nodes": "[Measure!]!",
    "total": "Int!"
  },
  "MeasureStage": {
    "date": "String",
    "stage": "Stage!"
  },
  "MeasureWord": {
    "language": "String",
    "many": "String",
    "one": "String"
  },
  "NameInTime": {
    "citations": "[Citation!]!",
    "from": "String",
    "kind": "NameKind",
    "language": "String",
    "to": "String",
    "value": "String"
  },
  "NamedDocument": {
    "locale": "String!",
    "slug": "String!",
    "title": "String!",
    "type": "NamedType!"
  },
  "Organisation": {
    "about": "String",
    "certainty": "Certainty!",
    "citations": "[Citation!]!",
    "claims": "[Claim!]!",
    "composition": "String",
    "contributions": "[Contribution!]!",
    "contributors": "[Contribution!]!",
    "decisions": "[Decision!]!",
    "documentId": "ID!",
    "fieldOfAction": "FieldOfAction",
    "fundedProjects": "[FundedProject!]!",
    "inSourceLanguage": "Organisation!",
    "kind": "OrganisationKind!",
    "languages": "[String!]!",
    "leads": "[Measure!]!",
    "locale": "String!",
    "logo": "Image",
    "name": "String!",
    "nameLocale": "String",
    "parent": "Organisation",
    "partnerIn": "[Measure!]!",
    "parts": "[Organisation!]!",
    "period": "String",
    "proposed": "[Measure!]!",
    "slug": "String!",
    "timelineEvents": "[TimelineEvent!]!",
    "translationOrigin": "TranslationOrigin",
    "translationState": "TranslationStateName!",
    "website": "String"
  },
  "OrganisationEntityResponseCollection": {
    "nodes": "[Organisation!]!",
    "pageInfo": "Pagination!"
  },
  "Page": {
    "citations": "[Citation!]!",
    "date": "String",
    "documentId": "ID!",
    "inSourceLanguage": "Page!",
    "languages": "[String!]!",
    "lead": "String",
    "locale": "String!",
    "originalUrl": "String",
    "revisionNumber": "Int",
    "slug": "String!",
    "text": "JSON!",
    "title": "String!",
    "translationOrigin": "TranslationOrigin",
    "translationState": "TranslationStateName!"
  },
  "PageEntityResponseCollection": {
    "nodes": "[Page!]!",
    "pageInfo": "Pagination!"
  },
  "Pagination": {
    "pageCount": "Int!"
  },
  "Paragraph": {
    "place": "String!",
    "text": "String!"
  },
  "ParagraphChange": {
    "before": "Paragraph",
    "locale": "String!",
    "now": "Paragraph"
  },
  "Person": {
    "about": "String",
    "articles": "[Article!]!",
    "citations": "[Citation!]!",
    "contributions": "[Contribution!]!",
    "documentId": "ID!",
    "inSourceLanguage": "Person!",
    "isExample": "Boolean!",
    "languages": "[String!]!",
    "locale": "String!",
    "name": "String!",
    "nameInScript": "String",
    "picturesMade": "[Image!]!",
    "picturesOf": "[Image!]!",
    "portrait": "Image",
    "slug": "String!",
    "translationOrigin": "TranslationOrigin",
    "translationState": "TranslationStateName!",
    "website": "String"
  },
  "PersonEntityResponseCollection": {
    "nodes": "[Person!]!",
    "pageInfo": "Pagination!"
  },
  "Phase": {
    "locale": "String!",
    "order": "Int",
    "slug": "String!",
    "title": "String!",
    "translationOrigin": "TranslationOrigin",
    "translationState": "TranslationStateName!",
    "valid": "String"
  },
  "PictureVariant": {
    "mime": "String!",
    "url": "String!",
    "width": "Int!"
  },
  "Plan": {
    "citations": "[Citation!]!",
    "claims": "[Claim!]!",
    "contributions": "[Contribution!]!",
    "decidedBy": "Organisation",
    "decisions": "[Decision!]!",
    "documentId": "ID!",
    "endsOn": "Date",
    "fates": "[FateCount!]!",
    "fundedProjects": "[FundedProject!]!",
    "goneMeasureCount": "Int!",
    "inSourceLanguage": "Plan!",
    "languages": "[String!]!",
    "lineageFlows": "[LineageFlow!]!",
    "lineages": "LineagePage!",
    "locale": "String!",
    "measureCount": "Int!",
    "measureWords": "[MeasureWord!]!",
    "names": "[NameInTime!]!",
    "predecessor": "Plan",
    "silentAfterMonths": "Int!",
    "slug": "String!",
    "stageCounts": "[StageCount!]!",
    "stageWords": "[StageWord!]!",
    "startsOn": "Date",
    "successors": "[Plan!]!",
    "summary": "String",
    "text": "JSON",
    "title": "String!",
    "translationOrigin": "TranslationOrigin",
    "translationState": "TranslationStateName!",
    "updatedAt": "DateTime!",
    "valid": "String!"
  },
  "PlanEntityResponseCollection": {
    "nodes": "[Plan!]!",
    "pageInfo": "Pagination!"
  },
  "Publication": {
    "documentId": "ID!",
    "number": "Int!",
    "publishedOn": "DateTime!",
    "slug": "String!",
    "title": "String!",
    "type": "String!",
    "versions": "[PublishedVersion!]!"
  },
  "PublicationPage": {
    "nodes": "[Publication!]!",
    "total": "Int!"
  },
  "PublishedChange": {
    "fields": "[String!]!",
    "kind": "PublishedChangeKind!",
    "words": "Int!"
  },
  "PublishedVersion": {
    "changed": "PublishedChange",
    "number": "Int!",
    "publishedOn": "DateTime!",
    "withdrawnFor": "String"
  },
  "Query": {
    "article": "Article",
    "articleFinder": "ArticleFinding!",
    "articles": "[Article!]!",
    "articles_connection": "ArticleEntityResponseCollection",
    "changes": "ChangePage!",
    "contributions": "[Contribution!]!",
    "contributions_connection": "ContributionEntityResponseCollection",
    "currentSlug": "String",
    "documentLanguages": "DocumentLanguages",
    "fieldsOfAction": "[FieldOfAction!]!",
    "fieldsOfAction_connection": "FieldOfActionEntityResponseCollection",
    "glossaryTerms_connection": "GlossaryTermEntityResponseCollection",
    "goals": "[Goal!]!",
    "measure": "Measure",
    "measureFinder": "MeasureFinding!",
    "measures": "[Measure!]!",
    "measures_connection": "MeasureEntityResponseCollection",
    "organisations": "[Organisation!]!",
    "organisations_connection": "OrganisationEntityResponseCollection",
    "page": "Page",
    "pages": "[Page!]!",
    "pages_connection": "PageEntityResponseCollection",
    "people": "[Person!]!",
    "people_connection": "PersonEntityResponseCollection",
    "phases": "[Phase!]!",
    "plans": "[Plan!]!",
    "plans_connection": "PlanEntityResponseCollection",
    "publications": "PublicationPage!",
    "reportedFigures": "[ReportedFigure!]!",
    "resolveName": "[NamedDocument!]!",
    "revision": "Revision",
    "search": "SearchFinding!",
    "site": "Site",
    "timelineEvent": "TimelineEvent",
    "timelineEvents": "[TimelineEvent!]!",
    "timelineEvents_connection": "TimelineEventEntityResponseCollection",
    "tombstone": "Tombstone"
  },
  "QuestionAndAnswerBlock": {
    "answer": "JSON",
    "question": "String",
    "speaker": "String"
  },
  "QuoteBlock": {
    "attribution": "String",
    "citations": "[Citation!]!",
    "quote": "String"
  },
  "ReportedFigure": {
    "citations": "[Citation!]!",
    "count": "Int",
    "date": "String",
    "qualifier": "Qualifier!",
    "stage": "Stage",
    "subject": "FigureSubject!",
    "unit": "String"
  },
  "Revision": {
    "isPublic": "Boolean!",
    "locale": "String!",
    "newest": "Int!",
    "number": "Int!",
    "publishedOn": "DateTime!",
    "slug": "String!",
    "snapshot": "JSON",
    "versions": "[PublishedVersion!]!",
    "withdrawnFor": "String"
  },
  "SearchCount": {
    "count": "Int!",
    "type": "SearchedType!"
  },
  "SearchFinding": {
    "counts": "[SearchCount!]!",
    "hits": "[SearchHit!]!",
    "offered": "[SearchHit!]!",
    "otherHits": "[SearchHit!]!",
    "otherTotal": "Int!",
    "total": "Int!"
  },
  "SearchHit": {
    "articleKind": "ArticleKind",
    "documentId": "ID!",
    "excerpt": "[TextPart!]!",
    "locale": "String!",
    "slug": "String!",
    "title": "[TextPart!]!",
    "titleLocale": "String!",
    "type": "SearchedType!"
  },
  "Site": {
    "dataProtectionContact": "String",
    "enforcementBody": "String",
    "inSourceLanguage": "Site!",
    "lead": "String",
    "licence": "String!",
    "locale": "String!",
    "operator": "String",
    "operatorAddress": "String",
    "operatorEmail": "String",
    "operatorPhone": "String",
    "responsible": "String",
    "sourceCode": "String",
    "title": "String!",
    "translationOrigin": "TranslationOrigin",
    "translationState": "TranslationStateName!"
  },
  "Source": {
    "archiveUrl": "String",
    "date": "String",
    "documentId": "ID!",
    "kind": "SourceKind!",
    "label": "String",
    "language": "String!",
    "paperNumber": "String",
    "publisher": "String",
    "url": "String"
  },
  "StageCount": {
    "count": "Int!",
    "field": "FieldOfAction"
  },
  "StageWord": {
    "citations": "[Citation!]!",
    "language": "String",
    "stage": "Stage",
    "word": "String"
  },
  "StatusUpdate": {
    "citations": "[Citation!]!",
    "countsFrom": "Date",
    "createdAt": "DateTime!",
    "date": "String!",
    "documentId": "ID!",
    "locale": "String!",
    "stage": "Stage!",
    "text": "String",
    "translationOrigin": "TranslationOrigin",
    "translationState": "TranslationStateName!"
  },
  "TextBlock": {
    "text": "JSON"
  },
  "TextPart": {
    "isHit": "Boolean!",
    "text": "String!"
  },
  "TimelineEvent": {
    "articles": "[Article!]!",
    "certainty": "Certainty!",
    "citations": "[Citation!]!",
    "claims": "[Claim!]!",
    "date": "String!",
    "decisions": "[Decision!]!",
    "documentId": "ID!",
    "goneMeasures": "[Tombstone!]!",
    "inSourceLanguage": "TimelineEvent!",
    "kind": "EventKind!",
    "languages": "[String!]!",
    "locale": "String!",
    "measures": "[Measure!]!",
    "onShortTimeline": "Boolean!",
    "organisations": "[Organisation!]!",
    "phase": "Phase",
    "plan": "Plan",
    "publishedAt": "DateTime",
    "revisionNumber": "Int",
    "slug": "String!",
    "text": "JSON",
    "title": "String!",
    "translationOrigin": "TranslationOrigin",
    "translationState": "TranslationStateName!"
  },
  "TimelineEventEntityResponseCollection": {
    "nodes": "[TimelineEvent!]!",
    "pageInfo": "Pagination!"
  },
  "Tombstone": {
    "documentId": "ID!",
    "goneOn": "DateTime!",
    "locale": "String!",
    "slug": "String!",
    "title": "String!",
    "type": "String!",
    "wasDeleted": "Boolean!"
  },
  "TranslationState": {
    "changes": "[ParagraphChange!]!",
    "confirmedOn": "DateTime",
    "origin": "TranslationOrigin",
    "state": "TranslationStateName!",
    "translatedFrom": "String",
    "untranslated": "[String!]!"
  },
  "UploadFile": {
    "height": "Int",
    "mime": "String!",
    "size": "Float!",
    "url": "String!",
    "variants": "[PictureVariant!]!",
    "width": "Int"
  },
  "VideoLinkBlock": {
    "description": "String",
    "language": "String",
    "title": "String",
    "url": "String"
  }
}

/** The fields of a type that the operations ask for, with their types in the contract; undefined for what has no fields. */
export function fieldsOfType(type: string): Record<string, string> | undefined {
  return CONTRACT[type]
}

/** The content types of the contract, and what the list of each is called. */
export const LISTS = {
  "Article": "articles",
  "Contribution": "contributions",
  "Decision": "decisions",
  "FieldOfAction": "fieldsOfAction",
  "FundedProject": "fundedProjects",
  "GlossaryTerm": "glossaryTerms",
  "Goal": "goals",
  "Image": "images",
  "Lineage": "lineages",
  "Measure": "measures",
  "Organisation": "organisations",
  "Page": "pages",
  "Person": "people",
  "Phase": "phases",
  "Plan": "plans",
  "ReportedFigure": "reportedFigures",
  "Source": "sources",
  "StatusUpdate": "statusUpdates",
  "TimelineEvent": "timelineEvents"
} as const
