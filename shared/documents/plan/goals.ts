/** The goal tree: what a goal is, how the tree is read, how it is changed. */
export * from './goals/read.ts';
export * from './goals/state.ts';
export * from './goals/types.ts';
export * from './goals/write.ts';
