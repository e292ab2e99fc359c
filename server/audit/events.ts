import type { AccountRole } from '#shared/access/account-roles.ts';
import type { Attendance, MeetingPhase } from '#shared/domain/codes.ts';
import type { Decision, SignoffMethod } from '#shared/protocol/decisions.ts';

/**
 * Everything that is written down, as one closed list for each kind of subject. Bodies hold ids, codes
 * and hashes, never names or content: an erased case leaves a chain that still verifies.
 */
export interface AuditEvents {
  case: CaseEvent;
  meeting: MeetingEvent;
  account: AccountEvent;
}

/** Kinds of subjects that have a chain. */
export type ChainKind = keyof AuditEvents;

/** What happens to a case. */
export type CaseEvent =
  | { type: 'case_opened'; body: { by: string } }
  | { type: 'case_archived'; body: { by: string } };

/** What happens to an account. `by`: the command that did it. */
export type AccountEvent =
  | { type: 'account_made'; body: { by: string } }
  | { type: 'account_changed'; body: { by: string } }
  | { type: 'account_invited'; body: { by: string; role: AccountRole } }
  | { type: 'access_link_made'; body: { by: string; linkId: string } }
  | { type: 'access_link_used'; body: { linkId: string } }
  | { type: 'role_changed'; body: { by: string; from: AccountRole; to: AccountRole } }
  | { type: 'account_deactivated'; body: { by: string } }
  | { type: 'account_reactivated'; body: { by: string } }
  | { type: 'password_changed'; body: Record<string, never> }
  | { type: 'passkey_added'; body: { passkeyId: string } }
  | { type: 'passkey_removed'; body: { passkeyId: string } }
  /** Used with a counter that had gone back: somebody may have a copy. */
  | { type: 'passkey_counter_back'; body: { passkeyId: string } }
  | { type: 'office_changed'; body: Record<string, never> }
  | { type: 'signed_in'; body: { sessionId: string } }
  | { type: 'session_ended'; body: { sessionId: string } };

/** What happens at a meeting. */
export type MeetingEvent =
  | { type: 'meeting_made'; body: { previousVersionId: string | null } }
  | { type: 'link_made'; body: By & { linkId: string; participationId: string; purpose: LinkPurpose } }
  | { type: 'link_used'; body: { linkId: string; deviceId: string; secondDevice: boolean } }
  | { type: 'link_refused'; body: { linkId: string; why: 'expired' | 'revoked' | 'removed' } }
  | { type: 'links_revoked'; body: By & { participationId: string; links: number } }
  | { type: 'account_entered'; body: { participationId: string; deviceId: string } }
  | { type: 'device_confirmed'; body: { deviceId: string; admitted: boolean } }
  | { type: 'device_not_me'; body: { deviceId: string } }
  | { type: 'device_left'; body: { deviceId: string } }
  | { type: 'device_admitted'; body: By & { deviceId: string; participationId: string } }
  | { type: 'device_refused'; body: By & { deviceId: string; participationId: string } }
  | { type: 'participant_removed'; body: By & { participationId: string } }
  | { type: 'participant_restored'; body: By & { participationId: string; links: number } }
  | { type: 'phase_moved'; body: By & { from: MeetingPhase; to: MeetingPhase } }
  | { type: 'phase_extended'; body: By & { phase: MeetingPhase; minutes: number } }
  | { type: 'turn_given'; body: By & { personId: string | null } }
  | { type: 'attendance_noted'; body: By & { participationId: string; attendance: Attendance | null } }
  | { type: 'own_shown'; body: By & { participationId: string; recordIds: string[] } }
  | { type: 'own_taken_back'; body: By & { participationId: string; recordIds: string[] } }
  | { type: 'freeze_begun'; body: By }
  | { type: 'freeze_extended'; body: By }
  | { type: 'freeze_cancelled'; body: By }
  | { type: 'version_frozen'; body: Version & { by: string | null; supersedes: string | null } }
  | { type: 'version_reopened'; body: By & Version }
  | { type: 'version_signed'; body: By & Version & { signoffId: string; personId: string } & Said }
  | { type: 'version_sealed'; body: By & Version & { decided: number; expected: number } }
  | { type: 'database_restored'; body: { by: string; generation: number } }
  | { type: 'next_meeting_made'; body: By & { meetingId: string } };

export type LinkPurpose = 'teilnehmen' | 'unterschreiben';

/** The device that did it. */
interface By {
  by: string;
}

interface Version {
  versionId: string;
  sha256: string;
}

interface Said {
  decision: Decision;
  method: SignoffMethod;
  /** It was confirmed in the browser that leads the meeting. */
  leadersBrowser?: true;
}
