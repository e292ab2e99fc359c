import type { Area } from '../../wording.ts';

export const ui = {
  // Save state, in words. It is fed by acknowledgements alone.
  'save.saved': 'gespeichert',
  'save.saving': 'wird gespeichert …',
  'save.draft': 'noch nicht eingetragen',
  'save.offline': {
    du: 'Kein Netz. Schreib ruhig weiter. Wir schicken es ab, sobald es wieder geht. Lass diese Seite offen.',
    sie: 'Kein Netz. Schreiben Sie ruhig weiter. Wir schicken es ab, sobald es wieder geht. Lassen Sie diese Seite offen.',
    neutral: 'Verbindung wird gesucht. Das Bild bleibt stehen.',
  },
  'save.offline_reading': 'Kein Netz. Lesen geht weiter, abgeben erst wieder mit Netz.',
  'save.offline_short': 'kein Netz',
  'save.offline_waiting':
    '{count, plural, =0 {Nichts wartet.} one {Eine Änderung wartet auf dieser Seite.} other {# Änderungen warten auf dieser Seite.}}',
  'field.date_problem': 'Das ist noch kein ganzes Datum, zum Beispiel 01.09.2026. Es gilt, was vorher galt.',
  'field.date_impossible':
    'Diesen Tag gibt es nicht. Jahre gehen von 1900 bis 2199. Es gilt, was vorher galt.',
  'field.number_problem': 'Hier passt eine Zahl von 0 bis 9999, zum Beispiel 2,5. Es gilt, was vorher galt.',
  'save.back': 'Wieder verbunden. Alles ist angekommen.',
  'save.refused':
    '{count, plural, one {Eine Änderung wurde nicht übernommen.} other {# Änderungen wurden nicht übernommen.}}',
  'save.closed': 'nicht mehr verbunden',
  'save.leave_warning': 'Noch nicht alles ist gespeichert.',

  // What the server did not take over, and why.
  'refused.title': 'Nicht übernommen',
  'refused.title_count': 'Nicht übernommen{count, plural, one {} other { (#)}}',
  'refused.place': 'Es gehörte zu: {place}',
  'refused.copy': 'Text kopieren',
  'refused.put_back': 'Wieder einsetzen',
  'refused.restored':
    'Das war gespeichert. Der Server wurde aus einer älteren Sicherung wiederhergestellt, und dort fehlt es.',
  'restored.elsewhere':
    'Nach einer Wiederherstellung fehlen Worte im Plan, die noch auf diesen Seiten stehen: {names}.',
  'restored.closed':
    'Der Server wurde aus einer älteren Sicherung wiederhergestellt. Hier steht, was diese Seite zuletzt gesehen hat. Mit einem neuen Link in diesem Tab geht es weiter; dann zeigt die Seite, was im Plan fehlt.',
  'refused.dismiss': 'Weglegen',
  'refused.forbidden_part': 'An dieser Stelle schreiben gerade nur andere.',
  'refused.locked': 'Der Plan wird gerade gelesen. Zum Ändern muss er wieder geöffnet werden.',
  'refused.locked_open': 'Der Plan war gerade zu, als das kam. Jetzt ist er wieder offen.',
  'refused.locked_sealed': 'Der Plan ist abgeschlossen. Geändert wird er erst beim nächsten Gespräch.',
  'refused.too_large': 'Das ist zu lang für diese Stelle. In kürzeren Teilen geht es.',
  'refused.malformed': 'Das konnten wir nicht lesen.',
  'refused.not_causal': 'Das kam nicht an. Der Text steht hier.',
  'refused.quota':
    'Dafür ist in diesem Plan kein Platz mehr. Kürzen, verschieben und vom Tisch nehmen geht weiter.',
  'refused.foreign_client': 'Dieses Gerät musste neu beginnen.',
  'refused.rate': 'Das kam zu schnell hintereinander.',
  'refused.schema': 'Das passt an diese Stelle nicht.',
  'refused.field_gone': 'Das Feld war da schon zu. Hier steht, was noch getippt wurde.',
  'refused.replaced': 'An dieser Stelle steht inzwischen etwas anderes.',

  // What of the plan is nearly full or full, and what makes room. Freezing makes room of what was removed.
  'quota.near.own': '„Nur für mich“ ist fast voll. Kürzere Texte machen Platz.',
  'quota.near.plan':
    'Der Plan ist fast voll. Platz entsteht, wenn lange Texte kürzer werden, oder durch Einfrieren und Wiederöffnen.',
  'quota.near.goals':
    'Es sind fast so viele Ziele, wie der Plan fasst. Was nicht gebraucht wird, kann vom Tisch.',
  'quota.near.resources':
    'Es sind fast so viele Stärken, wie der Plan fasst. Was nicht gebraucht wird, kann vom Tisch. Nach dem Einfrieren ist wieder Platz.',
  'quota.near.agreements':
    'Es sind fast so viele Vereinbarungen, wie der Plan fasst. Was nicht gebraucht wird, kann vom Tisch. Nach dem Einfrieren ist wieder Platz.',
  'quota.near.service':
    'Es sind fast so viele Hilfen, wie der Plan fasst. Was nicht gebraucht wird, kann vom Tisch. Nach dem Einfrieren ist wieder Platz.',
  'quota.full.own': '„Nur für mich“ ist voll. Neues passt hinein, wenn Texte kürzer sind.',
  'quota.full.plan':
    'Der Plan ist voll. Kürzen, verschieben und vom Tisch nehmen geht weiter. Neues passt hinein, wenn Texte kürzer sind, oder nach Einfrieren und Wiederöffnen.',
  'quota.full.goals':
    'Der Plan ist voll. Ist ein Ziel vom Tisch, passt ein neues hinein; sonst ist nach dem Einfrieren wieder Platz.',
  'quota.full.resources':
    'Mehr Stärken fasst der Plan nicht. Was nicht gebraucht wird, kann vom Tisch. Nach Einfrieren und Wiederöffnen ist wieder Platz.',
  'quota.full.agreements':
    'Mehr Vereinbarungen fasst der Plan nicht. Was nicht gebraucht wird, kann vom Tisch. Nach Einfrieren und Wiederöffnen ist wieder Platz.',
  'quota.full.service':
    'Mehr Hilfen fasst der Plan nicht. Was nicht gebraucht wird, kann vom Tisch. Nach Einfrieren und Wiederöffnen ist wieder Platz.',

  // Whole pages.
  'ui.loading': 'Einen Moment …',
  'ui.no_network': 'Kein Netz. Bitte gleich noch einmal versuchen.',
  'ui.unexpected_answer': 'Das hat gerade nicht geklappt. Bitte gleich noch einmal versuchen.',
  'ui.crashed_title': 'Hier hakt etwas.',
  'ui.crashed_text': 'Was gespeichert ist, bleibt gespeichert. Nach dem Neuladen geht es weiter.',
  'ui.reload': 'Neu laden',
  'ui.new_version': 'Es gibt eine neue Fassung des Programms. Neu laden? Nichts geht verloren.',
  'ui.renewed': {
    du: 'Planrunde wurde erneuert. Bitte lade die Seite neu.',
    sie: 'Planrunde wurde erneuert. Bitte laden Sie die Seite neu.',
    neutral: 'Planrunde wurde erneuert. Bitte die Seite neu laden.',
  },
  'ui.part_missing': 'Dieser Teil der Seite lässt sich gerade nicht laden. Alles andere geht weiter.',
  'ui.part_again': 'Noch einmal versuchen',
  'ui.part_outdated': {
    du: 'Planrunde ist inzwischen erneuert worden. Schreib ruhig zu Ende und lade die Seite dann neu.',
    sie: 'Planrunde ist inzwischen erneuert worden. Schreiben Sie ruhig zu Ende und laden Sie die Seite dann neu.',
    neutral: 'Planrunde ist inzwischen erneuert worden. Nach dem Neuladen der Seite geht es hier weiter.',
  },
  'ui.page_not_loaded': 'Diese Seite lässt sich gerade nicht laden.',
  'ui.page_missing_title': 'Diese Seite gibt es nicht.',
  'ui.page_missing_text': 'Vielleicht fehlt ein Stück vom Link.',
  'ui.to_start': 'Zur Startseite',

  // Cards, the same in list, board, wall and reading view.
  'ui.card.direction': 'Richtungsziel {number}',
  'ui.card.action': 'Handlungsziel {number}',
  'ui.card.now': 'gerade dran',
  'ui.card.new': 'gerade neu',
  'ui.card.more': '{count, plural, one {eine weitere Stärke} other {# weitere Stärken}}',
  'ui.step.open': 'offen',
  'ui.step.partly': 'teilweise geschafft',
  'ui.step.done': 'geschafft',
  'ui.steps':
    '{open, plural, =0 {{done, plural, =0 {Noch kein Schritt} one {Ein Schritt geschafft} other {# Schritte geschafft}}} one {Ein Schritt offen{done, plural, =0 {} other {, # geschafft}}} other {# Schritte offen{done, plural, =0 {} other {, # geschafft}}}}',
  'ui.scale.before': 'damals',
  'ui.scale.target': 'Ziel',
  'ui.scale.target_is': 'Ziel {target}',
  'ui.scale.from_to': '{name} {before} nach {now}',
  'ui.scale.only_now': '{name} {now}',
  'ui.scale.only_before': '{name} damals {before}',
  'ui.quote.says': '{name} sagt:',
  'ui.quote.text': '„{text}“',
} as const satisfies Area;
