import type { Translated } from '../../wording.ts';
import type { access as reference } from '../de/access.ts';

export const access = {
  // Opening a personal link.
  'access.opening': 'Opening the link …',
  'access.link_invalid_title': 'This link does not open anything at the moment.',
  'access.link_invalid_text':
    'Please call the caseworker who sent you the link. They will send you a new one.',
  'access.link_offline_title': 'No connection.',
  'access.link_offline_text': 'The link stays here. It goes on as soon as the connection is back.',
  'access.restored_title': 'This way in is no longer open.',
  'access.restored':
    'The server was restored from an older backup. It goes on with a new link in this tab; then the page shows what the plan lacks.',
  'access.link_failed_title': 'The link could not be opened just now.',
  'access.try_again': 'Try again',

  // "Bist du Leon?"
  'access.ask_hello': 'Hello.',
  'access.ask_title': 'Are you {name}?',
  'access.ask_own_plan': 'This is about your plan.',
  'access.ask_plan': 'This is about the plan for {child}.',
  'access.ask_yes': 'Yes, I am {name}',
  'access.ask_no': 'No',
  'access.ask_screen_title': 'Is this the big screen in the room?',
  'access.ask_screen_text': 'Everybody in the room will then see the plan for {child}. Nobody writes here.',
  'access.ask_screen_yes': 'Yes, it is',
  'access.language': 'Language',
  'access.address': 'How shall we address you in German?',
  'access.address_du': 'du',
  'access.address_sie': 'Sie',

  // Not me.
  'access.not_me_title': 'No problem.',
  'access.not_me_text': 'We will tell {facilitator}. You can close this page.',
  'access.not_me_back': 'It is me after all: go back',
  'access.not_me_link': 'It is you after all? Then open the link from the message once more.',
  'access.no_cookies_title': 'This browser keeps nothing.',
  'access.no_cookies_text':
    'It allows no cookies. We need one so that nobody else opens your place. Allow cookies for this page, or use another browser.',
  'access.other_browser_title': 'The personal link is missing here.',
  'access.other_browser_text':
    'Open the link from the message in this browser. If it no longer works, ask for a new one.',

  // Waiting.
  'access.lobby_hello': 'Hello {name}.',
  'access.lobby_here': 'You are here.',
  'access.lobby_wait': '{facilitator} will let you in soon.',
  'access.lobby_sealed':
    'The record is closed already. You can read and decide as soon as {facilitator} lets you in or gives you a new link.',
  'access.lobby_second_device':
    'You are already here with another device. {facilitator} sees that a second one is waiting.',
  'access.lobby_screen_title': 'The screen is ready.',
  'access.lobby_screen_wait': '{facilitator} will switch it on soon.',
  'access.lobby_screen_sealed':
    'The record is closed already. It stands here once {facilitator} switches the screen on.',
  'access.meeting_for': 'Plan meeting for {child}',
  'access.meeting_own': 'Your plan meeting',
  'access.meeting_today': 'today, {start} to {end}',
  'access.meeting_day': '{day}, {start} to {end}',
  'access.others_see':
    'The others see your name, where in the plan you are and what you write there, each letter at once. What stands under “Only for me” is seen by you alone.',
  'access.text_bigger': 'Make the text bigger',
  'access.text_normal': 'Make the text smaller again',
  'access.call': 'Call {facilitator}',
  'access.lobby_offline': 'No connection. Your place stays free. You are back as soon as it works again.',

  // Over.
  'access.refused_title': 'You cannot join today.',
  'access.refused_text': '{facilitator} knows about it and is glad to explain why.',
  'access.refused_again': 'A mistake? Knock again',
  'access.refused_link': 'A mistake? Then open the link from the message once more.',
  'access.gone_title': 'Your part is over.',
  'access.gone_text':
    'Thank you for being here. If there is something you still want to say, get in touch with {facilitator}.',
  'access.to_home': 'To the meetings',

  // At the table, before and around it.
  'access.entering': 'Laying the table …',
  'access.page_title': 'Planrunde',
} satisfies Translated<typeof reference>;
