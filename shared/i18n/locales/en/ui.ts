import type { Translated } from '../../wording.ts';
import type { ui as reference } from '../de/ui.ts';

export const ui = {
  // Save state, in words. It is fed by acknowledgements alone.
  'save.saved': 'saved',
  'save.saving': 'saving …',
  'save.draft': 'not entered yet',
  'save.offline': {
    du: 'No connection. Keep writing. We will send it when you are back online. Leave this page open.',
    sie: 'No connection. Keep writing. We will send it when you are back online. Leave this page open.',
    neutral: 'Looking for the connection. The picture stays.',
  },
  'save.offline_reading': 'No connection. You can go on reading; handing in needs a connection again.',
  'save.offline_short': 'no connection',
  'save.offline_waiting':
    '{count, plural, =0 {Nothing is waiting.} one {One change is waiting on this page.} other {# changes are waiting on this page.}}',
  'field.date_problem':
    'This is not a whole date yet, such as 1 September 2026. What was there before still counts.',
  'field.date_impossible':
    'There is no such day. Years go from 1900 to 2199. What was there before still counts.',
  'field.number_problem':
    'A number from 0 to 9999 fits here, such as 2.5. What was there before still counts.',
  'save.back': 'Connected again. Everything has arrived.',
  'save.refused': '{count, plural, one {One change was not saved.} other {# changes were not saved.}}',
  'save.closed': 'no longer connected',
  'save.leave_warning': 'Not everything is saved yet.',

  // What the server did not take over, and why.
  'refused.title': 'Not saved',
  'refused.title_count': 'Not saved{count, plural, one {} other { (#)}}',
  'refused.place': 'It belonged to: {place}',
  'refused.copy': 'Copy the text',
  'refused.put_back': 'Put it back in',
  'refused.restored': 'This was saved. The server was restored from an older backup, which does not hold it.',
  'restored.elsewhere': 'After a restore the plan lacks words that still stand on these pages: {names}.',
  'restored.closed':
    'The server was restored from an older backup. Here stands what this page has last seen. It goes on with a new link in this tab; then the page shows what the plan lacks.',
  'refused.dismiss': 'Put away',
  'refused.forbidden_part': 'Only others write in this place at the moment.',
  'refused.locked': 'The plan is being read. It has to be opened again before it can change.',
  'refused.locked_open': 'The plan was closed when this came. It is open again now.',
  'refused.locked_sealed': 'The plan is sealed. It changes at the next meeting.',
  'refused.too_large': 'That is too long for this place. It works in shorter parts.',
  'refused.malformed': 'We could not read that.',
  'refused.not_causal': 'Something before it was missing. We have compared again.',
  'refused.quota':
    'There is no more room for this in the plan. Shortening, moving and taking off the table still work.',
  'refused.foreign_client': 'This device had to start again.',
  'refused.rate': 'That came too fast.',
  'refused.schema': 'That does not fit in this place.',
  'refused.field_gone': 'The field was closed by then. This is what was still typed.',
  'refused.replaced': 'Something else stands in this place by now.',

  // What of the plan is nearly full or full, and what makes room. Freezing makes room of what was removed.
  'quota.near.own': 'What is only yours is nearly full. Shorter texts make room.',
  'quota.near.plan':
    'The plan is nearly full. Shorter texts make room, and so does freezing the plan and opening it again.',
  'quota.near.goals':
    'There are nearly as many goals as the plan can hold. What is not needed can be taken off the table.',
  'quota.near.resources':
    'There are nearly as many strengths as the plan can hold. What is not needed can be taken off the table. After freezing there is room again.',
  'quota.near.agreements':
    'There are nearly as many agreements as the plan can hold. What is not needed can be taken off the table. After freezing there is room again.',
  'quota.near.service':
    'There are nearly as many helps as the plan can hold. What is not needed can be taken off the table. After freezing there is room again.',
  'quota.full.own': 'What is only yours is full. Something new fits when texts are shorter.',
  'quota.full.plan':
    'The plan is full. Shortening, moving and taking off the table still work. Something new fits when texts are shorter, or after freezing the plan and opening it again.',
  'quota.full.goals':
    'The plan cannot hold more goals. For a new one another has to be taken off the table; otherwise there is room after freezing.',
  'quota.full.resources':
    'The plan cannot hold more strengths. What is not needed can be taken off the table. After freezing the plan and opening it again there is room.',
  'quota.full.agreements':
    'The plan cannot hold more agreements. What is not needed can be taken off the table. After freezing the plan and opening it again there is room.',
  'quota.full.service':
    'The plan cannot hold more helps. What is not needed can be taken off the table. After freezing the plan and opening it again there is room.',

  // Whole pages.
  'ui.loading': 'One moment …',
  'ui.no_network': 'No connection. Please try again in a moment.',
  'ui.unexpected_answer': 'That did not work just now. Please try again in a moment.',
  'ui.crashed_title': 'Something got stuck.',
  'ui.crashed_text': 'What is saved stays saved. It goes on after reloading.',
  'ui.reload': 'Reload',
  'ui.new_version': 'There is a new version of the program. Reload? Nothing gets lost.',
  'ui.renewed': 'Planrunde was renewed. Please reload the page.',
  'ui.part_missing': 'This part of the page cannot be loaded right now. Everything else goes on.',
  'ui.part_again': 'Try again',
  'ui.part_outdated':
    'Planrunde has been renewed meanwhile. Finish what you are writing, then reload the page.',
  'ui.page_not_loaded': 'This page cannot be loaded right now.',
  'ui.page_missing_title': 'There is no such page.',
  'ui.page_missing_text': 'Perhaps a piece of the link is missing.',
  'ui.to_start': 'To the start page',

  // Cards, the same in list, board, wall and reading view.
  'ui.card.direction': 'Direction goal {number}',
  'ui.card.action': 'Action goal {number}',
  'ui.card.now': 'being discussed',
  'ui.card.new': 'just now',
  'ui.card.more': '{count, plural, one {one more help} other {# more helps}}',
  'ui.step.open': 'open',
  'ui.step.partly': 'partly done',
  'ui.step.done': 'done',
  'ui.steps':
    '{open, plural, =0 {{done, plural, =0 {No step yet} one {One step done} other {# steps done}}} one {One step open{done, plural, =0 {} other {, # done}}} other {# steps open{done, plural, =0 {} other {, # done}}}}',
  'ui.scale.before': 'then',
  'ui.scale.target': 'goal',
  'ui.scale.target_is': 'goal {target}',
  'ui.scale.from_to': '{name} {before} to {now}',
  'ui.scale.only_now': '{name} {now}',
  'ui.scale.only_before': '{name} {before} then',
  'ui.quote.says': '{name} says:',
  'ui.quote.text': '“{text}”',
} satisfies Translated<typeof reference>;
