/** The field for a new strength, under which its words wait. */
export const NEW_STRENGTH = 'strength-title';
