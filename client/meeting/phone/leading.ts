import { part } from '../../app/part.tsx';

/** What leading from a phone takes. Nobody else's phone loads it. */
const loadLeading = () => import('./lead/lead-parts.ts');

export const LeadNow = part(() => loadLeading().then(({ LeadNow }) => LeadNow));
export const LeadSelected = part(() => loadLeading().then(({ LeadSelected }) => LeadSelected));
export const AdmitStrip = part(() => loadLeading().then(({ AdmitStrip }) => AdmitStrip));
export const ParticipantMenu = part(() => loadLeading().then(({ ParticipantMenu }) => ParticipantMenu));
export const RemovedParticipants = part(() =>
  loadLeading().then(({ RemovedParticipants }) => RemovedParticipants),
);
