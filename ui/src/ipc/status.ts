import type { WorkspaceStatus } from "./generated/WorkspaceStatus";

export interface AppStatus {
  version: string;
  /** BCP 47, as the system has it. */
  locale: string;
  workspace: WorkspaceStatus | null;
}

/** A file that was written. */
export interface SavedFile {
  file_id: string;
  file_name: string;
  bytes: number;
  sha256: string;
}

export interface ChosenFile {
  file_id: string;
  file_name: string;
}
