import type { Area } from '../../wording.ts';

/** What only its owner sees, until they show it. */
export const own = {
  'own.title': 'Nur für mich',
  'own.lead': {
    du: 'Niemand am Tisch sieht, was hier steht. Eine Karte kommt erst in den Plan, wenn du sie zeigst.',
    sie: 'Niemand am Tisch sieht, was hier steht. Eine Karte kommt erst in den Plan, wenn Sie sie zeigen.',
    neutral: 'Niemand am Tisch sieht, was hier steht. In den Plan kommt nur, was gezeigt wird.',
  },
  'own.empty': {
    du: 'Hier ist Platz für das, was du erst einmal für dich behalten willst. Du kannst es später zeigen, oder nie.',
    sie: 'Hier ist Platz für das, was Sie erst einmal für sich behalten wollen. Sie können es später zeigen, oder nie.',
    neutral:
      'Hier ist Platz für das, was erst einmal niemand sonst lesen soll. Zeigen geht später, oder gar nicht.',
  },
  'own.add': {
    du: 'Was möchtest du aufschreiben?',
    sie: 'Was möchten Sie aufschreiben?',
    neutral: 'Was soll aufgeschrieben werden?',
  },
  'own.cards': 'Meine Karten',
  'own.kind.ziel': 'Ziel',
  'own.kind.staerke': 'Stärke oder Hilfe',
  'own.kind.satz': 'Satz',
  'own.start.ziel': 'Das möchte ich …',
  'own.start.staerke': 'Das kann ich, oder das hilft mir …',
  'own.start.satz': 'Das will ich sagen …',
  'own.words': '{kind}, nur für mich',
  'own.show': 'Zeigen',
  'own.show_what': 'Zeigen: {words}',
  'own.who': 'Dann sehen es alle: {here} am Tisch{remote, plural, =0 {} other {, # von fern}}.',
  'own.who_alone': 'Gerade ist sonst niemand da. Wer dazukommt, sieht es dann.',
  'own.who_screen': 'Es steht auch auf dem großen Bildschirm.',
  'own.show_no': 'Noch nicht',
  'own.show_yes': 'Allen zeigen',
  'own.show_waits':
    'Die letzten Worte sind noch nicht gespeichert. Die Karte bleibt so lange hier, nichts ist verloren.',
  'own.failed': 'Das hat nicht geklappt, nichts ist verloren. {reason}',
  'own.plan_closed':
    'Der Plan ist gerade geschlossen. Schreiben geht hier weiter, zeigen erst wieder, wenn er offen ist.',
  'own.put_away': 'Weglegen',
  'own.put_away_what': 'Weglegen: {words}',
  'own.is_away': 'Weggelegt: {words}',
  'own.bring_back': 'Zurückholen',
  'own.shown': 'Schon gezeigt',
  'own.take_back': 'Zurücknehmen',
  'own.take_back_what': 'Zurücknehmen: {words}',
  'own.is_shown': 'Gezeigt. Alle sehen es jetzt.',
  'own.is_back': {
    du: 'Zurückgenommen. Jetzt siehst wieder nur du es.',
    sie: 'Zurückgenommen. Jetzt sehen wieder nur Sie es.',
    neutral: 'Zurückgenommen. Am Tisch ist es nicht mehr zu sehen.',
  },
} as const satisfies Area;
