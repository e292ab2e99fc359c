import type { SignoffEntry } from '../../api/answers.ts';
import type { VersionRef } from '../../api/view.ts';
import type { ProtocolContent } from '../schema.ts';

/** What a report is made from: frozen content or a preview of it, and what people said to it. */
export interface ReportInput {
  content: ProtocolContent;
  /** Null while the plan is still open. */
  version: VersionRef | null;
  signoffs: readonly SignoffEntry[];
  /** What who has said nothing to this version had said to an earlier one of the same meeting. */
  earlier?: readonly SignoffEntry[];
  /** Ids of who is expected to decide and has not, as the question before sealing names them. */
  undecided?: readonly string[];
  /** Name of the file with the exact content, where it goes along. */
  attachment?: string;
}
