/** What the seed must hold of the collected facts: copied here, so that nothing of it can get lost unseen. */

/**
 * Handlungsansätze of the plan of 2008: slug, code (with `?` where it is concluded from the order, null where none was
 * found), and the stage of the newest report, null where none could be read.
 */
export const APPROACHES_2008: readonly (readonly [slug: string, code: string | null, stage: string | null])[] = [
  ['fortbildung-fachpersonal-kita', '1-1-1', 'in_progress'],
  ['sprachfoerderung-kitas', '1-1-2', 'ongoing'],
  ['sprachfoerderung-hippy-fun-elternwerkstaetten', '1-1-3', 'ongoing'],
  ['kulturelle-bildung-musikalische-frueherziehung', '1-1-4', 'ongoing'],
  ['wertschaetzung-wirtschaft-oeffentlichkeitsarbeit', '2-2-1', null],
  ['kompetenzerhoehung-migrantinnen', '3-1-1', 'ongoing'],
  ['maedchenspezifische-arbeit', '3-1-2', 'ongoing'],
  ['kultursensible-beratung-frauen', '3-1-3?', 'in_progress'],
  ['kulturaustausch-interkulturelle-initiativen', '4-2-1', 'ongoing'],
  ['auftritte-stadtteilkultur', '4-2-2', 'in_progress'],
  ['fortbildung-stadtteileinrichtungen', '4-2-3', 'in_progress'],
  ['sportfoerderprogramme-lobbyarbeit', '4-4-1', 'in_progress'],
  ['frauenfoerderung-sport', '4-4-2', 'in_progress'],
  ['stelle-gegen-rassismus-im-sport', '4-4-3', null],
  ['fachausschuss-integration-europa', '5-1-2?', 'in_progress'],
  ['lokaler-integrationsrat-fortfuehrung', '5-1-3', null],
  ['gesellschaftsfonds-zusammenleben', '5-1-4?', 'completed'],
  ['integrationsbeiraete-stadtbezirke', '5-1-5?', 'in_progress'],
  ['runder-tisch-gleichberechtigung', '5-1-6', null],
  ['zehn-punkte-aktionsplan', '5-3-1', 'in_progress'],
  ['antidiskriminierungsstelle-staerken', '5-3-2', null],
  ['buendnis-gegen-diskriminierung', '5-3-3?', 'in_progress'],
  ['einlasskontrollen-diskotheken', '5-3-4?', null],
  ['schule-ohne-rassismus', '5-3-5?', null],
  ['information-junge-menschen-diskriminierung', '5-3-6?', null],
  ['verwaltungsdolmetscherdienst', null, 'ongoing'],
]

/** All sources that were collected, one of two of the same address, and four papers that only the seed names. */
export const SOURCE_COUNT = 176

/** Sources that nobody can open: known by their title alone. */
export const WITHOUT_ADDRESS = ['source:lipvt', 'source:einbkamp']

/** What an event names no day for, but what is known of its order: the first and the last day it can have been. */
export const BOUNDS: Readonly<Record<string, readonly [notBefore: string, notAfter: string]>> = {
  'sechs-facharbeitsgruppen-der-verwaltung-legen-den-ersten': ['2007-02', '2007-09-19'],
  'oberbuergermeister-stephan-weil-gibt-die-vorbereitung-eines': ['2006-09-01', '2006-12-20'],
  'ratsbeschluss-verwaltung-soll-ein-interkulturelles': ['2004-01-01', '2004-12-31'],
  'rat-beschliesst-den-lokalen-integrationsplan': ['2008-06-01', '2008-06-30'],
  'rat-beauftragt-die-verwaltung-mit-der-neuauflage-des-lip': ['2018-01-01', '2018-12-31'],
  'informationsdrucksache-aktualisierung-des-lip': ['2019-03-01', '2019-06-14'],
  'online-befragungen-der-stadtgesellschaft-und-der-beschaeftigten': ['2019-01-01', '2020-12-31'],
  'erste-online-umfrage-zu-begriffen-und-themen': ['2020-03-01', '2020-06-30'],
  'die-ueberarbeitung-des-lip-beginnt': ['2020-01-01', '2020-01-17'],
  'verwaltungsentwurf-des-strategiepapiers-als-beschlussdrucksache': ['2021-01-01', '2021-02-24'],
  'das-strategiepapier-heisst-jetzt-wir-sind-hannover': ['2021-01-01', '2021-01-31'],
  'expertinnengruppen-uebergeben-ihren-reader': ['2021-05-18', '2021-10-30'],
  'klausurtagung-des-internationalen-ausschusses-zum-ziel-und': ['2021-05-19', '2021-10-31'],
  'internationaler-ausschuss-verabschiedet-den-wir2-0-einstimmig': ['2022-07-11', '2022-09-29'],
  'rat-beschliesst-den-wir2-0': ['2022-09-01', '2022-09-30'],
  '12-sitzung-des-internationalen-ausschusses-bisher-ueber-80-000': ['2023-01-01', '2023-12-31'],
  'verwaltungsausschuss-verabschiedet-die-geaenderte': ['2024-03-16', '2025-08-17'],
  'zwischenbericht-zur-halbzeit-des-wir2-0': ['2025-05-01', '2025-05-16'],
  '1-controlling-bericht-zum-lip': ['2010-01-01', '2010-12-31'],
  'zweiter-controlling-bericht-zum-lip': ['2012-01-01', '2013-06-30'],
  'gruendung-des-miso-netzwerks-hannover': ['2012-01-01', '2012-12-31'],
  'start-des-portals-welt-in-hannover-de-durch-kargah-und': ['2014-01-01', '2014-12-31'],
}

/** What came before what. */
export const ORDER_PAIRS: readonly (readonly [before: string, after: string])[] = [
  ['sechs-facharbeitsgruppen-der-verwaltung-legen-den-ersten', 'oberbuergermeister-stellt-den-entwurf-des-lokalen'],
  ['oberbuergermeister-stellt-den-entwurf-des-lokalen', 'erstes-integrationsforum-im-rathaus'],
  [
    'verwaltungsentwurf-des-strategiepapiers-als-beschlussdrucksache',
    'rat-beschliesst-das-strategiepapier-wir-sind-hannover',
  ],
  ['expertinnengruppen-uebergeben-ihren-reader', 'klausurtagung-des-internationalen-ausschusses-zum-ziel-und'],
  ['klausurtagung-des-internationalen-ausschusses-zum-ziel-und', 'lenkungsgruppe-handlungsfeld-wirtschaft'],
  ['internationaler-ausschuss-verabschiedet-den-wir2-0-einstimmig', 'rat-beschliesst-den-wir2-0'],
  ['informationsdrucksache-aktualisierung-des-lip', 'internationaler-ausschuss-beschliesst-organisation-prozess-und'],
  ['erste-online-umfrage-zu-begriffen-und-themen', 'zweite-online-umfrage-in-acht-sprachen'],
]

/** Measures that a catalogue call, a report or a focus places in the catalogue of September 2022, and how surely. */
export const IN_THE_CATALOGUE: Readonly<Record<string, string>> = {
  'kulturorte-der-vielfalt': '2022-09', 'kulturdialoge-postmigrantisch': '2022-09', 'communities-wohnungslose': '2022-09',
  'antidiskriminierungsstelle': '2022-09', 'selbststaendige-ankunftsquartiere': '2022-09',
  'aufsuchende-erwachsenenbildung': '2022-09', 'uebergangs-ausbildungsbegleitung': '2022-09',
  'offensive-antischwarzer-rassismus': '2022-09?', 'anteil-beschaeftigte': '2022-09?',
  'mehrsprachigkeit-kompetenz': '2022-09?',
}

/** Measures of which nobody could read whether they are in it. */
export const PERHAPS_IN_THE_CATALOGUE = [
  'politische-bildung-schulen', 'netzwerk-postmigrantischer-vereine', 'popup-gastro',
  'netzwerk-diskriminierungssensibel', 'schutz-fgm', 'projekt-stadtbibliothek', 'diverse-autorenszene',
  'selbstueberpruefung-migrationskompetenz', 'online-angebote-verwaltung',
]

/** What a decision on a measure says of its stage. */
export const SAID_BY_OUTCOME: Readonly<Record<string, string | undefined>> = {
  proposed: 'proposed', agreed: 'proposed', agreed_with_changes: 'proposed', postponed: 'postponed',
  rejected: 'struck', struck: 'struck', made_recommendation: 'recommendation', adopted: 'adopted',
  funded: 'in_progress',
}
