import type { SnapshotView } from "./generated/SnapshotView";
import type { WorkspaceStatus } from "./generated/WorkspaceStatus";

export interface AppStatus {
  version: string;
  /** BCP 47, as the system has it. */
  locale: string;
  workspace: WorkspaceStatus | null;
  /** The workspace that could not be opened; null where one is open. */
  refused: RefusedWorkspace | null;
  /** Who else has it open, as far as is known. */
  also_open: AlsoOpen | null;
  /** Its folder is one that another computer may write to. */
  shared_folder: "network" | "synced" | null;
  /** The folder it lies in. */
  folder: string | null;
}

/** Somebody else who has the workspace open. */
export interface AlsoOpen {
  by: string;
  host: string;
  since: string;
}

export interface RefusedWorkspace {
  error: { code: string; message: string; details: string | null };
  /** Its last good snapshot. */
  snapshot: SnapshotView | null;
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

/** An import that is not done, as it was kept. */
export interface DraftView {
  /** Its files in their order; null in the place of one that is no longer there. */
  files: (ChosenFile | null)[];
  names: string[];
  content: string;
}

/** A workspace that was opened lately. */
export interface RecentWorkspace {
  file: ChosenFile;
  folder: string;
}
