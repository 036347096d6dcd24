import type { WorkspaceStatus } from "./generated/WorkspaceStatus";

export interface AppStatus {
  version: string;
  /** BCP 47, as the system has it. */
  locale: string;
  workspace: WorkspaceStatus | null;
}

export interface ChosenFile {
  file_id: string;
  file_name: string;
}
