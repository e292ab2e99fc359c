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
  'own.place.ziel': 'bei den Zielen',
  'own.place.staerke': 'bei den Stärken',
  'own.place.satz': 'bei „{section}“',
  'own.who':
    'Dann steht es im Plan {place}. Alle anderen können es lesen: {here} am Tisch{remote, plural, =0 {} other {, # von fern}}.',
  'own.who_alone':
    'Dann steht es im Plan {place}. Gerade ist sonst niemand da. Wer dazukommt, kann es lesen.',
  'own.who_screen': 'Es steht dann auch auf dem großen Bildschirm.',
  'own.show_no': 'Noch nicht',
  'own.show_yes': 'Allen zeigen',
  'own.show_waits':
    'Die letzten Worte sind noch nicht gespeichert. Die Karte bleibt hier, solange diese Seite offen ist.',
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
  'own.off_table': 'Liegt nicht mehr auf dem Tisch.',
  'own.is_shown': 'Gezeigt. Es steht jetzt im Plan {place}.',
  'own.is_back': {
    du: 'Zurückgenommen. Jetzt siehst wieder nur du es.',
    sie: 'Zurückgenommen. Jetzt sehen wieder nur Sie es.',
    neutral: 'Zurückgenommen. Am Tisch ist es nicht mehr zu sehen.',
  },
} as const satisfies Area;
