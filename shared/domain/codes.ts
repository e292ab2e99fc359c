/**
 * Value lists of the field. The code is what is stored; its labels stand beside it.
 * Codes are fixed, labels may be renamed by an office later.
 */

export const personRole = [
  'junger_mensch',
  'personensorgeberechtigt',
  'elternteil_ohne_sorge',
  'junger_volljaehriger',
  'geschwister',
  'familienmitglied',
  'vertrauensperson',
  'vormund_pfleger',
  'pflegeperson',
  'fachkraft_jugendamt',
  'fachkraft_traeger',
  'weitere_fachkraft',
  'dolmetscher',
  'moderation',
  'protokoll',
] as const;
export type PersonRole = (typeof personRole)[number];

export const goalLevel = ['leitziel', 'richtungsziel', 'handlungsziel', 'handlungsschritt'] as const;
export type GoalLevel = (typeof goalLevel)[number];

export const goalKind = ['veraenderungsziel', 'erhaltungsziel', 'klaerungsziel', 'schutzziel'] as const;
export type GoalKind = (typeof goalKind)[number];

export const goalStatus = [
  'entwurf',
  'vereinbart',
  'in_arbeit',
  'erreicht',
  'teilweise_erreicht',
  'nicht_erreicht',
  'ruht',
  'entfallen',
] as const;
export type GoalStatus = (typeof goalStatus)[number];

export const stepStatus = [
  'offen',
  'in_arbeit',
  'erledigt',
  'teilweise_erledigt',
  'nicht_erledigt',
  'entfallen',
] as const;
export type StepStatus = (typeof stepStatus)[number];

export const evaluationConsequence = [
  'fortfuehren',
  'anpassen',
  'als_erhaltungsziel_fortfuehren',
  'abschliessen',
  'ersetzen',
  'ruhen_lassen',
] as const;
export type EvaluationConsequence = (typeof evaluationConsequence)[number];

export const lifeArea = [
  'familie_erziehung',
  'schule_ausbildung_arbeit',
  'soziale_kontakte_freizeit',
  'gesundheit',
  'wohnen_finanzen',
  'persoenlichkeit_verhalten',
  'verselbststaendigung',
  'kultur_sprache_religion',
] as const;
export type LifeArea = (typeof lifeArea)[number];

export const resourceDomain = ['persoenlich', 'sozial', 'materiell', 'infrastrukturell'] as const;
export type ResourceDomain = (typeof resourceDomain)[number];

export const resourceState = ['erkannt', 'verbunden', 'aktiviert', 'belastet', 'weggefallen'] as const;
export type ResourceState = (typeof resourceState)[number];

export const riskRange = [
  'leistungsbereich',
  'graubereich',
  'gefaehrdungsbereich',
  'nicht_eingeschaetzt',
] as const;
export type RiskRange = (typeof riskRange)[number];

export const meetingType = [
  'aufstellung',
  'fortschreibung',
  'zwischengespraech',
  'clearing_auftrag',
  'clearing_abschluss',
  'abschluss',
  'krise',
] as const;
export type MeetingType = (typeof meetingType)[number];

export const meetingMode = ['praesenz', 'hybrid', 'online'] as const;
export type MeetingMode = (typeof meetingMode)[number];

export const meetingPhase = [
  'vorbereitung',
  'ankommen',
  'anliegen',
  'sicht_kind',
  'rueckblick',
  'sicht_weitere',
  'ressourcen',
  'ziele',
  'vereinbarungen',
  'abschluss',
] as const;
export type MeetingPhase = (typeof meetingPhase)[number];

export const attendance = [
  'vor_ort',
  'per_link',
  'telefonisch',
  'schriftlich',
  'vertreten_durch_vertrauensperson',
  'zeitweise',
  'entschuldigt',
  'nicht_erschienen',
  'nicht_eingeladen',
] as const;
export type Attendance = (typeof attendance)[number];

export const signatureStatus = [
  'ausstehend',
  'bedenkzeit',
  'unterschrieben',
  'mit_anmerkung',
  'mit_abweichender_meinung',
  'zur_kenntnis_genommen',
  'verweigert',
  'nicht_erforderlich',
  'abwesend',
] as const;
export type SignatureStatus = (typeof signatureStatus)[number];

export const signatureMethod = [
  'finger_auf_tablet',
  'bestaetigung_per_link',
  'kontoanmeldung',
  'papier',
  'qualifizierte_signatur',
  'zeichen_des_kindes',
] as const;
export type SignatureMethod = (typeof signatureMethod)[number];

export const protocolState = [
  'entwurf',
  'vorgelesen',
  'zur_unterschrift',
  'abgeschlossen',
  'ersetzt',
] as const;
export type ProtocolState = (typeof protocolState)[number];

export const visibility = [
  'alle_beteiligten',
  'familie_und_jugendamt',
  'fachkraefte',
  'nur_jugendamt',
  'nur_traeger',
  'nur_kind_und_vertraute',
  'nur_ich',
] as const;
export type Visibility = (typeof visibility)[number];

export const helpForm = [
  's27_2',
  's28',
  's29',
  's30',
  's31',
  's32',
  's33',
  's34',
  's35',
  's35a',
  's41',
  's41a',
  'dk_bl_32',
  'dk_bl_46_47',
  'dk_sel_141',
] as const;
export type HelpForm = (typeof helpForm)[number];

export const relationQuality = [
  'eng',
  'sehr_eng',
  'neutral',
  'distanziert',
  'konflikthaft',
  'ambivalent',
  'abgebrochen',
] as const;
export type RelationQuality = (typeof relationQuality)[number];

export const partnershipState = [
  'verheiratet',
  'eingetragene_partnerschaft',
  'zusammenlebend',
  'paar_getrennte_haushalte',
  'getrennt',
  'geschieden',
  'verwitwet',
] as const;
export type PartnershipState = (typeof partnershipState)[number];

export const parentChildKind = ['leiblich', 'adoptiert', 'pflege', 'stief'] as const;
export type ParentChildKind = (typeof parentChildKind)[number];

export const offerLinkState = [
  'vorgeschlagen',
  'informiert',
  'kontakt_hergestellt',
  'angebunden',
  'beendet',
  'abgelehnt',
  'nicht_verfuegbar',
] as const;
export type OfferLinkState = (typeof offerLinkState)[number];
