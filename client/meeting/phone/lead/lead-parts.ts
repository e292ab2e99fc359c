/** What only who leads needs on a phone: one file, which nobody else's phone loads. */
export { AdmitStrip } from '../../people/AdmitStrip.tsx';
export { ParticipantMenu } from '../../people/ParticipantMenu.tsx';
export { RemovedParticipants } from '../../people/RemovedParticipants.tsx';
export { LeadNow } from './LeadNow.tsx';
export { LeadSelected } from './LeadSelected.tsx';
