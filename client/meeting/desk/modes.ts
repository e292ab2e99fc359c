/** What fills the table: the list, both, the board, or the protocol. */
export type DeskMode = 'list' | 'both' | 'board' | 'protocol';
