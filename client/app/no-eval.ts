import { config } from 'zod';

// Zod tries whether it may make functions out of text. The content policy forbids that, and each
// try would be reported as a break of the policy. Imported before the first schema is made.
config({ jitless: true });
