/**
 * Codes of form 1, as they were when it was made. They stand here a second time on purpose: the lists
 * of `shared/domain` may grow or change, what was signed in this form must stay readable as it is.
 * A code that is missing here needs a new form.
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

export const goalKind = ['veraenderungsziel', 'erhaltungsziel', 'klaerungsziel', 'schutzziel'] as const;

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

export const stepStatus = [
  'offen',
  'in_arbeit',
  'erledigt',
  'teilweise_erledigt',
  'nicht_erledigt',
  'entfallen',
] as const;

export const evaluationConsequence = [
  'fortfuehren',
  'anpassen',
  'als_erhaltungsziel_fortfuehren',
  'abschliessen',
  'ersetzen',
  'ruhen_lassen',
] as const;

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

export const resourceDomain = ['persoenlich', 'sozial', 'materiell', 'infrastrukturell'] as const;

export const resourceState = ['erkannt', 'verbunden', 'aktiviert', 'belastet', 'weggefallen'] as const;

export const meetingType = [
  'aufstellung',
  'fortschreibung',
  'zwischengespraech',
  'clearing_auftrag',
  'clearing_abschluss',
  'abschluss',
  'krise',
] as const;

export const meetingMode = ['praesenz', 'hybrid', 'online'] as const;

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

/** Points of advice that a version can say were given. */
export const advicePoint = [
  'consequencesExplained',
  'choiceRightExplained',
  'ombudsOfficeNamed',
  'complaintRouteNamed',
] as const;
